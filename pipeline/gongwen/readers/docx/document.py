"""A Word file (.docx): its paragraphs and table rows in order, with the numbers that Word adds.

    numPr 1/0  加强学习      ->   一、加强学习         `Block.synthetic` is 2: no text run holds 一、
    numPr 1/1  学习计划      ->   （一）学习计划

Headers, footers, footnotes, comments, text boxes, deleted revisions and hidden text are left out, with these as reasons.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from gongwen.model import Block, Diagnostic, Dropped, Origin, Page
from gongwen.options import Options
from gongwen.readers.docx.numbering import Numbering
from gongwen.readers.docx.package import DocxPackage
from gongwen.readers.docx.styles import Styles, attribute, child, local, number, properties
from gongwen.readers.docx.text import content, plain
from gongwen.readers.media_types import DOCX
from gongwen.readers.tables import WIDEST, holds_data, joined

WRAPPERS = {"sdt": "sdtContent", "customXml": "", "ins": "", "moveTo": "", "smartTag": ""}
"""Elements that wrap paragraphs, and the child that contains these."""
ASIDE = (
    ("header", "running_head", "hdr"),
    ("footer", "running_head", "ftr"),
    ("footnotes", "footnote", "footnote"),
    ("endnotes", "footnote", "endnote"),
    ("comments", "comment", "comment"),
)
"""Parts outside the text: their type, the reason for leaving them out, and the element for one item."""
ALIGNED = {"center": "center", "right": "right", "end": "right", "left": "left", "start": "left"}


def read_docx(source: bytes, options: Options) -> tuple[Page, list[Diagnostic]]:
    """The page of a Word file.

    Raises `SourceError` (`source_damaged`, `source_encrypted`, `source_too_large`, `source_binary`) and `OptionError`
    (`missing_extra`).
    """
    package = DocxPackage(source, options.max_bytes)
    main = package.main()
    styles = Styles(next(package.related("styles"), None))
    reading = Reading(styles, Numbering(next(package.related("numbering"), None), styles))
    body = child(main, "body")
    if body is not None:
        reading.read(body, "body")
    dropped = [*reading.dropped, *_aside(package)]
    found = [] if reading.blocks else [Diagnostic("no_text", "the file shows no text of a notice")]
    return Page(tuple(reading.blocks), DOCX, "utf-8", tuple(dropped)), found


def _aside(package: DocxPackage) -> list[Dropped]:
    dropped: dict[tuple[str, str], Dropped] = {}
    for kind, reason, name in ASIDE:
        for at, root in enumerate(package.related(kind), 1):
            parts = [root] if local(root) == name else [one for one in root if local(one) == name]
            for place, part in enumerate(parts, 1):
                if text := plain(part):
                    path = f"{name}[{at}]" if part is root else f"{kind}/{name}[{place}]"
                    dropped.setdefault((text, reason), Dropped(text, reason, Origin(path=path)))
    return list(dropped.values())


class Reading:
    """The blocks of a document while its body is read from top to bottom."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.blocks: list[Block] = []
        self.dropped: list[Dropped] = []
        self._styles = styles
        self._numbering = numbering
        self._gap = False

    def read(self, parent: Any, path: str) -> None:
        """The paragraphs and tables below an element."""
        self.blocks += self._below(parent, path)

    def _below(self, parent: Any, path: str) -> list[Block]:
        blocks: list[Block] = []
        places: Counter[str] = Counter()
        for element in parent:
            name = local(element)
            places[name] += 1
            here = f"{path}/{name}[{places[name]}]"
            if name == "p":
                blocks += self._paragraph(element, here)
            elif name == "tbl":
                blocks += self._table(element, here)
            elif name in ("del", "moveFrom"):
                self._drop(plain(element), "deleted_revision", here)
            elif name in WRAPPERS:
                inner = child(element, WRAPPERS[name]) if WRAPPERS[name] else element
                blocks += self._below(inner, here) if inner is not None else []
        return blocks

    def _drop(self, text: str, reason: str, path: str) -> None:
        if text:
            self.dropped.append(Dropped(text, reason, Origin(path=path)))

    # ---------------------------------------------------------------------------- paragraphs

    def _paragraph(self, element: Any, path: str) -> list[Block]:
        own = child(element, "pPr")
        name = attribute(child(own, "pStyle")) if own is not None else None
        style, said = self._styles.style(name), properties(own, None)
        held = content(element, self._styles, bool(style.bold))
        for text, reason in held.dropped:
            self._drop(text, reason, path)
        lines = [line for line in held.lines if line.strip()]
        if not lines and child(own, "rPr", "del") is not None:
            return []  # the whole paragraph is deleted, its number with it
        marker = self._number(said.list_id, said.level, name)
        if not lines and not (marker and self._in_cell(element)):
            self._drop(marker.strip(), "empty_item", path)
            self._gap = True
            return []
        align = ALIGNED.get((said.align if said.align is not None else style.align) or "", "")
        outline = said.outline if said.outline is not None else style.outline
        heading = min(outline + 1, 6) if outline is not None and 0 <= outline < 9 else 0
        gap, self._gap = self._gap, False
        first = Block(
            marker + (lines[0].lstrip() if marker and lines else lines[0] if lines else ""),
            Origin(path=path),
            align,
            held.bold,
            heading,
            synthetic=len(marker.strip()),
            gap=gap,
        )
        return [first, *(first._replace(text=line, synthetic=0, gap=False) for line in lines[1:])]

    def _in_cell(self, element: Any) -> bool:
        """A cell may only hold its number (column 序号); in the body a number alone means nothing."""
        parent = element.getparent()
        return parent is not None and local(parent) == "tc"

    def _number(self, list_id: int | None, level: int | None, name: str | None) -> str:
        """What Word shows before a paragraph; list 0 cancels the number of a style."""
        style = self._styles.style(name)
        if list_id is None:
            list_id, level = style.list_id, style.level if level is None else level
        elif level is None:
            level = 0
        return self._numbering.next(list_id, level, name) if list_id else ""

    # ---------------------------------------------------------------------------- tables

    def _table(self, element: Any, path: str) -> list[Block]:
        """A data table row by row; a layout table line by line."""
        rows: list[tuple[str, dict[int, list[Block]], int]] = []
        for at, row in enumerate((one for one in _unwrapped(element) if local(one) == "tr"), 1):
            here = f"{path}/tr[{at}]"
            if child(row, "trPr", "del") is not None:
                self._drop(plain(row), "deleted_revision", here)
            else:
                rows.append((here, *self._row(row, here)))
        lines: list[Block] = []
        cells: dict[int, dict[int, list[int]]] = {}
        for at, (_, columns, _) in enumerate(rows, 1):
            for column, blocks in columns.items():
                if blocks:
                    cells.setdefault(at, {})[column] = list(range(len(lines), len(lines) + len(blocks)))
                    lines += blocks
        nested = any(block.row for block in lines)
        if nested or not cells or not holds_data(cells, [block.text for block in lines]):
            return lines
        return [_joined(here, columns, width) for here, columns, width in rows if any(columns.values())]

    def _row(self, row: Any, path: str) -> tuple[dict[int, list[Block]], int]:
        """The blocks of each cell by its column, from 1, and the number of columns."""
        columns: dict[int, list[Block]] = {}
        column = 1 + min(max(number(child(row, "trPr", "gridBefore")) or 0, 0), WIDEST)
        for at, cell in enumerate((one for one in _unwrapped(row) if local(one) == "tc"), 1):
            settings = child(cell, "tcPr")
            merged = child(settings, "vMerge") if settings is not None else None
            covered = merged is not None and attribute(merged) in (None, "continue")
            here = f"{path}/tc[{at}]"
            if covered:
                self._drop(plain(cell), "hidden", here)
            blocks = [] if covered else self._below(cell, here)
            self._gap = False
            if column <= WIDEST:
                columns[column] = blocks
            elif blocks:
                columns.setdefault(WIDEST, []).extend(blocks)
            span = number(child(settings, "gridSpan")) if settings is not None else None
            column += min(max(span or 1, 1), WIDEST)
        return columns, min(column - 1, WIDEST)


def _unwrapped(element: Any) -> list[Any]:
    """The children, with wrappers replaced by their own children."""
    found: list[Any] = []
    for one in element:
        name = local(one)
        if name in WRAPPERS:
            inner = child(one, WRAPPERS[name]) if WRAPPERS[name] else one
            found += _unwrapped(inner) if inner is not None else []
        else:
            found.append(one)
    return found


def _joined(path: str, columns: dict[int, list[Block]], width: int) -> Block:
    cells = [""] * max([width, *columns])
    for column, blocks in columns.items():
        if blocks:
            cells[column - 1] = joined([block.text.strip() for block in blocks])
    first = next((blocks for blocks in columns.values() if blocks), [])
    synthetic = first[0].synthetic if first and cells[0] else 0
    return Block("\t".join(cells), Origin(path=path), row=True, synthetic=synthetic)
