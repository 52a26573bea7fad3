"""A page as the lines that a browser would show, each with its element.

    <p>细颗粒物（PM<sub>2.5</sub>）</p>      one line: inline elements do not break
    <td>一、目标<br>二、任务</td>             two lines of one cell
    <ol><li>加强学习</li></ol>               1.加强学习: the number that style alone shows

One pass over the tokens of the page with an explicit stack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from operator import length_hint

from gongwen.readers.html.grid import Grid, Table
from gongwen.readers.html.lists import Counter
from gongwen.readers.html.look import PLAIN, SHAPING, STRUCK, Look, Shape, shape_of
from gongwen.readers.html.sheet import Element, Line, Range, Sheet, Unseen
from gongwen.readers.html.tokens import Token
from gongwen.rules.layout import site_templates
from gongwen.rules.layout.site_templates import Mark, mark_of
from gongwen.rules.numbering.markers import OPENING
from gongwen.rules.text.characters import fold

BLOCK_OPEN, BLOCK_CLOSE, VOID, COMMENT = range(4)
BLOCKS = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 head header hgroup html legend li listing main marquee menu nav ol optgroup option p pre section summary table tbody td "
    "tfoot th thead title tr ul"
).split()
VOIDS = "area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr".split()
KINDS = {
    **dict.fromkeys(BLOCKS, BLOCK_OPEN),
    **{f"/{tag}": BLOCK_CLOSE for tag in BLOCKS},
    **dict.fromkeys(VOIDS, VOID),
    "!--": COMMENT,
}
"""What a tag does; a tag that is not listed is inline."""
SPECIAL = frozenset("ol li table tr td th".split())
LAYOUT = frozenset("article body blockquote center dd div fieldset form main section table td".split())
"""Elements that may hold a whole document."""
BLANKS = " \t\n\r\f"
"""Blanks between words in the source; U+00A0 and U+3000 are intentional."""
META = re.compile(r"\s([^\s=]+)=\"([^\"]*)\"")


def read_lines(tokens: list[Token]) -> Sheet:
    """All visible lines of a page in order."""
    reader = _Reader()
    reader.read(tokens)
    return Sheet(
        reader.lines, reader.ranges, reader.tables, reader.meta, " ".join(reader.name.split()), reader.unseen
    )


class _Reader:
    """The state of the single pass, discarded when it is done."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.ranges: list[Range] = []
        self.tables: list[Table] = []
        self.meta: list[tuple[str, str]] = []
        self.name = ""
        self.looks = [Look()]  # one for each open element
        self.stack = [Element("", "", None, 0, self.looks[0], None, 0)]  # the open block elements
        self.grids: list[Grid] = []  # the open tables
        self.opened = 0  # how many tables there were so far
        self.marked: list[tuple[int, int, Mark]] = []  # open elements with a mark: depth, first line
        self.pairs: dict[Mark, int] = {}  # open pairs of marks: first line
        self.known: dict[str, tuple[Shape, Mark | None]] = {}  # by attributes
        self.number = ""  # of a list item that has no text yet
        self.pieces: list[str] = []  # the line that is being read
        self.plain = False  # some of it is not bold
        self.linked = 0
        self.unseen: list[Unseen] = []
        self.unread: list[str] = []  # the unseen line that is being read
        self.tokens: list[Token] = []
        self.stream: Iterator[Token] = iter(())

    def read(self, tokens: list[Token]) -> None:
        looks, known, pieces = self.looks, self.known, self.pieces
        kind_of = KINDS.get
        self.tokens, self.stream = tokens, iter(tokens)
        for tag, attributes, text in self.stream:
            kind = kind_of(tag)
            if kind is None:
                if tag[0] == "/":
                    if self.marked and self.marked[-1][0] == len(looks):
                        self._end_mark()
                    if len(looks) > 1:
                        looks.pop()
                else:
                    shape, mark = known.get(attributes) or self._know(attributes)
                    look = looks[-1]
                    if shape is not PLAIN or tag in SHAPING:
                        inner = look.inside(tag, shape)
                        if inner.hidden and not look.hidden:
                            self._hide(tag, attributes, self.stack[-1], False)
                        look = inner
                    looks.append(look)
                    if mark:
                        self._mark(mark)
            else:
                self._tag(kind, tag, attributes)
            if text:
                look = looks[-1]
                if not look.shown:
                    if look.hidden:
                        self._unseen(text)
                    else:
                        self._preformatted(text)
                elif not text.isspace():
                    pieces.append(text)
                    if look.link:
                        self.linked += len(text)
                    if not look.bold:
                        self.plain = True
                elif pieces or "\xa0" in text:
                    pieces.append(text)
        self._break()
        while len(self.stack) > 1:
            self._close("")
        self._break_unseen()

    def _tag(self, kind: int, tag: str, attributes: str) -> None:
        """The tag of an element that is not inline."""
        if kind == BLOCK_OPEN:
            shape, mark = self.known.get(attributes) or self._know(attributes)
            self._open(tag, attributes, shape)
            if mark:
                self._mark(mark)
        elif kind == BLOCK_CLOSE:
            self._close(tag)
        elif kind == VOID:
            self._void(tag, attributes)
        else:
            self._pair(attributes[:-2].strip())

    def _know(self, attributes: str) -> tuple[Shape, Mark | None]:
        known = self.known[attributes] = (shape_of(attributes), mark_of(attributes))
        return known

    # ------------------------------------------------------------ elements

    def _open(self, tag: str, attributes: str, shape: Shape) -> None:
        if self.pieces:
            self._break()
        above = self.stack[-1]
        number = above.children[tag] = above.children.get(tag, 0) + 1
        outer = look = self.looks[-1]
        if shape is not PLAIN or tag in SHAPING:
            look = look.inside(tag, shape)
        element = Element(tag, attributes, above, number, look, above.cell, len(self.lines))
        if look.hidden and not outer.hidden:
            self._hide(tag, attributes, element, True)
        elif self.unread:
            self._break_unseen()
        if tag in SPECIAL:
            self._special(element, above)
        self.stack.append(element)
        self.looks.append(look)

    def _special(self, element: Element, above: Element) -> None:
        tag = element.tag
        if tag == "li":
            self.number = above.counter.next(element.attributes) if above.counter else ""
        elif tag == "ol":
            element.counter = Counter(element.attributes)
        elif tag == "table":
            if self.grids:
                self.grids[-1].nested = True
            self.grids.append(Grid(self.opened, len(self.lines)))
            self.opened += 1
            element.cell = None
        elif self.grids:
            if tag == "tr":
                self.grids[-1].open_row()
            else:
                element.cell = self.grids[-1].open_cell(element.attributes)

    def _close(self, tag: str) -> None:
        if self.pieces:
            self._break()
        if self.unread:
            self._break_unseen()
        if self.marked and self.marked[-1][0] == len(self.looks):
            self._end_mark()
        if len(self.stack) == 1:
            return
        if len(self.looks) > 1:  # elements in a template are not always closed
            self.looks.pop()
        element = self.stack.pop()
        last = len(self.lines)
        if last > element.first + 1 and element.tag in LAYOUT:
            self.ranges.append(Range(element.first, last, None))
        if tag == "/li":
            self.number = ""
        elif tag == "/table" and self.grids:
            self.tables.append(self.grids.pop().table(last))

    def _mark(self, mark: Mark) -> None:
        self._break()
        self.marked.append((len(self.looks), len(self.lines), mark))

    def _end_mark(self) -> None:
        self._break()
        _, first, mark = self.marked.pop()
        self.ranges.append(Range(first, len(self.lines), mark))

    def _void(self, tag: str, attributes: str) -> None:
        if tag in ("br", "hr"):
            if self.pieces and not self.looks[-1].hidden:
                self._break()
            if self.unread:
                self._break_unseen()
        elif tag == "meta":
            values = {name.lower(): unescape(value) for name, value in META.findall(attributes)}
            name = values.get("name") or values.get("property")
            if name and values.get("content"):
                self.meta.append((name.strip(), values["content"].strip()))
            elif name:
                self._pair(name)

    def _pair(self, text: str) -> None:
        """One half of a pair of marks around a part of the page."""
        if mark := site_templates.OPENING.get(text):
            self._break()
            self.pairs.setdefault(mark, len(self.lines))
        elif (mark := site_templates.CLOSING.get(text)) and mark in self.pairs:
            self._break()
            self.ranges.append(Range(self.pairs.pop(mark), len(self.lines), mark))

    # ------------------------------------------------------------ what is not shown

    def _hide(self, tag: str, attributes: str, element: Element, whole: bool) -> None:
        self._break_unseen()
        reason = "struck_out" if tag in STRUCK or "line-through" in attributes.lower() else "hidden"
        token = len(self.tokens) - length_hint(self.stream) - 1
        self.unseen.append(Unseen(token, len(self.lines), attributes, element, reason, whole))

    def _unseen(self, text: str) -> None:
        if self.unseen and not text.isspace():
            self.unread.append(text)
            if self.looks[-1].link:
                self.unseen[-1].linked += len(text)

    def _break_unseen(self) -> None:
        if self.unread:
            if text := " ".join(unescape("".join(self.unread)).split()):
                self.unseen[-1].lines.append(text)
            self.unread.clear()

    # ------------------------------------------------------------ lines

    def _preformatted(self, text: str) -> None:
        look = self.looks[-1]
        for number, line in enumerate(text.split("\n")):
            if number:
                self._break()
            if line and not line.isspace():
                self.pieces.append(line)
                self.plain |= not look.bold
                self.linked += len(line) if look.link else 0

    def _break(self) -> None:
        """End the line being read, if it shows anything."""
        if not self.pieces:
            return
        text = self.pieces[0] if len(self.pieces) == 1 else "".join(self.pieces)
        if not text.isspace():
            self._line(text.strip(BLANKS))
        self.pieces.clear()
        self.plain = False
        self.linked = 0

    def _line(self, text: str) -> None:
        if "&" in text:
            text = unescape(text)
        if "\n" in text:
            text = text.replace("\n", " ")
        element = self.stack[-1]
        if element.tag == "title":
            self.name = self.name or text
            return
        number = self.number
        if number:
            self.number = ""
            if OPENING.match(fold(text[:40].lstrip())):
                number = ""
        self.lines.append(Line(number + text, element, self.linked, not self.plain, len(number)))
