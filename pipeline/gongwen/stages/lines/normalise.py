"""The lines of a page become the canonical text, as printed and folded.

Kept: every character of the notice. Evened out: runs of blanks (U+0020, U+00A0, U+3000, tabs) are one space,
blanks at a line's ends and zero-width characters are gone. Folded for matching: full-width ＡＢ（）： as half-width,
one character for one, so that a span is valid in both texts. Never NFKC: it turns ① into 1 and ㎡ into m2.
"""

from __future__ import annotations

import re

from gongwen.model import Block, Body, BodyBlock, Diagnostic, Page, Span
from gongwen.rules.text.characters import even, fold

SURROGATES = re.compile("[\ud800-\udfff]")


def normalise(page: Page) -> tuple[Body, list[Diagnostic]]:
    """The body of a page, its blocks without a role yet; blocks without a visible character are left out."""
    kept: list[tuple[str, Block]] = []
    for block in page.blocks:
        text = even(block.text, block.row)
        if text.strip():
            kept.append((text, block))
    diagnostics = []
    text = "\n".join(line for line, _ in kept)
    if found := SURROGATES.search(text):
        text = SURROGATES.sub("\ufffd", text)
        diagnostics.append(
            Diagnostic(
                "undecodable_characters", "lone surrogates stand as U+FFFD", Span(found.start(), found.end())
            )
        )
    blocks, start = [], 0
    for line, block in kept:
        blocks.append(BodyBlock(start, start + len(line), "", block))
        start += len(line) + 1
    return Body(text, fold(text), tuple(blocks)), diagnostics
