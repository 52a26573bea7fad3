"""The samples against their hand-made labels; the floors below only ever rise.

Labels are made by reading (`labels/README.md`). A row of the outline is found when its number and first characters
are, it stands right when its parent does too.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

import gongwen
from gongwen.rules.text.characters import fold

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "samples"
LABELS = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((HERE / "labels").glob("*.json"))
}
FLOORS = {"markers": 0.99, "tree": 0.98, "heading": 0.95, "metadata": 0.95, "body": 0.98, "mentions": 0.95}


def bare(text: str | None) -> str:
    return re.sub(r"[\s*\u200b\ufeff]+", "", fold(text or "")).strip("。.:;,、")


def rows(notice: gongwen.Notice) -> list[tuple[int | None, str, int | None, str | None]]:
    """Ordinal, first characters, row number of the numbered parent, heading."""
    found: list[tuple[int | None, str, int | None, str | None]] = []

    def walk(sections: list[Any], parent: int | None) -> None:
        for section in sections:
            here = parent
            if section.marker:
                text = notice.text[section.marker.span[1] : section.marker.span[1] + 60].split("\n")[0]
                found.append((section.marker.ordinal, bare(text)[:4], parent, section.heading))
                here = len(found) - 1
            walk(section.children, here)

    walk(notice.outline, None)
    return found


def labelled(outline: list[list[Any]]) -> list[tuple[int | None, str, int | None, str | None]]:
    found: list[tuple[int | None, str, int | None, str | None]] = []
    stack: list[tuple[int, int | None]] = []
    for marker, ordinal, depth, prefix, heading in outline:
        while stack and stack[-1][0] >= depth:
            stack.pop()
        parent = next((row for _, row in reversed(stack) if row is not None), None)
        if marker:
            found.append((ordinal, bare(prefix)[:4], parent, heading))
        stack.append((depth, len(found) - 1 if marker else None))
    return found


def aligned(wanted: list[Any], got: list[Any]) -> list[tuple[int, int]]:
    """Longest common subsequence on number and first characters."""
    table = [[0] * (len(got) + 1) for _ in range(len(wanted) + 1)]
    for i in range(len(wanted) - 1, -1, -1):
        for j in range(len(got) - 1, -1, -1):
            same = wanted[i][:2] == got[j][:2]
            table[i][j] = table[i + 1][j + 1] + 1 if same else max(table[i + 1][j], table[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(wanted) and j < len(got):
        if wanted[i][:2] == got[j][:2]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def value(field: Any) -> Any:
    if isinstance(field, list):
        return sorted(value(one) for one in field)
    return None if field is None else bare(str(field["value"] if isinstance(field, dict) else field))


def score(label: dict[str, Any]) -> dict[str, tuple[float, float]]:
    notice = gongwen.read(SAMPLES / label["doc"])
    data = notice.model_dump(mode="json")
    wanted, got = labelled(label["outline"]), rows(notice)
    pairs = aligned(wanted, got)
    back = dict(pairs)
    right = sum((None if wanted[i][2] is None else back.get(wanted[i][2], -1)) == got[j][2] for i, j in pairs)
    headed = sum(bare(wanted[i][3]) == bare(got[j][3]) for i, j in pairs)
    meta = [value(data["metadata"][name]) == value(want) for name, want in label["metadata"].items()]
    text_roles = {"recipient", "lead", "heading", "paragraph", "item", "table", "closing"}
    body = [bare(notice.text_of(block)) for block in notice.blocks if block.role in text_roles]
    checks = [
        any(block.startswith(bare(label["first_body"])) for block in body),
        any(block.endswith(bare(label["last_body"])) for block in body),
        *(bare(text) not in "".join(body) for text in label["not_body"]),
    ]
    found = [
        any(
            m["kind"] == kind
            and m["text"] == text
            and all(m["value"].get(key) == want for key, want in partial.items())
            for m in data["mentions"]
        )
        for kind, text, partial in label.get("mentions", [])
    ]
    both = (len(wanted) + len(got)) / 2 or 1
    return {
        "markers": (len(pairs), both),
        "tree": (right, both),
        "heading": (headed, len(pairs)),
        "metadata": (sum(meta), len(meta)),
        "body": (sum(checks), len(checks)),
        "mentions": (sum(found), len(found)),
    }


@pytest.fixture(scope="module")
def scores() -> dict[str, dict[str, tuple[float, float]]]:
    return {name: score(label) for name, label in LABELS.items()}


@pytest.mark.parametrize("measure", FLOORS)
def test_the_samples_are_read_as_labelled(scores, measure: str) -> None:
    right = sum(one[measure][0] for one in scores.values())
    of = sum(one[measure][1] for one in scores.values())
    worst = sorted(scores, key=lambda name: scores[name][measure][0] - scores[name][measure][1])[:3]
    assert right / of >= FLOORS[measure], f"{measure} {right / of:.4f}; worst: {worst}"


def test_every_sample_is_labelled() -> None:
    kept = {path.name for path in SAMPLES.iterdir() if path.name != "README.md"}
    assert kept == {label["doc"] for label in LABELS.values()}


@pytest.mark.parametrize("name", [name for name, label in LABELS.items() if "issues" in label])
def test_the_issues_are_as_labelled(name: str) -> None:
    label = LABELS[name]
    issues = gongwen.read(SAMPLES / label["doc"]).issues
    got = [
        {
            "number": issue.number,
            "problem": issue.problem,
            "state": issue.status and issue.status.state,
            "measures": len(issue.measures),
        }
        for issue in issues
    ]
    assert got == [
        {key: want[key] for key in ("number", "problem", "state", "measures")} for want in label["issues"]
    ]
