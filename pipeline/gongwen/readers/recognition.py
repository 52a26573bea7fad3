"""Scans and photographs: the lines of a picture are recognised (OCR), and become paragraphs as those of a PDF do.

The engine is RapidOCR on ONNX Runtime; its package brings its models, nothing is fetched. A line that it is unsure of
is reported in a diagnostic.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from gongwen.errors import OptionError, SourceError
from gongwen.extras import require
from gongwen.model import Diagnostic, Page
from gongwen.options import Options
from gongwen.readers.media_types import PNG
from gongwen.readers.pdf.document import page_of_lines
from gongwen.readers.pdf.lines import Line, merged

SURE = 0.9
"""Below this confidence a line is reported."""
WIDE = 0.92
"""The share of the height of a recognised line that its characters take."""
SAME_LINE = 0.5
"""Boxes whose middles lie within half a line stand on one line."""


def read_picture(source: bytes, options: Options) -> tuple[Page, list[Diagnostic]]:
    """The page of a picture.

    Raises `SourceError` (`source_damaged`, `source_without_text`) and `OptionError` (`missing_extra`, `ocr_is_off`).
    """
    return page_of_pictures([source], PNG, options)


def page_of_pictures(
    pictures: Iterable[Any], media_type: str, options: Options
) -> tuple[Page, list[Diagnostic]]:
    """The page made from the pictures of a document's pages in order: the bytes of a file, or an array of pixels (BGR).

    Raises `SourceError` (`source_damaged`, `source_without_text`) and `OptionError` (`missing_extra`, `ocr_is_off`).
    """
    if options.ocr == "never":
        raise OptionError(
            "ocr_is_off", "the source is a picture; it is read with Options.ocr = 'auto' (--ocr auto)"
        )
    require("a scan or a picture", "ocr", ("rapidocr", "onnxruntime"))
    found: list[Diagnostic] = []
    pages = []
    heights = []
    for number, picture in enumerate(pictures, 1):
        lines, height, unsure = _recognised(picture, number)
        pages.append(lines)
        heights.append(height)
        found += unsure
    page = page_of_lines(pages, heights, media_type)
    if not page.blocks:
        raise SourceError("source_without_text", "no text could be recognised on its pages")
    return page, found


def _recognised(picture: Any, page: int) -> tuple[list[Line], float, list[Diagnostic]]:
    """The lines of one picture from top to bottom, its height in pixels, and what the engine is unsure of."""
    try:
        result = _engine()(picture)
    except Exception as error:  # any error of the engine means the same to the picture's owner
        raise SourceError("source_damaged", f"the picture can't be read: {error}") from error
    if result.txts is None:
        return [], 0.0, []
    height = float(result.img.shape[0])
    boxes = [
        (min(x for x, _ in box), max(x for x, _ in box), min(y for _, y in box), max(y for _, y in box))
        for box in result.boxes.tolist()
    ]
    pieces = [
        Line(text, left, right, height - bottom, height - top, page, 0, WIDE * (bottom - top))
        for (left, right, top, bottom), text in zip(boxes, result.txts, strict=True)
    ]
    found = [
        Diagnostic(
            "ocr_uncertain", f"{text!r} on page {page} was recognised with a confidence of {score:.2f}"
        )
        for text, score in zip(result.txts, result.scores, strict=True)
        if score < SURE
    ]
    lines = [line._replace(number=at) for at, line in enumerate(merged(_in_order(pieces)), 1)]
    return lines, height, found


def _in_order(pieces: Sequence[Line]) -> list[Line]:
    """From top to bottom, and from left to right within a line."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda piece: -(piece.top + piece.bottom)):
        middle = (piece.top + piece.bottom) / 2
        if rows and abs(middle - (rows[-1][0].top + rows[-1][0].bottom) / 2) < SAME_LINE * min(
            piece.height, rows[-1][0].height
        ):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [piece for row in rows for piece in sorted(row, key=lambda piece: piece.left)]


@cache
def _engine() -> Any:
    """The engine, created once; its own output is kept off the terminal.

    Pages are upright: the engine's detection of upside-down lines turned short lines and lost them.
    """
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "critical", "Global.use_cls": False})
