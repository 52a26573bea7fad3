"""The records of the labelled samples, in full: `test_quality.py` looks at the issues' numbers, wording and states."""

import json
from pathlib import Path
from typing import Any

import pytest

import gongwen

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "samples"
LABELS = {
    label["id"]: label
    for path in sorted((HERE / "labels").glob("*.json"))
    if "issues" in (label := json.loads(path.read_text(encoding="utf-8")))
}
OTHERS = sorted({path.stem for path in (HERE / "labels").glob("*.json")} - set(LABELS))


def record_of(label: dict[str, Any]) -> dict[str, Any]:
    notice = gongwen.read(SAMPLES / label["doc"]).model_dump(mode="json")
    return next(record for record in notice["records"] if record["type"] == "rectification")


@pytest.mark.parametrize("name", LABELS)
def test_the_inspection_is_as_labelled(name: str) -> None:
    assert record_of(LABELS[name])["inspection"] == LABELS[name]["inspection"]


@pytest.mark.parametrize("name", LABELS)
def test_themes_and_deadlines_are_as_labelled(name: str) -> None:
    got = [
        {
            "theme": issue["theme"],
            "ongoing": issue["status"] and issue["status"]["ongoing"],
            "deadline": issue["status"] and issue["status"]["deadline"],
        }
        for issue in record_of(LABELS[name])["issues"]
    ]
    assert got == [
        {key: want[key] for key in ("theme", "ongoing", "deadline")} for want in LABELS[name]["issues"]
    ]


@pytest.mark.parametrize("name", [name for name in LABELS if "statistics" in LABELS[name]])
def test_the_numbers_of_the_whole_are_as_labelled(name: str) -> None:
    record = record_of(LABELS[name])
    got = [[one["label"], one["amount"], one["unit"]] for one in record["statistics"]]
    assert [want for want in LABELS[name]["statistics"] if want not in got] == []
    assert record["next_steps"] == LABELS[name]["next_steps"]


@pytest.mark.parametrize("name", OTHERS)
def test_no_other_sample_has_a_rectification_record(name: str) -> None:
    label = json.loads((HERE / "labels" / f"{name}.json").read_text(encoding="utf-8"))
    assert "rectification" not in {record.type for record in gongwen.read(SAMPLES / label["doc"]).records}


@pytest.mark.parametrize("name", LABELS)
def test_measures_quote_the_text(name: str) -> None:
    notice = gongwen.read(SAMPLES / LABELS[name]["doc"])
    for issue in notice.issues:
        assert issue.problem in notice.text[slice(*issue.span)]
        for measure in issue.measures:
            assert notice.text[slice(*measure.span)] == measure.text
            assert issue.span[0] <= measure.span[0] < measure.span[1] <= issue.span[1]
