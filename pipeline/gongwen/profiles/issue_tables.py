"""反馈问题 in the rows of a table, one issue a row.

    序号 → 反馈问题 → 整改措施 → 整改进展 → 完成时限 → 责任单位          (→ is a tab)
    1 → 学用脱节 → 1.制定计划；2.开展研讨 → 已完成并长期坚持。…… → 2024年3月底 → 办公室

A table is read when its head names a column of problems and one of what came of them. A row that is shorter than the
head lacks either the cells on its left, which the row above holds for it, or those on its right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from gongwen.model import BodyBlock, Draft, Span
from gongwen.profiles import passages, progress
from gongwen.profiles.measures import measure
from gongwen.rules import problems, statuses

COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number", re.compile(r"^(?:序号|编号|序|号)$")),
    (
        "status",
        re.compile(
            r"(?:进展|完成情况|落实情况|整改情况|整改结果|整改成效|整改状态|完成状态|状态|是否(?:已)?(?:完成|整改)|销号情况|进度)"
        ),
    ),
    ("deadline", re.compile(r"时限|期限|完成时间|整改时间")),
    ("measures", re.compile(r"措施|举措|做法")),
    ("theme", re.compile(r"^(?:类别|类型|方面|分类|问题(?:类别|类型|分类)|反馈方面)$")),
    ("problem", re.compile(r"问题|反馈意见|反馈内容|整改任务|任务清单|整改事项")),
)
"""Columns by the words of their heads; the first that fits names the column."""
HEAD_MOST = 16
ITEM = re.compile(
    r"(?:(?<=^)|(?<=[;。\s]))\s*(?:\(?\d{1,2}(?:[.、)](?!\d))|[①-⑳]|[一二三四五六七八九十]{1,2}是|\([一二三四五六七八九十]{1,2}\))\s*"
)
"""Where an item of a list begins inside a cell."""


class Cell(NamedTuple):
    """A cell's place in the text."""

    start: int
    end: int


class Row(NamedTuple):
    """A row with its cells by the names of their columns."""

    block: BodyBlock
    cells: dict[str, Cell]


def find(draft: Draft) -> Iterator[dict[str, Any]]:
    """The issues of every table that lists problems, as the contract has them, without their ids."""
    for table in _tables(draft.body.blocks):
        rows = list(_rows(draft, table))
        for row in rows:
            yield _issue(draft, row)


def _tables(blocks: Sequence[BodyBlock]) -> Iterator[list[BodyBlock]]:
    table: list[BodyBlock] = []
    for block in blocks:
        if block.source.row:
            table.append(block)
        elif table:
            yield table
            table = []
    if table:
        yield table


def _rows(draft: Draft, table: Sequence[BodyBlock]) -> Iterator[Row]:
    columns: list[str] = []
    above: dict[str, Cell] = {}
    for block in table:
        cells = _cells(draft.body.folded, block)
        if head := _head(draft.body.folded, cells):
            columns, above = head, {}
            continue
        if not columns:
            continue
        named = _named(draft.body.folded, columns, cells, above)
        if "problem" in named and named["problem"].end > named["problem"].start:
            yield Row(block, named)
            above = named


def _cells(folded: str, block: BodyBlock) -> list[Cell]:
    cells, start = [], block.start
    for text in folded[block.start : block.end].split("\t"):
        end = start + len(text)
        left = start + len(text) - len(text.lstrip(" "))
        cells.append(Cell(min(left, end), max(left, end - (len(text) - len(text.rstrip(" "))))))
        start = end + 1
    return cells


def _head(folded: str, cells: Sequence[Cell]) -> list[str]:
    """The names of the columns, where the row is the head of a table of problems."""
    names: list[str] = []
    for start, end in cells:
        text = re.sub(r"\s", "", folded[start:end])
        if len(text) > HEAD_MOST:
            return []
        name = next((name for name, words in COLUMNS if words.search(text)), "")
        names.append("" if name in names else name)
    answered = {"status", "measures", "deadline"} & set(names)
    return names if "problem" in names and answered and len(names) > 1 else []


def _named(
    folded: str, columns: Sequence[str], cells: Sequence[Cell], above: dict[str, Cell]
) -> dict[str, Cell]:
    """The cells by column; those a row lacks on its left, or leaves empty in the theme, are the row's above."""
    missing = len(columns) - len(cells)
    shift = missing if missing > 0 and not _is_number(folded, columns, cells) else 0
    named = {
        columns[at + shift]: cell
        for at, cell in enumerate(cells)
        if at + shift < len(columns) and columns[at + shift]
    }
    for name in columns[:shift]:
        if name in above and name != "number":
            named[name] = above[name]
    theme = named.get("theme")
    if theme and theme.start == theme.end and "theme" in above:
        named["theme"] = above["theme"]
    return named


def _is_number(folded: str, columns: Sequence[str], cells: Sequence[Cell]) -> bool:
    """Whether the first cell fits the first column."""
    digits = folded[cells[0].start : cells[0].end].isdecimal()
    return digits if columns[0] == "number" else columns[0] != "theme"


# -------------------------------------------------------------------------------- one row


def _issue(draft: Draft, row: Row) -> dict[str, Any]:
    text, folded = draft.body.text, draft.body.folded
    at, end = row.cells["problem"]
    if numbered := ITEM.match(folded, at, end):
        at = numbered.end()
    problem = problems.read(folded, at, end)
    theme = row.cells.get("theme")
    status, told = _status(draft, row)
    found = [] if "measures" not in row.cells else list(_items(folded, *row.cells["measures"]))
    if not found and told:
        found = list(_items(folded, *told))
    return {
        "number": _number(folded, row, numbered.group() if numbered else ""),
        "section": None,
        "span": Span(row.block.start, row.block.end),
        "theme": text[theme.start : theme.end] or None if theme else None,
        "problem": text[problem.start : problem.end],
        "status": status,
        "measures": [measure(draft, *place) for place in found],
    }


def _number(folded: str, row: Row, printed: str) -> int | None:
    cell = row.cells.get("number")
    digits = re.sub(r"\D", "", folded[cell.start : cell.end] if cell else printed)
    return int(digits) if digits and len(digits) < 5 else None


def _status(draft: Draft, row: Row) -> tuple[dict[str, Any] | None, Cell | None]:
    """The status with the deadline's column, and what the status cell tells besides."""
    folded = draft.body.folded
    cell, deadline = row.cells.get("status"), row.cells.get("deadline")
    found, rest = None, cell
    if cell and cell.start < cell.end:
        stop = folded.find("。", cell.start, cell.end)
        end = stop if stop >= 0 else cell.end
        reading = progress.read(draft, cell.start, end)
        if reading and (reading.sure or end - cell.start <= progress.SHORT):
            found, rest = progress.Status(reading, cell.start, end), Cell(end, cell.end)
        elif reading := progress.read(draft, *cell):
            found = progress.Status(reading, *cell)
        else:
            found = progress.Status(statuses.Reading("unknown", False, None, False), cell.start, end)
    elif deadline and (reading := progress.read(draft, *deadline)):
        found = progress.Status(reading, *deadline)
    due = progress.deadline_in(draft, *deadline, found) if deadline and found else None
    return progress.plain_status(draft, found, due), rest


def _items(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The items of a list inside a cell, without their numbers; the whole cell where it is no list."""
    marks = list(ITEM.finditer(folded, start, end))
    if len(marks) < 2 or marks[0].start() > start + 1:
        marks = marks[:1] if marks and marks[0].start() == start else []
    edges = [(mark.end(), following.start() if following else end) for mark, following in _pairs(marks)]
    for edge in edges or [(start, end)]:
        first, last = passages.trimmed(folded, *edge)
        if last > first:
            yield first, last


def _pairs(marks: list[re.Match[str]]) -> Iterator[tuple[re.Match[str], re.Match[str] | None]]:
    return zip(marks, [*marks[1:], None], strict=False)
