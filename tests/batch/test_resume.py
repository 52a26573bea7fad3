"""A run that was stopped, whenever and however, goes on; its result is that of a run that never stopped."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
from pathlib import Path
from random import Random

import pytest
from batches import command, documents, failures, folder, notices, run, text, tree, wait_for_results, write

from gongwen.batch import Progress, Settings

ALL = Settings(to=("json", "jsonl.gz", "csv"), jobs=1)
KILLED = 20


def test_killed_twenty_times_at_random_moments_and_then_run_to_the_end(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 400, empty="", binary=b"%PDF-1.7 \x00" * 40)
    run(source, tmp_path / "sound", ALL)
    random = Random(7)
    alive = 0
    for _ in range(KILLED):
        main = command(
            "convert",
            str(source),
            "-o",
            str(tmp_path / "out"),
            "-j",
            "2",
            "--to",
            ",".join(ALL.to),
            start_new_session=True,
        )
        try:
            main.wait(random.uniform(0.4, 1.6))
        except subprocess.TimeoutExpired:
            alive += 1
        main.kill()
        main.communicate()
    assert alive > KILLED // 2
    summary = run(source, tmp_path / "out", ALL)
    assert (summary.documents, summary.failed) == (402, 2)
    assert tree(tmp_path / "out") == tree(tmp_path / "sound")
    found = documents(tmp_path / "out")
    assert len(found) == len(set(found)) == 402


class StopError(Exception):
    """Stands for a process that ends in between."""


def stop_after(count: int):
    """Ends a run as a kill would, after so many documents."""

    def told(progress: Progress) -> None:
        if progress.done >= count:
            raise StopError

    return told


def test_what_was_done_is_not_done_again(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 60)
    with pytest.raises(StopError):
        run(source, tmp_path / "out", ALL, on_progress=stop_after(30))
    kept = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.json")}
    summary = run(source, tmp_path / "out", ALL)
    assert summary.documents == 60
    assert 30 <= summary.kept < 60
    assert sum(path.stat().st_mtime_ns == stamp for path, stamp in kept.items()) >= 30


def test_a_second_run_of_the_same_has_nothing_to_do(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 20)
    for settings in (Settings(jobs=2), ALL):
        run(source, tmp_path / "out", settings)
        before = tree(tmp_path / "out")
        summary = run(source, tmp_path / "out", settings)
        assert (summary.documents, summary.kept) == (20, 20)
        assert tree(tmp_path / "out") == before


def test_a_new_a_changed_and_a_removed_document(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 200)
    run(source, tmp_path / "out")
    write(source / "2021/new.txt", text(500))
    write(source / "2020/0000.txt", text(600))
    (source / "2022/0002.txt").unlink()
    summary = run(source, tmp_path / "out")
    assert summary.documents == 200
    assert summary.kept > 120
    run(source, tmp_path / "sound")
    (tmp_path / "out/2022/0002.json").unlink()
    assert tree(tmp_path / "out") == tree(tmp_path / "sound")


def test_documents_are_known_by_their_bytes_when_their_times_change(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 20)
    run(source, tmp_path / "out")
    for path in source.rglob("*.*"):
        os.utime(path, (1, 1))
    assert run(source, tmp_path / "out").kept == 20


def test_a_change_that_leaves_size_and_time_of_others_alone_is_seen_in_a_spooled_form(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 30)
    run(source, tmp_path / "out", ALL)
    write(source / "2021/new.txt", text(500))
    run(source, tmp_path / "out", ALL)
    run(source, tmp_path / "sound", ALL)
    assert tree(tmp_path / "out") == tree(tmp_path / "sound")


def test_a_result_that_was_deleted_or_cut_is_made_again(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 20)
    run(source, tmp_path / "out")
    before = tree(tmp_path / "out")
    (tmp_path / "out/2020/0000.json").unlink()
    (tmp_path / "out/2021/0001.json").write_bytes(b"{")
    run(source, tmp_path / "out")
    assert tree(tmp_path / "out") == before


def test_a_document_that_fails_now_leaves_no_result_of_what_it_was(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 6)
    run(source, tmp_path / "out")
    write(source / "2020/0000.txt", "")
    run(source, tmp_path / "out")
    assert list(failures(tmp_path / "out").values()) == ["source_empty"]
    assert len(notices(tmp_path / "out")) == 5


def test_force_does_all_again(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 10)
    run(source, tmp_path / "out")
    assert run(source, tmp_path / "out", force=True).kept == 0


def test_other_options_do_all_again(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 10)
    run(source, tmp_path / "out")
    assert run(source, tmp_path / "out", ALL).kept == 0


def test_a_damaged_state_is_said(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 3)
    write(tmp_path / "out/.gongwen/state.sqlite", "this is no database" * 100)
    main = command("convert", str(source), "-o", str(tmp_path / "out"))
    _, said = main.communicate()
    assert main.returncode == 2
    assert "state_damaged" in said


def test_ctrl_c_finishes_what_is_in_hand_and_says_how_to_go_on(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 400)
    options = ("convert", str(source), "-o", str(tmp_path / "out"), "-j", "2", "--to", "json,jsonl.gz,csv")
    main = command(*options)
    wait_for_results(main, tmp_path / "out")
    main.send_signal(signal.SIGINT)
    said, complaints = main.communicate(timeout=30)
    assert main.returncode == 130
    assert "same command goes on" in said
    assert "Traceback" not in complaints
    assert not (tmp_path / "out/notices.jsonl.gz").exists()
    with sqlite3.connect(tmp_path / "out/.gongwen/state.sqlite") as database:
        (written,) = database.execute("SELECT count(*) FROM documents WHERE bytes > 0").fetchone()
    database.close()
    assert written == len(notices(tmp_path / "out")) < 400
    again = command(*options)
    again.communicate()
    assert again.returncode == 0
    run(source, tmp_path / "sound", ALL)
    assert tree(tmp_path / "out") == tree(tmp_path / "sound")


def test_the_summary_is_stored_and_shown_again(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 12, empty="")
    write(source / "2020/picture.png", b"\x89PNG")
    run(source, tmp_path / "out")
    stored = json.loads((tmp_path / "out/summary.json").read_text("utf-8"))
    assert (stored["documents"], stored["converted"], stored["failures"]) == (13, 12, {"source_empty": 1})
    assert stored["kinds"] == {"通知": 12}
    assert stored["passed_over"] == {".png": 1}
    said, _ = command("report", str(tmp_path / "out")).communicate()
    assert "12 of 13 converted" in said
    assert "source_empty" in said
    assert "通知 12" in said
    nothing = command("report", str(tmp_path / "in"))
    nothing.communicate()
    assert nothing.returncode == 2


def test_a_state_of_an_earlier_version_is_forgotten(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 3)
    run(source, tmp_path / "out")
    with sqlite3.connect(tmp_path / "out/.gongwen/state.sqlite") as database:
        database.executescript("DROP TABLE chunks; CREATE TABLE chunks (chunk); PRAGMA user_version = 0")
    database.close()
    assert run(source, tmp_path / "out").kept == 0
    assert run(source, tmp_path / "out").kept == 3
