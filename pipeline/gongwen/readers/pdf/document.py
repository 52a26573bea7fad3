"""A PDF with a text layer: its lines become paragraphs again.

    各单位要高度重视，认真组织实施，确保各项任务落      ->  one block: the second line begins at the left margin
    到实处。                                                  and the first one reaches the right one
    江临市商务局                                          its own block, aligned to the right

Page numbers and running heads are left out, with these as reasons. A page that is a picture has no text layer: nothing is
recognised here. Table rows become lines, since a PDF has no cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from gongwen.errors import SourceError
from gongwen.extras import require
from gongwen.model import Block, Diagnostic, Dropped, Origin, Page
from gongwen.options import Options
from gongwen.readers.media_types import PDF
from gongwen.readers.pdf.forms import refuse_unfolding_forms
from gongwen.readers.pdf.furniture import furniture
from gongwen.readers.pdf.lines import Line, page_lines
from gongwen.readers.pdf.objects import refuse_bombs, widen_glyphless
from gongwen.rules.numbering.markers import OPENING
from gongwen.rules.text.characters import seam

HANGING = tuple("，。；：、！？）》”’,.;:)")
"""Marks that may stand beyond the margin."""
STOPS = tuple("。；：！？;:!?”）)")
INDENT, DEEPEST = 1.2, 4.5
"""The least and the greatest width of an indent, in characters."""
EASE = 0.4
"""Tolerance, in characters, when judging whether the next word would have fitted on a line."""
WORD = re.compile(
    r"[（《“‘〔【]*(?:[\x21-\x7e]+|.)(?:[，。；：、！？）》〕】%％,.;:)×÷+=][\x21-\x7e]*|[“”‘’].?)*"
)
"""What is not split at the end of a line (GB/T 15834-2011 5.1): a run of Latin letters and digits, a mark and its neighbour."""
PAGE = re.compile(r"page\[(\d+)\]")
INDENTED = 0.1
"""In a text with indented paragraphs, at least this share of lines is indented."""
DRAWN, LARGEST_SCALE = 2400, 3.0
"""The longer side, in pixels, of a page rendered for recognition: 200 dpi for A4."""
CENTRED = 2.6
"""A centred line is at least so many characters from both margins, unlike the first line of a paragraph."""


class Column(NamedTuple):
    """The text column of a document, in points."""

    left: float
    right: float
    size: float
    """Height of most characters."""
    indented: bool
    """Its paragraphs begin with an indent, so that a line without one continues the line above."""


def read_pdf(source: bytes, options: Options) -> tuple[Page, list[Diagnostic]]:
    """The page of a PDF.

    Raises `SourceError` (`source_damaged`, `source_encrypted`, `source_without_text`, `source_too_large`) and
    `OptionError` (`missing_extra`).
    """
    refuse_bombs(source, options.max_characters)
    refuse_unfolding_forms(source, 4 * options.max_characters)
    pages, heights, pictures = _read(source, options.max_bytes)
    page = page_of_lines(pages, heights, PDF)
    if page.blocks and options.ocr != "always":
        return page, _without_text(page, pictures)
    from gongwen.readers.recognition import page_of_pictures

    return page_of_pictures(_drawn(source), PDF, options)


def _without_text(page: Page, pictures: Sequence[int]) -> list[Diagnostic]:
    """A diagnostic on pages that show something but have no text besides a page number."""
    read = {int(PAGE.match(block.origin.path or "")[1]) for block in page.blocks}  # type: ignore[index]
    missing = [number for number in pictures if number not in read]
    if not missing:
        return []
    named = ", ".join(map(str, missing))
    return [Diagnostic("pages_without_text", f"no text of page {named}: it is a picture, and was not read")]


def _drawn(source: bytes) -> Iterator[Any]:
    """The pages as pictures, one by one: arrays of pixels."""
    import pypdfium2

    document = pypdfium2.PdfDocument(source)
    try:
        for page in document:
            yield page.render(scale=min(DRAWN / max(1.0, *page.get_size()), LARGEST_SCALE)).to_numpy()
    except pypdfium2.PdfiumError as error:
        raise SourceError("source_damaged", f"a page of the PDF can't be read: {error}") from error
    finally:
        document.close()


def page_of_lines(pages: Sequence[Sequence[Line]], heights: Sequence[float], media_type: str) -> Page:
    """Positioned lines, from any source, as paragraphs; page numbers and running heads are left out."""
    left_out = furniture(pages, heights)
    lines = [line for page in pages for line in page if (line.page, line.number) not in left_out]
    dropped = tuple(
        Dropped(line.text.strip(), left_out[line.page, line.number], _origin(line))
        for page in pages
        for line in page
        if (line.page, line.number) in left_out
    )
    return Page(tuple(_blocks(lines)) if lines else (), media_type, "binary", dropped)


def _read(source: bytes, limit: int) -> tuple[list[list[Line]], list[float], list[int]]:
    require("a PDF", "pdf", ("pypdfium2",))
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD:
            raise SourceError("source_encrypted", "the PDF has a password; save it without one") from error
        raise SourceError("source_damaged", f"the PDF can't be opened: {error}") from error
    try:
        return _read_pages(document, raw, limit)
    finally:
        document.close()


def _read_pages(document: Any, raw: Any, limit: int) -> tuple[list[list[Line]], list[float], list[int]]:
    pages: list[list[Line]] = []
    heights: list[float] = []
    pictures: list[int] = []
    characters = 0
    for number in range(len(document)):
        page = raw.FPDF_LoadPage(document, number)
        if not page:  # one damaged page does not affect the others; its number is skipped
            pages.append([])
            heights.append(0.0)
            continue
        if raw.FPDFPage_CountObjects(page) > 0:
            pictures.append(number + 1)
        widen_glyphless(raw, page)
        text_page = raw.FPDFText_LoadPage(page)
        try:
            characters += max(raw.FPDFText_CountChars(text_page), 0)
            if characters > limit:
                raise SourceError("source_too_large", f"the PDF has more than {limit} characters")
            pages.append(page_lines(raw, text_page, number + 1))
            heights.append(raw.FPDF_GetPageHeightF(page))
        finally:
            raw.FPDFText_ClosePage(text_page)
            raw.FPDF_ClosePage(page)
    return pages, heights, pictures


def _origin(line: Line) -> Origin:
    return Origin(path=f"page[{line.page}]/line[{line.number}]")


# -------------------------------------------------------------------------------- paragraphs


def _blocks(lines: Sequence[Line]) -> list[Block]:
    column = _column(lines)
    blocks: list[Block] = []
    above: Line | None = None
    for line in lines:
        if above is not None and _goes_on(above, line, column, blocks[-1]):
            blocks[-1] = blocks[-1]._replace(text=seam(blocks[-1].text.rstrip(), line.text.strip()))
        else:
            gap = (
                above is not None and above.page == line.page and above.bottom - line.top > 1.2 * column.size
            )
            blocks.append(Block(line.text.strip(), _origin(line), _align(line, column), gap=gap))
        above = line
    return blocks


def _column(lines: Sequence[Line]) -> Column:
    """Margins that many lines keep, and whether paragraphs are indented."""
    sizes = sorted(line.size for line in lines for _ in range(len(line.text)))
    size = sizes[len(sizes) // 2]
    text = [line for line in lines if abs(line.size - size) < 0.25 * size] or list(lines)
    inside = [line.right for line in text if not line.text.rstrip().endswith(HANGING)]
    rights = sorted(inside or [line.right for line in text])
    right = rights[int(len(rights) * 0.97)]
    lefts = sorted(line.left for line in text)
    left = lefts[int(len(lefts) * 0.05)]
    wide = [line for line in text if line.right > right - 3 * size]
    indented = sum(INDENT * size < line.left - left < DEEPEST * size for line in wide)
    return Column(left, right, size, indented >= max(INDENTED * len(wide), 1))


def _goes_on(above: Line, line: Line, column: Column, block: Block) -> bool:
    """The line above is full, and this one begins at the margin, unlike a paragraph."""
    size = column.size
    if block.align or abs(above.size - line.size) > 0.2 * size or not _is_full(above, line, column):
        return False
    if line.left - column.left > INDENT * size:
        return _align(line, column) == "center" and not above.text.rstrip().endswith(STOPS)
    if column.indented:
        return True
    return not above.text.rstrip().endswith(STOPS) and not OPENING.match(line.text.strip())


def _is_full(above: Line, line: Line, column: Column) -> bool:
    """The first word of the line below would not have fitted."""
    word = WORD.match(line.text.strip())
    columns = sum(2 if char > "⺀" or char in "“”‘’" else 1 for char in word[0]) if word else 2
    return column.right - above.right < columns * above.size / 2 + EASE * column.size


def _align(line: Line, column: Column) -> str:
    before, behind = line.left - column.left, column.right - line.right
    if min(before, behind) > CENTRED * column.size and abs(before - behind) < 2 * column.size:
        return "center"
    if before > 0.4 * (column.right - column.left) and behind < before:
        return "right"
    larger = line.size > 1.15 * column.size
    if larger and before > 0 and behind > 0 and abs(before - behind) < 2 * column.size:
        return "center"
    return ""
