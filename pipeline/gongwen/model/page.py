"""What a reader makes of the bytes of a source: lines of text with their origin, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Origin(NamedTuple):
    """Where a piece of the page is in its source: a line of a text, or an element of a page."""

    line: int | None = None
    """Number of the line, from 1, in a plain text."""
    path: str | None = None
    """Element of a page, as a path with positions among siblings with the same name: `body/div[2]/p[3]`."""


class Block(NamedTuple):
    """One visual line or paragraph of the page, with its layout."""

    text: str
    """The characters as shown: entities resolved, blanks still as they were."""
    origin: Origin
    align: str = ""
    """`left`, `center`, `right`, or nothing where the page does not say."""
    bold: bool = False
    """The whole line is bold."""
    heading: int = 0
    """1 to 6 for `<h1>` to `<h6>` or as many `#` in Markdown, 0 for none."""
    row: bool = False
    """The line is the row of a data table; its cells are joined by a tab."""
    synthetic: int = 0
    """How many characters at the start can't be copied: a number that a list shows by style alone."""
    gap: bool = False
    """A blank line precedes it (unknown for a web page)."""
    part: str = ""
    """What the site's template says the line is: `title`, `byline`, or nothing."""


class Dropped(NamedTuple):
    """Visible text that is not part of the document."""

    text: str
    reason: str
    origin: Origin


class Field(NamedTuple):
    """One label with its value, from the page's own table, a meta tag or a script."""

    label: str
    """Without blanks and colon: 发文字号 for `发 文 字 号：`."""
    value: str
    """Trimmed; empty if the page leaves the value out."""
    origin: str
    """`meta:PubDate`, `table:发文字号`, `byline` or `script`: as the contract shows it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A source after reading: the lines of the document, and the rest with reasons."""

    blocks: tuple[Block, ...]
    media_type: str
    """`text/html`, `text/plain`, `text/markdown`, or the type of a Word file or a PDF."""
    encoding: str
    """As decoded, in the IANA spelling: `utf-8`, `gb18030`, `big5`, `utf-16`; `binary` for a PDF."""
    dropped: tuple[Dropped, ...] = ()
    fields: tuple[Field, ...] = ()
    name: str = ""
    """The page's `<title>`, blanks trimmed; nothing for a text."""
