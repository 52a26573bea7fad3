"""Nothing that a batch did not write is ever replaced, renamed or removed."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from batches import folder, notices, run, text, write

from gongwen.batch import Settings
from gongwen.errors import GongwenError
from gongwen.files import replacing

MINE = b'{"name": "mine"}'


def everything(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".gongwen" not in path.parts
    }


def refused(work: Callable[[], object], name: str) -> None:
    with pytest.raises(GongwenError, match=name) as raised:
        work()
    assert raised.value.code == "output_clash"


FOREIGN = {
    "json": ("package.json", "2020/0000.json", "errors.jsonl", "summary.json"),
    "jsonl": ("notices.jsonl", "errors.jsonl"),
    "jsonl.gz": ("notices.jsonl.gz",),
    "parquet": ("parquet/documents.parquet", "parquet/measures.parquet"),
    "csv": ("csv/issues.csv",),
    "duckdb": ("notices.duckdb",),
    "xlsx": ("notices.xlsx",),
}


@pytest.mark.parametrize(
    ("form", "name"), [(form, name) for form, names in FOREIGN.items() for name in names]
)
@pytest.mark.parametrize("content", ["", text(1)], ids=["fails", "converts"])
def test_a_file_of_the_users_in_the_way_is_named_before_any_work(
    tmp_path: Path, form: str, name: str, content: str
) -> None:
    source = folder(tmp_path / "in", 4)
    write(source / "package.txt", content)
    write(tmp_path / "out" / name, MINE)
    before = everything(tmp_path / "out")
    refused(lambda: run(source, tmp_path / "out", Settings(to=(form,), jobs=1)), name)
    assert everything(tmp_path / "out") == before


def test_inputs_and_results_may_lie_in_one_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("tsconfig.json"), MINE)
    write(Path("notice.txt"), text(3))
    write(Path("notice.txt.partial"), b"a download")
    write(Path("notice.json.partial"), b"another")
    run(["notice.txt"], Path("."))
    assert run(["notice.txt"], Path(".")).kept == 1
    write(Path("notice.txt"), text(4))
    assert run(["notice.txt"], Path(".")).converted == 1
    left = everything(Path("."))
    assert left["tsconfig.json"] == MINE
    assert (left["notice.txt.partial"], left["notice.json.partial"]) == (b"a download", b"another")
    refused(lambda: run(["tsconfig.json", "notice.txt"], Path(".")), "tsconfig.json")


def edits(result: Path) -> list[bytes]:
    edited = result.read_bytes().replace("检查".encode(), "检验".encode())
    return [edited, edited + b"a note", b"{}"]


def test_a_result_that_somebody_edited_is_not_replaced(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 6)
    run(source, tmp_path / "out")
    result = tmp_path / "out/2020/0000.json"
    write(source / "2020/0000.txt", text(77))
    for content in edits(result):
        write(result, content)
        refused(lambda: run(source, tmp_path / "out"), r"0000\.json")
        assert result.read_bytes() == content


def test_a_result_that_somebody_edited_is_not_removed_where_its_source_fails_now(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 6)
    run(source, tmp_path / "out")
    result = tmp_path / "out/2020/0000.json"
    write(source / "2020/0000.txt", "")
    for content in edits(result):
        write(result, content)
        with suppress(GongwenError):
            run(source, tmp_path / "out")
        assert result.read_bytes() == content


def test_what_batches_wrote_is_known_after_other_options_and_force(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 6)
    run(source, tmp_path / "out")
    run(source, tmp_path / "out", Settings(to=("json", "jsonl"), jobs=1))
    run(source, tmp_path / "out", force=True)
    assert len(notices(tmp_path / "out")) == 6


def test_what_an_earlier_version_wrote_is_known(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 6, empty="")
    run(source, tmp_path / "out", Settings(to=("json", "jsonl"), jobs=1))
    with sqlite3.connect(tmp_path / "out/.gongwen/state.sqlite") as database:
        database.executescript("DROP TABLE written; PRAGMA user_version = 1")
    database.close()
    assert run(source, tmp_path / "out", Settings(to=("json", "jsonl"), jobs=1)).kept == 0


def test_a_state_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 3)
    run(source, tmp_path / "out")
    state = tmp_path / "out/.gongwen/state.sqlite"
    with sqlite3.connect(state) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    before = everything(tmp_path / "out")
    with pytest.raises(GongwenError, match="newer") as raised:
        run(source, tmp_path / "out")
    assert raised.value.code == "state_newer"
    assert everything(tmp_path / "out") == before


def test_a_folder_of_the_same_name_with_other_things_is_left_alone(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 3)
    write(tmp_path / "one/.gongwen/diary.txt", "mine")
    (tmp_path / "two/.gongwen").mkdir(parents=True)
    with sqlite3.connect(tmp_path / "two/.gongwen/state.sqlite") as database:
        database.execute("CREATE TABLE songs (name)")
    database.close()
    for output in ("one", "two"):
        refused(lambda output=output: run(source, tmp_path / output), r"\.gongwen")
    assert (tmp_path / "one/.gongwen/diary.txt").read_text() == "mine"
    with sqlite3.connect(tmp_path / "two/.gongwen/state.sqlite") as database:
        assert database.execute("SELECT name FROM sqlite_master").fetchall() == [("songs",)]
    database.close()


def test_a_link_of_the_users_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 2)
    (tmp_path / "out/2020").mkdir(parents=True)
    target = write(tmp_path / "elsewhere.json", MINE)
    (tmp_path / "out/2020/0000.json").symlink_to(target)
    refused(lambda: run(source, tmp_path / "out"), "0000.json")
    assert (tmp_path / "out/2020/0000.json").is_symlink()
    assert target.read_bytes() == MINE


def test_a_file_that_appears_while_the_run_is_at_work_is_not_replaced(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 60)

    def late(progress: object) -> None:
        for name in ("2020/0057.json", "2021/0058.json", "2022/0059.json"):
            if not (tmp_path / "out" / name).exists():
                write(tmp_path / "out" / name, MINE)

    refused(lambda: run(source, tmp_path / "out", on_progress=late), r"\.json")
    assert MINE in everything(tmp_path / "out").values()


def test_a_file_being_written_has_a_name_of_nobodys(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    beside = write(tmp_path / "report.html.partial", MINE)
    with replacing(target) as partial:
        assert partial != beside
        partial.write_text("new")
    with pytest.raises(ZeroDivisionError), replacing(target) as partial:
        raise ZeroDivisionError
    assert everything(tmp_path) == {"report.html": b"new", "report.html.partial": MINE}


def test_results_are_known_by_their_content_when_the_state_is_lost(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 6)
    run(source, tmp_path / "out")
    shutil.rmtree(tmp_path / "out/.gongwen")
    assert run(source, tmp_path / "out").kept == 0
    shutil.rmtree(tmp_path / "out/.gongwen")
    write(source / "2020/0000.txt", text(99))
    refused(lambda: run(source, tmp_path / "out"), r"0000\.json")


def test_results_of_a_moved_output_are_known(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 6)
    run(source, tmp_path / "out")
    (tmp_path / "out").rename(tmp_path / "moved")
    assert run(source, tmp_path / "moved").kept == 6
    assert json.loads((tmp_path / "moved/summary.json").read_text())["documents"] == 6
