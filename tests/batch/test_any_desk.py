"""Batches and commands where there is no POSIX, and under any code page."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from batches import HERE, failures, folder, run, search_path, text, tree, write

from gongwen.batch import Settings

ELSEWHERE = os.pathsep.join([str(HERE / "another_desk"), search_path()])
PROGRAM = """
import os, select, signal, sys
assert not any(hasattr(*pair) for pair in ((os, "pread"), (os, "set_blocking"), (select, "poll"), (signal, "SIGKILL")))
from pathlib import Path
from gongwen.batch import Progress, Settings, convert
class StopError(Exception): pass
def stop(progress):
    if progress.done >= 8: raise StopError
settings = Settings(to=("json", "jsonl.gz"), parser="faulty:parse", jobs=2, timeout=5.0)
try: convert([sys.argv[1]], sys.argv[2], settings, on_progress=stop)
except StopError: pass
summary = convert([sys.argv[1]], sys.argv[2], settings)
print(summary.documents, summary.failed, summary.kept > 0)
"""


def elsewhere(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": ELSEWHERE, **environment},
        capture_output=True,
        timeout=120,
        check=False,
    )


def test_a_batch_runs_resumes_and_ends_a_worker_without_posix(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = folder(tmp_path / "in", 30, hangs=text(1) + "#HANG 60#")
    done = elsewhere("-c", PROGRAM, str(source), str(tmp_path / "out"))
    assert done.stderr == b""
    assert done.stdout.split() == [b"31", b"1", b"True"]
    assert list(failures(tmp_path / "out").values()) == ["time_limit"]
    monkeypatch.setenv("PYTHONPATH", search_path())
    settings = Settings(to=("json", "jsonl.gz"), parser="faulty:parse", jobs=1, timeout=5.0)
    run(source, tmp_path / "sound", replace(settings))
    assert tree(tmp_path / "out") == tree(tmp_path / "sound")


@pytest.mark.parametrize("page", ["cp936", "cp437", "ascii", "utf-8"])
def test_what_goes_into_a_pipe_is_utf_8_under_any_code_page(tmp_path: Path, page: str) -> None:
    notice = write(tmp_path / "notice.txt", "关于开展㐀検查é的通知\n一、检查时间\n2024年6月底前。")
    stored = tmp_path / "out/notice.json"
    for arguments in (
        ("convert", str(notice), "-o", str(tmp_path / "out")),
        ("show", str(notice)),
        ("show", str(stored)),
        ("validate", str(stored)),
        ("compare", str(notice), str(stored)),
        ("timeline", str(stored), "--to", "csv"),
        ("explain", "gap"),
        ("explain", "--all"),
        ("schema",),
        ("report", str(tmp_path / "out")),
        ("--help",),
    ):
        done = elsewhere("-m", "gongwen", *arguments, PYTHONIOENCODING=page)
        assert (done.returncode, b"Traceback" in done.stderr) == (0, False), (arguments, done.stderr)
        assert b"\r" not in done.stdout or "timeline" in arguments
        said = done.stdout.decode("utf-8")
        if arguments[0] in ("show", "compare"):
            assert "关于开展㐀検查é的通知" in said
    missing = elsewhere("-m", "gongwen", "show", str(tmp_path / "没有.txt"), PYTHONIOENCODING=page)
    assert missing.returncode == 1
    assert "没有.txt" in missing.stderr.decode("utf-8")
