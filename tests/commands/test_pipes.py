"""Commands between pipes: data on standard output, words on standard error, exit statuses that a script can trust."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

NOTICE = "关于开展检查的通知\n一、检查时间\n2024年6月底前投入3万元。"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(NOTICE.replace("3", str(number + 3)), "utf-8")
    return folder


def test_data_goes_to_standard_output_and_words_to_standard_error(gongwen, pages: Path) -> None:
    (pages / "empty.txt").write_text("")
    done = gongwen("convert", str(pages), "--to", "jsonl", "-o", "-")
    assert done.exit_code == 1
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [Path(line["source"]["uri"]).name for line in lines] == ["0.txt", "1.txt", "2.txt"]
    assert "3 of 4 converted" in done.stderr
    assert "empty.txt" in done.stderr
    assert "[source_empty]" in done.stderr
    assert sorted(path.name for path in Path(".").iterdir()) == ["pages"]


def test_standard_input_to_standard_output(gongwen) -> None:
    done = gongwen("convert", "-", "-o", "-", "-q", input=NOTICE)
    assert (done.exit_code, done.stderr) == (0, "")
    assert json.loads(done.stdout)["metadata"]["title"]["value"] == "关于开展检查的通知"


@pytest.mark.parametrize("forms", [("csv",), ("json",), ("jsonl", "csv")])
def test_what_is_no_stream_is_refused(gongwen, pages: Path, forms: tuple[str, ...]) -> None:
    done = gongwen("convert", str(pages), "-o", "-", "--to", ",".join(forms))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "wrong_output" in done.stderr


@pytest.mark.parametrize(
    "address", ["s3://bucket/notices", "https://example.org/a", "gs:bucket", "file:///tmp/a"]
)
def test_an_address_is_no_folder(gongwen, pages: Path, address: str) -> None:
    done = gongwen("convert", str(pages), "-o", address)
    assert done.exit_code == 2
    assert "wrong_output" in done.stderr
    assert sorted(path.name for path in Path(".").iterdir()) == ["pages"]


def test_limit_quiet_and_dry_run(gongwen, pages: Path) -> None:
    planned = gongwen("convert", str(pages), "--dry-run", "--limit", "2")
    assert planned.exit_code == 0
    assert [line.split("  ->  ")[1] for line in planned.stdout.splitlines()] == [
        "output/0.json",
        "output/1.json",
    ]
    assert not Path("output").exists()
    done = gongwen("convert", str(pages), "--limit", "2", "--quiet")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
    assert sorted(path.name for path in Path("output").glob("*.json")) == ["0.json", "1.json", "summary.json"]


@pytest.mark.parametrize("options", [(), ("--dry-run",), ("-o", "-")])
def test_a_folder_without_a_notice_is_no_success(gongwen, tmp_path: Path, options: tuple[str, ...]) -> None:
    (tmp_path / "none").mkdir()
    (tmp_path / "none/picture.xyz").write_bytes(b"x")
    assert gongwen("convert", "none", *options).exit_code == 1


def test_a_notice_is_shown_as_json_and_as_markdown(gongwen, pages: Path) -> None:
    source = str(pages / "0.txt")
    shown = gongwen("show", source, "--to", "json")
    gongwen("convert", source, "-o", "out")
    assert shown.stdout == Path("out/0.json").read_text("utf-8")
    assert gongwen("show", "out/0.json", "--to", "json").stdout == shown.stdout
    assert gongwen("show", source, "--to", "md").stdout.startswith("# 关于开展检查的通知")
    assert gongwen("show", source, "--to", "xml").exit_code == 2


OBEYED = "\x1b[2J\x1b]0;x\x07\x08\r\x9b31m\u202e"


def test_nothing_that_a_terminal_obeys_is_shown(gongwen, pages: Path) -> None:
    gongwen("convert", str(pages / "0.txt"), "-o", "out")
    text = Path("out/0.json").read_text("utf-8")
    Path("bad.json").write_text(text.replace("检查", json.dumps("\x1b\x07")[1:-1]), "utf-8")
    named = pages / f"a{OBEYED}b.txt"
    named.write_text("")
    for arguments in (
        ("show", "bad.json"),
        ("compare", "bad.json", "out/0.json"),
        ("show", f"no{OBEYED}"),
        ("convert", str(pages), "--dry-run"),
        ("convert", str(pages), "-o", "-"),
        ("convert", str(pages), "-o", "other"),
        ("validate", f"no{OBEYED}.json"),
        ("timeline", str(pages), "--to", "md"),
    ):
        done = gongwen(*arguments)
        assert done.stdout or done.stderr
        assert not set(OBEYED) & set(done.stderr) - set("[2J]0;x31m"), arguments
        assert not set(OBEYED) & set(done.stdout) - set("[2J]0;x31m"), arguments
