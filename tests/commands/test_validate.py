"""validate: stored documents against the contract and its promises."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gongwen import parse

NOTICE = """江临市教育局关于开展校园安全检查的通知
各学校：
现将有关事项通知如下。
一、检查时间
2024年6月底前完成。
二、检查内容
（一）制度建设。各校要逐项对照，完善制度。
（二）隐患整改。投入不少于30万元。
江临市教育局
2024年5月6日
"""


@pytest.fixture
def document(gongwen) -> Path:
    path = Path("notice.json")
    path.write_text(parse(NOTICE).to_json(), encoding="utf-8")
    return path


def change(document: Path, how: Callable[[dict[str, Any]], object]) -> None:
    data = json.loads(document.read_text(encoding="utf-8"))
    how(data)
    document.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def test_what_convert_wrote_is_valid(gongwen) -> None:
    Path("notice.txt").write_text(NOTICE, encoding="utf-8")
    gongwen("convert", "notice.txt", "-o", "out")
    done = gongwen("validate", "out/notice.json")
    assert done.exit_code == 0
    assert "1 of 1 valid" in done.stdout


BROKEN: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "a role that is none": (lambda data: data["blocks"][0].update(role="poem"), "blocks.0.role"),
    "a missing key": (lambda data: data["metadata"].pop("title"), "metadata.title"),
    "a key too many": (lambda data: data.update(poem=1), "poem"),
    "an amount that is no decimal string": (
        lambda data: next(one for one in data["mentions"] if one["kind"] == "money")["value"].update(
            amount=3e5
        ),
        "money",
    ),
    "another version of the contract": (
        lambda data: data.update(format="gongwen.notice/2"),
        "gongwen.notice/2",
    ),
    "a marker that does not stand there": (
        lambda data: data["outline"][1]["marker"].update(text="三、"),
        "'三、' does not stand at",
    ),
    "a heading that does not stand there": (
        lambda data: data["outline"][1].update(heading="检查内容"),
        "heading '检查内容'",
    ),
    "a mention that does not stand there": (
        lambda data: data["mentions"][0].update(text="2019年"),
        "mention '2019年'",
    ),
    "a section that ends behind the text": (
        lambda data: data["outline"][1].update(span=[data["outline"][1]["span"][0], 99999]),
        "section 1 stands at",
    ),
    "an element that stands behind the text": (
        lambda data: data["metadata"]["title"].update(span=[99990, 99999]),
        "title of the metadata stands at",
    ),
    "a section that begins before its neighbour ends": (
        lambda data: data["outline"][2].update(span=[0, data["outline"][2]["span"][1]]),
        "section 2 is none of the first depth, or overlaps",
    ),
    "text that is in no block": (
        lambda data: data.update(text=data["text"] + "多出的话"),
        "the blocks end at",
    ),
    "a section that is lost": (lambda data: data["outline"].pop(1), "is lost from the outline"),
    "two sections of one id": (lambda data: data["outline"][1].update(id="2"), "one id"),
    "children out of order": (
        lambda data: data["outline"][2]["children"].reverse(),
        "overlaps the one before it",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_named_with_its_place(gongwen, document: Path, name: str) -> None:
    how, said = BROKEN[name]
    change(document, how)
    done = gongwen("validate", str(document))
    assert done.exit_code == 1
    assert "notice.json" in done.stderr
    assert said in done.stderr


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "关于检查的通知"], ids=["empty", "cut off", "a list", "a text"]
)
def test_what_is_no_document_is_not_valid(gongwen, content: str) -> None:
    Path("broken.json").write_text(content, encoding="utf-8")
    done = gongwen("validate", "broken.json")
    assert done.exit_code == 1
    assert "broken.json" in done.stderr
    assert "Traceback" not in done.output


def test_the_rest_is_checked_though_one_is_broken(gongwen, document: Path) -> None:
    Path("broken.json").write_text("{", encoding="utf-8")
    done = gongwen("validate", "broken.json", str(document), "nothing.json")
    assert done.exit_code == 1
    assert "1 of 3 valid" in done.stdout
    assert "nothing.json" in done.stderr


def test_no_file_is_wrong_usage(gongwen) -> None:
    assert gongwen("validate").exit_code == 2


def test_json_lines_are_checked_one_by_one(gongwen, document: Path) -> None:
    good = document.read_text(encoding="utf-8").strip()
    Path("notices.jsonl").write_text(f"{good}\n{{}}\n{good}\n", encoding="utf-8")
    result = gongwen("validate", "notices.jsonl")
    assert (result.exit_code, result.stdout) == (1, "2 of 3 valid\n")
    assert "notices.jsonl#2: format: Field required" in result.stderr


def test_a_timeline_is_made_of_json_lines(gongwen) -> None:
    Path("in").mkdir()
    for year in (2023, 2024):
        report = f"{year}年江临市人民政府工作报告\n各位代表：\n一、{year - 1}年工作回顾\n粮食产量38亿斤。\n二、{year}年主要任务\n粮食产量40亿斤以上。\n"
        Path(f"in/{year}.txt").write_text(report, encoding="utf-8")
    gongwen("convert", "in", "-o", "out", "--to", "jsonl.gz")
    result = gongwen("timeline", "out/notices.jsonl.gz", "--to", "md")
    assert result.exit_code == 0
    assert "江临市人民政府" in result.stdout
    assert "2023" in result.stdout


def test_a_file_of_notices_is_no_notice(gongwen, document: Path) -> None:
    Path("notices.jsonl").write_text(document.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    result = gongwen("show", "notices.jsonl")
    assert result.exit_code == 1
    assert "holds a notice a line" in result.stderr
