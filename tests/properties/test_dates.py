"""The prefilter of the dates lets every date through that the pattern would read."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongwen.rules.dates.mentions import _is_none
from gongwen.rules.dates.pattern import DATE, TRIGGER
from gongwen.rules.text.characters import fold

ROOT = Path(__file__).parents[2]
SPEC = (ROOT / "tests/spec/dates.md").read_text(encoding="utf-8")
CASES = [line.split("|")[1].strip() for line in SPEC.splitlines() if line.startswith("| ")]
SAMPLES = sorted((ROOT / "samples").rglob("*.txt"))


def lost(folded: str) -> list[str]:
    """The dates that are read when every character is tried, and not from where the prefilter stops."""
    triggers = {found.start() for found in TRIGGER.finditer(folded)}
    missed, place = [], 0
    while place < len(folded):
        match = DATE.match(folded, place)
        if match is None or match.end() == place or _is_none(match, folded):
            place += 1
            continue
        if place not in triggers:
            missed.append(match.group())
        place = match.end()
    return missed


@pytest.mark.parametrize("given", CASES)
def test_prefilter_lets_the_forms_of_the_specification_through(given: str) -> None:
    assert lost(fold(given)) == []


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_prefilter_lets_the_dates_of_the_samples_through(sample: Path) -> None:
    assert lost(fold(sample.read_text(encoding="utf-8", errors="ignore"))) == []
