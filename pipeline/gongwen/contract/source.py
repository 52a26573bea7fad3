"""Where a notice came from, and its text as blocks: what of the source is the document, and what was left out."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gongwen.contract.base import Model, Span
from gongwen.model.vocabulary import Role


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
    fields: dict[str, str] = Field(default={}, exclude_if=lambda fields: not fields)
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
    """Visible text of the source that is not part of the document."""

    text: str
    reason: str
    origin: Origin
