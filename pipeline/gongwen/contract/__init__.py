"""The public JSON, `gongwen.notice/1`, as pydantic models, which nothing else in the package defines.

A name or a meaning changes only with the version. Spans are `[start, end)` in code points of `text`; absent values
are `null` or `[]`, never a missing key. `gongwen.contract.promises` checks what types cannot say: that spans quote what they
claim, that nothing is lost, that children stand inside their parents and in order.

    notice         the document and its views
    source         where it came from, its text as blocks, what was left out
    metadata       标题 发文字号 主送机关 ..., each with its place
    outline        the tree of numbered sections
    mentions       dates, money, quantities, documents, bodies, contacts
    rectification, work_report         the records, one file per genre
    base           what all share
"""

from gongwen.contract.base import Decimal, Model, Position, Span
from gongwen.contract.mentions import (
    CitedDocument,
    Contact,
    ContactMention,
    Date,
    DateMention,
    DocumentMention,
    DocumentNumber,
    DocumentNumberMention,
    Mention,
    Money,
    MoneyMention,
    Organization,
    OrganizationMention,
    Percent,
    PercentMention,
    Quantity,
    QuantityMention,
    Rank,
    RankMention,
)
from gongwen.contract.metadata import Metadata, Sourced
from gongwen.contract.notice import Diagnostic, Notice, Record, Severity, given_notice, notice_of
from gongwen.contract.outline import Marker, Section
from gongwen.contract.rectification import (
    Inspection,
    Issue,
    Measure,
    RectificationRecord,
    Responsible,
    Statistic,
    Status,
)
from gongwen.contract.source import Block, Dropped, Generator, Origin, Source
from gongwen.contract.work_report import AbsentTarget, Indicator, WorkReportRecord
from gongwen.model.vocabulary import FORMAT, Bound, Relation, Role, State

__all__ = [
    "FORMAT",
    "AbsentTarget",
    "Block",
    "Bound",
    "CitedDocument",
    "Contact",
    "ContactMention",
    "Date",
    "DateMention",
    "Decimal",
    "Diagnostic",
    "DocumentMention",
    "DocumentNumber",
    "DocumentNumberMention",
    "Dropped",
    "Generator",
    "Indicator",
    "Inspection",
    "Issue",
    "Marker",
    "Measure",
    "Mention",
    "Metadata",
    "Model",
    "Money",
    "MoneyMention",
    "Notice",
    "Organization",
    "OrganizationMention",
    "Origin",
    "Percent",
    "PercentMention",
    "Position",
    "Quantity",
    "QuantityMention",
    "Rank",
    "RankMention",
    "Record",
    "RectificationRecord",
    "Relation",
    "Responsible",
    "Role",
    "Section",
    "Severity",
    "Source",
    "Sourced",
    "Span",
    "State",
    "Statistic",
    "Status",
    "WorkReportRecord",
    "given_notice",
    "notice_of",
]
