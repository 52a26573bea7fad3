"""What a batch prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongwen.batch import Progress, Summary
from gongwen.cli import progress as told


def test_a_plain_line_every_few_seconds_where_there_is_no_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(told, "EVERY_SECONDS", 0.0)
    with told.progress(200) as tell:
        tell(Progress(120, 3, 20, "a.html"))
    assert "120 of 200 done, 3 failed" in capsys.readouterr().err
    monkeypatch.setattr(told, "EVERY_SECONDS", 60.0)
    with told.progress(None) as tell:
        tell(Progress(120, 3, 20, "a.html"))
    assert capsys.readouterr().err == ""


def test_the_summary_says_what_there_is_to_say() -> None:
    summary = Summary(
        documents=10,
        converted=8,
        failed=2,
        failures={"source_empty": 2},
        kinds={"通知": 6, "": 2},
        diagnostics={"gap": 4},
        passed_over={".png": 1, "": 2},
        kept=3,
        seconds=2.0,
        rate=3.5,
        outputs=["notices.jsonl"],
        stopped=True,
    )
    assert list(told.summary_lines(summary, Path("out"))) == [
        "8 of 10 converted into out",
        "  3 of them by earlier runs",
        "  2 failed: source_empty",
        "  see out/errors.jsonl",
        "  kinds: 通知 6, (none) 2",
        "  diagnostics: gap 4",
        "  passed over: .png 1, (no ending) 2",
        "  files: notices.jsonl",
        "  3.5 documents/s in 2.0 s",
        "stopped before the end; the same command goes on from here",
    ]


def test_a_single_document_needs_one_line() -> None:
    summary = Summary(1, 1, 0, {}, {"通知": 1}, {"gap": 1}, seconds=0.5, rate=2.0)
    assert list(told.summary_lines(summary, Path("out"))) == ["1 of 1 converted into out"]
