"""What goes wrong costs its own document, and is told."""

from __future__ import annotations

import json
import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest
from batches import (
    FAULTY,
    children,
    command,
    failures,
    folder,
    is_alive,
    notices,
    run,
    search_path,
    text,
    tree,
    wait_for_results,
    write,
)

import gongwen
from gongwen.batch import Settings


@pytest.fixture(autouse=True)
def faulty_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", search_path())


FAULTS = {
    "#HANG 60#": ("time_limit", "2 seconds"),
    "#DIE SIGSEGV#": ("worker_died", "SIGSEGV"),
    "#EAT#": ("memory_limit", "150 MiB"),
    "#RAISE#": ("internal_error", "ZeroDivisionError"),
}


def test_a_document_that_hangs_dies_or_eats_memory_costs_itself_alone(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 40)
    run(source, tmp_path / "sound")
    for number, order in enumerate(FAULTS):
        write(source / f"2021/fault{number}.txt", text(number) + order)
    settings = replace(FAULTY, timeout=2.0, to=("json", "jsonl"))
    for jobs in (1, 2):
        summary = run(source, tmp_path / f"out{jobs}", replace(settings, jobs=jobs))
        assert (summary.converted, summary.failed) == (40, len(FAULTS))
    assert tree(tmp_path / "out1") == tree(tmp_path / "out2")
    assert notices(tmp_path / "out1") == notices(tmp_path / "sound")
    lines = [json.loads(line) for line in (tmp_path / "out1/errors.jsonl").read_text("utf-8").splitlines()]
    found = {Path(line["uri"]).name: (line["code"], line["reason"]) for line in lines}
    for number, (code, words) in enumerate(FAULTS.values()):
        assert found[f"fault{number}.txt"][0] == code
        assert words in found[f"fault{number}.txt"][1]


def test_a_worker_that_is_killed_is_replaced_and_costs_nothing(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 60, slow=text(1) + "#SLEEP 1#")
    killed: list[int] = []

    def kill(progress: object) -> None:
        if not killed:
            killed.extend(children(os.getpid()))
            for process in killed:
                os.kill(process, signal.SIGKILL)

    summary = run(source, tmp_path / "out", FAULTY, on_progress=kill)
    assert len(killed) == 2
    assert (summary.converted, summary.failed) == (61, 0)


def test_no_process_is_left_behind(tmp_path: Path) -> None:
    before = set(children(os.getpid()))
    run(
        folder(tmp_path / "in", 10, hangs=text(1) + "#HANG 60#"),
        tmp_path / "out",
        replace(FAULTY, timeout=0.5),
    )
    assert set(children(os.getpid())) == before


def test_workers_end_when_the_main_process_is_killed(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 400)
    main = command("convert", str(source), "-o", str(tmp_path / "out"), "--jobs", "2")
    wait_for_results(main, tmp_path / "out")
    workers = children(main.pid)
    main.kill()
    main.communicate()
    assert len(workers) == 2
    for _ in range(100):
        if not any(map(is_alive, workers)):
            break
        signal.sigtimedwait([], 0.05)
    assert not any(map(is_alive, workers))


def test_a_parser_that_is_not_there_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(gongwen.GongwenError, match="nowhere") as raised:
        run(folder(tmp_path / "in", 3), tmp_path / "out", Settings(parser="nowhere:parse"))
    assert raised.value.code == "worker_unusable"


# ------------------------------------------------------------------ files and folders


def test_a_file_that_cannot_be_read_is_a_failure_and_is_tried_again(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 12)
    (source / "2021/link.txt").symlink_to(tmp_path / "elsewhere.txt")
    (source / "2021/loop.txt").symlink_to("loop.txt")
    run(source, tmp_path / "out")
    assert failures(tmp_path / "out") == {
        f"{source}/2021/link.txt": "source_unreadable",
        f"{source}/2021/loop.txt": "source_unreadable",
    }
    write(tmp_path / "elsewhere.txt", text(99))
    assert run(source, tmp_path / "out").converted == 13


def test_a_loop_of_folders_has_an_end(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 6)
    (source / "2020/again").symlink_to(source, target_is_directory=True)
    assert run(source, tmp_path / "out").documents == 6


@pytest.mark.parametrize(
    "in_the_way", ["out", "out/.gongwen", "out/2021", "out/2021/0001.json/x", "out/notices.jsonl/x"]
)
def test_an_output_that_cannot_be_written_stops_the_run_and_is_said(tmp_path: Path, in_the_way: str) -> None:
    source = folder(tmp_path / "in", 12)
    write(tmp_path / in_the_way, "a file")
    with pytest.raises(gongwen.GongwenError, match=r"out") as raised:
        run(source, tmp_path / "out", Settings(to=("json", "jsonl"), jobs=2))
    assert raised.value.code == "output_unwritable"


def test_a_full_disk_stops_the_run_and_the_next_one_goes_on(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 150)
    options = ("convert", str(source), "-j", "2", "--to", "json,jsonl", "-o")
    main = command(*options, str(tmp_path / "out"), before="ulimit -f 300")
    _, said = main.communicate()
    assert main.returncode == 2
    assert "output_unwritable" in said
    assert "Traceback" not in said
    assert 0 < len(notices(tmp_path / "out")) < 150
    main = command(*options, str(tmp_path / "out"))
    said, _ = main.communicate()
    assert main.returncode == 0
    assert "by earlier runs" in said
    run(source, tmp_path / "sound", Settings(to=("json", "jsonl"), jobs=2))
    assert tree(tmp_path / "out") == tree(tmp_path / "sound")


def test_a_second_run_on_one_folder_says_so_and_stops(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 40)
    seen: list[tuple[int, str]] = []

    def second(progress: object) -> None:
        if not seen:
            other = command("convert", str(source), "-o", str(tmp_path / "out"))
            seen.append((other.wait(), other.communicate()[1]))

    assert run(source, tmp_path / "out", on_progress=second).converted == 40
    ((status, said),) = seen
    assert status == 2
    assert "another run is at work" in said
