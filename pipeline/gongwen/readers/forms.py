"""The format of a file, by its bytes: each binary format has its own reader, and often an extra.

PK..  word/document.xml   .docx        D0CF11E0  WordDocument   .doc, .wps
PK..  OFD.xml             .ofd         D0CF11E0  Workbook       .xls
%PDF-                     .pdf         {\\rtf                  .rtf
"""

from __future__ import annotations

import zipfile
from io import BytesIO

from gongwen.errors import SourceError
from gongwen.readers.media_types import (
    DOCX,
    JPEG,
    OFD,
    OLD_WORD,
    OLD_WORKBOOK,
    OPEN_WORKBOOK,
    PDF,
    PNG,
    RICH_TEXT,
    SAVED_PAGE,
    TIFF,
    WORKBOOK,
)
from gongwen.readers.saved_page import is_saved_page

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Compound File Binary (MS-CFB): old Office files, and new ones with a password."""
ZIP = b"PK\x03\x04"
PLAIN = (
    (b"%PDF-", PDF),
    (b"{\\rtf", RICH_TEXT),
    (b"\x89PNG", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
)
"""Signatures that identify a format by themselves."""
STREAMS = (
    ("EncryptedPackage", None),
    ("WordDocument", OLD_WORD),
    ("Workbook", OLD_WORKBOOK),
    ("Book", OLD_WORKBOOK),
)
"""The streams of an OLE file that identify its content; `None` for a file with a password."""
MEMBERS = (
    ("word/document.xml", DOCX),
    ("OFD.xml", OFD),
    ("xl/workbook.xml", WORKBOOK),
    ("xl/workbook.bin", WORKBOOK),
)
"""The members of a ZIP archive that identify its content."""
REFUSED = (
    (b"\x1f\x8b", "a gzip archive, not a page or a text; unpack it"),
    (b"Rar!", "a RAR archive, not a page or a text; unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive, not a page or a text; unpack it"),
    (b"GIF8", "a GIF picture, not a page or a text; save it as .png"),
)
"""Formats without a reader, and what to tell the owner of the file."""
LOOKED_AT = 1 << 20
"""The directory of an OLE file is in its first or last million bytes."""


def form_of(source: bytes) -> str | None:
    """The media type of a binary file, `None` for a text or a page.

    Raises `SourceError` (`source_binary`, `source_encrypted`) for a format without a reader.
    """
    for magic, what in REFUSED:
        if source.startswith(magic):
            raise SourceError("source_binary", f"this is {what}")
    if source.startswith(OLE):
        return _form_of_ole(source)
    if source.startswith(ZIP):
        return _form_of_zip(source)
    if (
        found := next((media_type for magic, media_type in PLAIN if source.startswith(magic)), None)
    ) is not None:
        return found
    return SAVED_PAGE if is_saved_page(source) else None


def _form_of_ole(source: bytes) -> str:
    ends = source[:LOOKED_AT], source[-LOOKED_AT:]
    for stream, media_type in STREAMS:
        name = (stream + "\0").encode("utf-16-le")
        if any(name in end for end in ends):
            if media_type is None:
                raise SourceError("source_encrypted", "the file has a password; save it without one")
            return media_type
    raise SourceError(
        "source_binary", "this is an OLE file (.ppt, .msg ...), not a page or a text; save it as .docx"
    )


def _form_of_zip(source: bytes) -> str:
    """A Word file if the archive does not say: its reader reports what is wrong with it."""
    try:
        with zipfile.ZipFile(BytesIO(source)) as archive:
            names = frozenset(archive.namelist())
            for member, media_type in MEMBERS:
                if member in names:
                    return media_type
            if (
                "mimetype" in names
                and archive.read("mimetype")[:100].strip().decode("latin-1") == OPEN_WORKBOOK
            ):
                return OPEN_WORKBOOK
    except Exception:
        return DOCX
    return DOCX
