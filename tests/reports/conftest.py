"""Two pairs of notices and a timeline to report on."""

import pytest
from reported import REPORT, ROUND, TASKS, Compared, hostile, rounds

import gongwen
from gongwen import Timeline


@pytest.fixture(scope="session", params=[rounds, hostile], ids=["sample rounds", "hostile"])
def pair(request: pytest.FixtureRequest) -> Compared:
    found: Compared = request.param()
    return found


@pytest.fixture(scope="session")
def attacked() -> Compared:
    return hostile()


@pytest.fixture(scope="session")
def timeline() -> Timeline:
    """Reports of sixteen years, which make a narrow matrix, three rounds of a body, and a notice alone."""
    reports = [
        gongwen.parse(
            REPORT.format(year=year, before=year - 1, done=year - 2007, aim=3, tasks=TASKS * (year % 3)),
            f"{year}.txt",
        )
        for year in range(2008, 2024)
    ]
    told = [
        ("2019年1月22日", "已整改完毕。", 3, "接待不规范", "2019年5月10日"),
        ("2022年2月16日", "正在推进。", 8, "资产混乱", "2022年7月8日"),
        ("2024年12月3日", "已阶段性完成。", 6, "接待不规范", "2025年3月1日"),
    ]
    keys = ("told", "status", "times", "other", "signed")
    notices = [
        gongwen.parse(ROUND.format(**dict(zip(keys, one, strict=True))), f"{one[4]}.txt") for one in told
    ]
    single = gongwen.parse(
        "河阳市教育局关于<招生>工作的通知\n一、时间安排\n5月报名。\n河阳市教育局\n2022年3月1日"
    )
    return gongwen.timeline([*reports, *notices, single])
