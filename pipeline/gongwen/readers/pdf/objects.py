"""Text objects that PDFium would skip: a single character in a font that is neither embedded nor installed.

    BT /SimSun 16 Tf 230 400 Td (前) Tj ET      no glyph, so the object has no width: given an outline, it is read

PDFium takes the extent of an object from its glyphs and skips an object without one. It knows the characters all the
same, from the font's map.
"""

from __future__ import annotations

import ctypes
import re
import zlib
from collections.abc import Iterator
from typing import Any

from gongwen.errors import SourceError

NARROW = 0.01
"""In points: PDFium skips narrower objects (0.0001), and no visible glyph is as narrow."""
OUTLINE = 0.1
"""In points: the outline that gives an object its extent."""
NESTED = 8
"""How deep forms within forms are followed."""

STREAM = re.compile(rb"stream\r?\n")
DICTIONARY = 1000
"""How many bytes before a stream contain its dictionary."""
PACKED = 100
"""A stream, other than a picture, that is compressed more than this is checked."""
PIECE = 1 << 20


def refuse_bombs(source: bytes, limit: int) -> None:
    """Raises `SourceError` (`source_too_large`) for a PDF with a stream, other than a picture, that expands excessively.

    PDFium expands a whole page before it says how much it contains: 55 kB may be 4 GB of characters.
    """
    most = 4 * limit
    for found in STREAM.finditer(source):
        said = source[max(found.start() - DICTIONARY, 0) : found.start()].rpartition(b" obj")[2]
        if b"Flate" in said and b"/Image" not in said and _unfolded(source, found.end(), most) > most:
            raise SourceError("source_too_large", f"a stream of the PDF has more than {most} bytes")


def _unfolded(source: bytes, at: int, most: int) -> int:
    """How many bytes a stream expands to, counted up to a limit while its compression is excessive."""
    unpacker, size, taken = zlib.decompressobj(), 0, 0
    piece = source[at : at + PIECE]
    try:
        while piece and size <= most and not unpacker.eof:
            size += len(unpacker.decompress(piece, PIECE))
            taken += len(piece) - len(unpacker.unconsumed_tail)
            if size < PACKED * taken:
                break
            piece = unpacker.unconsumed_tail or source[at + taken : at + taken + PIECE]
    except zlib.error:
        pass
    return size


def widen_glyphless(raw: Any, page: Any) -> None:
    """Give every text object of a loaded page an extent, before its text is read. `raw` is `pypdfium2.raw`."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for one in _text_objects(raw, page):
        placed = raw.FPDFPageObj_GetBounds(one, left, bottom, right, top)
        if placed and right.value - left.value < NARROW:
            raw.FPDFTextObj_SetTextRenderMode(one, raw.FPDF_TEXTRENDERMODE_FILL_STROKE)
            raw.FPDFPageObj_SetStrokeWidth(one, OUTLINE)
            # PDFium recomputes an object's extent when it is moved, even by zero
            raw.FPDFPageObj_Transform(one, 1, 0, 0, 1, 0, 0)


def _text_objects(raw: Any, page: Any) -> Iterator[Any]:
    forms = []
    for at in range(raw.FPDFPage_CountObjects(page)):
        one = raw.FPDFPage_GetObject(page, at)
        kind = raw.FPDFPageObj_GetType(one)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            yield one
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            forms.append((one, 1))
    while forms:
        form, depth = forms.pop()
        for at in range(max(raw.FPDFFormObj_CountObjects(form), 0)):
            one = raw.FPDFFormObj_GetObject(form, at)
            kind = raw.FPDFPageObj_GetType(one)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                yield one
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < NESTED:
                forms.append((one, depth + 1))
