"""Colours that can be told apart, and charts that show what is counted."""

from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongwen import contract
from gongwen.contract import comparison as comparisons
from gongwen.contract import timeline as timelines
from gongwen.reports import words
from gongwen.reports.charts import columns, points, two_bars
from gongwen.reports.palette import COLOURS, CONTRASTS, TEXT_RATIO


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(front: str, ground: str) -> float:
    low, high = sorted((luminance(front), luminance(ground)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_of_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), CONTRASTS)
def test_what_is_shown_can_be_read(front: str, ground: str, least: float, mode: str) -> None:
    assert contrast(getattr(COLOURS[front], mode), getattr(COLOURS[ground], mode)) >= least


def test_every_ground_is_held_to_its_text() -> None:
    grounds = {name for name in COLOURS if name.endswith("ground")} | {"raised"}
    assert grounds == {ground for _, ground, least in CONTRASTS if least == TEXT_RATIO}


@pytest.mark.parametrize(
    ("told", "named"),
    [
        (words.SIGNS, comparisons.Change),
        (words.STATES, contract.State),
        (words.SHORT_STATES, contract.State),
        (words.TONES, comparisons.Tone),
        (words.RELATIONS, comparisons.FigureRelation),
        (words.TOPIC_STATES, timelines.TopicState),
        (words.TRENDS, timelines.Trend),
        (words.TREND_SIGNS, timelines.Trend),
        (words.FIGURE_KINDS, timelines.FigureKind),
        (words.FIGURE_CHANGES, timelines.FigureChange),
        (words.SEVERITIES, contract.Severity),
    ],
)
def test_everything_that_is_told_has_a_word(told: dict[str, str], named: object) -> None:
    assert set(told) == set(get_args(named))


@pytest.mark.parametrize(
    ("left", "right", "bars"),
    [
        ("35", "70", (Decimal("50.0"), Decimal("100.0"))),
        ("0", "3", (Decimal("0.0"), Decimal("100.0"))),
        ("1", "100000", (Decimal("1.0"), Decimal("100.0"))),
        ("0", "0", None),
        ("-1", "3", None),
        (None, "3", None),
    ],
)
def test_two_bars(left: str | None, right: str, bars: object) -> None:
    assert two_bars(left, right) == bars


@given(st.lists(st.integers(min_value=0, max_value=10**6), max_size=80))
def test_columns_stay_in_their_box_and_stand_for_what_is_there(counts: list[int]) -> None:
    found = columns(counts)
    assert len(found) == sum(count > 0 for count in counts)
    for one in found:
        assert 0 <= one.y < 28
        assert one.y + one.height == 28
        assert 0 <= one.x <= one.x + one.width <= 181


@given(st.lists(st.tuples(st.integers(0, 51), st.decimals(-(10**9), 10**9, places=2)), max_size=30))
def test_points_stay_in_their_box(values: list[tuple[int, Decimal]]) -> None:
    for one in points(((at, format(value, "f"), "result") for at, value in values), 52):
        assert 0 <= one.x <= 180
        assert 0 <= one.y <= 36
