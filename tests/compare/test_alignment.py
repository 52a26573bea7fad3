"""The parts of an alignment that can be checked against a slow and sure way."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gongwen
from gongwen.comparison.matching.assignment import assign
from gongwen.comparison.matching.places import longest_rising
from gongwen.comparison.matching.weights import Weights, bare, pairs
from gongwen.comparison.rounds import of_one_body, of_two_rounds

WORTHS = st.dictionaries(
    st.integers(0, 4),
    st.dictionaries(st.integers(0, 4), st.sampled_from([0.1, 0.2, 0.5, 0.5001, 0.9])),
    max_size=5,
)


def best(worth: dict[int, dict[int, float]], lefts: list[int], used: frozenset[int] = frozenset()) -> float:
    """The greatest worth by trying everything."""
    if not lefts:
        return 0.0
    first, rest = lefts[0], lefts[1:]
    tries = [best(worth, rest, used)]
    tries += [
        value + best(worth, rest, used | {right})
        for right, value in worth[first].items()
        if right not in used
    ]
    return max(tries)


@given(WORTHS)
def test_an_assignment_is_the_best_there_is(worth) -> None:
    found = assign(worth)
    assert len(set(found.values())) == len(found)
    assert sum(worth[a][b] for a, b in found.items()) == pytest.approx(best(worth, sorted(worth)))


@given(st.lists(st.integers(0, 9), max_size=8))
def test_the_longest_rising_is_the_longest(numbers: list[int]) -> None:
    kept = longest_rising(numbers)
    rising = [numbers[at] for at in sorted(kept)]
    assert rising == sorted(set(rising))
    longer = combinations(numbers, len(kept) + 1)
    assert not any(list(some) == sorted(set(some)) for some in longer)


def test_stock_phrases_make_nothing_alike() -> None:
    texts = [
        "提高政治站位，统一思想认识。扩建城区幼儿园。",
        "提高政治站位，统一思想认识。检修供热管网。",
        "扩建城区的幼儿园",
    ]
    first, second, third = (pairs(bare(text)) for text in texts)
    weights = Weights([first, second, third])
    assert weights.alike(first, third) > 2 * weights.alike(first, second)


NOTICE = "中共{body}党组关于巡察整改进展情况的通报\n{lead}\n一、整改情况\n1.针对学习不深入问题\n整改完成情况：已完成。\n一是健全制度。\n中共{body}党组\n{signed}"
LEAD = "{started}至{ended}，市委第{group}巡察组对{body}党组开展了常规巡察。"


def notice(
    started: str, ended: str, signed: str, body: str = "江临市水利局", group: str = "一"
) -> gongwen.Notice:
    lead = LEAD.format(started=started, ended=ended, body=body, group=group)
    return gongwen.parse(NOTICE.format(body=body, lead=lead, signed=signed))


FIRST = notice("2018年10月15日", "12月20日", "2019年9月12日")


@pytest.mark.parametrize(
    ("other", "two"),
    [
        (notice("2018年10月15日", "12月20日", "2020年3月2日"), False),
        (notice("2021年10月11日", "12月24日", "2022年9月5日"), True),
        (notice("2021年10月11日", "12月24日", "2022年9月5日", body="江临市商务局"), False),
    ],
    ids=["the same inspection, a later notice", "a later inspection", "another body"],
)
def test_a_round_is_an_inspection_of_a_body(other: gongwen.Notice, two: bool) -> None:
    assert of_two_rounds(FIRST, other) is two
    assert of_two_rounds(other, FIRST) is two
    recurring = gongwen.compare(FIRST, other).summary["recurring"]
    assert recurring == (len(FIRST.issues) if two else 0)
    assert len(FIRST.issues) == 1


def test_a_party_group_is_of_its_body() -> None:
    other = notice("2021年10月11日", "12月24日", "2022年9月5日")
    short = other.metadata.issuers[0].model_copy(update={"value": "市水利局"})
    assert of_one_body(
        FIRST, other.model_copy(update={"metadata": other.metadata.model_copy(update={"issuers": [short]})})
    )
