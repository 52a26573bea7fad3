"""What the text mentions: a mention has its words, its place and, by its kind, a value.

2024年6月底前      date {end: 2024-06-30, relation: by}
不少于120万元      money {amount: 1200000, currency: CNY, bound: ge}
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from gongwen.contract.base import Decimal, Model, Span
from gongwen.model.vocabulary import Bound, Relation


class Date(Model):
    """日期. A deadline (`by`) and `as_of` have only an end, `since` only a start, the rest both; both inclusive."""

    start: str | None
    end: str | None
    grain: str
    relation: Relation
    resolved: bool
    """False if the date is unknown: 近日, 近三年, a year that nothing gives."""


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
    """百分比 or 百分点; `change` says up or down, the amount has no sign."""

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
    """Id of the innermost section that contains it."""


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
    """A telephone number, email address or the like in the text."""

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
