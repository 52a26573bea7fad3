"""The lines of a PDF page: its characters with their places, put together as they stand beside one another.

    各单位要高度重视，认真组织实施，确保各项任务落        Line(text, left, right, bottom, top, size)
    到实处。

A PDF knows glyphs and places, no paragraphs. PDFium gives the characters in their order and says where a line ends;
pieces on one baseline are one line here. A glyph that a font maps to a radical (⼯ U+2F2F) is the character that is
printed (工 U+5DE5).
"""

from __future__ import annotations

import ctypes
import unicodedata
from typing import Any, NamedTuple

RADICALS = {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0x2E80, 0x2EF4), *range(0x2F00, 0x2FD6))
}
"""CJK and Kangxi radicals that stand for a character of the same look."""
LINE_ENDS = frozenset((0x0A, 0x0D))
HYPHEN = 0x02
"""What PDFium gives for a hyphen at the end of a line."""
NOTHING = frozenset((0x00, 0xFFFE, 0xFFFF))
APART = 0.6
"""Pieces on one baseline with more than so much of a character between them keep a blank."""


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

    @property
    def size(self) -> float:
        """Height, which is nearly that of a character."""
        return self.top - self.bottom


def page_lines(raw: Any, text_page: Any, page: int) -> list[Line]:
    """The lines of a page in their order. `raw` is `pypdfium2.raw`."""
    pieces: list[Line] = []
    codes: list[int] = []
    places: list[tuple[float, float, float, float]] = []
    box = raw.FS_RECTF()
    for at in range(raw.FPDFText_CountChars(text_page)):
        code = raw.FPDFText_GetUnicode(text_page, at)
        if code in LINE_ENDS:
            _close(pieces, codes, places, page)
        elif code not in NOTHING:
            codes.append(0x2D if code == HYPHEN else code)
            if code > 0x20 and raw.FPDFText_GetLooseCharBox(text_page, at, ctypes.byref(box)):
                places.append((box.left, box.right, box.bottom, box.top))
    _close(pieces, codes, places, page)
    return [line._replace(number=number) for number, line in enumerate(_merged(pieces), 1)]


def _close(
    pieces: list[Line], codes: list[int], places: list[tuple[float, float, float, float]], page: int
) -> None:
    """What was gathered is a line, if it shows anything."""
    text = _text(codes)
    if text.strip() and places:
        lefts, rights, bottoms, tops = zip(*places, strict=True)
        middle = len(places) // 2
        pieces.append(
            Line(text, min(lefts), max(rights), sorted(bottoms)[middle], sorted(tops)[middle], page, 0)
        )
    codes.clear()
    places.clear()


def _text(codes: list[int]) -> str:
    text = "".join(map(chr, codes))
    if any(0xD800 <= code < 0xE000 for code in codes):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.translate(RADICALS)


def _merged(pieces: list[Line]) -> list[Line]:
    merged: list[Line] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if last is not None and _beside(last, piece):
            blank = " " if piece.left - last.right > APART * last.size else ""
            merged[-1] = last._replace(
                text=last.text.rstrip() + blank + piece.text.lstrip(), right=piece.right
            )
        else:
            merged.append(piece)
    return merged


def _beside(last: Line, piece: Line) -> bool:
    """The piece stands on the same baseline, to the right."""
    overlap = min(last.top, piece.top) - max(last.bottom, piece.bottom)
    return overlap > 0.5 * min(last.size, piece.size) and piece.left >= last.right - 0.5 * last.size
