"""反馈问题 in the rows of a table, one issue a row.

    序号 → 反馈问题 → 整改措施 → 整改进展 → 完成时限 → 责任单位          (→ is a tab)
    1 → 学用脱节 → 1.制定计划；2.开展研讨 → 已完成并长期坚持。…… → 2024年3月底 → 办公室

Where several columns tell what has come of the problem, the one that names a state is the status: 整改成效 may hold what
was done, and 整改状态 the state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from gongwen.model import Draft, Span
from gongwen.model.records import Issue, IssueStatus, Measure, Responsible
from gongwen.profiles.rectification import passages, responsible
from gongwen.profiles.rectification.issues import problems
from gongwen.profiles.rectification.issues.rows import Cell, Row, rows
from gongwen.profiles.rectification.measures import measure
from gongwen.profiles.rectification.status import progress
from gongwen.profiles.rectification.status import stated as stated_status
from gongwen.rules.numbering.ordinals import PRECOMPOSED
from gongwen.rules.numerals import whole_number
from gongwen.rules.outcomes import statuses

ITEM = re.compile(
    r"""
    (?:(?<=^)|(?<=[;。\s]))\s*
    (?: \(?\d{1,2}(?:[.、)](?!\d))          # 1. (2)
      | [①-⒛]                              # ①
      | [一二三四五六七八九十]{1,2}是            # 一是
      | \([一二三四五六七八九十]{1,2}\)          # (一)
    )
    \s*
    """,
    re.VERBOSE,
)
"""Where an item of a list begins inside a cell."""
THEME_NUMBER = re.compile(
    r"(?:\(?(?:第?[一二三四五六七八九十]{1,3}|\d{1,2})[、.)](?!\d)[、.]?|[①-⒛])\s*(?=\S)"
)
UNKNOWN = statuses.Reading("unknown", False, None, False)


class CellAccount(NamedTuple):
    """What a cell says has come of a problem: its status, and the passages about something else."""

    status: stated_status.Status
    rest: Cell
    cell: Cell
    verdict: bool
    """The column has room for a state alone: 整改状态, 是否完成."""


def find(draft: Draft) -> Iterator[Issue]:
    """The issues of every table that lists problems, without their ids."""
    for row in rows(draft):
        yield _issue(draft, row)


def _issue(draft: Draft, row: Row) -> Issue:
    text, folded = draft.body.text, draft.body.folded
    at, end = row.cell("problem") or (row.block.start, row.block.end)
    numbered = ITEM.match(folded, at, end)
    if numbered:
        at = numbered.end()
    problem = problems.read(folded, at, end)
    accounts = _accounts(draft, row)
    found = list(_measures(draft, row, accounts))
    return Issue(
        number=_number(folded, row, numbered.group() if numbered else ""),
        section=None,
        span=Span(row.block.start, row.block.end),
        theme=_theme(draft, row.theme) if row.theme else None,
        problem=text[problem.start : problem.end],
        status=_status(draft, row, accounts),
        measures=found,
        responsible=_responsible(draft, row),
    )


def _theme(draft: Draft, cell: Cell) -> str | None:
    """A theme as in the text: without its number and its frame."""
    number = THEME_NUMBER.match(draft.body.folded, *cell)
    theme = problems.read(draft.body.folded, number.end() if number else cell.start, cell.end)
    return draft.body.text[theme.start : theme.end] or None


def _number(folded: str, row: Row, printed: str) -> int | None:
    cell = row.cell("number")
    number = folded[cell.start : cell.end] if cell else printed
    found = re.fullmatch(r"\D*(\d{1,4})\D*", number)
    return int(found[1]) if found else _ordinal(number) if number else None


def _ordinal(mark: str) -> int | None:
    """The number that is printed before an item, or stands in a cell of its own."""
    bare = mark.strip(" ().、是第")
    if bare in PRECOMPOSED:
        return PRECOMPOSED[bare]
    return whole_number(bare)


# -------------------------------------------------------------------------------- status


def _accounts(draft: Draft, row: Row) -> list[CellAccount]:
    """What each cell says, the best first: one that names a state, preferably in a column for it, and briefly."""
    accounts = [
        _reading(draft, cell, column.name == "verdict")
        for column, cell in row.cells
        if column.name in ("status", "verdict")
    ]
    return sorted(
        accounts,
        key=lambda one: (
            one.status.reading.state == "unknown",
            not one.verdict,
            one.status.end - one.status.start,
        ),
    )


def _reading(draft: Draft, cell: Cell, verdict: bool) -> CellAccount:
    """The status in a cell: its first sentence, its last where the first is none, or the whole."""
    folded = draft.body.folded
    stop = folded.find("。", *cell)
    end = stop if stop >= 0 else cell.end
    first = stated_status.read(draft, cell.start, end)
    begins = progress.STATUS_BEGINS.match(folded, cell.start, end)
    if not (first and first.sure and begins) and (last := _last(draft, cell)):
        return CellAccount(last, Cell(cell.start, last.start), cell, verdict)
    if first and (first.sure or end - cell.start <= progress.SHORT):
        return CellAccount(stated_status.Status(first, cell.start, end), Cell(end, cell.end), cell, verdict)
    if whole := stated_status.read(draft, *cell):
        return CellAccount(stated_status.Status(whole, *cell), cell, cell, verdict)
    return CellAccount(stated_status.Status(UNKNOWN, cell.start, end), cell, cell, verdict)


def _last(draft: Draft, cell: Cell) -> stated_status.Status | None:
    """A status that closes what was done: ……培训46人次。已完成整改。"""
    folded = draft.body.folded
    end = passages.bare_end(folded, *cell)
    before = max(folded.rfind("。", cell.start, end), folded.rfind(";", cell.start, end))
    if before < 0:
        return None
    start, end = passages.trimmed(folded, before + 1, end)
    begins = end - start <= progress.SHORT and progress.STATUS_BEGINS.match(folded, start, end)
    reading = stated_status.read(draft, start, end) if begins else None
    return stated_status.Status(reading, start, end) if reading and reading.sure else None


def _status(draft: Draft, row: Row, accounts: list[CellAccount]) -> IssueStatus | None:
    """The status, with what the column of the deadline says."""
    found = accounts[0].status if accounts else None
    deadline = row.cell("deadline")
    term = stated_status.read(draft, *deadline) if deadline else None
    if not found and deadline and term:
        found = stated_status.Status(term, *deadline)
    due = stated_status.deadline_in(draft, *deadline, found) if deadline and found else None
    status = stated_status.issue_status(draft, found, due)
    return replace(status, ongoing=True) if status and term and term.ongoing else status


# -------------------------------------------------------------------------------- measures, responsible


def _measures(draft: Draft, row: Row, accounts: list[CellAccount]) -> Iterator[Measure]:
    """The items of the column of measures; where that is empty or lacking, what the status cells tell besides."""
    cell = row.cell("measures")
    stretches = [cell] if cell else sorted(one.rest for one in accounts)
    for stretch in stretches:
        for ordinal, start, end in _items(draft.body.folded, *stretch):
            yield replace(measure(draft, start, end), ordinal=ordinal)


def _items(folded: str, start: int, end: int) -> Iterator[tuple[int | None, int, int]]:
    """The items of a list inside a cell with their numbers; the whole cell where it is no list."""
    marks = list(ITEM.finditer(folded, start, end))
    if len(marks) < 2 or marks[0].start() > start + 1:
        marks = marks[:1] if marks and marks[0].start() == start else []
    edges: list[tuple[int | None, int, int]] = [
        (_ordinal(mark.group()), mark.end(), following.start() if following else end)
        for mark, following in zip(marks, [*marks[1:], None], strict=False)
    ]
    for ordinal, *edge in edges or [(None, start, end)]:
        first, last = passages.trimmed(folded, *edge)
        if last > first:
            yield ordinal, first, last


def _responsible(draft: Draft, row: Row) -> list[Responsible]:
    """Who is named in the columns for it, or after a label inside the cells."""
    named = [
        responsible.entry(draft, column.head, cell)
        for column, cell in row.cells
        if column.name == "responsible"
    ]
    labelled = responsible.find(draft, row.block.start, row.block.end)
    return sorted([one for one in named if one] + labelled, key=lambda one: one.span)
