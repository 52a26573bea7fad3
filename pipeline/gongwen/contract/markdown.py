"""A notice as Markdown: headings by their depth, items as paragraphs that open with their own marker.

# 关于……的通知
## 一、总体要求
**（一）加强领导。** 各单位要……
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gongwen.contract import Notice, Section

TAB = "\t"
SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def render(notice: Notice) -> str:
    """The text of a notice as Markdown; markers stand as printed, nothing is renumbered."""
    lines = [f"# {_escape(notice.title)}"] if notice.title else []
    for role in ("document_number", "recipient"):
        lines += [_escape(notice.text_of(block)) for block in notice.blocks if block.role == role]
    rows = {block.span[0] for block in notice.blocks if block.role == "table"}
    for section in notice.outline:
        lines += _section(notice, section, rows)
    for role in ("signature", "date", "annotation", "attachment_list"):
        lines += [_escape(notice.text_of(block)) for block in notice.blocks if block.role == role]
    return "\n\n".join(line for line in lines if line) + "\n"


def _section(notice: Notice, section: Section, rows: Set[int]) -> Iterator[str]:
    """A section and all below it; `rows` are the places where a row of a table begins."""
    marker = section.marker.text if section.marker else ""
    pieces = [(start, _escape(notice.text[start:end])) for start, end in section.content]
    if section.heading is not None and not _runs_in(section):
        yield f"{'#' * min(section.depth + 1, 6)} {_escape(marker + section.heading)}"
    elif section.heading is not None:
        first = pieces.pop(0)[1] if pieces else ""
        yield f"**{_escape(marker + section.heading)}**{first}"
    elif marker:
        yield _escape(marker) + (pieces.pop(0)[1] if pieces else "")
    for in_table, group in groupby(pieces, lambda piece: piece[0] in rows):
        texts = [text for _, text in group]
        if in_table:
            yield _table(texts)
        else:
            yield from (text for text in texts if text.strip("。：:"))
    for child in section.children:
        yield from _section(notice, child, rows)


def _table(lines: Sequence[str]) -> str:
    """Rows with tabs between their cells, the first as the head."""
    head, *rest = [f"| {line.replace(TAB, ' | ')} |" for line in lines]
    return "\n".join([head, "|" + " --- |" * (lines[0].count(TAB) + 1), *rest])


def _runs_in(section: Section) -> bool:
    """Text of the section goes on in the paragraph of its heading."""
    end = section.heading_span[1] if section.heading_span else -1
    following = [span for span in section.content if span[0] == end and span[1] > end + 1]
    return bool(following)


def _escape(text: str | None) -> str:
    return SPECIAL.sub(r"\\\1", text or "").replace("\n", "  \n")
