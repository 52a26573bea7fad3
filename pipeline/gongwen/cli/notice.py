"""One notice on the terminal: metadata, the outline as a tree, records, doubts.

关于开展检查的通知
└── 一、检查时间 2024年6月底前完成。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from gongwen.cli.console import STYLES, console_of_output
from gongwen.cli.inert import inert_notice

if TYPE_CHECKING:
    from gongwen.contract import (
        Indicator,
        Inspection,
        Issue,
        Metadata,
        Notice,
        Record,
        Section,
        Sourced,
        WorkReportRecord,
    )

LABELS = {
    "title": "标题 title",
    "kind": "文种 kind",
    "enclosed_kind": "所附文种 enclosed kind",
    "document_number": "发文字号 number",
    "issuers": "发文机关 issuers",
    "recipients": "主送机关 recipients",
    "signed_on": "成文日期 signed on",
    "published_at": "发布日期 published at",
    "published_by": "来源 published by",
    "index_number": "索引号 index number",
    "subject": "主题分类 subject",
    "attachments": "附件 attachments",
    "contacts": "联系方式 contacts",
}


SPACED = frozenset({"part", "chapter", "division", "article"})
"""Styles that are separated by a blank from what follows (GB/T 15834-2011 B.3.6)."""
SEVERITIES = ("error", "warning", "info")
LEAST = 12
"""The fewest cells for showing the opening of a text."""
PREVIEW = 60
"""Characters of a section's own text that are shown; on a terminal, as many as fit on the line."""


def show(notice: Notice, depth: int) -> None:
    """Metadata, outline, records and diagnostics of one notice."""
    notice = inert_notice(notice)
    console = console_of_output()
    console.print(_metadata(notice.metadata))
    console.print()
    tree = Tree(Text(notice.title or "(no title)", style="bold"), guide_style="dim")
    _branches(tree, notice, notice.outline, depth, console.width)
    console.print(tree)
    for record in notice.records:
        console.print()
        for part in _record(record):
            console.print(part)
    if mentioned := Counter(mention.kind for mention in notice.mentions):
        console.print(
            "\nmentions: " + ", ".join(f"{kind} {count}" for kind, count in mentioned.most_common())
        )
    _diagnostics(console, notice)


def _metadata(metadata: Metadata) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, label in LABELS.items():
        value: Sourced | list[Sourced] | None = getattr(metadata, name)
        found = value if isinstance(value, list) else [value]
        for number, one in enumerate(one for one in found if one is not None):
            table.add_row("" if number else label, Text(one.value.strip()))
    return table


def _branches(tree: Tree, notice: Notice, sections: Sequence[Section], depth: int, width: int) -> None:
    """Headings in full; of the text below them, what fits on the line."""
    for section in sections:
        line = Text(_marker(section), style="cyan")
        line.append(section.heading or "", style="bold")
        room = width - 4 * section.depth - line.cell_len - 1
        own = _opening(" ".join(notice.text_of(section).split()), room)
        if own:
            line.append((" " if section.heading else "") + own, style="dim not bold")
        branch = tree.add(line)
        if section.depth < depth:
            _branches(branch, notice, section.children, depth, width)


def _marker(section: Section) -> str:
    if section.marker is None:
        return ""
    return section.marker.text.strip() + (" " if section.marker.style in SPACED else "")


def _opening(text: str, room: int) -> str:
    """As much of a text as fits into `room` cells, a Chinese character being two wide; empty if that is too little.

    >>> _opening("各单位要加强领导", 12), _opening("各单位要加强领导", 4)
    ('各单位要加…', '')
    """
    text = text[:PREVIEW] + "…" if len(text) > PREVIEW else text
    if cell_len(text) <= room:
        return text
    return set_cell_size(text, room - 1).rstrip() + "…" if room >= LEAST else ""


def _record(record: Record) -> Iterator[Text | Table]:
    if record.type == "work_report":
        yield _indicators(record)
        return
    yield _inspection(record.inspection)
    if record.issues:
        yield _issues(record.issues)


def _inspection(inspection: Inspection) -> Text:
    """市委第一巡察组 → 市水利局党组, 常规巡察 (city), 2021-10-11 to 2021-12-24, feedback 2022-02-16."""
    who = " → ".join(name for name in (inspection.inspector, inspection.inspected) if name)
    what = f"{inspection.kind or ''} ({inspection.level})" if inspection.level else inspection.kind
    days = " to ".join(day for day in (inspection.started_on, inspection.ended_on) if day)
    feedback = f"feedback {inspection.feedback_on}" if inspection.feedback_on else None
    return Text(", ".join(part for part in (who, what, days, feedback) if part))


def _issues(issues: Sequence[Issue]) -> Table:
    """The issues below their themes, each with its state and how many measures it has."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("", justify="right")
    table.add_column(f"反馈问题 {len(issues)} issues", overflow="fold", ratio=1)
    table.add_column("整改情况 status", no_wrap=True)
    table.add_column("措施", justify="right", no_wrap=True)
    theme = None
    for issue in issues:
        if issue.theme != theme and issue.theme:
            table.add_row("", Text(issue.theme, style="bold"))
        theme = issue.theme
        number = "" if issue.number is None else str(issue.number)
        table.add_row(number, Text(issue.problem), _state(issue), str(len(issue.measures)))
    return table


def _state(issue: Issue) -> str:
    if issue.status is None:
        return "-"
    ongoing = ", ongoing" if issue.status.ongoing else ""
    deadline = f", by {issue.status.deadline}" if issue.status.deadline else ""
    return issue.status.state + ongoing + deadline


def _indicators(record: WorkReportRecord) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column(f"指标 {len(record.indicators)} indicators", overflow="fold")
    for heading in ("时期 period", "性质 kind", "数值 value"):
        table.add_column(heading, no_wrap=True)
    for one in record.indicators:
        table.add_row(Text(one.indicator), one.period or "", one.kind, Text(_value(one)))
    for target in record.absent:
        table.add_row(Text(target.indicator), record.year or "", "target", "none set")
    return table


def _value(indicator: Indicator) -> str:
    """ge 4%, 1000–2000 亿元; the words of a target that has no number."""
    if indicator.value is None:
        return indicator.text
    bound = "" if indicator.operator in (None, "eq") else f"{indicator.operator} "
    high = f"–{indicator.high}" if indicator.high else ""
    return bound + indicator.value + high + (indicator.unit or "")


def _diagnostics(console: Console, notice: Notice) -> None:
    """Errors and warnings one by one, and the number of infos with each code."""
    for severity in SEVERITIES[:2]:
        for diagnostic in notice.diagnostics:
            if diagnostic.severity == severity:
                line = Text(f"{severity}: ", style=STYLES[severity])
                console.print(
                    line.append(f"{diagnostic.message} [{diagnostic.code}]", style="default not bold")
                )
    minor = Counter(diagnostic.code for diagnostic in notice.diagnostics if diagnostic.severity == "info")
    if minor:
        counted = ", ".join(f"{code} {count}" for code, count in minor.most_common())
        console.print(Text(f"info: {counted}", style=STYLES["info"]))
    if notice.diagnostics:
        console.print(Text("`gongwen explain CODE` tells what a code means", style=STYLES["info"]))
