"""The text of a unit as the segments by which wording is compared: clauses, and the words of a clause.

督促4个县(区)拨付滞留资金1862.35万元     督促 4个 县 ( 区 ) 拨付 滞留 资金 1862.35万元
印发《关于加强……的意见》（试行）          印发 《关于加强……的意见》（试行）

A number with its unit, a date, a 《title》 and a 发文字号 are each one word. The rest is cut by jieba, whose dictionary is
loaded on first use.
"""

from __future__ import annotations

import re
import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from gongwen.contract import Notice
from gongwen.rules.text.characters import fold

if TYPE_CHECKING:
    from collections.abc import Callable

WHOLE = frozenset("date money quantity percent rank document document_number".split())
"""Mentions that count as one word."""
CLAUSE = re.compile(r"[^,。;:!?、\n]*+(?:[,。;:!?、\n]++|\Z)")
GLUED = re.compile(r"\d[,:]\Z")
"""A comma or a colon between two digits ends no clause: 3,276.4万元, 8:30."""
ATOM = re.compile(
    r"《[^《》]*+(?:《[^《》]*+》[^《》]*+)*+》|[A-Za-z0-9]++(?:[.,:/-][A-Za-z0-9]++)*+%?+|\s++"
)
BLANK = re.compile(r"\s+")


class Segment(NamedTuple):
    """A clause or a word with its place in the text of its notice."""

    key: str
    """Folded, without blanks: the form compared for equality."""
    start: int
    end: int


class Source:
    """One notice prepared for comparing wording: folded, with the places that are never cut."""

    def __init__(self, notice: Notice) -> None:
        self.folded = fold(notice.text)
        whole = sorted(mention.span for mention in notice.mentions if mention.kind in WHOLE)
        self.starts = [span[0] for span in whole]
        self.ends = [span[1] for span in whole]

    def within(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The places inside a passage that are never cut."""
        first = bisect_left(self.starts, start)
        for at in range(first, bisect_left(self.starts, end)):
            if self.ends[at] <= end:
                yield self.starts[at], self.ends[at]

    def cuts(self, place: int) -> bool:
        """Would a cut here go through a number, a date or a title?"""
        at = bisect_right(self.starts, place) - 1
        return at >= 0 and self.starts[at] < place < self.ends[at]

    def clauses(self, pieces: Sequence[tuple[int, int]]) -> list[Segment]:
        """The clauses of a unit in order, each with its punctuation."""
        found: list[Segment] = []
        for start, end in pieces:
            opened = start
            for match in CLAUSE.finditer(self.folded, start, end):
                closed = match.end()
                if closed < end and (self.cuts(closed) or self._glues(closed)):
                    continue
                if key := BLANK.sub("", self.folded[opened:closed]):
                    found.append(Segment(key, opened, closed))
                opened = closed
        return found

    def _glues(self, place: int) -> bool:
        return self.folded[place].isdecimal() and GLUED.search(self.folded, place - 2, place) is not None

    def words(self, clauses: Sequence[Segment]) -> list[Segment]:
        """The words of some clauses."""
        return [word for clause in clauses for word in self._words(clause.start, clause.end)]

    def _words(self, start: int, end: int) -> Iterator[Segment]:
        at = start
        for whole in [*self.within(start, end), (end, end)]:
            yield from self._plain(at, whole[0])
            if whole[0] < whole[1]:
                yield Segment(BLANK.sub("", self.folded[slice(*whole)]), *whole)
            at = whole[1]

    def _plain(self, start: int, end: int) -> Iterator[Segment]:
        at = start
        for atom in ATOM.finditer(self.folded, start, end):
            yield from self._cut(at, atom.start())
            if not atom[0].isspace():
                yield Segment(atom[0], atom.start(), atom.end())
            at = atom.end()
        yield from self._cut(at, end)

    def _cut(self, start: int, end: int) -> Iterator[Segment]:
        if start >= end:
            return
        for word in cut(self.folded[start:end]):
            yield Segment(word, start, start + len(word))
            start += len(word)


@lru_cache(maxsize=1 << 14)
def cut(text: str) -> tuple[str, ...]:
    """The words of a text as jieba's dictionary has them, the text in full; repeated texts are cut once.

    >>> cut("深化供给侧结构性改革")
    ('深化', '供给', '侧', '结构性', '改革')
    """
    return tuple(_cutter()(text, HMM=False))


@cache
def _cutter() -> Callable[..., list[str]]:
    """jieba's own dictionary, unaffected by words that a program has added to the shared one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(60)
    cutter = jieba.Tokenizer()
    cut: Callable[..., list[str]] = cutter.lcut
    return cut
