"""The sentences of a notice, each in the unit whose own text contains it.

（一）加强领导。各县区要成立专班。抓好落实。        加强领导。 is a heading; two sentences follow
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from gongwen.comparison.segments import BLANK, Source
from gongwen.comparison.units import Piece, Unit

SENTENCE = re.compile(
    r"""
    [^。!?\n]*+
    (?:
      [。!?]++ [”’"')」』]*+    # 会议强调：“要抓好落实。”
    | \n
    | \Z
    )
""",
    re.VERBOSE,
)
SILENT = re.compile(r"[\W_]*")
STOPS = "。.;:"
"""A heading is the same with and without its full stop."""


class Sentence(NamedTuple):
    """A sentence of a unit's own text."""

    place: int
    """Its index among the sentences of its notice, in the order of the text."""
    unit: int
    """Place of its unit."""
    start: int
    end: int
    key: str
    """Folded, without blanks and its full stop: the form compared for equality."""
    heading: bool

    @property
    def span(self) -> Piece:
        """Its place in the text of its notice."""
        return self.start, self.end


def sentences_of(units: Sequence[Unit], source: Source) -> list[Sentence]:
    """Every sentence of a notice, headings among them, units in their order."""
    found: list[Sentence] = []
    for unit in units:
        for start, end in _spans(unit.pieces, source):
            key = BLANK.sub("", source.folded[start:end]).rstrip(STOPS)
            heading = unit.headed and start == unit.pieces[0][0]
            found.append(Sentence(len(found), unit.place, start, end, key, heading))
    return found


def _spans(pieces: Sequence[Piece], source: Source) -> list[Piece]:
    """The sentences of some pieces without the blanks around them; none ends inside a number, a date or a title.

    Mere punctuation belongs to the sentence before it.
    """
    folded = source.folded
    spans: list[Piece] = []
    for start, end in pieces:
        opened = start
        for match in SENTENCE.finditer(folded, start, end):
            closed = match.end()
            if closed < end and source.cuts(closed):
                continue
            first, last = _trimmed(folded, opened, closed)
            if not SILENT.fullmatch(folded, first, last):
                spans.append((first, last))
            elif spans and first < last:
                spans[-1] = spans[-1][0], last
            opened = closed
    return spans


def _trimmed(folded: str, start: int, end: int) -> Piece:
    text = folded[start:end]
    first = end - len(text.lstrip())
    return first, max(first, start + len(text.rstrip()))
