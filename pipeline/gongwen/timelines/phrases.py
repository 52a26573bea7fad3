"""提法: runs of words that appear, peak and disappear, found by counting alone.

    words        cut by jieba's dictionary; a run of two to five between stops, three to twelve characters
    a phrase     keeps together: at any place where it could be cut, one part seldom stands without the other
    telling      its counts are far from what the lengths of the notices let expect (log likelihood, Dunning 1993)

No phrase is named here. A phrase inside a longer one that tells the same is left out, and so is the longer one of two.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from operator import mul

from gongwen.contract import Notice
from gongwen.contract.timeline import Phrase, Trend, Turns
from gongwen.timelines.candidates import candidates

ROLES = frozenset("title lead heading paragraph item table".split())
MISCUT = 2.5
"""A run this many times more frequent than its cuts is part of other words: 快发展 of 加快发展."""
ALIKE, SAME = 0.85, 0.97
"""Two phrases that overlap, or contain one another, say the same if their counts are this similar (cosine)."""
EVEN = 6.0
"""Less surprise than this is due to chance."""
MOST, EACH = 600, 40
"""How many phrases of a series are kept, and how many new ones of each notice."""
CHANGED = 1.5
"""A phrase rises or falls if its rate changed by this factor, and by two occurrences."""
TURNS = 40
"""How many of each are listed with a notice."""


class Counts:
    """The phrases of a series with their counts in each notice."""

    def __init__(self, notices: Sequence[Notice]) -> None:
        self.texts = [_text(notice) for notice in notices]
        self.lengths = [len(text.replace("\n", "")) for text in self.texts]
        self.rows = _telling(candidates(self.texts), self.texts, self.lengths)

    def phrases(self) -> list[Phrase]:
        """The phrases, the most distinctive first."""
        return [self._phrase(text, row) for text, row in self.rows.items()]

    def turns(self, at: int) -> Turns:
        """What a notice changes compared with the one before."""
        lists: dict[str, list[tuple[float, str]]] = {"new": [], "rising": [], "falling": [], "dropped": []}
        for text, row in self.rows.items() if at else ():
            name = self._turn(row, at)
            if name in lists:
                lists[name].append((-abs(self._rate(row, at) - self._rate(row, at - 1)), text))
        kept = {name: [text for _, text in sorted(found)[:TURNS]] for name, found in lists.items()}
        return Turns(**kept)

    def _phrase(self, text: str, row: list[int]) -> Phrase:
        present = [at for at, count in enumerate(row) if count]
        latest = len(row) - 1
        trend: Trend = self._turn(row, latest) or "gone"
        return Phrase(
            text=text,
            counts=row,
            total=sum(row),
            first=present[0],
            last=present[-1],
            peak=row.index(max(row)),
            trend=trend,
        )

    def _rate(self, row: Sequence[int], at: int) -> float:
        return row[at] / self.lengths[at] if self.lengths[at] else 0.0

    def _turn(self, row: Sequence[int], at: int) -> Trend | None:
        """How a phrase changed from one notice to the next; `None` if it is in neither."""
        if not row[at]:
            return "dropped" if at and row[at - 1] else None
        if not any(row[:at]):
            return "new"
        if not row[at - 1]:
            return "returned"
        now, then = self._rate(row, at), self._rate(row, at - 1)
        if abs(row[at] - row[at - 1]) < 2:
            return "steady"
        return "rising" if now > then * CHANGED else "falling" if now * CHANGED < then else "steady"


def _text(notice: Notice) -> str:
    """The text proper, without signature, contacts and page furniture."""
    return "\n".join(notice.text[slice(*block.span)] for block in notice.blocks if block.role in ROLES)


def _telling(
    found: dict[str, list[int]], texts: Sequence[str], lengths: Sequence[int]
) -> dict[str, list[int]]:
    """The most distinctive phrases of the series and of each notice, each once, with their actual counts."""
    total = sum(lengths) or 1
    surprises = {text: _surprise(row, lengths, total) for text, row in found.items()}
    ranked = sorted(found, key=lambda text: (-surprises[text], text))
    kept: dict[str, list[int]] = {}
    parts: dict[str, list[str]] = {}
    room = [EACH] * len(texts)
    for text in ranked:
        first = next(at for at, count in enumerate(found[text]) if count)
        if (len(kept) >= MOST or surprises[text] < EVEN) and not room[first]:
            continue
        pieces = {text[at : at + 2] for at in range(len(text) - 1)}
        near = sorted({other for piece in pieces for other in parts.get(piece, ())})
        if any(_same(text, other, found) for other in near):
            continue
        row = [whole.count(text) for whole in texts]
        if sum(row) <= MISCUT * sum(found[text]):
            kept[text] = row
            room[first] -= room[first] > 0
            for piece in pieces:
                parts.setdefault(piece, []).append(text)
    return kept


def _surprise(row: Sequence[int], lengths: Sequence[int], total: int) -> float:
    """Log likelihood ratio of the counts against an even spread; for one notice, the count."""
    times = sum(row)
    if len(row) == 1:
        return float(times)
    return 2 * sum(
        count * log(count * total / (times * length))
        for count, length in zip(row, lengths, strict=True)
        if count
    )


def _same(text: str, other: str, rows: dict[str, list[int]]) -> bool:
    """Whether a phrase says the same as a stronger one: they share words, and their counts move together."""
    if text in other or other in text:
        return _cosine(rows[text], rows[other]) > ALIKE
    return _overlap(text, other) and _cosine(rows[text], rows[other]) > SAME


def _overlap(text: str, other: str) -> bool:
    """结构性改革 and 侧结构性: the end of one is the beginning of the other."""
    return any(
        text.endswith(other[:size]) or other.endswith(text[:size])
        for size in range(min(len(text), len(other)) - 1, 1, -1)
    )


def _cosine(left: Sequence[int], right: Sequence[int]) -> float:
    both = sum(map(mul, left, right))
    size = sum(map(mul, left, left)) * sum(map(mul, right, right))
    return both / size**0.5 if size else 0.0
