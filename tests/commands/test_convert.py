"""convert: files, folders, globs and standard input in, one JSON a notice out."""

import json
from pathlib import Path

import pytest

NOTICE = "江临市教育局关于开展校园安全检查的通知\n各学校：\n一、检查时间\n2024年6月底前完成。\n"
OTHER = "江临市水利局关于做好防汛工作的通知\n各县（区）水利局：\n一、加强值守\n落实24小时值班制度。\n"
PICTURE = b"GIF89a"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Two years of notices, and files that are none."""
    for name, text in {
        "pages/2023/a.txt": NOTICE,
        "pages/2024/a.html": f"<html><body><div id='zoom'><p>{OTHER.replace(chr(10), '</p><p>')}</p></div></body></html>",
        "pages/2024/b.md": OTHER,
        "pages/2024/photo.jpg": "no notice",
        "pages/2024/.hidden.txt": NOTICE,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "pages"


RUN = "summary.json"
"""What a run says of itself; the rest are notices."""


def results(folder: Path) -> list[str]:
    found = (path.relative_to(folder) for path in folder.rglob("*.json"))
    return sorted(path.as_posix() for path in found if path.name != RUN and not path.parts[0].startswith("."))


def stored(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def test_a_file_becomes_one_document_named_after_it(gongwen, pages: Path) -> None:
    done = gongwen("convert", "pages/2023/a.txt", "-o", "out")
    assert done.exit_code == 0
    assert results(Path("out")) == ["a.json"]
    assert (
        stored(Path("out/a.json"))["metadata"]["title"]["value"] == "江临市教育局关于开展校园安全检查的通知"
    )


def test_the_uri_is_the_name_that_was_given(gongwen, pages: Path) -> None:
    gongwen("convert", "pages/2023/a.txt", "-o", "out")
    assert stored(Path("out/a.json"))["source"]["uri"] == "pages/2023/a.txt"


def test_a_folder_is_searched_and_keeps_its_shape(gongwen, pages: Path) -> None:
    done = gongwen("convert", "pages", "-o", "out")
    assert done.exit_code == 0
    assert results(Path("out")) == ["2023/a.json", "2024/a.json", "2024/b.json"]


def test_a_glob_is_expanded(gongwen, pages: Path) -> None:
    done = gongwen("convert", "pages/*/a.*", "-o", "out")
    assert done.exit_code == 0
    assert len(results(Path("out"))) == 2


def test_inputs_of_one_name_are_told_apart(gongwen, pages: Path) -> None:
    gongwen("convert", "pages/2023/a.txt", "pages/2024/a.html", "-o", "out")
    titles = {stored(Path("out", name))["metadata"]["title"]["value"][:6] for name in results(Path("out"))}
    assert titles == {"江临市教育局", "江临市水利局"}


def test_an_input_that_is_named_twice_is_converted_once(gongwen, pages: Path) -> None:
    gongwen("convert", "pages/2023/a.txt", "pages/2023/a.txt", "-o", "out")
    assert results(Path("out")) == ["a.json"]


def test_standard_input_is_read_for_a_dash(gongwen) -> None:
    done = gongwen("convert", "-", "-o", "out", input=NOTICE.encode("gb18030"))
    assert done.exit_code == 0
    (name,) = results(Path("out"))
    assert stored(Path("out", name))["source"]["encoding"] == "gb18030"


def test_what_cannot_be_read_is_logged_and_the_run_goes_on(gongwen, pages: Path) -> None:
    (pages / "2024/scan.html").write_bytes(PICTURE)
    (pages / "2024/empty.txt").write_bytes(b"")
    done = gongwen("convert", "pages", "-o", "out")
    assert done.exit_code == 1
    assert results(Path("out")) == ["2023/a.json", "2024/a.json", "2024/b.json"]
    lines = [json.loads(line) for line in Path("out/errors.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {(Path(line["uri"]).name, line["code"]) for line in lines} == {
        ("scan.html", "source_binary"),
        ("empty.txt", "source_empty"),
    }
    assert all(line["reason"] for line in lines)


def test_errors_of_an_earlier_run_do_not_stay(gongwen, pages: Path) -> None:
    Path("scan.html").write_bytes(PICTURE)
    gongwen("convert", "scan.html", "-o", "out")
    assert Path("out/errors.jsonl").exists()
    assert gongwen("convert", "pages/2023/a.txt", "-o", "out").exit_code == 0
    log = Path("out/errors.jsonl")
    assert not log.exists() or not log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments", [("nothing.html",), ("*.nothing",), (), ("--nothing", "pages")], ids=" ".join
)
def test_wrong_usage_ends_with_2(gongwen, pages: Path, arguments: tuple[str, ...]) -> None:
    assert gongwen("convert", *arguments, "-o", "out").exit_code == 2
    assert not Path("out").exists()


def test_a_missing_input_is_named(gongwen) -> None:
    done = gongwen("convert", "nothing.html", "-o", "out")
    assert "nothing.html" in done.stderr
    assert "source_missing" in done.stderr


def test_an_output_that_cannot_be_written_to_is_said(gongwen, pages: Path) -> None:
    Path("out").write_text("a file", encoding="utf-8")
    done = gongwen("convert", "pages", "-o", "out")
    assert done.exit_code == 2
    assert "Traceback" not in done.output


def test_runs_on_any_number_of_processes_give_the_same_bytes(gongwen, pages: Path) -> None:
    gongwen("convert", "pages", "-o", "one", "--jobs", "1")
    gongwen("convert", "pages", "-o", "two", "--jobs", "2")
    assert [Path("one", name).read_bytes() for name in results(Path("one"))] == [
        Path("two", name).read_bytes() for name in results(Path("two"))
    ]


def test_no_half_written_file_is_left(gongwen, pages: Path) -> None:
    gongwen("convert", "pages", "-o", "out")
    assert not [path for path in Path("out").rglob("*") if path.is_file() and ".partial" in path.name]


def test_a_pipe_sees_no_progress_bar(gongwen, pages: Path) -> None:
    for number in range(30):
        (pages / f"{number}.txt").write_text(NOTICE + str(number), encoding="utf-8")
    done = gongwen("convert", "pages", "-o", "out")
    assert "\r" not in done.output
    assert "33 of 33" in done.output
