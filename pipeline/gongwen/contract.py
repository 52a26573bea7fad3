"""The public JSON, `gongwen.notice/1`, as pydantic models. Nothing else in the package knows pydantic.

A name or a meaning changes only with the version. Spans are `[start, end)` in code points of `text`; what is absent
is `null` or `[]`, never a missing key. `gongwen.promises` checks what types cannot say: that spans quote what they
claim, that nothing is lost, that children stand inside their parents and in order.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

FORMAT = "gongwen.notice/1"

Role = Literal[
    "breadcrumb", "title", "byline", "document_number", "recipient", "lead", "heading", "paragraph", "item", "table",
    "closing", "contact", "signature", "date", "annotation", "attachment_list", "attachment", "toc", "chrome",
]  # fmt: skip
Bound = Literal["eq", "ge", "gt", "le", "lt", "about"]
Severity = Literal["info", "warning", "error"]
Relation = Literal["on", "during", "by", "since", "until", "as_of"]
State = Literal[
    "completed", "phase_completed", "mostly_completed", "in_progress", "partial", "not_completed", "overdue",
    "deferred", "planned", "closed", "unknown",
]  # fmt: skip
Position = Annotated[int, Field(ge=0)]
Span = tuple[Position, Position]
Decimal = Annotated[str, Field(pattern=r"^-?\d+(?:\.\d+)?$")]


class Model(BaseModel):
    """What all parts of the contract share: immutable, and no key that it does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Generator(Model):
    """The program that wrote the document."""

    name: str
    version: str


class Source(Model):
    """The bytes that were parsed."""

    uri: str | None
    """As the caller gave it; never made up."""
    media_type: str
    encoding: str
    bytes: Annotated[int, Field(ge=0)]
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    fields: Annotated[dict[str, str], Field(exclude_if=lambda fields: not fields)] = {}
    """Other columns of the row that the source stood in; the key is there only where a table gave some."""


class Origin(Model):
    """Where a block stands in its source: a line of a text, or an element of a page."""

    line: int | None = None
    path: str | None = None
    synthetic: int | None = None
    """How many characters at the block's start the page shows by style alone: the number of an `<ol>` item."""


class Block(Model):
    """One paragraph, heading, table row or line of the text."""

    span: Span
    role: Role
    origin: Origin


class Dropped(Model):
    """Visible text of the source that is no part of the document."""

    text: str
    reason: str
    origin: Origin


class Sourced(Model):
    """A value with its place: a span of the text, or the name of what it was read from."""

    value: str
    span: Span | None
    origin: str
    """`text`, `meta:PubDate`, `table:发文字号`, `script`, `title` ..."""


class Metadata(Model):
    """The elements that name a notice (GB/T 9704-2012 section 7) and what its page says of it."""

    title: Sourced | None
    """标题"""
    kind: Sourced | None
    """文种"""
    enclosed_kind: Sourced | None
    """文种 of the enclosed document: 关于印发《……办法》的通知"""
    document_number: Sourced | None
    """发文字号, 代字〔年份〕序号号"""
    issuers: list[Sourced]
    """发文机关署名"""
    recipients: list[Sourced]
    """主送机关"""
    signed_on: Sourced | None
    """成文日期, ISO 8601"""
    published_at: Sourced | None
    """发布日期, ISO 8601, with the time where the page gives one"""
    published_by: Sourced | None
    """来源"""
    index_number: Sourced | None
    """索引号"""
    subject: Sourced | None
    """主题分类"""
    attachments: list[Sourced]
    """附件"""
    contacts: list[Sourced]
    """联系方式"""
    fields: dict[str, Sourced]
    """Every other label of the page's table and meta tags."""


class Marker(Model):
    """The printed number of a section."""

    text: str
    style: str
    ordinal: int | None
    """As printed, never renumbered; `null` for a dash or 最后."""
    span: Span
    inline: bool
    """Text of the same paragraph stands before it."""


class Section(Model):
    """A node of the outline."""

    id: str
    """Place in the tree: `2.1.1`; `0` is the text above the first number."""
    marker: Marker | None
    depth: Annotated[int, Field(ge=1)]
    heading: str | None
    heading_span: Span | None
    span: Span
    """The whole subtree."""
    content: list[Span]
    """The section's own text: all that is neither marker nor heading nor a child's."""
    children: list[Section]

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in the order of the text."""
        pending = [self]
        while pending:
            section = pending.pop()
            yield section
            pending.extend(reversed(section.children))


class Date(Model):
    """日期. A deadline (`by`) and `as_of` have only an end, `since` only a start, the rest both; both inclusive."""

    start: str | None
    end: str | None
    grain: str
    relation: Relation
    resolved: bool
    """False where no date can be told: 近日, 近三年, a year that nothing gives."""


class Money(Model):
    """金额 in whole units of its currency, as a decimal string."""

    amount: Decimal
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")]
    bound: Bound
    high: Decimal | None
    """Upper end of a range."""


class Quantity(Model):
    """数量: a number with its measure word."""

    amount: Decimal
    unit: str
    bound: Bound
    high: Decimal | None


class Percent(Model):
    """百分比 or 百分点; `change` says up or down, the amount bears no sign."""

    amount: Decimal
    change: Literal["up", "down"] | None
    bound: Bound
    high: Decimal | None
    unit: str = "%"


class Rank(Model):
    """位次: 全省排名第10位."""

    amount: Decimal


class CitedDocument(Model):
    """《文件》, with its status, its number, and for a short form the document it stands for."""

    title: str
    status: str | None
    document_number: str | None
    refers_to: str | None


class DocumentNumber(Model):
    """发文字号 in normal form."""

    value: str


class Organization(Model):
    """机关单位."""

    name: str
    canonical: str | None


class Contact(Model):
    """联系方式."""

    type: str
    value: str


class _Mention(Model):
    text: str
    """Exactly what stands at `span`."""
    span: Span
    section: str | None
    """Id of the innermost section that it stands in."""


class DateMention(_Mention):
    """A date in the text."""

    kind: Literal["date"]
    value: Date


class MoneyMention(_Mention):
    """An amount of money in the text."""

    kind: Literal["money"]
    value: Money


class QuantityMention(_Mention):
    """A quantity in the text."""

    kind: Literal["quantity"]
    value: Quantity


class PercentMention(_Mention):
    """A percentage in the text."""

    kind: Literal["percent"]
    value: Percent


class RankMention(_Mention):
    """A rank in the text."""

    kind: Literal["rank"]
    value: Rank


class DocumentMention(_Mention):
    """A cited document in the text."""

    kind: Literal["document"]
    value: CitedDocument


class DocumentNumberMention(_Mention):
    """A document number in the text."""

    kind: Literal["document_number"]
    value: DocumentNumber


class OrganizationMention(_Mention):
    """A body named in the text."""

    kind: Literal["organization"]
    value: Organization


class ContactMention(_Mention):
    """A telephone number, mail address or the like in the text."""

    kind: Literal["contact"]
    value: Contact


Mention = Annotated[
    DateMention
    | MoneyMention
    | QuantityMention
    | PercentMention
    | RankMention
    | DocumentMention
    | DocumentNumberMention
    | OrganizationMention
    | ContactMention,
    Field(discriminator="kind"),
]


class Inspection(Model):
    """巡视巡察: who inspected whom, and when."""

    inspector: str | None
    level: Literal["central", "province", "city", "county", "unit"] | None
    kind: str | None
    inspected: str | None
    started_on: str | None
    ended_on: str | None
    feedback_on: str | None


class Status(Model):
    """整改完成情况: what the notice says has come of an issue."""

    text: str
    state: State
    ongoing: bool
    """长期坚持: it goes on all the same."""
    deadline: str | None
    span: Span


class Measure(Model):
    """整改措施."""

    section: str | None
    ordinal: int | None
    heading: str | None
    text: str
    span: Span


class Issue(Model):
    """反馈问题: one problem, with what was done about it."""

    id: str
    number: int | None
    section: str | None
    span: Span
    theme: str | None
    problem: str
    status: Status | None
    measures: list[Measure]
    documents: list[str]


class Statistic(Model):
    """A number that the notice gives for its whole rectification."""

    label: str
    amount: Decimal
    unit: str
    span: Span


class RectificationRecord(Model):
    """巡视巡察整改: the record of a rectification notice."""

    type: Literal["rectification"]
    inspection: Inspection
    issues: list[Issue]
    statistics: list[Statistic]
    next_steps: list[str]
    """Ids of the sections about what comes next."""


class Indicator(Model):
    """指标: one number, or target in words, of a work report. A target of one year meets the result of the next by name."""

    id: str
    indicator: str
    """Under one name for all that is printed for it: 居民消费价格涨幅. What no table knows keeps its printed noun."""
    operator: Bound | None
    """`null` for a target in words: 进出口促稳提质."""
    value: Decimal | None
    """Whole units; negative where the indicator went against its usual direction; `null` for a target in words."""
    high: Decimal | None
    """Upper end of a range."""
    unit: str | None
    """`%`, `个百分点`, `人`, `斤`, `元`, `美元` ..."""
    period: Annotated[str, Field(pattern=r"^\d{4}(?:/\d{4})?$")] | None
    """ISO year, 2025, or a range of years, 2021/2025; `null` where the report does not tell its year."""
    kind: Literal["result", "target"]
    """回顾 or 目标"""
    section: str | None
    span: Span
    text: str
    """Exactly what stands at `span`."""


class AbsentTarget(Model):
    """An indicator that the report says it sets no target for: 没有提出全年经济增速具体目标."""

    indicator: str
    span: Span
    text: str
    """Exactly what stands at `span`."""


class WorkReportRecord(Model):
    """政府工作报告: results and targets of a government's report to its congress."""

    type: Literal["work_report"]
    year: Annotated[str, Field(pattern=r"^\d{4}$")] | None
    """The year that the targets are for."""
    indicators: list[Indicator]
    absent: list[AbsentTarget]


Record = Annotated[RectificationRecord | WorkReportRecord, Field(discriminator="type")]
"""One model a profile, told apart by `type`."""


class Diagnostic(Model):
    """A coded doubt about the notice; `gongwen explain CODE` says what it means."""

    code: str
    severity: Severity
    message: str
    span: Span | None


class Notice(Model):
    """One notice: parts, outline, mentions, records, doubts."""

    format: Literal["gongwen.notice/1"]
    id: Annotated[str, Field(pattern="^[0-9a-f]{16}$")]
    """First 16 hex digits of the SHA-256 of the source bytes."""
    generator: Generator
    source: Source
    text: str
    """The canonical text; blocks are joined by one line feed."""
    blocks: list[Block]
    dropped: list[Dropped]
    metadata: Metadata
    outline: list[Section]
    mentions: list[Mention]
    records: list[Record]
    diagnostics: list[Diagnostic]

    # ---------------------------------------------------------------- views

    def walk(self) -> Iterator[Section]:
        """Every section in the order of the text, parents before their children."""
        for section in self.outline:
            yield from section.walk()

    def find(self, path: str) -> Section | None:
        """The section at a path of markers, `二/(一)/1`, or of an id, `2.1.1`; `None` where there is none.

        Brackets, points and width of a marker do not matter: `二`, `二、`, `（二）` each find what bears that number
        at that depth.
        """
        if any(section.id == path for section in self.walk()):
            return next(section for section in self.walk() if section.id == path)
        level: list[Section] = list(self.outline)
        found: Section | None = None
        for step in path.split("/"):
            found = next(
                (section for section in level if section.marker and _same_marker(section.marker, step)), None
            )
            if found is None:
                return None
            level = found.children
        return found

    def text_of(self, part: Section | Block | Mention | Marker | Sourced | Measure | Issue) -> str:
        """The text that a part of this notice stands for; of a section, its own text without its children's."""
        if isinstance(part, Section):
            pieces = [self.text[start:end] for start, end in part.content]
            return "\n".join(pieces).lstrip("。：:;；，、")
        return self.text[slice(*part.span)] if part.span else ""

    @property
    def title(self) -> str | None:
        """标题, or `None`."""
        return self.metadata.title.value if self.metadata.title else None

    @property
    def issues(self) -> list[Issue]:
        """反馈问题 of every rectification record."""
        return [issue for record in self.records for issue in getattr(record, "issues", [])]

    def to_json(self, indent: int | None = None) -> str:
        """The document as JSON; the same bytes for the same notice, everywhere."""
        return self.model_dump_json(indent=indent)

    def to_markdown(self) -> str:
        """The notice as Markdown, headings by their depth; for reading and for language models."""
        from gongwen.markdown import render

        return render(self)


def _same_marker(marker: Marker, step: str) -> bool:
    bare = step.strip().strip("（）()、.．。:： ")
    printed = marker.text.strip("（）()、.．。:： “")
    return bare == printed or (bare.isdecimal() and int(bare) == marker.ordinal)


def notice_of(data: dict[str, Any]) -> Notice:
    """A notice from plain values; raises pydantic's `ValidationError` where they break the contract.

    The collector of cycles waits meanwhile: it would walk through the growing notice again and again, in which there
    are none, and a long notice would take twice its time.
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        return Notice.model_validate(data)
    finally:
        if collected:
            gc.enable()
