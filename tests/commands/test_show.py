"""show: a notice in the terminal."""

from pathlib import Path

import pytest

from gongwen import parse

NOTICE = """江临市教育局关于开展校园安全检查的通知
江教发〔2024〕8号
各学校：
现将有关事项通知如下。
一、检查时间
2024年6月底前完成。
二、检查内容
（一）制度建设。各校要逐项对照，完善制度。
（三）隐患整改。投入不少于30万元。
江临市教育局
2024年5月6日
"""
RECTIFICATION = """中共江临市教育局党组关于巡察整改进展情况的通报
根据市委统一部署，2023年3月1日至5月30日，市委第二巡察组对市教育局党组开展了常规巡察。2023年7月10日，市委第二巡察组反馈了巡察意见。
一、反馈问题整改情况
（一）关于作风建设方面
1.针对调查研究不深入问题
整改完成情况：2023年12月底前已整改到位并长期坚持。
一是开展调研21次。
2.针对档案管理不规范问题
整改完成情况：正在整改。
"""


@pytest.fixture
def shown(gongwen) -> str:
    Path("notice.txt").write_text(NOTICE, encoding="utf-8")
    done = gongwen("show", "notice.txt")
    assert done.exit_code == 0
    return done.stdout


@pytest.mark.parametrize(
    "part",
    [
        "江临市教育局关于开展校园安全检查的通知",
        "江教发〔2024〕8号",
        "各学校",
        "2024-05-06",
        "一、检查时间",
        "（一）制度建设",
        "money 1",
    ],
)
def test_what_names_a_notice_and_what_it_holds_is_shown(shown: str, part: str) -> None:
    assert part in shown


def test_the_outline_is_a_tree(shown: str) -> None:
    lines = shown.splitlines()
    outer = next(line for line in lines if "二、检查内容" in line)
    inner = next(line for line in lines if "（一）制度建设" in line)
    assert inner.index("（一）") > outer.index("二、")


def test_a_doubt_is_shown_with_its_code(shown: str) -> None:
    assert "[gap]" in shown


def test_lines_are_whole_where_there_is_no_terminal(gongwen) -> None:
    heading = "关于" + "推进" * 60 + "工作"
    Path("notice.txt").write_text(
        f"关于工作的通知\n一、{heading}\n按期完成。\n二、其他\n按期完成。\n", encoding="utf-8"
    )
    assert f"一、{heading}" in gongwen("show", "notice.txt").stdout


def test_depth_bounds_the_tree(gongwen) -> None:
    Path("notice.txt").write_text(NOTICE, encoding="utf-8")
    done = gongwen("show", "--depth", "1", "notice.txt")
    assert "二、检查内容" in done.stdout
    assert "（一）制度建设" not in done.stdout


def test_issues_are_shown_with_their_state(gongwen) -> None:
    Path("notice.txt").write_text(RECTIFICATION, encoding="utf-8")
    done = gongwen("show", "notice.txt")
    line = next(line for line in done.stdout.splitlines() if line.startswith("1 "))
    assert "调查研究不深入" in line
    assert "completed, ongoing" in line
    assert "市委第二巡察组 → 市教育局党组" in done.stdout


def test_a_stored_document_is_shown_like_its_source(gongwen) -> None:
    Path("notice.txt").write_text(NOTICE, encoding="utf-8")
    Path("notice.json").write_text(parse(NOTICE).to_json(), encoding="utf-8")
    assert gongwen("show", "notice.json").stdout == gongwen("show", "notice.txt").stdout


def test_standard_input_is_shown(gongwen) -> None:
    assert "一、检查时间" in gongwen("show", "-", input=NOTICE).stdout


def test_square_brackets_of_a_notice_are_no_style(gongwen) -> None:
    text = "关于工作的通知\n一、[bold]总体[/bold]要求\n按期完成[/red]。\n二、其他\n完成。\n"
    assert "[bold]总体[/bold]要求" in gongwen("show", "-", input=text).stdout


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n", None], ids=["empty", "binary", "missing"])
def test_what_is_no_notice_ends_with_1(gongwen, content: bytes | None) -> None:
    if content is not None:
        Path("notice.txt").write_bytes(content)
    done = gongwen("show", "notice.txt")
    assert done.exit_code == 1
    assert done.stderr.startswith("gongwen: ")
