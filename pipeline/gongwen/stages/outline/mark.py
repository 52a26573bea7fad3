"""Every place in the text that claims to be numbered, from the table in `gongwen.rules.numbering.styles`.

    一是抓学习。做好两项工作。二是抓落实。      -> 一是 (opens the block), 二是 (inline)

This stage only makes claims: what can never be a marker is vetoed here (dates, amounts, 一、二级, （四）、（五）项);
whether the rest are markers is decided by the sequence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import cast

from gongwen.model import Body, Marker
from gongwen.model.marker import StyleName
from gongwen.rules.numbering.markers import INLINE, OPENING, QUOTES
from gongwen.rules.numbering.ordinals import flags_of, ordinal_of

MARKED_ROLES = frozenset({"lead", "paragraph", "closing"})
"""Roles whose numbers are not those of sections."""

ANNOUNCED = re.compile(r"(?:[:]|如下[。:]?|下列.{0,12}[。:])$")


NOTES = re.compile("(?:注释?|脚注|尾注|备注):?$")
"""Below it, [1] marks notes to the text above, not sections."""
EXPLAINED = re.compile("[^:。]{1,30}:")
"""［28］三个立法权：…… explains a term, as an entry of a glossary."""
TABLE_ROW = re.compile(r"[^\n。;]{0,40}(?:\s\S{0,20}\d[\d.%-]*){2}$")
"""What follows the bracket at the beginning of a wrapped table cell: （一） 李某 200000000002 107.62."""
IN_TABLES = frozenset({"chinese_parenthesis", "arabic_parenthesis"})
OPTION = re.compile(r"[A-H][、.)]")
TWO_OPTIONS = re.compile(r"A[、.)][^\n。;]{1,60}\sB[、.)]")
"""A．地域性 国际性 B．实践性 理论性: two options of an examination on one line."""
QUESTION_REACH = 40
QUESTION = re.compile(
    r"\(\s*\)[。.?]?$|_{2,}|[?]$|(?:指的是|正确的|错误的|恰当的|符合.{0,8}的).{0,6}[是项]?[:]$"
)
"""An examination question: 宪法日是（　）。"""


def mark(body: Body) -> tuple[Marker, ...]:
    """The candidate markers of a body in order."""
    return tuple(_padded(_marks(body)))


def _padded(markers: Iterable[Marker]) -> Iterator[Marker]:
    """10 after 09 continues the list 01, 02 although it is not padded."""
    last = 0
    for marker in markers:
        goes_on = (
            marker.style == "arabic_bare" and 9 <= last == (marker.ordinal or 0) - 1 and not marker.inline
        )
        if goes_on or marker.style == "arabic_padded":
            last = marker.ordinal or 0
        yield marker._replace(style="arabic_padded") if goes_on else marker


def _marks(body: Body) -> Iterator[Marker]:
    folded, text = body.folded, body.text
    after_dash = asked = noted = False
    for index, (start, end, role, _) in enumerate(body.blocks):
        if role not in MARKED_ROLES:
            noted = end - start < 6 and NOTES.match(folded, start, end) is not None
            continue
        noted = noted or (end - start < 6 and NOTES.match(folded, start, end) is not None)
        begin, opens_dash = start, False
        asked = _asks(folded, start, end, asked)
        if found := OPENING.match(folded, start, end):
            style = found.lastgroup or ""
            if style == "letter" and asked:
                continue
            if style == "bracketed" and noted and not EXPLAINED.match(folded, found.end(), end):
                continue
            if style in IN_TABLES and TABLE_ROW.match(folded, found.end(), end):
                continue
            opens_dash = style == "dash" and (after_dash or _announced(folded, start))
            if style != "dash" or opens_dash:
                at = start + (folded[start] in QUOTES)
                yield _marker(style, folded, text, at, found.end(), index, inline=False)
                begin = found.end()
        after_dash = opens_dash
        if end - start > 8:
            for found in INLINE.finditer(folded, begin, end):
                if found.start() > start:
                    yield _marker(
                        found.lastgroup or "", folded, text, found.start(), found.end(), index, inline=True
                    )


def _marker(style: str, folded: str, text: str, start: int, end: int, block: int, inline: bool) -> Marker:
    name = cast("StyleName", style)
    return Marker(
        start,
        end,
        name,
        ordinal_of(name, folded, start, end),
        block,
        inline,
        flags_of(name, folded, text, start, end),
    )


def _asks(folded: str, start: int, end: int, asked: bool) -> bool:
    """Whether options A. B. C. may stand here: below a question or its other options."""
    option = OPTION.match(folded, start, end) is not None
    if option and TWO_OPTIONS.match(folded, start, end):
        return True
    return asked if option else QUESTION.search(folded, max(start, end - QUESTION_REACH), end) is not None


def _announced(folded: str, start: int) -> bool:
    """A dash opens a list item only where a heading, a colon or 如下 announced a list, or after another such dash.

    In a report's narrative, and below a heading that closes with a stop, —— opens a paragraph for emphasis.
    """
    line_above = folded[max(0, start - 80) : max(0, start - 1)].rpartition("\n")[2]
    return not line_above.endswith(("。", "!", ";", "”", ",")) or bool(ANNOUNCED.search(line_above))
