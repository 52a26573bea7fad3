"""A comparison names the edits of a notice, whatever they are.

Any sample is edited at random, the truth is known; an edit is named right where its pair holds exactly the right
sections and bears exactly the right changes, and a name that nobody earned counts as one that is wrong.
"""

from collections import Counter
from functools import cache
from random import Random

import pytest
from edits import EDITS, Case, case, judge
from mirrors import faces, mirrored
from sampled import SAMPLES, sample

import gongwen

CASES = 100
SEEDS = range(5)
FLOOR, FLOOR_OF_A_KIND = 0.97, 0.9
SECTIONS = 8
"""A sample of fewer sections leaves nothing to edit."""


@cache
def notices() -> list[gongwen.Notice]:
    """The samples as texts, those that leave something to edit."""
    read = [gongwen.parse(sample(path.name).text) for path in SAMPLES]
    return [notice for notice in read if len(list(notice.walk())) >= SECTIONS]


def edited(count: int, random: Random) -> list[Case]:
    made: list[Case] = []
    while len(made) < count:
        drawn = case(random.choice(notices()), random)
        made += [drawn] if drawn else []
    return made


@pytest.mark.parametrize("seed", SEEDS)
def test_edits_are_named_right(seed: int) -> None:
    named, right, false = Counter(), Counter(), []
    for made in edited(CASES, Random(seed)):
        results, wrong = judge(made, gongwen.compare(made.old, made.new))
        false += wrong
        for told, is_right in results:
            for change in told.changes:
                named[change] += 1
                right[change] += is_right
    assert set(named) >= {"reworded", "moved", "split", "merged", "added", "removed", "figures_changed"}
    assert right.total() / (named.total() + len(false)) >= FLOOR, (named - right, false)
    worst = min(named, key=lambda change: right[change] / named[change])
    assert right[worst] >= FLOOR_OF_A_KIND * named[worst], (worst, right[worst], named[worst])


def test_every_edit_is_among_the_cases() -> None:
    random, done = Random(1), set()
    for _ in range(20):
        done |= {name for made in edited(20, random) for name in made.edits}
        if done == set(EDITS):
            return
    raise AssertionError(set(EDITS) - done)


def test_the_judge_is_not_fooled() -> None:
    made = next(made for made in edited(20, Random(2)) if "delete" in made.edits)
    nothing = gongwen.compare(made.old, made.old)
    results, _ = judge(made, nothing)
    assert not all(is_right for _, is_right in results)


@pytest.mark.parametrize("seed", SEEDS)
def test_from_the_other_side_an_edit_is_its_mirror(seed: int) -> None:
    for made in edited(10, Random(100 + seed)):
        there, back = gongwen.compare(made.old, made.new), gongwen.compare(made.new, made.old)
        assert mirrored(back) == faces(there)
