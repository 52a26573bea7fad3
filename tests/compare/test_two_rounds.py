"""Two rounds of one body: what came back, what was split and merged, what is new, what was dropped.

The labels were made by reading both notices.
"""

import json
from pathlib import Path

from sampled import ROOT, sample

import gongwen

LABELS = json.loads((Path(__file__).with_name("labels.json")).read_text(encoding="utf-8"))
OLD, NEW = sample(LABELS["old"]), sample(LABELS["new"])
COMPARISON = gongwen.compare(OLD, NEW)


def numbered() -> dict[tuple[tuple[int, ...], tuple[int, ...]], gongwen.contract.comparison.Pair]:
    """The pairs of issues by the places of their issues, from 1."""
    old = {issue.id: place for place, issue in enumerate(OLD.issues, 1)}
    new = {issue.id: place for place, issue in enumerate(NEW.issues, 1)}
    return {
        (tuple(old[name] for name in pair.left), tuple(new[name] for name in pair.right)): pair
        for pair in COMPARISON.pairs
        if pair.kind == "issue"
    }


def key(row: list[list[int]]) -> tuple[tuple[int, ...], ...]:
    return tuple(map(tuple, row))


def test_what_came_back_is_recurring() -> None:
    pairs = numbered()
    for row in (*LABELS["recurring"], *LABELS["split"], *LABELS["merged"]):
        assert "recurring" in pairs[key(row)].changes


def test_split_and_merged_problems_are_found() -> None:
    pairs = numbered()
    for change in ("split", "merged"):
        found = [places for places, pair in pairs.items() if change in pair.changes]
        debatable = [key(row) for row in LABELS["debatable"]]
        assert [places for places in found if places not in debatable] == [key(row) for row in LABELS[change]]


def test_new_and_dropped_problems_have_no_partner() -> None:
    pairs = numbered()
    for place in LABELS["added"]:
        assert pairs[(), (place,)].changes == ["added"]
    for place in LABELS["removed"]:
        assert pairs[(place,), ()].changes == ["removed"]


def test_nothing_is_paired_that_a_reader_would_keep_apart() -> None:
    known = {key(row) for name in ("recurring", "split", "merged", "debatable") for row in LABELS[name]}
    assert {places for places in numbered() if places[0] and places[1]} <= known


def test_statuses_went_from_one_to_the_other() -> None:
    pairs = {places[0]: pair for places, pair in numbered().items()}
    for place, states in LABELS["status"].items():
        assert pairs[(int(place),)].status == tuple(states)


def test_figures_meet_by_their_labels() -> None:
    figures = [figure for pair in COMPARISON.pairs for figure in pair.figures if figure.left and figure.right]
    for label, old, new in LABELS["figures"]:
        assert [f for f in figures if label in f.label and (f.left.text, f.right.text) == (old, new)], label


def test_documents_that_both_cite_are_neither_added_nor_dropped() -> None:
    for title in LABELS["documents_kept"]:
        pairs = [
            pair for pair in COMPARISON.pairs if title in (*pair.documents.added, *pair.documents.dropped)
        ]
        assert not pairs, title
    dropped = [title for pair in COMPARISON.pairs for title in pair.documents.dropped]
    assert set(LABELS["documents_dropped"]) <= set(dropped)


def test_the_committed_result_is_current(request) -> None:
    kept = ROOT / "output/comparison/rectification-2019-2022.json"
    old, new = (
        gongwen.parse((ROOT / "samples" / name).read_bytes(), name) for name in (LABELS["old"], LABELS["new"])
    )
    made = gongwen.compare(old, new).to_json(indent=1) + "\n"
    if request.config.getoption("--update"):
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(made, encoding="utf-8", newline="\n")
    assert kept.exists(), "read the result, then --update"
    assert made == kept.read_text(encoding="utf-8"), (
        "the comparison changed: read the difference, then --update"
    )
