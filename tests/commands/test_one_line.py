"""Whatever goes wrong is one line that says what to do, with the right exit status."""

import subprocess
import sys
from pathlib import Path

import pytest

NOTICE = "江临市教育局关于开展校园安全检查的通知\n各学校：\n一、检查时间\n2024年6月底前完成。\n江临市教育局\n2024年5月6日\n"

WRONG_USAGE = [
    ("convert",),
    ("convert", "--jobs", "-1", "notice.txt"),
    ("convert", "--to", "poem", "notice.txt"),
    ("convert", "--engine", "poem", "notice.txt"),
    ("convert", "nothing.txt"),
    ("convert", "--from-list", "nothing.txt"),
    ("convert", "notice.txt", "-o", "notice.txt"),
    ("report", "bare"),
    ("show",),
    ("show", "--depth", "0", "notice.txt"),
    ("compare", "notice.txt"),
    ("compare", "notice.txt", "notice.txt", "--to", "poem"),
    ("compare", "notice.txt", "notice.txt", "--to", "xlsx"),
    ("compare", "notice.txt", "notice.txt", "--to", "json", "-o", "notice.txt/a.json"),
    ("compare", "bare", "bare"),
    ("compare", "full", "full", "--only", "added"),
    ("timeline", "bare"),
    ("timeline", "nothing.txt"),
    ("timeline", "notice.txt", "--to", "poem"),
    ("explain", "poem"),
    ("schema", "--write", "notice.txt/schemas"),
    ("poem",),
    ("--poem",),
]
FAILED = [
    ("show", "empty.txt"),
    ("show", "nothing.txt"),
    ("show", "full"),
    ("compare", "notice.txt", "empty.txt"),
    ("compare", "notice.txt", "full"),
    ("timeline", "empty.txt"),
    ("validate", "empty.json"),
    ("validate", "full"),
]


@pytest.fixture
def desk(gongwen) -> None:
    Path("notice.txt").write_text(NOTICE, encoding="utf-8")
    Path("empty.txt").touch()
    Path("empty.json").touch()
    Path("bare").mkdir()
    Path("full").mkdir()
    Path("full/notice.txt").write_text(NOTICE, encoding="utf-8")


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("arguments", "status"),
    [*((one, 2) for one in WRONG_USAGE), *((one, 1) for one in FAILED)],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_an_error_is_one_line(gongwen, arguments: tuple[str, ...], status: int) -> None:
    done = gongwen(*arguments)
    assert done.exit_code == status
    assert done.stderr.startswith("gongwen: ")
    assert done.stderr.endswith("]\n")
    assert done.stderr.count("\n") == 1


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "arguments", [("show", "empty.txt"), ("compare", "notice.txt", "empty.txt")], ids=lambda value: value[0]
)
def test_it_names_the_file(gongwen, arguments: tuple[str, ...]) -> None:
    assert "empty.txt: " in gongwen(*arguments).stderr


def test_standard_input_is_named(gongwen) -> None:
    assert "standard input: " in gongwen("show", "-", input="").stderr


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("command", [("show", "notice.txt"), ("schema",)], ids=lambda value: value[0])
def test_an_output_that_takes_nothing_is_told_of(command: tuple[str, ...]) -> None:
    program = "from gongwen.cli.app import app; app()"
    with open("notice.txt", "rb") as closed_for_writing:
        done = subprocess.run(
            [sys.executable, "-c", program, *command],
            stdout=closed_for_writing,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "output_unwritable" in done.stderr


def test_a_folder_without_documents_is_told_of(gongwen) -> None:
    Path("bare").mkdir()
    assert "no document was found" in gongwen("convert", "bare", "-o", "out").stdout


def test_without_arguments_the_help_is_shown(gongwen) -> None:
    done = gongwen()
    assert done.exit_code == 2
    assert "timeline" in done.output
