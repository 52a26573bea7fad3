"""What the search needs to know about the place of a candidate marker: whether it is quoted, what it follows, whether it heads text.

“第五条修改为：          a quotation that is closed paragraphs later: what stands in it is quoted
……。二是抓落实           an inline marker behind a stop
1　范围                  a bare number before a few words on a line of their own, text below: it heads
第三条生产线建成。       条 counts: an article in doubt
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from gongwen.model import Body, Marker, Span
from gongwen.rules.layout.parts import LABELLED
from gongwen.rules.numbering.ordinals import decimal_parent
from gongwen.rules.numbering.styles import BY_NAME
from gongwen.rules.numbering.vetoes import ROUTE
from gongwen.stages.outline.sequence import Claim
from gongwen.stages.roles.assignment import TEXT_ROLES

QUOTE_REACH = 60
"""A quotation not closed within so many paragraphs was never one."""
FEW_BLOCKS = 5
"""A text of so few lines has no such headings: its sections run on inside the line."""
STOPS = "。;:!?…”’)》"
FEW_WORDS = re.compile(r"\s*(?:[一-鿿A-Za-z“”《》()、·—-]{2,25}|(?:[一-鿿]\s{1,4}){1,3}[一-鿿]):?$")
"""What follows a number that heads text: 总则, 总　则, 检查与考核."""
BLOCK_REACH = 200
"""How much of the line above is examined."""


def claims(body: Body, markers: Sequence[Marker]) -> list[Claim]:
    """The candidates of a body with their place, and its chapter titles without a number, in order."""
    quotations = _quotations(body)
    run = sum(block.role in TEXT_ROLES for block in body.blocks) <= FEW_BLOCKS
    opened_bare = {
        marker.block for marker in markers if not marker.inline and BY_NAME[marker.style].consecutive
    }
    found, at = [], 0
    for marker in markers:
        while at < len(quotations) and quotations[at].end <= marker.start:
            at += 1
        quoted = at < len(quotations) and quotations[at].start < marker.start
        found.append(_claim(body, marker, quoted, run, opened_bare))
    found = [_confirmed(claim, below) for claim, below in pairwise([*found, None]) if claim]
    unnumbered = _unnumbered(body)
    return sorted([*found, *unnumbered], key=_start) if unnumbered else found


def _start(claim: Claim) -> int:
    return claim.marker.start


def _claim(body: Body, marker: Marker, quoted: bool, run: bool, opened_bare: set[int]) -> Claim:
    style, folded = BY_NAME[marker.style], body.folded
    if marker.inline:
        return Claim(marker, style, quoted, _joint(folded, marker.start, run))
    end = body.blocks[marker.block].end
    heads = style.consecutive and _heads(body, marker, end, opened_bare)
    parent = decimal_parent(marker.style, folded, marker.start, marker.end) if style.decimal else None
    doubtful = style.name == "article" and ROUTE.match(folded, marker.end, end) is not None
    announced = style.name == "chinese" and marker.ordinal == 1 and _is_announced(folded, marker.start)
    return Claim(
        marker, style, quoted, "", parent=parent, heads=heads, doubtful=doubtful, announced=announced
    )


def _confirmed(claim: Claim, below: Claim | None) -> Claim:
    """2 above 2.1 is its chapter, however it is printed."""
    if claim.style.family != "arabic" or claim.marker.inline or below is None or below.parent is None:
        return claim
    if below.parent != claim.marker.ordinal or below.marker.ordinal != 1:
        return claim
    return claim._replace(heads=claim.style.bare, confirmed=True)


def _heads(body: Body, marker: Marker, end: int, opened_bare: set[int]) -> bool:
    """Whether a bare number stands before a few words alone on their line, and text that is no such line below."""
    below = marker.block + 1
    return (
        FEW_WORDS.match(body.folded, marker.end, end) is not None
        and below < len(body.blocks)
        and body.blocks[below].role in TEXT_ROLES
        and below not in opened_bare
    )


def _is_announced(folded: str, start: int) -> bool:
    """整改情况：已完成。 and a line that ends with a colon announce a list below them, whatever its style."""
    above = folded[max(0, start - BLOCK_REACH) : max(0, start - 1)].rpartition("\n")[2]
    return above.endswith(":") or LABELLED.match(above) is not None


def _unnumbered(body: Body) -> list[Claim]:
    """Chapter titles without their number, as claims of a marker that is empty."""
    return [
        Claim(Marker(block.start, block.start, "chapter", None, index, False), BY_NAME["chapter"], False, "")
        for index, block in enumerate(body.blocks)
        if block.role == "heading"
    ]


def _joint(folded: str, start: int, run: bool) -> str:
    before = folded[start - 1] if folded[start - 1] != " " else folded[start - 2]
    if before in STOPS:
        return "stop"
    if before in ",、":
        return "comma"
    return "run" if run else "glued"


def _quotations(body: Body) -> list[Span]:
    """Quotations that run over a paragraph: amended articles open “ in each and close ” in the last alone."""
    found: list[Span] = []
    opened, since = -1, 0
    for index, (start, end, role, _) in enumerate(body.blocks):
        if role not in TEXT_ROLES:
            continue
        opening, closing = body.text.rfind("“", start, end), body.text.rfind("”", start, end)
        if opened < 0:
            if opening > closing:
                opened, since = opening, index
        elif closing > opening:
            found.append(Span(opened, closing))
            opened = -1
        elif index - since > QUOTE_REACH:
            opened = -1
    return found
