"""Many bodies side by side: what each says of the same indicators and phrases."""

import pytest

import gongwen
from gongwen.timelines.cross_section import level_of

REPORT = """{place}政府工作报告
——2026年1月20日在{place}第十四届人民代表大会第四次会议上
各位代表：
一、2025年工作回顾
过去一年，地区生产总值增长{result}，推动高质量发展。
二、2026年工作安排
今年发展的主要预期目标是：地区生产总值增长{target}；城镇调查失业率5.5%左右。
"""
PLACES = {
    "江临省": ("5.2%", "5%左右"),
    "云溪自治区": ("4.8%", "4.5%—5%"),
    "沧屏市": ("6%", "6.5%以上"),
}


def reports() -> list[gongwen.Notice]:
    return [
        gongwen.parse(REPORT.format(place=place, result=result, target=target), uri=f"{place}.txt")
        for place, (result, target) in PLACES.items()
    ]


def test_a_row_has_the_target_of_the_year_and_the_result_of_the_year_before() -> None:
    found = gongwen.panel(reports(), indicators=["地区生产总值增长"])
    rows = {row["body"]: row for row in found.rows}
    assert set(rows) == {f"{place}人民政府" for place in PLACES}
    steppe = rows["云溪自治区人民政府"]
    said = [
        steppe[f"地区生产总值增长 {part}"] for part in ("value", "high", "operator", "unit", "result_value")
    ]
    assert said == ["4.5", "5", "eq", "%", "4.8"]
    assert steppe["year"] == 2026
    assert rows["沧屏市人民政府"]["地区生产总值增长 operator"] == "ge"


def test_a_target_is_linked_to_its_place() -> None:
    notices = {notice.id: notice for notice in reports()}
    for row in gongwen.panel(notices.values(), indicators=["地区生产总值增长"]).rows:
        start, end = row["地区生产总值增长 start"], row["地区生产总值增长 end"]
        assert notices[row["document_id"]].text[start:end] == row["地区生产总值增长 target"]


def test_without_names_the_indicators_that_most_set_a_target_for() -> None:
    columns = gongwen.panel(reports()).columns
    assert "地区生产总值增长 target" in columns
    assert "城镇调查失业率 target" in columns


def test_phrases_are_counted_and_states_of_problems_too() -> None:
    notices = [*reports(), gongwen.read("samples/rectification-2022.html")]
    found = gongwen.panel(notices, phrases=["高质量发展"])
    assert [row["高质量发展"] for row in found.rows] == [1, 1, 1, 1]
    assert found.rows[0]["status completed"] == 6
    assert found.rows[1]["status completed"] is None


def test_the_same_as_arrow() -> None:
    found = gongwen.panel(reports(), phrases=["高质量发展"])
    assert found.to_arrow().to_pylist() == found.rows


def test_what_is_no_notice_is_refused() -> None:
    with pytest.raises(gongwen.ContractError):
        gongwen.panel(["关于开展检查的通知"])


@pytest.mark.parametrize(
    ("body", "level"),
    [
        ("国务院", "central"),
        ("云溪自治区人民政府", "province"),
        ("江临省水利厅", "province"),
        ("北京市人民政府", "province"),
        ("上海市浦东新区人民政府", "county"),
        ("江临市水利局", "city"),
        ("青屏自治州财政局", "city"),
        ("云溪县教育局", "county"),
        ("江临市云溪县青石镇人民政府", "township"),
        ("第一人民医院", None),
    ],
)
def test_the_level_is_that_of_the_last_place(body: str, level: str | None) -> None:
    assert level_of(body) == level
