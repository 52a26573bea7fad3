"""The rows of a table of problems, each cell under the name of its column, each row under its theme.

    序号 → 反馈问题 → 整改措施 → 整改成效 → 整改状态 → 责任单位          (→ is a tab)
    一、作风建设方面                                                the theme (类) of the rows below it, not a problem
    1 → 窗口服务不规范 → 推行一窗通办 → 办件时间减半 → 已完成 → 办公室

A row shorter than the head lacks either the cells on its left, which it shares with the row above, or those on
its right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongwen.model import BodyBlock, Draft
from gongwen.profiles.rectification import responsible

NAMES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number", re.compile(r"^(?:序号|编号|序|号)$")),
    ("verdict", re.compile(r"状态|是否(?:已)?(?:完成|整改|销号)|销号情况")),
    ("status", re.compile(r"进展|完成情况|落实情况|整改情况|整改结果|整改成效|进度")),
    ("deadline", re.compile(r"时限|期限|完成时间|整改时间")),
    ("measures", re.compile(r"措施|举措|做法")),
    ("responsible", responsible.COLUMN),
    ("theme", re.compile(r"^(?:类别|类型|方面|分类|问题(?:类别|类型|分类)|反馈方面)$")),
    ("problem", re.compile(r"问题|反馈意见|反馈内容|整改任务|任务清单|整改事项")),
)
"""Columns by the words of their heads; the first that fits names the column."""
REPEATED = frozenset({"verdict", "status", "responsible"})
"""Names that several columns of a table may bear."""
HEAD_MOST = 16
THEME_MOST = 40
CHINESE_NUMBER = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)[、.]?)\s*"
)
BARE_NUMBER = re.compile(r"\(?[一二三四五六七八九十]{1,3}\)?[、.]?")
"""A number of a theme in a cell of its own."""
NO_THEME = re.compile(r"[。:]|^(?:合计|总计|小计|备注|注\d?|说明|填表|附|审核|制表|共计)|^\d+$")
"""What spans a table and is no theme: its sums and notes."""


class Cell(NamedTuple):
    """A cell's place in the text."""

    start: int
    end: int


class Column(NamedTuple):
    """A column: its name, empty if it is not read, and its head."""

    name: str
    head: Cell


class Row(NamedTuple):
    """A row with its filled cells, in the order of the columns, and its theme."""

    block: BodyBlock
    cells: tuple[tuple[Column, Cell], ...]
    theme: Cell | None

    def cell(self, name: str) -> Cell | None:
        """The cell of the first column of this name."""
        return next((cell for column, cell in self.cells if column.name == name), None)


def rows(draft: Draft) -> Iterator[Row]:
    """The rows that name a problem, of every table whose head names a column of problems and what has come of them."""
    for table in _tables(draft.body.blocks):
        yield from _rows(draft.body.folded, table)


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


def _rows(folded: str, table: Sequence[BodyBlock]) -> Iterator[Row]:
    columns: list[Column] = []
    above: Row | None = None
    theme: Cell | None = None
    for block in table:
        cells = _cells(folded, block)
        if head := _head(folded, cells):
            columns, above = head, None
        elif across := _theme_across(folded, columns, cells, above):
            theme, above = across, None
        elif columns and len(cells) > 1:
            row = Row(block, _named(folded, columns, cells, above), theme)
            if row.cell("problem"):
                above = row._replace(theme=row.cell("theme") or theme)
                yield above


def _cells(folded: str, block: BodyBlock) -> list[Cell]:
    cells, start = [], block.start
    for text in folded[block.start : block.end].split("\t"):
        end = start + len(text)
        left = start + len(text) - len(text.lstrip(" "))
        cells.append(Cell(min(left, end), max(left, end - (len(text) - len(text.rstrip(" "))))))
        start = end + 1
    return cells


def _head(folded: str, cells: Sequence[Cell]) -> list[Column]:
    """The columns, where the row is the head of a table of problems."""
    found: list[Column] = []
    for cell in cells:
        text = re.sub(r"\s", "", folded[cell.start : cell.end])
        if len(text) > HEAD_MOST:
            return []
        name = next((name for name, words in NAMES if words.search(text)), "")
        held = name not in REPEATED and any(column.name == name for column in found)
        found.append(Column("" if held else name, cell))
    names = {column.name for column in found}
    answered = names & {"verdict", "status", "measures", "deadline"}
    return found if "problem" in names and answered and len(found) > 1 else []


def _theme_across(
    folded: str, columns: Sequence[Column], cells: Sequence[Cell], above: Row | None
) -> Cell | None:
    """The theme given by a row: one cell across the table, or the only one filled."""
    filled = [(at, cell) for at, cell in enumerate(cells) if cell.end > cell.start]
    if (
        len({folded[cell.start : cell.end] for _, cell in filled}) == 1
    ):  # the cells of a span, each with its text
        filled = filled[:1]
    names = [column.name for column in columns] if len(columns) == len(cells) else []
    if len(filled) == 2 and names and names[filled[0][0]] == "number":
        number, cell = filled[0][1], filled[1][1]
        follows = names[filled[1][0]] in ("problem", "theme")
        return cell if follows and BARE_NUMBER.fullmatch(folded, *number) else None
    if len(filled) != 1:
        return None
    at, cell = filled[0]
    marked = bool(CHINESE_NUMBER.match(folded, *cell))
    if names and names[at] == "problem":
        numbered = above is None or not CHINESE_NUMBER.match(folded, *(above.cell("problem") or cell))
        return cell if marked and ("number" in names or numbered) else None
    if names and names[at] not in ("number", "theme"):
        return None
    if marked or not columns:
        return cell if marked else None
    text = folded[cell.start : cell.end]
    return None if len(text) > THEME_MOST or NO_THEME.search(text) else cell


def _named(
    folded: str, columns: Sequence[Column], cells: Sequence[Cell], above: Row | None
) -> tuple[tuple[Column, Cell], ...]:
    """The filled cells by column; those a row lacks on its left, or leaves empty in the theme, are the row's above."""
    missing = len(columns) - len(cells)
    shift = missing if missing > 0 and not _is_number(folded, columns, cells) else 0
    held = dict(above.cells) if above else {}
    found: list[tuple[Column, Cell]] = []
    for at, column in enumerate(columns):
        own = cells[at - shift] if 0 <= at - shift < len(cells) else None
        lacking = at < shift and column.name != "number"
        if own is None or (own.start == own.end and column.name == "theme"):
            own = held.get(column) if lacking or column.name == "theme" else None
        if own and column.name and own.end > own.start:
            found.append((column, own))
    return tuple(found)


def _is_number(folded: str, columns: Sequence[Column], cells: Sequence[Cell]) -> bool:
    """Whether the first cell fits the first column."""
    digits = folded[cells[0].start : cells[0].end].isdecimal()
    return digits if columns[0].name == "number" else columns[0].name != "theme"
