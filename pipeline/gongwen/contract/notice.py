"""The whole document, `gongwen.notice/1`, and its views.

notice.find("二/(一)/1")      notice.text_of(section)      notice.to_json()
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from gongwen.contract.base import Model, Span
from gongwen.contract.mentions import Mention
from gongwen.contract.metadata import Metadata, Sourced
from gongwen.contract.outline import Marker, Section
from gongwen.contract.rectification import Issue, Measure, RectificationRecord
from gongwen.contract.source import Block, Dropped, Generator, Source
from gongwen.contract.work_report import WorkReportRecord
from gongwen.errors import ContractError
from gongwen.model.vocabulary import FORMAT

Severity = Literal["info", "warning", "error"]


Record = Annotated[RectificationRecord | WorkReportRecord, Field(discriminator="type")]
"""One model per profile, distinguished by `type`."""


class Diagnostic(Model):
    """A coded remark about the notice; `gongwen explain CODE` says what it means."""

    code: str
    severity: Severity
    message: str
    span: Span | None


class Notice(Model):
    """One notice: parts, outline, mentions, records, diagnostics."""

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
        found = next((section for section in self.walk() if section.id == path), None)
        if found is not None:
            return found
        level: list[Section] = list(self.outline)
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
        from gongwen.contract.markdown import render

        return render(self)


def _same_marker(marker: Marker, step: str) -> bool:
    bare = step.strip().strip("（）()、.．。:： ")
    printed = marker.text.strip("（）()、.．。:： “")
    return bare == printed or (bare.isdecimal() and int(bare) == marker.ordinal)


def notice_of(data: dict[str, Any]) -> Notice:
    """A notice from plain values; raises pydantic's `ValidationError` where they break the contract."""
    return Notice.model_validate(data)


def given_notice(value: object) -> Notice:
    """The notice that a caller gave; raises `ContractError` (`not_a_notice`, `other_version`) for anything else."""
    if not isinstance(value, Notice):
        raise ContractError(
            "not_a_notice",
            f"a notice is wanted, not {type(value).__name__}: gongwen.load reads stored JSON, gongwen.read a page or text",
        )
    if value.format != FORMAT:
        raise ContractError("other_version", f"{value.format} is of another version: this one knows {FORMAT}")
    return value
