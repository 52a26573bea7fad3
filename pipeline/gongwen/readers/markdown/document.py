"""A Markdown copy of a notice: its marks become layout and fields, and are left out with a reason.

    ---
    title: 关于……的通报                        front matter: fields
    ---
    ## 全文                                     outside the boxes: the copyist's own words
    > [!abstract]+ 元数据                       a box of data: fields
    > | 编号 | 江水发〔2024〕3号 |
    > [!rule]+ 江临市水利局关于……的通知        a box with a document: its head is the title
    > **一、总体情况**<br>                      bold
    > {: align=right }                          alignment of the line above
    > | 序号 | 问题 |                           a row

Line by line, since copies seldom have blank lines between paragraphs. Unknown marks are text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from gongwen.model import Block, Dropped, Field, Origin, Page
from gongwen.readers.markdown.front_matter import front_matter
from gongwen.readers.markdown.marks import LINE_BREAK, ROW_RULE, cells, emphasised, without_marks
from gongwen.readers.media_types import MARKDOWN
from gongwen.rules.documents.kinds import TITLE_END
from gongwen.rules.layout import parts
from gongwen.rules.text.characters import fold

SNIFFED = 20_000
MARKS = re.compile(r"(?m)^(?:---\s*$|#{1,6} \S|> |\*\*\S.*\*\*|\{:)")
QUOTE = re.compile(r"\s*>[ \t]?")
BOX = re.compile(r"\[!(?P<kind>[A-Za-z]+)(?:\s[a-z]+)*\][+-]?\s*(?P<head>.*)")
DATA = frozenset("元数据 基本信息 文件信息 档案信息".split())
"""Heads of a box that describes the notice."""
ROLES = {
    **dict.fromkeys("note tip info failure warning danger bug question".split(), "remark"),
    "quote": "quotation",
}
"""In some kinds of boxes the copyist speaks; a quotation is a document if it has the title of one, or nothing else is."""
SOME = 0.2
"""If the boxes contain this share of the text, what is outside them is not part of the notice."""
RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$")
FENCE = re.compile(r"\s*(?:```|~~~)[ \t]*+\w*+[ \t]*+$")
ALIGNED = re.compile(r"\{:\s*align=(center|right)\s*\}")
ATTRIBUTES = re.compile(r"\s*\{:[^{}]*\}\s*$")
ENDS_QUOTE = re.compile(r"\s*(?:#{1,6}\s|-{3,}|\*{3,}|```|~~~|[+*-]\s|\[[^\]]+\]:)")
"""What starts something new below a quotation; any other line without a mark continues it."""
HEADING = re.compile(r"\s*(#{1,6})\s+")
BULLET = re.compile(r"\s*[+*-]\s+(?=\S)")
DEFINITION = re.compile(r"\s*\[(?:\^[^\[\]]{1,80}\]:\s|[^\[\]]{1,200}\]:\s+(?:<|[a-z]+://|[/#.]))")
"""A footnote or link target; [联系人]: 张某 is text."""
PAIR = re.compile(r"(?P<label>[^\s:：-][^:：]{0,20})(?:：\s*|:(?:\s+|$))(?P<value>.*)$")


INLINE_MARK = re.compile(r"\*\*[^*\n]{1,60}\*\*|\]\([^()\s]{1,200}\)")
"""**bold** or [a link](address)."""


def is_markdown(text: str) -> bool:
    """Whether a text opens with front matter, or has Markdown in three places."""
    head = text[:SNIFFED]
    marks = len(MARKS.findall(head))
    titled = marks > 0 and head.lstrip("\ufeff \n").startswith("# ") and INLINE_MARK.search(head) is not None
    return bool(front_matter(head.splitlines())[1]) or marks >= 3 or titled


def read_markdown_copy(lines: Sequence[str], encoding: str) -> Page:
    """The document of a copy, line by line."""
    fields, left_out = front_matter(lines)
    reader = _Reader(left_out)
    for number, line in enumerate(lines[len(left_out) :], len(left_out) + 1):
        reader.line(line, number)
    if reader.described:
        fields = [
            field._replace(origin=f"copy:{field.label}") if field.label != "title" else field
            for field in fields
        ]
    blocks = reader.document()
    return Page(tuple(blocks), MARKDOWN, encoding, tuple(reader.dropped), (*reader.fields, *fields))


class _Box(NamedTuple):
    """The quotation that a line stands in."""

    depth: int
    role: str
    """`document`, `quotation`, `data` or `remark`; empty outside all boxes."""


OUTSIDE = _Box(0, "")


class _Reader:
    """The state of the single pass, discarded when it is done."""

    def __init__(self, dropped: Sequence[Dropped]) -> None:
        self.blocks: list[tuple[Block, _Box]] = []
        self.dropped = [*dropped]
        self._said: list[tuple[str, list[str]]] = []  # labels of data with their values
        self.described = False  # a box describes the notice
        self._boxes = [OUTSIDE]
        self._gap = False
        self._open_line = False  # the line above was quoted text: one without a mark may continue it

    @property
    def fields(self) -> list[Field]:
        """The fields in the boxes of data; several values of one label are joined by 、."""
        return [Field(label, "、".join(values), f"table:{label}") for label, values in self._said]

    def document(self) -> list[Block]:
        """The blocks of the notice; what the copyist says about it, or quotes, goes to `dropped`."""
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
        """A pair in a box of data: a row of two cells, or a YAML key and value."""
        self.described = True
        self._drop(line.strip(), "metadata", number)
        if row := cells(line):
            if len(row) > 1 and not any(row[2:]) and not ROW_RULE.match(line):
                self._say(row[0], row[1])
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
        if row := cells(line):
            self._drop("|" * (len(row) + 1), "markup", number)
            self._block(LINE_BREAK.sub(" ", "\t".join(row)), number, row=True)
            return
        for piece in LINE_BREAK.split(line):
            if piece.strip():
                self._block(piece, number, heading)

    def _block(self, text: str, number: int, heading: int = 0, row: bool = False) -> None:
        text, sign = emphasised(text)
        if sign:
            self._drop(f"{sign} {sign}", "markup", number)
        plain, marks = without_marks(text)
        if marks:
            self._drop(" ".join(marks), "markup", number)
        if plain.strip():
            block = Block(
                plain, Origin(line=number), bold=len(sign) > 1, heading=heading, row=row, gap=self._gap
            )
            self.blocks.append((block, self._boxes[-1]))
            self._gap = False

    def _drop(self, text: str, reason: str, number: int) -> None:
        self.dropped.append(Dropped(text, reason, Origin(line=number)))


def _datum(value: str) -> str:
    plain, _ = without_marks(LINE_BREAK.sub("、", value))
    return plain.strip().strip("\"'")


def _is_title(head: str) -> bool:
    """……的通知, ……令 第5号, 【无标题文件】: the head of a document."""
    return head.startswith("【") or bool(TITLE_END.search(head) or parts.ORDER.match(head))


def _length(block: Block) -> int:
    return len(block.text)
