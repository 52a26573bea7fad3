"""panel: many bodies side by side."""

import csv
import json
from pathlib import Path

import pytest

TEXT = """{place}人民政府工作报告
——2026年1月20日在{place}第十四届人民代表大会第四次会议上
今年发展的主要预期目标是：地区生产总值增长{target}。
"""


@pytest.fixture
def folder(gongwen) -> str:
    Path("reports").mkdir()
    for place, target in (("江临省", "5%左右"), ("云溪省", "6%以上")):
        Path(f"reports/{place}.txt").write_text(TEXT.format(place=place, target=target), encoding="utf-8")
    return "reports"


def test_a_folder_becomes_a_table(gongwen, folder: str) -> None:
    done = gongwen("panel", folder, "--indicator", "地区生产总值增长", "-o", "panel.csv")
    assert done.exit_code == 0
    rows = list(csv.DictReader(Path("panel.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [(row["body"], row["地区生产总值增长 value"]) for row in rows] == [
        ("云溪省人民政府", "6"),
        ("江临省人民政府", "5"),
    ]


def test_phrases_may_stand_in_one_option(gongwen, folder: str) -> None:
    made = json.loads(gongwen("panel", folder, "--phrase", "目标,工作", "--to", "json").stdout)
    assert [(row["目标"], row["工作"]) for row in made] == [(1, 1), (1, 1)]


@pytest.mark.parametrize("form", ["parquet", "xlsx"])
def test_a_form_that_is_no_text_needs_a_file(gongwen, folder: str, form: str) -> None:
    assert gongwen("panel", folder, "--to", form).exit_code == 2
    assert gongwen("panel", folder, "--to", form, "-o", f"panel.{form}").exit_code == 0
    assert Path(f"panel.{form}").stat().st_size > 0


def test_an_unknown_form_is_wrong_usage(gongwen, folder: str) -> None:
    assert gongwen("panel", folder, "--to", "yaml").exit_code == 2
