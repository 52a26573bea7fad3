"""The elements that name a notice (GB/T 9704-2012 section 7), each with its place.

发文字号 江政办发〔2024〕3号 at [31, 43), origin text
"""

from __future__ import annotations

from gongwen.contract.base import Model, Span


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
