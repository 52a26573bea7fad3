"""The label-value pairs of a page: of its own table, its meta tags and its scripts.

    索 引 号： | 014500815/2020-01655 | 发文字号： | 赣府厅发〔2020〕4号      cells side by side
    索引号 | 发文字号                                                          labels over values
    000…   | 国发〔2018〕42号
    索引号：000…   主题分类：综合政务                                          several on a line
    发布机构：                                                                  a label, its value on the next line
    某市人民政府

国办发〔2017〕47号 (政府网站发展指引) fixes the names of the meta tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gongwen.model import Field
from gongwen.readers.html.document import Document
from gongwen.readers.html.sheet import Sheet
from gongwen.rules.layout import labels, parts

TECHNICAL = frozenset(
    "viewport renderer robots generator referrer format-detection theme-color apple-mobile-web-app-capable webid googlebot "
    "msapplication-tilecolor maketime csrf-token csrf-param others".split()
)
"""Meta tags for browsers."""
STRONG = frozenset({"index_number", "document_number"})
"""What a table inside the document must contain to be the page's own."""
SPELLED = 6
"""The most lines of a label with one character per line: 索 / 引 / 号："""
LONGEST_LINE = 300
"""The most characters of a line of pairs."""
LONGEST_VALUE = 200
"""The most characters of a value on the line below its label."""
POSTED = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?+(?:\s?\d{1,2}:\d\d(?::\d\d)?+)?+(?!\d)(?=.)")
"""2024-06-03 09:30 江临日报; a date alone may be that of the notice (成文日期)."""
BRACKETS = {")": "(", "）": "（", "]": "[", "】": "【", "］": "［"}
"""【责任编辑：张三】: a closing bracket that the value did not open encloses the pair."""
BLANKS = re.compile(r"[\s:：]+")


def read_fields(
    sheet: Sheet, texts: Sequence[str], folded: Sequence[str], document: Document
) -> tuple[list[Field], set[int]]:
    """The pairs of a page, and their lines, which are not part of the document."""
    reader = _Pairs(sheet, texts, folded)
    inside = _own_tables(sheet, folded, document)
    at = 0
    while at < len(folded):
        if (
            at in document.title
            or at in document.bylines
            or (document.first <= at < document.last and at not in inside)
        ):
            at += 1
        else:
            at = reader.read(at)
    fields = reader.fields
    fields += _posted(texts, folded, document)
    fields += _meta(sheet.meta)
    return fields, reader.said


def script_fields(numbers: Sequence[str]) -> list[Field]:
    """Document numbers that a script of the page writes."""
    return [Field("发文字号", number, "script") for number in numbers]


def _posted(texts: Sequence[str], folded: Sequence[str], document: Document) -> Iterator[Field]:
    """The date that a site prints below the title without a label."""
    for at in sorted(document.bylines):
        posted = POSTED.match(folded[at])
        pairs = labels.split_pairs(folded[at], texts[at]) or ()
        if posted is None and not any(labels.canonical(label) == "publish_date" for label, _ in pairs):
            posted = parts.POSTED_AT.search(folded[at])
        if posted:
            yield Field("发布日期", texts[at][posted.start() : posted.end()], "byline")
            return


def _meta(meta: Sequence[tuple[str, str]]) -> Iterator[Field]:
    for name, value in meta:
        if value and name.lower() not in TECHNICAL and value not in labels.PLACEHOLDERS:
            yield Field(name, value, f"meta:{name}")


def _own_tables(sheet: Sheet, folded: Sequence[str], document: Document) -> frozenset[int]:
    """Lines of tables inside the document that describe it (number, index): half of their lines are labels."""
    found: set[int] = set()
    for table in sheet.tables:
        if document.first <= table.first and table.last <= document.last and not table.nested:
            lines = range(table.first, min(table.last, table.first + 60))
            labelled = [at for at in lines if labels.is_label(folded[at]) or labels.opens_pair(folded[at])]
            names = {labels.canonical(re.split(r":", folded[at])[0]) for at in labelled}
            if len(labelled) > 1 and len(labelled) * 3 >= len(lines) and names & STRONG:
                found.update(range(table.first, table.last))
    return frozenset(found)


class _Pairs:
    """The pairs read so far."""

    def __init__(self, sheet: Sheet, texts: Sequence[str], folded: Sequence[str]) -> None:
        self.sheet = sheet
        self.texts = texts
        self.folded = folded
        self.fields: list[Field] = []
        self.said: set[int] = set()
        self.heads: dict[
            tuple[int, int, int], str
        ] = {}  # labels over their values, by the place of the value

    def read(self, at: int) -> int:
        """Read what begins at a line; returns the line to continue with."""
        folded = self.folded[at]
        if folded and (cell := self.sheet.lines[at].element.cell) and cell in self.heads:
            self._say(self.heads.pop(cell), self.texts[at], at)
            return at + 1
        last = self._label(at)
        if last > at:
            label = BLANKS.sub("", "".join(self.folded[at:last]))
            return self._labelled(label, at, last)
        if 3 < len(folded) < LONGEST_LINE and (pairs := labels.split_pairs(folded, self.texts[at])):
            for label, value in pairs:
                self._say(label, value, at)
        return at + 1

    def _label(self, at: int) -> int:
        """The line after a label that begins here; this line where none does."""
        line = self.folded[at]
        if labels.is_label(line):
            return at + 1 if self._labels(at, line) else at
        if 0 < len(line) <= 2 and line[0] in labels.OPENINGS:
            for last in range(at + 2, min(at + SPELLED, len(self.folded)) + 1):
                word = "".join(self.folded[at:last])
                if len(word) > 12:
                    break
                if word.endswith(":") and labels.is_label(word):
                    return last
        return at

    def _labels(self, at: int, line: str) -> bool:
        """Whether a possible label is one here: outside tables, 时间, 分类 and 链接 are also menu entries."""
        if ":" in line or self.sheet.lines[at].element.cell:
            return "".join(line.split()).strip(":") not in labels.CHROME
        return len(line) > 2 and labels.canonical(line) is not None

    def _labelled(self, label: str, at: int, last: int) -> int:
        """A label's value: next to it, below it in the table, or none."""
        follows = last < len(self.folded) and self._label(last) == last and self._beside(at, last)
        if follows:
            self._say(label, self.texts[last], *range(at, last + 1))
            return last + 1
        cell = self.sheet.lines[at].element.cell
        if cell and self._heads_column(at, last):
            self.said.update(range(at, last))
            self.heads[cell._replace(row=cell.row + 1)] = label
        else:
            self._say(label, "", *range(at, last))
        return last

    def _beside(self, at: int, below: int) -> bool:
        """Whether a line is the value of a label: in the next cell of its row, or next to it in a list."""
        here, there = self.sheet.lines[at].element.cell, self.sheet.lines[below].element.cell
        if here is None or there is None:
            return here == there and len(self.folded[below]) < LONGEST_VALUE
        return here[:2] == there[:2] and 0 <= there.column - here.column <= 1

    def _heads_column(self, at: int, last: int) -> bool:
        """Whether a cell without a colon stands in a row of labels: the next or the last cell holds one too."""
        here = self.sheet.lines[at].element.cell
        for other in (last, at - 1):
            if here and 0 <= other < len(self.folded) and ":" not in self.folded[at]:
                there = self.sheet.lines[other].element.cell
                if there and there[:2] == here[:2] and abs(there.column - here.column) == 1:
                    return other in self.said or labels.is_label(self.folded[other])
        return False

    def _say(self, label: str, value: str, *lines: int) -> None:
        if value and BRACKETS.get(value[-1], value[-1]) not in value:
            value = value[:-1].rstrip()
        self.fields.append(Field(label, value, f"table:{label}"))
        self.said.update(lines)
