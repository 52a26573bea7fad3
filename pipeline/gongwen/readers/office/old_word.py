"""A Word 97-2003 file (.doc) or a WPS Writer file (.wps): converted to .docx and read as such.

This keeps automatic numbers, tables, headers and footnotes; origins are those of the .docx.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from gongwen.errors import SourceError
from gongwen.extras import require
from gongwen.model import Diagnostic, Page
from gongwen.options import Options
from gongwen.readers.docx.document import read_docx


def read_old_word_document(source: bytes, options: Options) -> tuple[Page, list[Diagnostic]]:
    """The page of an old Word file.

    Raises `SourceError` (`source_damaged`, `source_encrypted`, `source_too_large`) and `OptionError` (`missing_extra`).
    """
    require("a .doc or .wps file", "doc", ("doc2docx", "lxml"))
    return read_docx(_converted(source), options)


def _converted(source: bytes) -> bytes:
    from doc2docx import convert
    from doc2docx.errors import EncryptedDocumentError

    with TemporaryDirectory() as folder:
        old, new = Path(folder, "notice.doc"), Path(folder, "notice.docx")
        old.write_bytes(source)
        try:
            convert(old, new)
        except EncryptedDocumentError as error:
            raise SourceError("source_encrypted", "the file has a password; save it without one") from error
        except Exception as error:  # any error of the converter means the same to the file's owner
            advice = "open it in Word or WPS and save it as .docx"
            raise SourceError("source_damaged", f"the .doc file can't be read ({error}); {advice}") from error
        return new.read_bytes()
