"""Rows of the records of the profiles: issues and their measures, inspections, statistics, indicators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gongwen.contract import AbsentTarget, Indicator, Inspection, Issue, Notice, RectificationRecord
from gongwen.tabular.cells import Row, dated, decimal, joined, section_key, span_of
from gongwen.tabular.columns import TABLES
from gongwen.tabular.rows.ledger_cells import printed_number, responsible_cells, term


def inspection_row(key: str, at: int, inspection: Inspection) -> Row:
    """Who inspected whom."""
    return {
        "inspection_id": f"{key}/r{at}",
        "document_id": key,
        "position": at,
        "inspector": inspection.inspector,
        "level": inspection.level,
        "kind": inspection.kind,
        "inspected": inspection.inspected,
        **dated("started", inspection.started_on),
        **dated("ended", inspection.ended_on),
        **dated("feedback", inspection.feedback_on),
    }


def issue_row(key: str, at: int, issue: Issue, text: str) -> Row:
    """A problem; `text` is the notice's."""
    status = issue.status
    return {
        "issue_id": f"{key}/{issue.id}",
        "document_id": key,
        "section_id": section_key(key, issue.section),
        "position": at,
        "number": issue.number,
        "theme": issue.theme,
        "problem": issue.problem,
        "state": status.state if status else None,
        "status_text": status.text if status else None,
        "ongoing": status.ongoing if status else None,
        **dated("deadline", status.deadline if status else None),
        "deadline_text": term(text, issue),
        **responsible_cells(issue),
        "measure_count": len(issue.measures),
        "documents": joined(issue.documents),
        **span_of(issue.span),
    }


def measure_rows(key: str, issue: Issue, text: str, markers: Mapping[str, str]) -> Iterator[Row]:
    """What was done about a problem; `text` is the notice's, `markers` those of its sections by their ids."""
    for at, measure in enumerate(issue.measures, 1):
        yield {
            "measure_id": f"{key}/{issue.id}/{at}",
            "document_id": key,
            "issue_id": f"{key}/{issue.id}",
            "section_id": section_key(key, measure.section),
            "position": at,
            "marker": markers.get(measure.section) if measure.section else printed_number(text, measure),
            "ordinal": measure.ordinal,
            "heading": measure.heading,
            "text": measure.text,
            **span_of(measure.span),
        }


def statistic_rows(key: str, records: list[RectificationRecord]) -> Iterator[Row]:
    """The numbers of a whole rectification."""
    counted = (one for record in records for one in record.statistics)
    for at, one in enumerate(counted, 1):
        yield {
            "statistic_id": f"{key}/s{at}",
            "document_id": key,
            "position": at,
            "label": one.label,
            **decimal("amount", one.amount),
            "unit": one.unit,
            **span_of(one.span),
        }


def indicator_rows(key: str, notice: Notice) -> Iterator[Row]:
    """The indicators of a work report, then those it says it sets no target for."""
    reports = [record for record in notice.records if record.type == "work_report"]
    found = [_indicator(key, one) for report in reports for one in report.indicators]
    found += [
        _absent(key, at, report.year, one) for report in reports for at, one in enumerate(report.absent, 1)
    ]
    for at, row in enumerate(found, 1):
        yield {**row, "position": at}


def _indicator(key: str, one: Indicator) -> Row:
    return {
        "indicator_id": f"{key}/{one.id}",
        "document_id": key,
        "section_id": section_key(key, one.section),
        "position": 0,
        "indicator": one.indicator,
        "kind": one.kind,
        "bound": one.operator,
        **decimal("amount", one.value),
        **decimal("high", one.high),
        "unit": one.unit,
        "period": one.period,
        "text": one.text,
        **span_of(one.span),
    }


def _absent(key: str, at: int, year: str | None, one: AbsentTarget) -> Row:
    return {
        **dict.fromkeys(column.name for column in TABLES["indicators"].columns),
        "indicator_id": f"{key}/absent-{at}",
        "document_id": key,
        "indicator": one.indicator,
        "kind": "absent",
        "period": year,
        "text": one.text,
        **span_of(one.span),
    }
