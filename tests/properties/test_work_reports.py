"""Whatever a work report says, its record keeps the promises, and a timeline of it can be made."""

import pytest
from growth import AT_MOST, growth
from hypothesis import given, settings
from hypothesis import strategies as st

import gongwen
from gongwen.contract.promises import broken_promises

PIECES = (
    "地区生产总值 增长 下降 5% 3.5%左右 100万人以上 城镇新增就业 分别 和 、 ， 。 ； \n 由 从 到 达到 2019年 今年 去年 五年来 “十四五”时期 一、2024年工作回顾\n"
    " 二、2025年主要目标\n 主要预期目标是： 居民收入增长与经济增长同步 没有提出经济增长目标 1.2万亿元 零 百分之五 三分之二 7%－8% 的 个百分点 （ ） “ ” 《 新增 9家企业 其中"
).split(" ")
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
HEAD = "江临市人民政府工作报告\n各位代表：\n"


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_a_record_keeps_the_promises(text: str) -> None:
    notice = gongwen.parse(HEAD + text)
    assert broken_promises(notice) == []
    for record in notice.records:
        if record.type == "work_report":
            assert [one.id for one in record.indicators] == [
                f"indicator-{number}" for number in range(1, len(record.indicators) + 1)
            ]
            assert all(one.indicator for one in record.indicators)
            assert all((one.value is None) == (one.unit is None) for one in record.indicators)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_a_timeline_of_any_reports_can_be_made(texts: list[str]) -> None:
    notices = [
        gongwen.parse(f"{2020 + at}年{HEAD}{text}", f"{2020 + at}.txt") for at, text in enumerate(texts)
    ]
    made = gongwen.timeline(notices)
    known = {notice.id: notice for notice in notices}
    for series in made.series:
        for figure in series.figures:
            for value in figure.values:
                assert known[series.notices[value.notice].id].text[slice(*value.span)] == value.text
            for outcome in figure.outcomes:
                assert figure.values[outcome.target].notice < figure.values[outcome.result].notice
        for phrase in series.phrases:
            assert len(phrase.counts) == len(series.notices)
            assert phrase.total == sum(phrase.counts)


@pytest.mark.parametrize(
    "unit", ["城镇新增就业1万人，", "、和与及", "由从", "“", "5%、", "居民收入增长与经济增长同步，"]
)
def test_time_grows_as_the_length_of_a_run_does(unit: str) -> None:
    def read(length: int) -> gongwen.Notice:
        return gongwen.parse(HEAD + "主要预期目标是：" + unit * length)

    assert read(4000).records
    assert growth(read, 1000) < AT_MOST
