"""The ledger of an inspection office (问题台账): a problem a row, with what was done about it and what came of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from gongwen.tabular.columns import Column, Table
from gongwen.tabular.states import STATES

LEDGER = Table(
    "ledger",
    "a problem with its measures and its status",
    "问题台账",
    (
        Column("number", "integer", "the number as printed", "序号"),
        Column("inspected", "text", "who was inspected, or who signs", "被巡视巡察单位"),
        Column("inspector", "text", "who inspected", "巡视巡察组"),
        Column("theme", "text", "the heading that it stands under", "类别"),
        Column("problem", "text", "the problem", "问题"),
        Column("measures", "text", "what was done, a measure a line", "措施"),
        Column("status", "text", "the state in Chinese", "状态"),
        Column("status_text", "text", "the status as printed", "整改情况"),
        Column("ongoing", "text", "it goes on all the same: 是 or 否", "长期坚持"),
        Column("deadline_on", "date", "the deadline, where it is a whole day", "时限"),
        Column("title", "text", "title of the notice", "公文标题"),
        Column("document_number", "text", "its number", "发文字号"),
        Column("signed_on", "date", "its date", "成文日期"),
        Column("uri", "text", "where it was found", "来源地址"),
        Column("issue_id", "text", "key in the sheet 问题", "问题编号"),
    ),
)


def ledger_rows(chunk: Mapping[str, pa.Table]) -> list[dict[str, Any]]:
    """The ledger's rows for one chunk, whose tables hold all rows of its notices."""
    issues = chunk["issues"].to_pylist()
    if not issues:
        return []
    shown = chunk["documents"].select(
        ["document_id", "title", "issuers", "document_number", "signed_on", "uri"]
    )
    documents = {row["document_id"]: row for row in shown.to_pylist()}
    inspections = {row["document_id"]: row for row in reversed(chunk["inspections"].to_pylist())}
    measures: dict[str, list[str]] = defaultdict(list)
    for row in chunk["measures"].to_pylist():
        measures[row["issue_id"]].append(row["text"])
    return [
        _row(
            issue,
            documents[issue["document_id"]],
            inspections.get(issue["document_id"], {}),
            measures[issue["issue_id"]],
        )
        for issue in issues
    ]


def _row(
    issue: dict[str, Any], document: dict[str, Any], inspection: dict[str, Any], measures: list[str]
) -> dict[str, Any]:
    state = issue["state"]
    return {
        **{name: issue[name] for name in ("number", "theme", "problem", "status_text", "deadline_on")},
        **{name: document[name] for name in ("title", "document_number", "signed_on", "uri")},
        "inspected": inspection.get("inspected") or document["issuers"],
        "inspector": inspection.get("inspector"),
        "measures": "\n".join(measures) or None,
        "ongoing": None if issue["ongoing"] is None else "是" if issue["ongoing"] else "否",
        "status": STATES.get(state, state),
        "issue_id": issue["issue_id"],
    }
