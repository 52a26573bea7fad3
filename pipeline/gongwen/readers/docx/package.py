"""The parts of a Word file: a ZIP archive of XML, opened with care, since it may come from anywhere.

    word/document.xml   word/styles.xml   word/numbering.xml   word/header1.xml   word/footnotes.xml

Only the parts that contain text or its numbering are read; pictures stay in the archive. No entity is
resolved, nothing is fetched, a part is never longer than it says and never longer than a source may be.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from gongwen.errors import SourceError
from gongwen.extras import require

DOCUMENT = "officeDocument"
OTHER = {
    "ppt/": "a presentation (.pptx)",
    "mimetype": "an OpenDocument file; save it as .docx",
}
"""Other files in a ZIP archive, and what to tell their owner."""


class DocxPackage:
    """A Word file whose parts are parsed when they are asked for."""

    def __init__(self, source: bytes, limit: int) -> None:
        """`limit` is the most bytes that all parts read may have together.

        Raises `SourceError`: `source_damaged`, `source_encrypted`, `source_too_large`, `source_binary`; and
        `OptionError` (`missing_extra`) without the extra `docx`.
        """
        require("a Word file", "docx", ("lxml",))
        from lxml import etree

        self._etree = etree
        try:
            self._archive = zipfile.ZipFile(BytesIO(source))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise SourceError("source_damaged", f"the archive can't be opened: {error}") from error
        self._left = limit
        self._names = set(self._archive.namelist())
        mains = [target for kind, target in self._relations("") if kind == DOCUMENT]
        self.main_name = next((name for name in mains if name in self._names), "word/document.xml")
        if self.main_name not in self._names or not self.main_name.startswith("word/"):
            what = next(
                (what for mark, what in OTHER.items() if any(n.startswith(mark) for n in self._names)), None
            )
            raise SourceError("source_binary", f"this is {what or 'a ZIP archive'}, not a page or a text")

    def main(self) -> Any:
        """The root element of the document."""
        return self._parsed(self.main_name)

    def related(self, kind: str) -> Iterator[Any]:
        """The root elements of the parts that the document points to: `styles`, `numbering`, `header` ..."""
        for found, target in self._relations(self.main_name):
            if found == kind and target in self._names:
                yield self._parsed(target)

    def _relations(self, part: str) -> list[tuple[str, str]]:
        """Kind and name of every part that a part points to."""
        folder, name = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", name + ".rels")
        if listed not in self._names:
            return []
        return [
            (
                relation.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/"),
            )
            for relation in self._parsed(listed)
            if relation.get("TargetMode") != "External"
        ]

    def _parsed(self, name: str) -> Any:
        raw = self._read(name)
        parser = self._etree.XMLParser(
            resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            root = self._etree.fromstring(raw, parser)
        except self._etree.XMLSyntaxError as error:
            raise SourceError("source_damaged", f"{name} is no XML: {error}") from error
        if root.getroottree().docinfo.doctype:
            raise SourceError("source_damaged", f"{name} declares a document type, which no Word file may")
        return root

    def _read(self, name: str) -> bytes:
        entry = self._archive.getinfo(name)
        if entry.flag_bits & 1:
            raise SourceError("source_encrypted", "the archive is encrypted; save it without a password")
        if entry.file_size > self._left:
            raise SourceError("source_too_large", f"{name} would have {entry.file_size} bytes")
        self._left -= entry.file_size
        try:
            return self._archive.read(entry)
        except Exception as error:  # damage makes zipfile seek before the beginning of the file, or ask for what does not exist
            raise SourceError("source_damaged", f"{name} can't be unpacked: {error}") from error
