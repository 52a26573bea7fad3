"""Every column of the tidy tables: name, type, meaning, and the heading in a ledger.

    documents ─┬─ metadata
               ├─ sections ──┬─ mentions ── citations
               ├─ inspections└─ issues ── measures
               ├─ statistics, indicators
               └─ diagnostics

`docs/tables.md`, the Arrow schemas, the headings of the ledger and the comments in DuckDB are made from this one list.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Type = Literal["text", "integer", "number", "boolean", "date"]


class Column(NamedTuple):
    """One column of a table."""

    name: str
    type: Type
    what: str
    heading: str
    """Its heading in a Chinese ledger."""
    key: str = ""
    """`primary`, or the `table.column` that every value of this column is found in."""


class Table(NamedTuple):
    """One table: a row is one `what`."""

    name: str
    what: str
    heading: str
    columns: tuple[Column, ...]
    printed: int = 0
    """How many columns are printed; 0 for all."""


DOCUMENT = Column("document_id", "text", "the notice that it stands in", "公文编号", "documents.document_id")
SECTION = Column(
    "section_id", "text", "the innermost section that it stands in", "章节编号", "sections.section_id"
)
POSITION = Column("position", "integer", "place among its like in the notice, from 1", "序")
SPAN = (
    Column("start", "integer", "first character, counted from 0 in `documents.text`", "起"),
    Column("end", "integer", "the character behind the last one", "止"),
)


def _key(name: str, what: str, heading: str) -> Column:
    return Column(name, "text", what, heading, "primary")


def _date(name: str, what: str, heading: str) -> tuple[Column, Column]:
    """A day and its ISO text, which may include a time or be less than a day."""
    return (
        Column(f"{name}_on", "date", f"{what}; empty where no whole day is known", heading),
        Column(f"{name}_iso", "text", f"{what}, ISO 8601 as in the JSON", heading + "（ISO）"),
    )


def _decimal(name: str, what: str, heading: str) -> tuple[Column, Column]:
    """An exact decimal string and the nearest double, for calculations."""
    return (
        Column(name, "text", f"{what}, as an exact decimal", heading),
        Column(
            f"{name}_number",
            "number",
            f"`{name}` as the nearest double; empty where it is beyond a double",
            heading + "（数值）",
        ),
    )


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "documents",
            "a notice",
            "公文",
            (
                _key("document_id", "of the source's bytes and its uri; the same in every run", "公文编号"),
                Column(
                    "notice_id", "text", "`id` of the JSON: of the bytes alone, so equal for copies", "内容编号"
                ),
                Column("uri", "text", "where the source was found, as given", "来源地址"),
                Column("title", "text", "标题", "标题"),
                Column("kind", "text", "文种", "文种"),
                Column("enclosed_kind", "text", "文种 of the document that it encloses", "所附文种"),
                Column("document_number", "text", "发文字号, in normal form", "发文字号"),
                Column("issuers", "text", "发文机关署名, joined by ；", "发文机关"),
                Column("recipients", "text", "主送机关, joined by ；", "主送机关"),
                *_date("signed", "成文日期", "成文日期"),
                *_date("published", "发布日期", "发布日期"),
                Column("published_by", "text", "来源", "发布来源"),
                Column("index_number", "text", "索引号", "索引号"),
                Column("subject", "text", "主题分类", "主题分类"),
                Column("attachments", "text", "附件, joined by ；", "附件"),
                Column("contacts", "text", "联系方式, joined by ；", "联系方式"),
                Column("media_type", "text", "what the source is: `text/html`, `application/pdf` ...", "格式"),
                Column("encoding", "text", "encoding that the source was read in", "编码"),
                Column("bytes", "integer", "size of the source", "字节数"),
                Column("sha256", "text", "of the source's bytes", "校验值"),
                Column("characters", "integer", "length of `text`", "字数"),
                Column("gongwen_version", "text", "the program that made the row", "程序版本"),
                Column("text", "text", "the whole text; every `start` and `end` counts in it", "全文"),
            ),
        ),
        Table(
            "metadata",
            "a value that names a notice, with its origin",
            "公文要素",
            (
                _key("metadata_id", "`document_id`/v and its position", "编号"),
                DOCUMENT,
                POSITION,
                Column("name", "text", "`title`, `issuers`, `signed_on` ... as in the JSON, `fields` or `source`", "要素"),
                Column("label", "text", "the page's own label (`fields`), or the column of the table that the source stood in (`source`)", "页面标签"),
                Column("value", "text", "the value", "值"),
                *SPAN,
                Column(
                    "origin", "text", "`text`, or what it was read from: `meta:PubDate`, `table:索引号`", "出处"
                ),
            ),
        ),
        Table(
            "sections",
            "a numbered part of a notice",
            "章节",
            (
                _key("section_id", "`document_id`/ and the place in the tree", "章节编号"),
                DOCUMENT,
                Column(
                    "parent_section_id",
                    "text",
                    "the section that it stands in; empty at the top",
                    "上级章节",
                    "sections.section_id",
                ),
                POSITION,
                Column("place", "text", "place in the tree: `2.1.1`", "位置"),
                Column("depth", "integer", "from 1", "层级"),
                Column("marker", "text", "the number as printed: `（一）`", "序号"),
                Column("style", "text", "the style of the number", "序号样式"),
                Column("ordinal", "integer", "the number as printed, as a number", "序数"),
                Column("inline", "boolean", "the number stands within a paragraph: 一是", "段内"),
                Column("heading", "text", "the heading alone", "小标题"),
                Column("path", "text", "the numbers down to it: `二/（一）/1`", "序号路径"),
                Column("headings", "text", "the headings down to it, joined by ` / `", "标题路径"),
                Column("text", "text", "its own text, without heading and without that of its children", "正文"),
                *SPAN,
            ),
        ),
        Table(
            "inspections",
            "an inspection (巡视巡察) whose rectification a notice reports",
            "巡视巡察",
            (
                _key("inspection_id", "`document_id`/r and its position", "编号"),
                DOCUMENT,
                POSITION,
                Column("inspector", "text", "巡视巡察组", "巡视巡察组"),
                Column("level", "text", "central, province, city, county or unit", "级别"),
                Column("kind", "text", "巡视, 巡察, 专项巡察 ...", "类型"),
                Column("inspected", "text", "被巡视巡察单位", "被巡视巡察单位"),
                *_date("started", "进驻", "开始日期"),
                *_date("ended", "结束", "结束日期"),
                *_date("feedback", "反馈", "反馈日期"),
            ),
        ),
        Table(
            "issues",
            "a problem (反馈问题) in a rectification notice",
            "问题",
            (
                _key("issue_id", "`document_id`/ and the issue's id", "问题编号"),
                DOCUMENT,
                SECTION,
                POSITION,
                Column("number", "integer", "the number as printed", "序号"),
                Column("theme", "text", "the heading that it stands under", "类别"),
                Column("problem", "text", "反馈问题", "问题"),
                Column("state", "text", "completed, in_progress ... ; empty where the notice says nothing", "状态"),
                Column("status_text", "text", "整改完成情况, as printed", "整改情况"),
                Column("ongoing", "boolean", "长期坚持: it goes on all the same", "长期坚持"),
                *_date("deadline", "整改时限", "时限"),
                Column("deadline_text", "text", "整改时限 in words that name no day: 立行立改, 长期坚持", "时限用语"),
                Column(
                    "responsible_bodies",
                    "text",
                    "责任单位, 牵头单位 ..., joined by ；, each after its label where there are several",
                    "责任单位",
                ),
                Column(
                    "responsible_persons", "text", "责任领导, 责任人 ..., in the same way", "责任领导（责任人）"
                ),
                Column("measure_count", "integer", "rows of `measures` that belong to it", "措施数"),
                Column("documents", "text", "titles of the documents named, joined by ；", "涉及文件"),
                *SPAN,
            ),
        ),
        Table(
            "measures",
            "what was done about a problem (整改措施)",
            "措施",
            (
                _key("measure_id", "`issue_id`/ and its position", "措施编号"),
                DOCUMENT,
                Column("issue_id", "text", "the problem that it answers", "问题编号", "issues.issue_id"),
                SECTION,
                Column("position", "integer", "place among the issue's measures, from 1", "序"),
                Column("marker", "text", "the number as printed: `一是`", "序号"),
                Column("ordinal", "integer", "the number as printed, as a number", "序数"),
                Column("heading", "text", "the heading alone", "小标题"),
                Column("text", "text", "整改措施", "措施"),
                *SPAN,
            ),
        ),
        Table(
            "statistics",
            "a number that a notice gives for its whole rectification",
            "统计",
            (
                _key("statistic_id", "`document_id`/s and its position", "编号"),
                DOCUMENT,
                POSITION,
                Column("label", "text", "what is counted", "指标"),
                *_decimal("amount", "how many", "数量"),
                Column("unit", "text", "个, 项, %", "单位"),
                *SPAN,
            ),
        ),
        Table(
            "indicators",
            "a result or a target in a government work report",
            "指标",
            (
                _key("indicator_id", "`document_id`/ and the indicator's id", "指标编号"),
                DOCUMENT,
                SECTION,
                POSITION,
                Column("indicator", "text", "under one name for all that is printed for it", "指标"),
                Column("kind", "text", "result or target; absent where the report says that it sets none", "类型"),
                Column("bound", "text", "eq, ge, gt, le, lt, about; empty for a target in words", "界限"),
                *_decimal("amount", "in whole units; negative where it went against its usual direction", "数值"),
                *_decimal("high", "upper end of a range", "上限"),
                Column("unit", "text", "`%`, 个百分点, 人, 元 ...", "单位"),
                Column("period", "text", "ISO year, 2025, or a range of years, 2021/2025", "期间"),
                Column("text", "text", "exactly what stands there", "原文"),
                *SPAN,
            ),
        ),
        Table(
            "mentions",
            "a date, amount, document, body or contact in a text",
            "提及",
            (
                _key("mention_id", "`document_id`/m and its position", "编号"),
                DOCUMENT,
                SECTION,
                POSITION,
                Column("kind", "text", "date, money, quantity, percent, rank, document, ...", "类型"),
                Column("text", "text", "exactly what stands there", "原文"),
                *SPAN,
                *_date("start", "first day; empty for a deadline", "起始日期"),
                *_date("end", "last day, inclusive; empty for `since`", "截止日期"),
                Column("grain", "text", "how fine a date is: day, month, quarter, year ...", "日期粒度"),
                Column("relation", "text", "on, during, by, since, until, as_of", "日期关系"),
                Column("resolved", "boolean", "false where no date can be told: 近日", "日期已定"),
                *_decimal("amount", "money in whole units of its currency, or how many", "数值"),
                *_decimal("high", "upper end of a range", "上限"),
                Column("bound", "text", "eq, ge, gt, le, lt, about", "界限"),
                Column("unit", "text", "currency (`CNY`), measure word, % or 百分点", "单位"),
                Column("change", "text", "up or down, of a percentage", "增减"),
                Column(
                    "value",
                    "text",
                    "normal form of a name: title, number, body, telephone number",
                    "规范值",
                ),
                Column("contact_type", "text", "phone, email ...", "联系方式类型"),
            ),
        ),
        Table(
            "citations",
            "an edge from a notice to a document that it cites",
            "引用",
            (
                _key("citation_id", "`document_id`/c and its position", "编号"),
                DOCUMENT,
                SECTION,
                Column("mention_id", "text", "the mention that it was read from", "提及编号", "mentions.mention_id"),
                POSITION,
                Column("title", "text", "title of the cited document; empty where only its number stands", "文件名称"),
                Column("document_number", "text", "its 发文字号 in normal form", "发文字号"),
                Column("refers_to", "text", "the full title, where `title` is short for it", "全称"),
                Column("status", "text", "what the notice says of it: 废止, 试行 ...", "状态"),
                Column(
                    "itself", "boolean", "the number cited is the notice's own: a line of its head", "本公文"
                ),
                *SPAN,
            ),
        ),
        Table(
            "diagnostics",
            "a doubt about a notice",
            "疑点",
            (
                _key("diagnostic_id", "`document_id`/d and its position", "编号"),
                DOCUMENT,
                POSITION,
                Column("code", "text", "`gongwen explain CODE` says what it means", "代码"),
                Column("severity", "text", "info, warning or error", "程度"),
                Column("message", "text", "what is doubtful", "说明"),
                *SPAN,
            ),
        ),
    )
}  # fmt: skip
"""The tables by name; each follows those that it refers to."""

JOINER = "；"
"""The separator of several values in a cell; `metadata` has one per row."""
