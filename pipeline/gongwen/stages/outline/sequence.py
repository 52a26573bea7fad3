"""Which candidate markers are markers, and at which depth: one decoding of the whole document.

    一、总体要求          1
    （一）指导思想        2         一、二级标题      no marker: nothing continues it
    1.……                  3         14针对……          a marker: 13. stands before it, 15. after it
    （二）基本原则        2

Every reading of the document is a path: a candidate is rejected, continues an open list, or opens a list under
one. Each step has a price, and the cheapest path wins (a beam search, since there are too many stacks for Viterbi).
Opening with 1 and continuing with n+1 are free; a gap, a duplicate, a restart and a number that runs on under the next
parent each have a price, and so does denying that 三、 at the start of a paragraph is a marker. Style is not level:
depth is the place in the stack of open lists, and the usual order of styles is only a prior.

Named assumptions:

- an inline list has at least two items: opening one has a price, which continuing refunds;
- a marker inside an open quotation does not continue a list outside it, nor the other way round;
- a bare number (14针对) is a marker only where its neighbours are in sequence.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from gongwen.model import Marker
from gongwen.rules.numbering.styles import BY_NAME, TITLED, Style

BEAM = 8
MARGIN = 5.0
"""Readings that cost this much more than the best are dropped."""

GAP, GAP_EACH, GAP_MOST = 2.0, 0.3, 2.5
DUPLICATE = 3.0
BACKWARDS = 4.5
MISPLACED = 2.5
"""An article after a later one is an article nevertheless."""
RESTART = 3.2
RESTART_LEAF = 0.6
LEAF = 14
"""Depth from which a style lists sentences (第一， 一是) rather than sections."""
LATE_START = 2.2
RUNS_ON = 0.4
"""The number continues the list closed by the previous parent, which stood no higher: 第十条 below 第二章."""
DEEPER = 0.2
INVERTED = 2.5
"""A list of a usually higher style under one of a usually lower style; not charged again where its number runs on."""
TITLE_BELOW = 8.0
"""第二章 under 第九条."""
ARTICLES_BELOW = 1.0
"""一、总则 above 第一条: hardly less usual than 一、 below 第一条."""
HEADINGS_OF_ARTICLES = frozenset({"chinese", "chinese_parenthesis", "chinese_square", "capital"})
CLOSES_HIGHER = 1.5
"""A list of a usually lower style takes the place of one of a usually higher style."""
ANYWHERE = frozenset({"labelled"})
"""Styles that head sections of any depth: 任务一 stands above 一、, 问题1 below （一）."""
NESTED_SAME = 4.0
NEVER_NESTED = TITLED | {"article"}
"""An article only stands within an article if it is quoted."""
BARE, BARE_FIRST, BARE_LATE = 1.0, 3.0, 6.5
"""A number without point or bracket that continues a list, opens one with 1, or opens one with another number."""
OTHER_STYLE = 0.5
ACROSS_QUOTE = 4.0
INLINE_OPEN = {"stop": 1.0, "comma": 1.2, "glued": 3.0, "run": 1.1}
INLINE_NEXT = {"stop": -1.5, "comma": -1.2, "glued": -0.6, "run": -1.3}
INLINE_GAP = 1.5
DOUBTFUL = 1.5
"""The price of denying 第三条生产线, and of opening a list with it."""
HEADS_OPEN, HEADS_NEXT = 1.0, -1.5
"""A bare number that heads text: two in sequence are better than none."""
CONFIRMED = 4.0
"""The price of denying 2 above 2.1."""
BELOW_ITS_NUMBER = -1.5
"""2.1 below 2."""
ANNOUNCED = 1.5
"""A list below one of its own style, announced by the line above."""
NONE = (0, 0)
DEPTHS = {name: style.depth for name, style in BY_NAME.items()}


class Claim(NamedTuple):
    """A candidate with what the search needs to know about its place."""

    marker: Marker
    style: Style
    quoted: bool
    """Inside a quotation that runs over its paragraph."""
    joint: str
    """What an inline marker follows: `stop`, `comma`, `glued` to a word, or a `run` of text without line breaks."""
    parent: int | None = None
    """The number that a decimal one belongs under: 2 for 2.1."""
    heads: bool = False
    """A bare number before a few words on a line of their own, with text below."""
    doubtful: bool = False
    """It may just as well be part of a sentence: 第三条生产线."""
    confirmed: bool = False
    """The next claim is the first decimal number below it: 2 above 2.1."""
    announced: bool = False
    """The line above announces a list: 整改情况："""

    @property
    def denial(self) -> float:
        """The price of denying that it is a marker."""
        if self.marker.inline:
            return 0.0
        if self.confirmed:
            return max(self.style.strength, CONFIRMED)
        return min(self.style.strength, DOUBTFUL) if self.doubtful else self.style.strength


class Placed(NamedTuple):
    """An accepted marker and its depth in its document, from 1."""

    marker: Marker
    depth: int


Frame = tuple[str, int, bool, str]
"""An open list: family, last ordinal, quoted, style."""


Trail: TypeAlias = "tuple[int, int, Trail] | None"
"""Index of an accepted claim, its depth, and the claims before it: readings share their beginnings."""


Closed: TypeAlias = dict[str, tuple[int, int]]
"""The last ordinal and the level of the last closed list of a family."""


Path: TypeAlias = tuple[float, tuple[Frame, ...], Closed, Trail]
"""A reading so far: its cost, open lists, closed lists, and accepted claims, the last first. A bare tuple, because tens of
thousands are made and unpacked in a long law."""


Step: TypeAlias = tuple[float, Path, int, Frame | None, int]
"""How a reading may continue: the new cost, the reading, the level and list that the claim joins (no list if it is no marker),
and the level from which lists close. The new reading is only built if it is cheap enough to be kept."""


def decode(claims: Sequence[Claim]) -> list[Placed]:
    """The accepted markers in order, each with its depth."""
    paths: list[Path] = [(0.0, (), {}, None)]
    for index, claim in enumerate(claims):
        steps: list[Step] = []
        denial = claim.denial
        for path in paths:
            _add_steps(steps, path, claim, denial)
        limit = min([step[0] for step in steps]) + MARGIN
        paths = [_taken(step, index) for step in steps if step[0] <= limit]
        if len(paths) > 1:
            paths = _distinct(paths)
    return _accepted(paths[0], claims)


def _distinct(paths: list[Path]) -> list[Path]:
    """The cheapest of each group of readings that have the same future; the cheapest of all first."""
    best: dict[tuple[tuple[Frame, ...], int], Path] = {}
    for path in paths:
        _, frames, closed, _ = path
        # A bare 2 that ends a list is only confirmed by a 3. that continues under the next parent.
        state = frames, closed.get("arabic", NONE)[0]
        known = best.get(state)
        if known is None or path[0] < known[0]:
            best[state] = path
    return sorted(best.values(), key=_cost)[:BEAM]


_cost = itemgetter(0)


def _accepted(path: Path, claims: Sequence[Claim]) -> list[Placed]:
    placed, trail = [], path[3]
    while trail is not None:
        index, depth, trail = trail
        placed.append(Placed(claims[index].marker, depth))
    placed.reverse()
    return placed


def _taken(step: Step, index: int) -> Path:
    """The reading after a step."""
    cost, (_, frames, closed, trail), level, frame, closes = step
    if frame is None:
        return cost, frames, closed, trail
    return cost, (*frames[:level], frame), _closing(frames, closes, closed), (index, level + 1, trail)


def _add_steps(steps: list[Step], path: Path, claim: Claim, denial: float) -> None:
    """Every way in which a reading can continue with a claim."""
    marker, style, quoted, joint = claim[:4]
    cost, frames, closed, _ = path
    name, family, number = style.name, style.family, marker.ordinal
    steps.append((cost + denial, path, 0, None, 0))
    held = -1
    level = len(frames)
    for known, last, known_quoted, _ in reversed(frames):
        level -= 1
        if known != family or (held >= 0 and number != last + 1):
            continue
        price = _next_price(frames[level], number, claim)
        if price is not None:
            frame = (family, _counted(number, last), known_quoted, name)
            steps.append((cost + price, path, level, frame, level + 1))
        if held < 0:
            held = level
    last, lowest = closed.get(family, NONE)
    follows = number is not None and number > 1 and last == number - 1
    frame = (family, _counted(number, 0), quoted, name)
    for level in _openings(frames, style.depth, held if number == 1 else -1):
        if level <= held and number != 1:
            continue
        if 0 <= held < level and not quoted and name in NEVER_NESTED:
            continue
        runs_on = follows and _reaches(frames, level, lowest, name)
        price = _open_price(claim, runs_on)
        if price is None:
            continue
        total = cost + price + _place_price(frames, level, claim, runs_on)
        if 0 <= held < level:
            if claim.announced:
                total += ANNOUNCED
            else:
                total += NESTED_SAME if not marker.inline or joint != "stop" else NESTED_SAME - 2.0
        elif held >= 0:
            total += _restart_price(claim)
        steps.append((total, path, level, frame, level))


def _counted(number: int | None, last: int) -> int:
    return last + 1 if number is None else number


def _closing(frames: tuple[Frame, ...], level: int, closed: Closed) -> Closed:
    if level >= len(frames):
        return closed
    kept = dict(closed)
    for at in range(level, len(frames)):
        family, last, _, _ = frames[at]
        kept[family] = last, at
    return kept


def _next_price(frame: Frame, number: int | None, claim: Claim) -> float | None:
    """The price for a claim to continue an open list; `None` where it can't."""
    _, last, quoted, style = frame
    price = 0.0 if style == claim.style.name else OTHER_STYLE
    if quoted != claim.quoted:
        price += ACROSS_QUOTE
    step = 1 if number is None else number - last
    if claim.marker.inline:
        price += INLINE_NEXT[claim.joint]
        if step != 1:
            return price + 1.5 + INLINE_GAP * (step if step > 0 else 3) if 0 < step < 3 else None
    if claim.heads and step == 1:
        return price + HEADS_NEXT
    if claim.style.consecutive and not claim.heads:
        return price + BARE if step == 1 else None
    if step == 1:
        return price
    if style == "article" and step < 0 and number != 1:
        return price + MISPLACED
    if step > 1:
        return price + GAP + min(GAP_EACH * (step - 1), GAP_MOST)
    if step == 0:
        return price + DUPLICATE
    return price + (_restart_price(claim) if number == 1 else BACKWARDS)


def _restart_price(claim: Claim) -> float:
    """Lists inside paragraphs restart all the time, numbered sections hardly ever without a new parent."""
    return RESTART_LEAF if claim.marker.inline or claim.style.depth >= LEAF else RESTART


def _open_price(claim: Claim, runs_on: bool) -> float | None:
    """The price for a claim to open a list, at any level; `None` where it can't."""
    marker, style = claim.marker, claim.style
    number = 1 if marker.ordinal is None else marker.ordinal
    price = INLINE_OPEN[claim.joint] if marker.inline else 0.0
    if claim.heads:
        price += HEADS_OPEN
    elif style.bare:
        price += BARE_FIRST if number == 1 else BARE_LATE
    if claim.doubtful:
        price += DOUBTFUL
    if style.name == "sequence_word" and marker.ordinal is None:
        return None
    if number == 1:
        return price
    if marker.inline and not runs_on:
        return None
    return price + (RUNS_ON if runs_on else LATE_START + min(0.1 * number, 1.0))


def _openings(frames: tuple[Frame, ...], depth: float, held: int) -> list[int]:
    """The levels at which a list may open: the innermost, where its style usually stands, below one of its own family.

    `held` is the level of that list, -1 where there is none.
    """
    levels = [len(frames)]
    level = len(frames)
    while level and DEPTHS[frames[level - 1][3]] >= depth:
        level -= 1
    if level != len(frames):
        levels.append(level)
    if held >= 0 and held + 1 not in levels:
        levels.append(held + 1)
    return levels


def _reaches(frames: tuple[Frame, ...], level: int, lowest: int, style: str) -> bool:
    """Whether a list closed at the level `lowest` may continue at another."""
    return level <= lowest or frames[level - 1][3] in TITLED or style == "article"


def _inverted(style: str, above: str) -> float:
    """The price of a style below one that usually stands lower."""
    if style == "article" and above in HEADINGS_OF_ARTICLES:
        return ARTICLES_BELOW
    return TITLE_BELOW if style in TITLED and above not in TITLED else INVERTED


def _place_price(frames: tuple[Frame, ...], level: int, claim: Claim, runs_on: bool) -> float:
    price, style, quoted = DEEPER, claim.style, claim.quoted
    above = frames[level - 1][3] if level else ""
    if above and claim.parent is not None and frames[level - 1][1] == claim.parent:
        price += BELOW_ITS_NUMBER
    if (
        above
        and above not in ANYWHERE
        and not quoted
        and not runs_on
        and not claim.announced
        and DEPTHS[above] > style.depth
    ):
        price += _inverted(style.name, above)
    for _, _, frame_quoted, name in frames[level:]:
        price += CLOSES_HIGHER if name in ANYWHERE or DEPTHS[name] < style.depth else 0.0
        price += ACROSS_QUOTE if quoted and not frame_quoted else 0.0
    return price
