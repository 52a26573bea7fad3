"""The lines of a PDF page: its positioned characters, put together as they stand next to one another.

    各单位要高度重视，认真组织实施，确保各项任务落        Line(text, left, right, bottom, top, size)
    到实处。

A PDF has glyphs and positions, but no paragraphs. PDFium gives the characters in order and says where a line ends;
pieces on one baseline are one line here. A glyph that a font maps to a radical (⼯ U+2F2F) is the character that is
printed (工 U+5DE5).
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any, NamedTuple

from gongwen.rules.text.characters import LOOK_ALIKES

RADICALS = str.maketrans({char: same for char, same in LOOK_ALIKES.items() if char < "⿖"})
"""CJK and Kangxi radicals, each with the character that it looks like."""
LINE_ENDS = frozenset((0x0A, 0x0D))
HYPHEN = 0x02
"""What PDFium gives for a hyphen at the end of a line."""
NOTHING = frozenset((0x00, 0xFFFE, 0xFFFF))
APART = 0.6
"""Pieces on one baseline with a gap of more than this share of a character keep a blank."""


IDEOGRAPHS = 0x2E80
SQUARE = 0.65
"""An ideograph is at least this wide relative to its height; a digit is half as wide."""


class Line(NamedTuple):
    """One visual line, in points from the lower left corner of its page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    page: int
    """From 1."""
    number: int
    """Place on its page, from 1."""
    size: float
    """Width of an ideograph."""

    @property
    def height(self) -> float:
        """Height of its characters, including the space that their font reserves above and below."""
        return self.top - self.bottom


class _Piece:
    """The characters of one piece of a line while they are collected."""

    def __init__(self) -> None:
        self.codes: list[int] = []
        self.places: list[tuple[float, float, float, float]] = []
        self.blank = False
        """PDFium inferred a blank from the distance between two characters."""

    def add(self, code: int, place: tuple[float, float, float, float] | None) -> None:
        """One character and its left, right, bottom and top; an inferred blank between 年 and 6 is ignored."""
        if self.blank and place and self.places:
            _, right, bottom, top = self.places[-1]
            ideograph = code >= IDEOGRAPHS or self.codes[-1] >= IDEOGRAPHS
            if not ideograph or place[0] - right > APART * (top - bottom):
                self.codes.append(0x20)
        self.blank = False
        self.codes.append(code)
        if place:
            self.places.append(place)

    def line(self, page: int) -> list[Line]:
        """The line that they form, if it shows anything."""
        text = _text(self.codes)
        if not text.strip() or not self.places:
            return []
        lefts, rights, bottoms, tops = zip(*self.places, strict=True)
        bottom, top = _middle(bottoms), _middle(tops)
        wide = [right - left for left, right, _, _ in self.places if right - left > SQUARE * (top - bottom)]
        size = _middle(wide) if wide else top - bottom
        return [Line(text, min(lefts), max(rights), bottom, top, page, 0, size)]


def _middle(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]


def page_lines(raw: Any, text_page: Any, page: int) -> list[Line]:
    """The lines of a page in their order. `raw` is `pypdfium2.raw`."""
    lines: list[Line] = []
    piece = _Piece()
    box = raw.FS_RECTF()
    where = ctypes.byref(box)
    for at in range(raw.FPDFText_CountChars(text_page)):
        code = raw.FPDFText_GetUnicode(text_page, at)
        if code > 0x20 and code not in NOTHING:
            placed = raw.FPDFText_GetLooseCharBox(text_page, at, where)
            piece.add(code, (box.left, box.right, box.bottom, box.top) if placed else None)
        elif code in LINE_ENDS:
            lines += piece.line(page)
            piece = _Piece()
        elif code == 0x20 and raw.FPDFText_IsGenerated(text_page, at) == 1:
            piece.blank = True
        elif code not in NOTHING:
            piece.add(0x2D if code == HYPHEN else code, None)
    lines += piece.line(page)
    return [line._replace(number=number) for number, line in enumerate(merged(lines), 1)]


def _text(codes: list[int]) -> str:
    text = "".join(map(chr, codes))
    if any(0xD800 <= code < 0xE000 for code in codes):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.translate(RADICALS)


def merged(pieces: list[Line]) -> list[Line]:
    """Pieces that stand beside one another on one baseline as one line."""
    lines: list[Line] = []
    for piece in pieces:
        last = lines[-1] if lines else None
        if last is not None and _beside(last, piece):
            blank = " " if piece.left - last.right > APART * last.height else ""
            lines[-1] = last._replace(
                text=last.text.rstrip() + blank + piece.text.lstrip(), right=piece.right
            )
        else:
            lines.append(piece)
    return lines


def _beside(last: Line, piece: Line) -> bool:
    """The piece stands on the same baseline, to the right."""
    overlap = min(last.top, piece.top) - max(last.bottom, piece.bottom)
    return overlap > 0.5 * min(last.height, piece.height) and piece.left >= last.right - 0.5 * last.height
