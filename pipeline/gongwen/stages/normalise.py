"""The lines of a page become the canonical text, once as printed and once folded.

Kept: every character of the notice. Evened out: runs of blanks (U+0020, U+00A0, U+3000, tabs) are one space,
blanks at a line's ends and zero-width characters are gone. Folded for matching: full-width ＡＢ（）： as half-width,
one character for one, so that a span is valid in both texts. Never NFKC: it turns ① into 1 and ㎡ into m2.
"""

from __future__ import annotations

import re

from gongwen.model import Block, Body, BodyBlock, Diagnostic, Page, Span

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
UNEVEN = re.compile(rf"[{INVISIBLE}]|[^\S ]|  ")
GONE = re.compile(rf"[{INVISIBLE}]+")
BLANKS = re.compile(r"[^\S\t]+")
ROW_BLANKS = re.compile(r"[^\S\t]*\t[^\S\t]*")
SURROGATES = re.compile("[\ud800-\udfff]")
WIDE = re.compile("[\uff01-\uff5e\u3000\xa0]")
FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"\u3000": " ", "\xa0": " "}


def fold(text: str) -> str:
    """Full-width forms as half-width ones, one character for one.

    >>> fold("（１）ＧＤＰ增长８％①")
    '(1)GDP增长8%①'
    """
    for char in set(WIDE.findall(text)):
        text = text.replace(char, FULL_WIDTH[char])
    return text


def even(text: str, row: bool = False) -> str:
    """One line with its blanks evened out; in a table row the tabs between cells stay.

    >>> even(" 总　　 则\u200b ")
    '总 则'
    """
    if row:
        return ROW_BLANKS.sub("\t", BLANKS.sub(" ", GONE.sub("", text))).strip(" ")
    text = text.strip()
    return " ".join(GONE.sub("", text).split()) if UNEVEN.search(text) else text


def normalise(page: Page) -> tuple[Body, list[Diagnostic]]:
    """The body of a page, its blocks without a role yet; blocks that hold no visible character are gone."""
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
