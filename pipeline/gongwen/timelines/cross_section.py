"""Many bodies side by side: one row per notice, with its body, its year, and what it says about the same indicators and phrases.

body            level     year  地区生产总值增长: target  value  high  operator     新质生产力
安徽省人民政府  province  2026  增长5%—5.5%               5      5.5   eq           12
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from gongwen.contract import Notice, State, given_notice
from gongwen.contract.work_report import Indicator, WorkReportRecord
from gongwen.extras import require
from gongwen.timelines.bodies import body_of
from gongwen.timelines.series import date_of

if TYPE_CHECKING:
    import pyarrow

Level = Literal["central", "province", "city", "county", "township"]
Cell = str | int | float | None

MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
LEVELS: tuple[tuple[str, Level], ...] = (("省", "province"), ("自治区", "province"), ("特别行政区", "province"), ("自治州", "city"),
    ("地区", "city"), ("盟", "city"), ("县", "county"), ("区", "county"), ("旗", "county"), ("镇", "township"), ("乡", "township"),
    ("街道", "township"), ("市", "city"))  # fmt: skip
"""What the name of a place ends in."""
OFTEN = 8
"""How many indicators are shown if none are named: those that most notices set a target for."""
FIXED = "body level year kind title sections issues document_id uri".split()
PARTS = "target value high operator unit start end result result_value".split()
"""The columns of an indicator: the target as printed, its number, upper end, operator and unit, its place, and the result of the year
before with its number."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A table of notices; `columns` in order, each row a value for every column."""

    columns: list[str]
    rows: list[dict[str, Cell]] = field(default_factory=list)

    def to_arrow(self) -> pyarrow.Table:
        """The panel as an Arrow table. Raises `OptionError` (`missing_extra`) without the extra `tables`."""
        require("a panel as Arrow", "tables", ("pyarrow",))
        import pyarrow as pa

        return pa.table({name: pa.array([row[name] for row in self.rows]) for name in self.columns})


def panel(notices: Iterable[Notice], *, indicators: Sequence[str] = (), phrases: Sequence[str] = ()) -> Panel:
    """Notices of many bodies and years as one table, by year and body.

    `indicators` are named as records name them (地区生产总值增长); without any, those that most of the notices set a target
    for. Only targets for the report's own year count. A phrase is counted in the text. Raises `ContractError` for
    what is no notice.

    >>> import gongwen
    >>> text = "{}人民政府工作报告\\n——2026年1月20日在{}第十四届人民代表大会第四次会议上\\n2026年主要预期目标是：地区生产总值增长{}。"
    >>> reports = [gongwen.parse(text.format(name, name, goal)) for name, goal in (("江临省", "5%以上"), ("云溪省", "5%左右"))]
    >>> found = gongwen.panel(reports, phrases=["高质量发展"])
    >>> [(row["body"], row["level"], row["地区生产总值增长 value"], row["地区生产总值增长 operator"]) for row in found.rows]
    [('云溪省人民政府', 'province', '5', 'about'), ('江临省人民政府', 'province', '5', 'ge')]
    """
    known = [given_notice(notice) for notice in notices]
    names = list(dict.fromkeys(indicators)) or _most_frequent(known)
    rows = [_row(notice, names, phrases) for notice in known]
    states = sorted({name for row in rows for name in row if name.startswith("status ")})
    columns = [
        *FIXED,
        *states,
        *(f"{name} {part}" for name in names for part in PARTS),
        *dict.fromkeys(phrases),
    ]
    whole = [{column: row.get(column) for column in columns} for row in rows]
    return Panel(
        columns,
        sorted(whole, key=lambda row: (row["year"] or 0, str(row["body"] or ""), str(row["uri"] or ""))),
    )


def _row(notice: Notice, names: Sequence[str], phrases: Sequence[str]) -> dict[str, Cell]:
    body = body_of(notice)
    year = (date_of(notice) or "")[:4]
    reported = _report(notice)
    if reported and reported.year:
        year = reported.year
    row: dict[str, Cell] = {
        "body": body,
        "level": level_of(body) if body else None,
        "year": int(year) if year.isdecimal() else None,
        "kind": notice.metadata.kind.value if notice.metadata.kind else None,
        "title": notice.title,
        "sections": sum(1 for _ in notice.walk()),
        "issues": len(notice.issues),
        "document_id": notice.id,
        "uri": notice.source.uri,
    }
    row |= {f"status {state}": count for state, count in _states(notice).items()}
    if reported:
        for name in names:
            row |= {f"{name} {part}": value for part, value in _cells(reported, name)}
    return row | {phrase: notice.text.count(phrase) for phrase in phrases}


def _states(notice: Notice) -> Counter[State]:
    return Counter(issue.status.state for issue in notice.issues if issue.status)


def _report(notice: Notice) -> WorkReportRecord | None:
    return next((record for record in notice.records if record.type == "work_report"), None)


def _cells(report: WorkReportRecord, name: str) -> Iterator[tuple[str, Cell]]:
    """What a report says about one indicator: its target for the year, and the result of the year before."""
    if target := _first(report, name, "target", report.year):
        yield from (("target", target.text), ("value", target.value), ("high", target.high))
        yield from (("operator", target.operator), ("unit", target.unit))
        yield from (("start", target.span[0]), ("end", target.span[1]))
    before = str(int(report.year) - 1) if report.year else None
    if result := _first(report, name, "result", before):
        yield from (("result", result.text), ("result_value", result.value))


def _first(report: WorkReportRecord, name: str, kind: str, period: str | None) -> Indicator | None:
    """The first that the report states for the period."""
    fit = (one for one in report.indicators if one.indicator == name and one.kind == kind)
    return next((one for one in fit if one.period == period), None)


def _most_frequent(notices: Sequence[Notice]) -> list[str]:
    """The indicators that most notices set a target for, the most frequent first."""
    count: Counter[str] = Counter()
    for notice in notices:
        if report := _report(notice):
            count.update(
                {
                    one.indicator
                    for one in report.indicators
                    if one.kind == "target" and one.period == report.year
                }
            )
    return [name for name, _ in sorted(count.items(), key=lambda row: (-row[1], row[0]))[:OFTEN]]


def level_of(body: str) -> Level | None:
    """The level of a body by the last place in its name, `None` if it names none.

    >>> level_of("国务院"), level_of("江临省人民政府"), level_of("江临市水利局"), level_of("上海市人民政府")
    ('central', 'province', 'city', 'province')
    """
    if body.startswith(("国务院", "中共中央", "中央")):
        return "central"
    if body.startswith(MUNICIPALITIES):
        rest = body[3:]
        return "county" if rest[:8].find("区") > 0 or rest[:8].find("县") > 0 else "province"
    ends = [
        (body.rfind(sign) + len(sign), len(sign), level) for sign, level in LEVELS if body.rfind(sign) > 0
    ]
    return max(ends)[2] if ends else None
