"""Tables in any format: which of them hold data, and how the lines of a cell are joined."""

from __future__ import annotations

from collections.abc import Sequence

from gongwen.rules.numbering.markers import OPENING

WIDEST = 200
"""The most columns for which spans are followed."""
LONG_CELL = 400
"""From so many characters on, a cell may be the whole text, put in a table only for layout."""
HEADER_CELL = 20
"""The most characters of a cell that names a column."""
BROKEN_WORD = 12
"""The most characters of a line of a cell that was broken for lack of room."""


def holds_data(cells: dict[int, dict[int, list[int]]], texts: Sequence[str]) -> bool:
    """Rows of several cells, none of which is the text itself; long ones are allowed below a head that names the columns."""
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
    """The lines of a cell as one: broken words are joined, sentences are separated by a blank."""
    text = lines[0]
    for line in lines[1:]:
        broken = len(text) <= BROKEN_WORD and text[-1:] > "⺀" and line[:1] > "⺀" and not OPENING.match(line)
        text = text + line if broken and text[-1] not in "。；：、，" else f"{text} {line}"
    return text
