"""A Markdown copy of a notice: its marks become look and fields and are left out by name.

    ---
    title: 关于……的通报                        front matter: fields
    ---
    ## 全文                                     outside of the boxes: the copyist's own words
    > [!abstract]+ 元数据                       a box of data: fields
    > | 编号 | 江水发〔2024〕3号 |
    > [!rule]+ 江临市水利局关于……的通知        a box that holds a document: its head is the title
    > **一、总体情况**<br>                      bold
    > {: align=right }                          how the line above is set
    > | 序号 | 问题 |                           a row

Line by line, for copies seldom leave blank lines between paragraphs. What an unknown mark means is text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import NamedTuple

from gongwen.model import Block, Dropped, Field, Origin, Page
from gongwen.readers.media_types import MARKDOWN
from gongwen.rules import parts
from gongwen.rules.characters import fold
from gongwen.rules.kinds import TITLE_END

SNIFFED = 20_000
MARKS = re.compile(r"(?m)^(?:---\s*$|#{1,6} \S|> |\*\*\S.*\*\*|\{:)")
PAIR_LINE = re.compile(r"[^\W\d][\w-]*+:(?:\s|$)|[ \t]|- |#|\s*$")
"""A line of front matter: a name and its value, or what goes on with the one above."""
MOST_PAIRS = 200
QUOTE = re.compile(r"\s*>[ \t]?")
BOX = re.compile(r"\[!(?P<kind>[A-Za-z]+)(?:\s[a-z]+)*\][+-]?\s*(?P<head>.*)")
DATA = frozenset("元数据 基本信息 文件信息 档案信息".split())
"""Heads of a box that describes the notice."""
ROLES = {
    **dict.fromkeys("note tip info failure warning danger bug question".split(), "remark"),
    "quote": "quotation",
}
"""In some kinds of a box the copyist speaks; a quotation is a document where it bears the title of one, or none other is."""
SOME = 0.2
"""Where the boxes hold so much of the text, what stands outside of them is no part of the notice."""
RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$")
FENCE = re.compile(r"\s*(?:```|~~~)[ \t]*+\w*+[ \t]*+$")
ALIGNED = re.compile(r"\{:\s*align=(center|right)\s*\}")
ATTRIBUTES = re.compile(r"\s*\{:[^{}]*\}\s*$")
ROW = re.compile(r"\s*\|(.*)\|\s*$")
ROW_RULE = re.compile(r"[\s|:-]+$")
ENDS_QUOTE = re.compile(r"\s*(?:#{1,6}\s|-{3,}|\*{3,}|```|~~~|[+*-]\s|\[[^\]]+\]:)")
"""What begins anew below a quotation; any other line without a mark goes on with it."""
HEADING = re.compile(r"\s*(#{1,6})\s+")
BULLET = re.compile(r"\s*[+*-]\s+(?=\S)")
DEFINITION = re.compile(r"\s*\[(?:\^[^\[\]]{1,80}\]:\s|[^\[\]]{1,200}\]:\s+(?:<|[a-z]+://|[/#.]))")
"""A footnote, or where a link leads; [联系人]: 张某 is text."""
CELL_END = re.compile(r"(?<!\\)\|")
ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
"""1\\. and \\[2024\\]: a sign that is meant as it stands."""
EMPHASIS = re.compile(r"(\s*)([*_]{1,3})(?=[^\s*_])(.*[^\s*_])\2\s*$")
LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
TAG = r"</?(?:a|b|blockquote|br|center|div|em|font|h[1-6]|hr|i|img|li|ol|p|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]{0,200})?/?>"
INLINE = re.compile(
    rf"\*{{2,3}}|\[\^[^\[\]\s]{{1,80}}\]|\{{:[^{{}}]{{0,400}}\}}|<!--(?:(?!<!--|-->).)*+-->|{TAG}"
    r"|!\[[^\[\]]{0,200}\]\([^()\s]{0,2000}\)|(?P<link>\[(?P<words>[^\[\]]{0,400})\](?:\([^()]{0,2000}\)|\[[^\[\]]{0,100}\]))",
    re.IGNORECASE,
)
PAIR = re.compile(r"(?P<label>[^\s:：-][^:：]{0,20})(?:：\s*|:(?:\s+|$))(?P<value>.*)$")


def is_markdown(text: str) -> bool:
    """Whether a text opens with front matter, or shows marks of Markdown in three places."""
    head = text[:SNIFFED]
    return _front_matter(head.splitlines(), [])[1] > 0 or len(MARKS.findall(head)) >= 3


def read_markdown_copy(lines: Sequence[str], encoding: str) -> Page:
    """The document of a copy, line by line."""
    reader = _Reader()
    fields, first = _front_matter(lines, reader.dropped)
    for number, line in enumerate(lines[first:], first + 1):
        reader.line(line, number)
    if reader.described:
        fields = [
            field._replace(origin=f"copy:{field.label}") if field.label != "title" else field
            for field in fields
        ]
    blocks = reader.document()
    return Page(tuple(blocks), MARKDOWN, encoding, tuple(reader.dropped), (*reader.fields, *fields))


def _front_matter(lines: Sequence[str], dropped: list[Dropped]) -> tuple[list[Field], int]:
    """The pairs between two `---`, and the index of the line below."""
    if not lines or lines[0].strip().lstrip("\ufeff") != "---":
        return [], 0
    end = next((at for at, line in enumerate(lines[1:MOST_PAIRS], 1) if line.strip() == "---"), None)
    if end is None or not all(map(PAIR_LINE.match, lines[1:end])):
        return [], 0
    fields = []
    for number, line in enumerate(lines[: end + 1], 1):
        label, colon, value = line.partition(":")
        if colon and label.strip() == label and label:
            fields.append(Field(label, _scalar(value), f"front_matter:{label}"))
        dropped.append(Dropped(line.strip(), "front_matter", Origin(line=number)))
    return fields, end + 1


def _scalar(value: str) -> str:
    """A value of YAML on one line; one that is folded over the lines below is not read."""
    value = value.strip()
    if value[:1] in ("'", '"'):
        return value[1:].partition(value[0])[0]
    value = value.partition(" #")[0].strip()
    return "" if value in (">", "|", ">-", "|-") else value


class _Box(NamedTuple):
    """The quotation that a line stands in."""

    depth: int
    role: str
    """`document`, `quotation`, `data` or `remark`; nothing outside of all boxes."""


OUTSIDE = _Box(0, "")


class _Reader:
    """The state of the one pass; thrown away when it is done."""

    def __init__(self) -> None:
        self.blocks: list[tuple[Block, _Box]] = []
        self.dropped: list[Dropped] = []
        self._said: list[tuple[str, list[str]]] = []  # labels of data with their values
        self.described = False  # a box tells of the notice
        self._boxes = [OUTSIDE]
        self._gap = False
        self._open_line = (
            False  # the line above was text, so that one without a mark may go on with its quotation
        )

    @property
    def fields(self) -> list[Field]:
        """What the boxes of data say; several values of one label with 、 between them."""
        return [Field(label, "、".join(values), f"table:{label}") for label, values in self._said]

    def document(self) -> list[Block]:
        """The blocks of the notice; what the copyist says of it, or quotes, goes to `dropped`."""
        roles = {box.role for _, box in self.blocks}
        taken = {"document"} if "document" in roles else {"quotation"}
        inside = [block for block, box in self.blocks if box.role in taken]
        if sum(map(_length, inside)) <= SOME * sum(_length(block) for block, _ in self.blocks):
            return [block for block, _ in self.blocks]
        for block, box in self.blocks:
            if box.role not in taken:
                self.dropped.append(Dropped(block.text, "outside_document", block.origin))
        return inside

    def line(self, line: str, number: int) -> None:
        """Read one line."""
        depth, at = 0, 0
        while found := QUOTE.match(line, at):
            depth, at = depth + 1, found.end()
        rest = line[at:]
        lazy = not depth and self._open_line and rest.strip() and not ENDS_QUOTE.match(rest)
        while depth < self._boxes[-1].depth and not lazy:
            self._boxes.pop()
        self._open_line = bool(rest.strip()) and (depth > 0 or bool(lazy))
        if at and (marks := line[:at].strip()):
            self._drop(marks, "markup", number)
        if head := BOX.match(rest) if depth else None:
            self._open(head, depth, number)
        elif not rest.strip():
            self._gap = True
        elif self._boxes[-1].role == "data":
            self._datum(rest, number)
        elif FENCE.match(rest) or RULE.match(rest) or DEFINITION.match(rest) or ROW_RULE.match(rest):
            self._drop(rest.strip(), "markup", number)
            self._gap = True
        elif ATTRIBUTES.match(rest):
            self._drop(rest.strip(), "markup", number)
            if self.blocks and (aligned := ALIGNED.search(rest)):
                block, box = self.blocks[-1]
                self.blocks[-1] = block._replace(align=aligned[1]), box
        else:
            self._text(rest, number)

    # -------------------------------------------------------------- boxes

    def _open(self, head: re.Match[str], depth: int, number: int) -> None:
        title = head["head"].strip()
        role = "data" if title in DATA else ROLES.get(head["kind"].lower(), "document")
        if role == "quotation" and _is_title(fold(title)):
            role = "document"
        while self._boxes[-1].depth >= depth:
            self._boxes.pop()
        self._boxes.append(_Box(depth, role))
        mark = head.group()[: head.start("head") - head.start()].strip()
        self._drop(mark, "markup", number)
        if role == "data" or title.startswith("【"):  # 【无标题文件】
            self._drop(title, "metadata" if role == "data" else "markup", number)
        elif title:
            self._text(title, number, heading=1)

    def _datum(self, line: str, number: int) -> None:
        """A pair of a box of data: a row of two cells, or label and value of YAML."""
        self.described = True
        self._drop(line.strip(), "metadata", number)
        if row := ROW.match(line):
            cells = [cell.strip() for cell in CELL_END.split(row[1])]
            if len(cells) > 1 and not any(cells[2:]) and not ROW_RULE.match(line):
                self._say(cells[0], cells[1])
        elif bullet := BULLET.match(line):
            if self._said:
                self._said[-1][1].append(_datum(line[bullet.end() :]))
        elif pair := PAIR.match(line.strip()):
            self._say(pair["label"], pair["value"])

    def _say(self, label: str, value: str) -> None:
        self._said.append((label.strip(), [_datum(value)] if value.strip() else []))

    # -------------------------------------------------------------- text

    def _text(self, line: str, number: int, heading: int = 0) -> None:
        """The blocks of a line: one, a row, or several with `<br>` between them."""
        if found := HEADING.match(line):
            heading, line = len(found[1]), line[found.end() :]
            self._drop(found[1], "markup", number)
        elif found := BULLET.match(line):
            self._drop(found.group().strip(), "markup", number)
            line = line[found.end() :]
        if row := ROW.match(line):
            cells = [LINE_BREAK.sub(" ", cell) for cell in CELL_END.split(row[1])]
            self._drop("|" * (len(cells) + 1), "markup", number)
            self._block("\t".join(map(str.strip, cells)), number, row=True)
            return
        for piece in LINE_BREAK.split(line):
            if piece.strip():
                self._block(piece, number, heading)

    def _block(self, text: str, number: int, heading: int = 0, row: bool = False) -> None:
        bold = False
        if emphasis := EMPHASIS.match(text):
            text, bold = emphasis[1] + emphasis[3], len(emphasis[2]) > 1
            self._drop(f"{emphasis[2]} {emphasis[2]}", "markup", number)
        plain, marks = _without_marks(text)
        if marks:
            self._drop(" ".join(marks), "markup", number)
        if plain.strip():
            block = Block(plain, Origin(line=number), bold=bold, heading=heading, row=row, gap=self._gap)
            self.blocks.append((block, self._boxes[-1]))
            self._gap = False

    def _drop(self, text: str, reason: str, number: int) -> None:
        self.dropped.append(Dropped(text, reason, Origin(line=number)))


def _datum(value: str) -> str:
    plain, _ = _without_marks(LINE_BREAK.sub("、", value))
    return plain.strip().strip("\"'")


def _is_title(head: str) -> bool:
    """……的通知, ……令 第5号, 【无标题文件】: the head of a document."""
    return head.startswith("【") or bool(TITLE_END.search(head) or parts.ORDER.match(head))


def _length(block: Block) -> int:
    return len(block.text)


def _without_marks(text: str) -> tuple[str, list[str]]:
    """A text without its inline marks, and those; the words of a link stay."""
    marks: list[str] = []

    def note(found: re.Match[str]) -> str:
        words: str = found["words"] or ""
        before, after = found.group().split(words, 1) if words else (found.group(), "")
        marks.extend(mark for mark in (before.strip(), after.strip()) if mark)
        return words

    plain = INLINE.sub(note, text)
    if "\\" in plain:
        marks += ESCAPED.findall(plain)
        plain = ESCAPED.sub("", plain)
    return (unescape(plain) if "&" in plain else plain), marks
