"""What is known about a notice as a whole, each value with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from gongwen.model.span import Span


class Sourced(NamedTuple):
    """A value and where it comes from."""

    value: str
    span: Span | None
    """Its place in the text, when it stands there."""
    origin: str
    """`text`, `meta:PubDate`, `table:发文字号`, `script` ..."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The elements of GB/T 9704-2012 that identify a notice, and what its page adds."""

    title: Sourced | None = None
    """标题, its lines joined."""
    kind: Sourced | None = None
    """文种: 通知, 意见, 通报 ..."""
    enclosed_kind: Sourced | None = None
    """文种 of the document that a 通知 encloses: 办法, 方案 ..."""
    document_number: Sourced | None = None
    """发文字号 in normal form, 国发〔2018〕42号."""
    issuers: tuple[Sourced, ...] = ()
    """发文机关署名, in full as printed."""
    recipients: tuple[Sourced, ...] = ()
    """主送机关, split at commas."""
    signed_on: Sourced | None = None
    """成文日期, ISO 8601."""
    published_at: Sourced | None = None
    """发布日期, ISO 8601, with the time where the page gives one."""
    published_by: Sourced | None = None
    """来源."""
    index_number: Sourced | None = None
    """索引号."""
    subject: Sourced | None = None
    """主题分类."""
    attachments: tuple[Sourced, ...] = ()
    """附件 titles."""
    contacts: tuple[Sourced, ...] = ()
    """联系方式, one value each."""
    fields: dict[str, Sourced] = field(default_factory=dict)
    """Every other label of the page's own table or meta tags."""
