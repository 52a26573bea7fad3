"""Tables of whatever format: which of them hold data, and how the lines of a cell become one."""

from __future__ import annotations

from collections.abc import Sequence

from gongwen.rules.numbering.markers import OPENING

WIDEST = 200
"""Columns up to which spans are followed; no table that is read is wider."""
LONG_CELL = 400
"""From so many characters a cell may be the whole text, set in a table for its layout alone."""
HEADER_CELL = 20
"""A cell that names a column is no longer."""
BROKEN_WORD = 12
"""So short a line of a cell was broken for want of room."""


def holds_data(cells: dict[int, dict[int, list[int]]], texts: Sequence[str]) -> bool:
    """Rows of several cells, none of which is the text itself; a head that names the columns allows for long ones."""
    wide = [row for row in cells.values() if len(row) > 1]
    if len(wide) < 2:
        return False
    lengths = [[sum(len(texts[at]) for at in places) for places in row.values()] for row in cells.values()]
    longest = max(map(max, lengths))
    if longest < LONG_CELL or longest * 2 < sum(map(sum, lengths)):
        return True
    head = wide[0]
    return (
        len(head) > 2
        and len(wide) * 2 > len(cells)
        and all(len(places) < 3 and len(texts[places[0]]) <= HEADER_CELL for places in head.values())
    )


def joined(lines: list[str]) -> str:
    """The lines of a cell as one: a broken word is closed, sentences keep a blank between them."""
    text = lines[0]
    for line in lines[1:]:
        broken = len(text) <= BROKEN_WORD and text[-1:] > "⺀" and line[:1] > "⺀" and not OPENING.match(line)
        text = text + line if broken and text[-1] not in "。；：、，" else f"{text} {line}"
    return text
