"""A rich text file (.rtf): its text, one paragraph per line."""

from __future__ import annotations

from gongwen.errors import SourceError
from gongwen.extras import require
from gongwen.model import Diagnostic, Page
from gongwen.options import Options
from gongwen.readers.plain_text import read_plain_text


def read_rich_text(source: bytes, options: Options) -> tuple[Page, list[Diagnostic]]:
    """The page of a rich text file.

    Raises `SourceError` (`source_damaged`) and `OptionError` (`missing_extra`).
    """
    require("an RTF file", "rtf", ("striprtf",))
    from striprtf.striprtf import rtf_to_text

    try:
        text: str = rtf_to_text(source.decode("latin-1"), encoding="gb18030", errors="replace")  # type: ignore[no-untyped-call]
    except Exception as error:  # any error of the converter means the same to the file's owner
        raise SourceError(
            "source_damaged", f"the RTF file can't be read: {error}; save it as .docx"
        ) from error
    page = read_plain_text(text.replace("\r\n", "\n").replace("|", "\t").split("\n"), "binary")
    found = [] if page.blocks else [Diagnostic("no_text", "the file shows no text of a notice")]
    return page, found
