"""An OFD file (GB/T 33190-2016): positioned runs of text become lines, and lines paragraphs, as in a PDF."""

from __future__ import annotations

from typing import Any

from gongwen.errors import SourceError
from gongwen.extras import require
from gongwen.model import Diagnostic, Page
from gongwen.options import Options
from gongwen.readers.media_types import OFD
from gongwen.readers.pdf.document import page_of_lines
from gongwen.readers.pdf.lines import Line, merged

ABOVE, BELOW = 0.88, 0.12
"""The parts of a character's height above and below its baseline."""
PRIVATE = range(0xE000, 0xF900)
"""Private use characters: only a font in the file knows what they look like."""
MOST_PRIVATE = 0.2
"""With a larger share of such characters the text can't be read."""


def read_ofd(source: bytes, options: Options) -> tuple[Page, list[Diagnostic]]:
    """The page of an OFD file.

    Raises `SourceError` (`source_damaged`, `source_too_large`, `source_without_text`) and `OptionError`
    (`missing_extra`).
    """
    require("an OFD file", "ofd", ("ofdkit",))
    import ofdkit

    try:
        with ofdkit.open(source) as document:
            read = [
                (_lines(page, number), float(page.height)) for number, page in enumerate(document.pages, 1)
            ]
    except ofdkit.OFDLimitError as error:
        raise SourceError("source_too_large", f"the OFD file is larger than it says: {error}") from error
    except Exception as error:  # any error of the library means the same to the file's owner
        raise SourceError(
            "source_damaged", f"the OFD file can't be read: {error}; save it as .pdf"
        ) from error
    text = "".join(line.text for lines, _ in read for line in lines)
    if not text.strip():
        raise SourceError(
            "source_without_text", "the OFD file holds no text; recognise its pages (OCR) first"
        )
    if sum(ord(character) in PRIVATE for character in text) > MOST_PRIVATE * len(text):
        raise SourceError(
            "source_without_text",
            "the text is drawn in a font that only this file knows; print it to .pdf and recognise it",
        )
    if len(text) > options.max_characters:
        raise SourceError("source_too_large", f"the OFD file has {len(text)} characters")
    return page_of_lines([lines for lines, _ in read], [height for _, height in read], OFD), []


def _lines(page: Any, number: int) -> list[Line]:
    """The lines of a page from top to bottom; `y` of a run is its baseline, from the upper edge."""
    height = page.height
    runs = sorted(page.runs, key=lambda run: (round(run.y / max(run.size, 1.0), 1), run.x))
    pieces = [
        Line(
            run.text,
            run.x,
            run.x + run.width,
            height - run.y - BELOW * run.size,
            height - run.y + ABOVE * run.size,
            number,
            0,
            run.size,
        )
        for run in runs
        if run.text.strip()
    ]
    return [line._replace(number=at) for at, line in enumerate(merged(pieces), 1)]
