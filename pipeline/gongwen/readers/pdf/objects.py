"""Text objects that PDFium would pass over: a single character of a font that is neither embedded nor installed.

    BT /SimSun 16 Tf 230 400 Td (前) Tj ET      no glyph, so the object is as wide as nothing: given an outline, it is read

PDFium takes the extent of an object from its glyphs and skips an object without one. What its characters are it knows
all the same, from the font's map.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

NARROW = 0.01
"""In points: PDFium skips what is narrower (0.0001), and no glyph that shows anything is."""
OUTLINE = 0.1
"""In points: the outline that gives an object its extent."""
NESTED = 8
"""Forms within forms are followed so deep."""


def widen_glyphless(raw: Any, page: Any) -> None:
    """Gives every text object of a loaded page an extent, before its text is read. `raw` is `pypdfium2.raw`."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for one in _text_objects(raw, page):
        placed = raw.FPDFPageObj_GetBounds(one, left, bottom, right, top)
        if placed and right.value - left.value < NARROW:
            raw.FPDFTextObj_SetTextRenderMode(one, raw.FPDF_TEXTRENDERMODE_FILL_STROKE)
            raw.FPDFPageObj_SetStrokeWidth(one, OUTLINE)
            # PDFium works an object's extent out anew when it is moved, be it by nothing
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
