"""The ledger of an inspection office (问题台账): one problem per row, with what was done about it and what has come of it.

序 被巡视巡察单位 反馈日期 类别 原文序号 问题 措施 责任单位 责任领导（责任人） 时限 状态 整改情况 ...
1  市水利局党组  2023-01-12 作风建设 3 巡河不到位 一是加密巡河。… 办公室 李某 立行立改 已完成 已完成，长期坚持
"""

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
        Column("position", "integer", "running number in this ledger", "序"),
        Column("inspected", "text", "who was inspected, or who signs", "被巡视巡察单位"),
        Column("inspector", "text", "who inspected", "巡视巡察组"),
        Column("feedback_on", "date", "反馈, the day or what is known of it", "反馈日期"),
        Column("theme", "text", "the heading that it stands under", "类别"),
        Column("number", "integer", "the number as printed", "原文序号"),
        Column("problem", "text", "the problem", "问题"),
        Column("measures", "text", "what was done, a measure a line, with its printed number", "措施"),
        Column("responsible_bodies", "text", "责任单位, 牵头单位 ...", "责任单位"),
        Column("responsible_persons", "text", "责任领导, 责任人 ...", "责任领导（责任人）"),
        Column("deadline_on", "date", "the deadline: a day, what is known of it, or its words", "时限"),
        Column("status", "text", "the state in Chinese", "状态"),
        Column("status_text", "text", "the status as printed", "整改情况"),
        Column("ongoing", "boolean", "it goes on all the same", "长期坚持"),
        Column("title", "text", "title of the notice", "公文标题"),
        Column("document_number", "text", "its number", "发文字号"),
        Column("signed_on", "date", "its date", "成文日期"),
        Column("uri", "text", "where it was found", "来源地址"),
        Column("issue_id", "text", "key in the sheet 问题", "问题编号"),
    ),
    printed=14,  # to 长期坚持: what follows says where it was found
)
NOT_SAID = "未载明"
"""The state if the notice does not say what has come of a problem; 未明确 is a status whose words give no state."""
SAYS = f"状态“{NOT_SAID}”：公文未写整改情况；“{STATES['unknown']}”：公文有表述，但未能归类，见“整改情况”栏"
COPIED = (
    "theme", "number", "problem", "responsible_bodies", "responsible_persons", "status_text", "ongoing", "issue_id",
)  # fmt: skip


def ledger_rows(chunk: Mapping[str, pa.Table], written: int) -> list[dict[str, Any]]:
    """The ledger's rows for one chunk, whose tables hold all rows of its notices, after the `written` ones."""
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
        measures[row["issue_id"]].append(_numbered(row["marker"], row["text"]))
    return [
        {
            "position": at,
            **_row(issue, documents[issue["document_id"]], inspections.get(issue["document_id"], {})),
            "measures": "\n".join(measures[issue["issue_id"]]) or None,
        }
        for at, issue in enumerate(issues, written + 1)
    ]


def _row(issue: dict[str, Any], document: dict[str, Any], inspection: dict[str, Any]) -> dict[str, Any]:
    state = issue["state"]
    return {
        **{name: issue[name] for name in COPIED},
        **{name: document[name] for name in ("title", "document_number", "signed_on", "uri")},
        "inspected": inspection.get("inspected") or document["issuers"],
        "inspector": inspection.get("inspector"),
        "feedback_on": inspection.get("feedback_on") or inspection.get("feedback_iso"),
        "deadline_on": issue["deadline_on"] or issue["deadline_iso"] or issue["deadline_text"],
        "status": STATES.get(state, state) if state else NOT_SAID,
    }


def _numbered(marker: str | None, text: str) -> str:
    """A measure behind its printed number; 1 is set off, 一是 and （1） are not."""
    gap = " " if marker and marker[-1].isascii() and marker[-1].isalnum() else ""
    return f"{marker}{gap}{text}" if marker else text
