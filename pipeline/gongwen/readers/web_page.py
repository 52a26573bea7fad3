"""A web page: the document proper is told from what the site puts around it.

    nav  metadata table  TITLE  byline  [ document proper ]  share links  footer

The site's own mark of its document is taken where there is one (`gongwen.rules.site_templates`), the densest text
else. What stands outside goes to `dropped` with a reason, its label-value pairs to `fields`.
"""

from __future__ import annotations

import re
from itertools import accumulate, groupby

from gongwen.model import Block, Diagnostic, Dropped, Field, Origin, Page
from gongwen.options import Options
from gongwen.readers.web_lines import Line, Sheet, read_lines
from gongwen.rules import labels
from gongwen.rules.furniture import furniture_reason
from gongwen.stages.normalise import even, fold

TECHNICAL = frozenset(
    "viewport renderer robots generator referrer format-detection theme-color apple-mobile-web-app-capable webid googlebot "
    "msapplication-tilecolor maketime csrf-token csrf-param others".split()
)
PUNCTUATION = re.compile("[,。;:、]")
MOSTLY = 0.75
"""Share of a page's text that the element of its document holds."""
LONG_CELL = 400
"""A cell with more text lays out a page, it holds no datum."""
NEAR = 40
"""So many lines above the document its title and byline may stand."""


def read_web_page(source: str, encoding: str, options: Options) -> tuple[Page, list[Diagnostic]]:
    """The page of an HTML source."""
    sheet = read_lines(source)
    lines = sheet.lines
    folded = [fold(even(line.text)) for line in lines]
    first, last = _document(sheet, folded)
    fields, said = _fields(sheet, folded, first, last)
    title = _title(sheet, folded, first, last)
    blocks: list[Block] = []
    dropped: list[Dropped] = []
    rows = _rows(sheet, first, last)
    for at, line in enumerate(lines):
        origin = Origin(path=line.element.path())
        if at in rows:
            if rows[at]:
                blocks.append(Block(rows[at], origin, row=True))
        elif at == title:
            blocks.append(_block(line, origin)._replace(part="title"))
        elif first <= at < last and at not in said:
            blocks.append(_block(line, origin))
        elif title is not None and title < at < first and _is_byline(folded[at]):
            blocks.append(_block(line, origin)._replace(part="byline"))
        else:
            dropped.append(
                Dropped(even(line.text[line.synthetic :]), _reason(line, folded[at], at in said), origin)
            )
    found = (
        [Diagnostic("deep_nesting", "elements are nested too deeply and were flattened")]
        if sheet.flattened
        else []
    )
    return Page(tuple(blocks), "text/html", encoding, tuple(dropped), tuple(fields), sheet.name), found


def _block(line: Line, origin: Origin) -> Block:
    return Block(
        line.text, origin, align=line.align, bold=line.bold, heading=line.heading, synthetic=line.synthetic
    )


def _reason(line: Line, folded: str, said: bool) -> str:
    if said:
        return "metadata"
    if reason := furniture_reason(folded):
        return reason
    return "navigation" if line.links * 2 > len(folded) else "outside_document"


def _is_byline(folded: str) -> bool:
    return len(folded) < 200 and bool(labels.split_pairs(folded, folded))


# -------------------------------------------------------------------------------- the document proper


def _document(sheet: Sheet, folded: list[str]) -> tuple[int, int]:
    """First line of the document and the line after its last."""
    lines = sheet.lines
    lengths = [0, *accumulate(len(text) for text in folded)]
    marked = [(element.rank, element.first, element.last) for element in sheet.elements if element.rank >= 0]
    marked += sheet.pairs
    marked = [mark for mark in marked if lengths[mark[2]] - lengths[mark[1]] > 20]
    if marked:
        most = max(lengths[last] - lengths[first] for _, first, last in marked)
        enough = [mark for mark in marked if lengths[mark[2]] - lengths[mark[1]] >= most * 0.9]
        _, first, last = min(enough, key=lambda mark: (mark[2] - mark[1], mark[0]))
        return first, last
    if not lines:
        return 0, 0
    good = [0.0, *accumulate(map(_goodness, lines, folded))]
    candidates = [
        (e.first, e.last) for e in sheet.elements if good[e.last] - good[e.first] >= good[-1] * MOSTLY
    ]
    if good[-1] <= 0 or not candidates:
        return 0, len(lines)
    return min(candidates, key=lambda span: (span[1] - span[0], span[0]))


def _goodness(line: Line, folded: str) -> float:
    """How much a line looks like running text: its length outside of links, more where it is punctuated."""
    own = len(folded) - 2 * line.links
    if own < 8:
        return max(own, 0) * 0.1
    return own * (1.0 if PUNCTUATION.search(folded) else 0.3)


def _title(sheet: Sheet, folded: list[str], first: int, last: int) -> int | None:
    """The line above the document that is its title, unless the document opens with it anyway."""
    said = {_bare(value) for name, value in sheet.meta if name.lower() in ("articletitle", "title")} - {""}
    name = _bare(fold(sheet.name))
    opening = _bare("".join(folded[first : min(first + 6, last)]))
    for at in range(first - 1, max(first - NEAR, 0) - 1, -1):
        line, bare = sheet.lines[at], _bare(folded[at])
        if not 4 < len(bare) < 120 or furniture_reason(folded[at]) or line.links * 2 > len(bare):
            continue
        if line.title or bare in said or line.heading in (1, 2) or (len(bare) > 8 and bare in name):
            return None if bare in opening else at
    return None


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", fold(text))


# -------------------------------------------------------------------------------- fields


def _fields(sheet: Sheet, folded: list[str], first: int, last: int) -> tuple[list[Field], set[int]]:
    """Label-value pairs of the page's table, its meta tags and scripts, and the lines that they were read from."""
    fields: list[Field] = []
    said: set[int] = set()
    at = 0
    while at < len(folded):
        inside = first <= at < last
        if labels.is_label(folded[at]) and (not inside or sheet.lines[at].cell):
            label = re.sub(r"[\s:：]+", "", folded[at])
            follows = at + 1 < len(folded) and not labels.is_label(folded[at + 1]) and _beside(sheet, at)
            value = even(sheet.lines[at + 1].text) if follows else ""
            fields.append(Field(label, value, f"table:{label}"))
            said.update({at, at + 1} if follows else {at})
            at += 1 + follows
            continue
        if not inside and len(folded[at]) < 300:
            if pairs := labels.split_pairs(folded[at], even(sheet.lines[at].text)):
                fields += [Field(label, value, f"table:{label}") for label, value in pairs]
                if sheet.lines[at].cell or sum(bool(value) for _, value in pairs) == len(pairs):
                    said.add(at)
        at += 1
    fields += [Field("发文字号", number, "script") for number in sheet.scripts]
    for name, value in sheet.meta:
        if name.lower() not in TECHNICAL and value and value not in labels.PLACEHOLDERS:
            fields.append(Field(name, value, f"meta:{name}"))
    return fields, said


def _beside(sheet: Sheet, at: int) -> bool:
    """Whether the next line is the value of a label: in the next cell of its row, or next to it in a list."""
    here, below = sheet.lines[at].cell, sheet.lines[at + 1].cell
    if here is None or below is None:
        return here == below and len(sheet.lines[at + 1].text) < 200
    return here[:2] == below[:2] and below[2] - here[2] <= 1


# -------------------------------------------------------------------------------- tables


def _rows(sheet: Sheet, first: int, last: int) -> dict[int, str]:
    """For each line of a data table inside the document the text of its row at the row's first line, else nothing."""
    rows: dict[int, str] = {}
    for table in sheet.tables:
        if table.nested or table.first < first or table.last > last or table.rows < 2:
            continue
        lines = sheet.lines[table.first : table.last]
        if not _holds_data(lines):
            continue
        grouped = groupby(
            range(table.first, table.last), key=lambda at: (sheet.lines[at].cell or (0, 0, 0))[1]
        )
        for row, members in grouped:
            places = list(members)
            rows.update(dict.fromkeys(places, ""))
            if row:
                rows[places[0]] = _row([sheet.lines[at] for at in places])
            else:  # a caption stands in no row
                for at in places:
                    del rows[at]
    return rows


def _holds_data(lines: list[Line]) -> bool:
    cells = {line.cell for line in lines if line.cell}
    if not cells or any(len(line.text) > LONG_CELL for line in lines):
        return False
    wide = sum(1 for _, row in groupby(sorted(cells), key=lambda cell: cell[:2]) if len(list(row)) > 1)
    return wide >= 2 and len(lines) <= len(cells) * 4


def _row(lines: list[Line]) -> str:
    """The cells of a row joined by tabs; an empty cell keeps its place."""
    cells: dict[int, list[str]] = {}
    for line in lines:
        cells.setdefault(line.cell[2] if line.cell else 1, []).append(even(line.text[line.synthetic :]))
    return "\t".join(" ".join(cells.get(column, [])) for column in range(1, max(cells) + 1))
