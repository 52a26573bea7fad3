"""Notices of several years: series, topics, figures and phrases, from small notices of one body."""

import csv
import io
import json
from pathlib import Path

import jsonschema_rs
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

import gongwen
from gongwen.cli.app import app
from gongwen.contract.timeline import FigureSeries, Phrase, Series, Timeline, Topic
from gongwen.timelines.markdown import render

ROOT = Path(__file__).parents[2]
LEAD = "{when}，市委第{group}巡察组对市商务局党组开展了巡察。{told}，市委第{group}巡察组反馈了巡察意见。现将整改情况通报如下："
ROUNDS = {
    2019: {
        "title": "中共江临市商务局党组关于巡察整改进展情况的通报",
        "lead": LEAD.format(when="2018年10月15日至12月20日", group="三", told="2019年1月22日"),
        "issues": [
            ("理论学习不深入", "已整改完毕。", "健全学习机制，组织专题学习12次。"),
            ("公务接待不规范", "已完成整改。", "修订接待办法，清退超标费用3.2万元。"),
            ("招商项目跟踪不力", "正在推进。", "建立项目台账，走访企业46家。"),
        ],
        "signed": "中共江临市商务局党组\n2019年5月10日",
    },
    2022: {
        "title": "江临市商务局党组关于巡察整改情况的报告",
        "lead": LEAD.format(when="2021年10月11日至12月24日", group="一", told="2022年2月16日"),
        "issues": [
            ("理论学习抓得不够深入", "6月底前已阶段性完成并将长期坚持。", "制定学习计划，开展交流研讨8次。"),
            ("招商项目跟踪服务不力", "已整改完毕。", "选派专员58名，协调用地用电事项。"),
            ("固定资产管理混乱", "已完成整改。", "清查资产1032件，补记账目17笔。"),
        ],
        "signed": "江临市商务局党组\n2022年7月8日",
    },
    2025: {
        "title": "江临市商务局党组关于市委巡察整改进展情况的通报",
        "lead": LEAD.format(when="2024年9月1日至10月30日", group="二", told="2024年12月3日"),
        "issues": [
            ("公务接待不够规范", "正在整改。", "开展专项检查，约谈科室负责人5人。"),
            ("理论学习不深入", "已整改完毕。", "邀请党校教师授课6次。"),
        ],
        "signed": "市商务局党组\n2025年3月1日",
    },
}


def rectification(year: int) -> gongwen.Notice:
    held = ROUNDS[year]
    issues = "\n".join(
        f"{number}.针对{problem}问题\n整改完成情况：{status}\n{measure}"
        for number, (problem, status, measure) in enumerate(held["issues"], 1)
    )
    return gongwen.parse(
        f"{held['title']}\n{held['lead']}\n一、整改总体情况\n反馈问题{len(held['issues'])}个。\n二、问题整改落实情况\n"
        f"{issues}\n三、下一步打算\n持续巩固整改成果。\n{held['signed']}",
        f"{year}/通报.txt",
    )


def report(year: int, review: str, aims: str, tasks: str) -> gongwen.Notice:
    return gongwen.parse(
        f"{year}年江临市人民政府工作报告\n各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。\n一、{year - 1}年工作回顾\n"
        f"{review}\n二、{year}年主要目标\n今年发展主要预期目标是：{aims}。\n三、{year}年重点工作\n{tasks}",
        f"{year}.txt",
    )


REPORTS = (
    report(
        2022,
        "城镇新增就业2.9万人。",
        "地区生产总值增长6%左右；城镇新增就业3万人以上；进出口促稳提质",
        "大力推进棚户区改造，棚户区改造开工30个。棚户区改造让群众安居，棚户区改造要抓好。",
    ),
    report(
        2023,
        "地区生产总值增长5.2%，城镇新增就业3.1万人。",
        "地区生产总值增长6%左右；城镇新增就业3万人左右；进出口量稳质升",
        "稳妥推进棚户区改造。发展低空经济，低空经济要试点，建设低空经济园区。",
    ),
    report(
        2024,
        "地区生产总值增长6.1%，城镇新增就业2.8万人。",
        "城镇新增就业3万人左右；居民收入增长与经济增长同步。我们没有提出全年经济增速具体目标",
        "低空经济要成链，低空经济要成势，低空经济要安全，壮大低空经济，布局低空经济。",
    ),
)


@pytest.fixture(scope="module")
def rounds() -> Series:
    return gongwen.timeline([rectification(year) for year in (2025, 2019, 2022)]).series[0]


@pytest.fixture(scope="module")
def reports() -> Series:
    return gongwen.timeline(reversed(REPORTS)).series[0]


def topic(series: Series, name: str) -> Topic:
    return next(one for one in series.topics if name in one.name)


def figure(series: Series, name: str) -> FigureSeries:
    return next(one for one in series.figures if one.name == name)


def phrase(series: Series, text: str) -> Phrase:
    return next(one for one in series.phrases if one.text == text)


# -------------------------------------------------------------------------------- series


def test_one_body_under_three_names_is_one_series_in_the_order_of_its_rounds(rounds: Series) -> None:
    assert (rounds.issuer, rounds.profile) == ("江临市商务局", "rectification")
    assert [moment.date for moment in rounds.notices] == ["2019-01-22", "2022-02-16", "2024-12-03"]
    assert [moment.label for moment in rounds.notices] == ["2019", "2022", "2024"]


def test_other_kinds_and_bodies_are_series_of_their_own() -> None:
    other = gongwen.parse(
        "河阳市教育局关于招生工作的通知\n一、时间安排\n5月报名。\n河阳市教育局\n2022年3月1日"
    )
    found = gongwen.timeline([rectification(2019), other, *REPORTS])
    assert [len(series.notices) for series in found.series] == [3, 1, 1]
    assert [doubt.code for doubt in found.diagnostics] == ["series_of_one", "series_of_one"]


def test_notices_of_one_kind_about_two_matters_are_two_series() -> None:
    notices = [
        gongwen.parse(
            f"江临市教育局关于{year}年{matter}工作的通知\n一、要求\n按时完成。\n江临市教育局\n{year}年2月1日"
        )
        for year in (2021, 2022)
        for matter in ("招生", "资助")
    ]
    found = gongwen.timeline(notices).series
    assert sorted(len(series.notices) for series in found) == [2, 2]


def test_the_year_of_a_file_orders_what_bears_no_date() -> None:
    text = "各位代表：\n现在，我代表市人民政府，向大会报告工作。\n一、主要任务\n抓好{}生产。"
    notices = [gongwen.parse(text.format("农业"), "1985.txt"), gongwen.parse(text.format("工业"), "1960.txt")]
    assert [moment.label for moment in gongwen.timeline(notices).series[0].notices] == ["1960", "1985"]


def test_a_report_without_a_title_is_of_the_place_of_its_congress() -> None:
    text = "政府工作报告\n——2024年1月8日在江临市第五届人民代表大会第三次会议上\n各位代表：\n现在，我代表市人民政府，向大会报告工作。\n一、{}年工作回顾\n粮食产量38亿斤。"
    series = gongwen.timeline(gongwen.parse(text.format(year)) for year in (2022, 2023)).series
    assert [one.issuer for one in series] == ["江临市人民政府"]


def test_one_source_given_twice_counts_once() -> None:
    notice = rectification(2019)
    assert len(gongwen.timeline([notice, notice]).series[0].notices) == 1


def test_a_notice_without_any_year_is_told_of() -> None:
    bare = "江临市教育局关于招生工作的通知\n一、要求\n{}。\n江临市教育局"
    found = gongwen.timeline([gongwen.parse(bare.format("按时报送")), gongwen.parse(bare.format("如期完成"))])
    assert [doubt.code for doubt in found.diagnostics] == ["order_unknown", "order_unknown"]


# -------------------------------------------------------------------------------- topics


def test_a_problem_that_stays_is_recurring_with_its_statuses(rounds: Series) -> None:
    found = topic(rounds, "理论学习")
    assert found.state == "recurring"
    assert [one.status for one in found.appearances] == ["completed", "phase_completed", "completed"]


def test_a_problem_comes_back_after_a_gap(rounds: Series) -> None:
    found = topic(rounds, "公务接待")
    assert (found.state, [one.notice for one in found.appearances]) == ("returned", [0, 2])


def test_a_problem_that_was_dropped_is_gone(rounds: Series) -> None:
    assert (topic(rounds, "招商").state, topic(rounds, "招商").last) == ("gone", 1)
    assert (topic(rounds, "固定资产").first, topic(rounds, "固定资产").last) == (1, 1)


# -------------------------------------------------------------------------------- figures


def test_the_target_of_one_year_meets_the_result_of_the_next(reports: Series) -> None:
    found = figure(reports, "城镇新增就业")
    assert [(one.period, one.difference, one.met) for one in found.outcomes] == [
        ("2022", "1000", True),
        ("2023", "-2000", None),
    ]
    assert [one.change for one in found.values if one.kind == "target"] == [
        "first",
        "operator_changed",
        "equal",
    ]


def test_a_target_that_is_not_set_is_explicitly_absent(reports: Series) -> None:
    targets = [one for one in figure(reports, "地区生产总值增长").values if one.kind == "target"]
    assert [(one.value, one.change) for one in targets] == [
        ("6", "first"),
        ("6", "equal"),
        (None, "explicitly_absent"),
    ]


def test_targets_in_words_are_followed_too(reports: Series) -> None:
    assert [one.change for one in figure(reports, "进出口增长").values] == ["first", "reworded"]


def test_statistics_of_a_rectification_are_a_series(rounds: Series) -> None:
    assert [[one.value for one in found.values] for found in rounds.figures if found.unit == "个"] == [
        ["3", "3", "2"]
    ]


# -------------------------------------------------------------------------------- phrases


def test_phrases_come_rise_and_go_without_being_named(reports: Series) -> None:
    assert phrase(reports, "棚户区改造").counts == [4, 1, 0]
    assert phrase(reports, "棚户区改造").trend == "dropped"
    assert phrase(reports, "低空经济").counts == [0, 3, 5]
    assert (phrase(reports, "低空经济").first, phrase(reports, "低空经济").peak) == (1, 2)


def test_each_notice_says_what_it_changes(reports: Series) -> None:
    assert reports.notices[0].phrases.new == []
    assert "低空经济" in reports.notices[1].phrases.new
    assert "棚户区改造" in reports.notices[1].phrases.falling
    assert "棚户区改造" in reports.notices[2].phrases.dropped


def test_counts_are_those_of_the_text(reports: Series) -> None:
    for one in reports.phrases:
        for count, notice in zip(one.counts, REPORTS, strict=True):
            assert count <= notice.text.count(one.text)


# -------------------------------------------------------------------------------- for any input


def everything() -> list[gongwen.Notice]:
    return [*(rectification(year) for year in ROUNDS), *REPORTS]


@settings(max_examples=12, deadline=None)
@given(st.permutations(range(6)))
def test_the_order_that_notices_are_given_in_changes_nothing(order: list[int]) -> None:
    notices = everything()
    assert gongwen.timeline(notices[at] for at in order).to_json() == gongwen.timeline(notices).to_json()


def test_a_timeline_follows_its_schema_and_quotes_what_it_claims() -> None:
    notices = {notice.id: notice for notice in everything()}
    made = gongwen.timeline(notices.values())
    schema = json.loads((ROOT / "schemas/gongwen.timeline-1.schema.json").read_text(encoding="utf-8"))
    jsonschema_rs.Draft202012Validator(schema).validate(json.loads(made.to_json()))
    assert Timeline.model_validate_json(made.to_json()) == made
    for series in made.series:
        for found in series.figures:
            for value in found.values:
                assert notices[series.notices[value.notice].id].text[slice(*value.span)] == value.text


def test_nothing_gives_an_empty_timeline() -> None:
    assert gongwen.timeline([]).series == []
    assert render(gongwen.timeline([])) == ""


# -------------------------------------------------------------------------------- folders


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    for year, held in (
        ("2019", [rectification(2019), REPORTS[0]]),
        ("2022", [rectification(2022), rectification(2025)]),
    ):
        (tmp_path / year).mkdir()
        for number, notice in enumerate(held):
            (tmp_path / year / f"{number}.json").write_text(notice.to_json(), encoding="utf-8")
    (tmp_path / "2022" / "labels.json").write_text("{}", encoding="utf-8")
    return tmp_path


def test_two_folders_are_compared_body_by_body() -> None:
    found = gongwen.compare_all([rectification(2019), REPORTS[0]], [rectification(2025), rectification(2022)])
    assert [(one.issuer, one.comparison.right.signed_on) for one in found.series] == [
        ("江临市商务局", "2025-03-01")
    ]
    assert [(one.party.title, one.reason) for one in found.left_alone] == [
        ("2022年江临市人民政府工作报告", "no_partner")
    ]
    assert [(one.party.signed_on, one.reason) for one in found.right_alone] == [
        ("2022-07-08", "not_the_latest")
    ]


def test_the_command_compares_folders_and_tells_what_is_no_notice(folders: Path) -> None:
    done = CliRunner().invoke(app, ["compare", str(folders / "2019"), str(folders / "2022")])
    assert done.exit_code == 0, done.output
    assert "江临市商务局" in done.output
    assert "no partner" in done.output
    assert "labels.json" in done.output


@pytest.mark.parametrize(
    ("form", "told"), [("json", '"gongwen.comparisons/1"'), ("md", "# "), ("pdf", "unknown_form")]
)
def test_folders_are_compared_in_other_forms_too(folders: Path, form: str, told: str) -> None:
    done = CliRunner().invoke(app, ["compare", str(folders / "2019"), str(folders / "2022"), "--to", form])
    assert told in done.output


@pytest.mark.parametrize("form", ["json", "md", "csv", "xlsx"])
def test_the_command_writes_each_form(folders: Path, form: str) -> None:
    target = folders / f"out/timeline.{form}"
    given_ = ["timeline", str(folders / "2019"), str(folders / "2022"), "--to", form, "-o", str(target)]
    done = CliRunner().invoke(app, given_)
    assert done.exit_code == 0, done.output
    if form == "json":
        assert json.loads(target.read_text(encoding="utf-8"))["format"] == "gongwen.timeline/1"
    elif form == "csv":
        rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
        assert {row["what"] for row in rows} == {"topic", "figure", "phrase"}
    elif form == "md":
        assert "| 公务接待不够规范 | issue | returned |" in target.read_text(encoding="utf-8")
    else:
        assert "s1 topics" in openpyxl.load_workbook(target).sheetnames


def test_wrong_usage_is_told(tmp_path: Path) -> None:
    for arguments in (
        ["timeline", str(tmp_path / "none")],
        ["timeline", str(tmp_path), "--to", "xlsx"],
        ["timeline", str(tmp_path), "--to", "pdf"],
    ):
        assert CliRunner().invoke(app, arguments).exit_code == 2


def test_what_a_notice_says_is_no_formula_and_no_markdown() -> None:
    notice = gongwen.parse(
        "江临市教育局关于检查的通知\n一、=1+1|<b>检查</b>\n按时完成。\n江临市教育局\n2022年2月1日"
    )
    assert "<b>" not in render(gongwen.timeline([notice]))
