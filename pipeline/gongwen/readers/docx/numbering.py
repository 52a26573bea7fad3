"""Word's automatic numbers, which are in no text run: they are counted as Word counts them.

    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/>   （一） （二） …

A paragraph names a list (`numId`) and a level. The list takes its levels from an abstract one, which several lists
share with one counter; `startOverride` restarts it at the first use of the list (ECMA-376 Part 1, 17.9).
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from gongwen.readers.docx.styles import Styles, attribute, child, local, number, switched
from gongwen.readers.list_numbers import list_number

LEVELS = 9
PLACE = re.compile("%([1-9])")
ENDS = tuple("、.．。：:)）]】》」 ")
"""What ends a number by itself; after other characters Word's tab or blank is shown as a blank."""


class Level(NamedTuple):
    """One level of a list."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    """The level, from 1, that restarts this one; 0 for none, `None` for every higher one."""
    legal: bool = False
    """All numbers in digits."""
    suffix: str = "tab"
    style: str | None = None
    """The paragraph style linked to this level."""


class List(NamedTuple):
    """A list: the counter that it shares, its levels, and the levels that it restarts at its first use."""

    counter: int
    levels: tuple[Level, ...]
    anew: frozenset[int]


class Numbering:
    """The lists of a document while it is read from top to bottom."""

    def __init__(self, root: Any | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[int, Any] = {}
        self._listed: dict[int, Any] = {}
        for element in root if root is not None else ():
            if local(element) == "abstractNum":
                self._abstract[number(element, "abstractNumId") or 0] = element
            elif local(element) == "num":
                self._listed[number(element, "numId") or 0] = element
        self._lists: dict[int, List | None] = {}
        self._counts: dict[int, list[int | None]] = {}
        self._met: set[int] = set()

    def next(self, list_id: int, level: int | None, style: str | None) -> str:
        """What the next paragraph of a list shows before its text; empty for a bullet or an unknown list."""
        if list_id not in self._lists:
            self._lists[list_id] = self._list(list_id)
        found = self._lists[list_id]
        if found is None:
            return ""
        if level is None:
            level = next((at for at, one in enumerate(found.levels) if style and one.style == style), 0)
        level = min(max(level, 0), LEVELS - 1)
        counts = self._counts.setdefault(found.counter, [None] * LEVELS)
        if list_id not in self._met:
            self._met.add(list_id)
            for at in found.anew:
                counts[at] = None
        _count(counts, found.levels, level)
        return _shown(counts, found.levels, level)

    def _list(self, list_id: int) -> List | None:
        element = self._listed.get(list_id)
        counter = number(child(element, "abstractNumId")) if element is not None else None
        if element is None or counter is None:
            return None
        counter, abstract = self._linked(counter)
        if abstract is None:
            return None
        levels = {number(one, "ilvl"): _level(one) for one in abstract if local(one) == "lvl"}
        anew = set()
        for override in (one for one in element if local(one) == "lvlOverride"):
            at = number(override, "ilvl") or 0
            own = child(override, "lvl")
            level = _level(own) if own is not None else levels.get(at, Level())
            start = number(child(override, "startOverride"))
            if start is not None:
                level = level._replace(start=start)
                anew.add(at)
            levels[at] = level
        whole = tuple(levels.get(at, Level()) for at in range(LEVELS))
        return List(counter, whole, frozenset(at for at in anew if 0 <= at < LEVELS))

    def _linked(self, counter: int) -> tuple[int, Any]:
        """An abstract list that only names a list style refers to that style's list."""
        for _ in range(3):
            abstract = self._abstract.get(counter)
            name = attribute(child(abstract, "numStyleLink")) if abstract is not None else None
            if name is None:
                return counter, abstract
            listed = self._listed.get(self._styles.style(name).list_id or 0)
            following = number(child(listed, "abstractNumId")) if listed is not None else None
            if following is None:
                return counter, abstract
            counter = following
        return counter, None


def _level(element: Any) -> Level:
    start = number(child(element, "start"))
    form = child(element, "numFmt")
    if form is None:  # a form of newer versions stands next to one that all versions know
        form = child(element, "AlternateContent", "Fallback", "numFmt")
    text = attribute(child(element, "lvlText")) or ""
    return Level(
        0 if start is None else start,
        attribute(form) or "decimal",
        text,
        number(child(element, "lvlRestart")),
        bool(switched(child(element, "isLgl"))),
        attribute(child(element, "suff")) or "tab",
        attribute(child(element, "pStyle")),
    )


def _count(counts: list[int | None], levels: tuple[Level, ...], level: int) -> None:
    """Count on at a level; those below restart, unless their rule says otherwise.

    A higher level that was skipped is counted as if it had been there, as Word does.
    """
    before = counts[level]
    counts[level] = levels[level].start if before is None else before + 1
    for above in range(level - 1, -1, -1):
        if counts[above] is not None:
            break
        counts[above] = levels[above].start
    for below in range(level + 1, LEVELS):
        restart = levels[below].restart
        if restart is None or level < restart:
            counts[below] = None


def _shown(counts: list[int | None], levels: tuple[Level, ...], level: int) -> str:
    own = levels[level]
    if own.form == "bullet":
        return ""

    def spelled(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        count = counts[at]
        return list_number(
            levels[at].start if count is None else count, "decimal" if own.legal else levels[at].form
        )

    text = PLACE.sub(spelled, own.text)
    return text if not text or own.suffix == "nothing" or text.endswith(ENDS) else text + " "
