"""compare: what became of one notice in another."""

import json
from pathlib import Path

import pytest

OLD = """关于整改情况的通报
一、加强学习
集中学习12次。
二、完善制度
制定制度3项。
"""
NEW = """关于整改情况的通报
一、加强学习
集中学习15次。
二、完善制度
制定制度3项。
三、严格督查
开展督查8次。
"""


@pytest.fixture
def pair() -> tuple[str, str]:
    return "old.txt", "new.txt"


@pytest.fixture
def written(gongwen, pair: tuple[str, str]) -> None:
    for name, text in zip(pair, (OLD, NEW), strict=True):
        Path(name).write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("written")
def test_what_changed_is_named(gongwen, pair: tuple[str, str]) -> None:
    done = gongwen("compare", *pair)
    assert done.exit_code == 0
    assert "严格督查" in done.stdout
    assert "12次 → 15次" in done.stdout


@pytest.mark.usefixtures("written")
def test_json_is_the_comparison(gongwen, pair: tuple[str, str]) -> None:
    made = json.loads(gongwen("compare", "--to", "json", *pair).stdout)
    assert made["format"] == "gongwen.comparison/1"
    assert any("added" in one["changes"] for one in made["pairs"])


@pytest.mark.usefixtures("written")
def test_one_change_alone(gongwen, pair: tuple[str, str]) -> None:
    done = gongwen("compare", "--only", "added", *pair)
    assert "严格督查" in done.stdout
    assert "12次 → 15次" not in done.stdout


@pytest.mark.usefixtures("written")
def test_a_notice_that_is_not_there_ends_with_1(gongwen) -> None:
    done = gongwen("compare", "old.txt", "nothing.txt")
    assert done.exit_code == 1
    assert "nothing.txt" in done.stderr


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("options", [("--to", "poem"), ("--only", "poem")], ids=" ".join)
def test_an_unknown_form_or_change_is_wrong_usage(
    gongwen, pair: tuple[str, str], options: tuple[str, str]
) -> None:
    assert gongwen("compare", *options, *pair).exit_code == 2
