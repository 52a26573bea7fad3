"""The numbered outline: accepted markers become a tree of sections that accounts for every character of the text.

    通知正文 ……                 0        what stands above the first number, a section without a marker
    一、总体要求                1
    （一）指导思想。……          1.1      heading 指导思想, content 。……
    附件1 任务清单              3        an attachment, or an enclosed document, is a root of its own

Every character of a text block, except blanks in between, belongs to the marker, heading or content of exactly one
section. The full stop after a run-in heading begins the content.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongwen.model import Body, BodyBlock, Marker, Node, Span
from gongwen.rules.layout.parts import LABELLED
from gongwen.rules.numbering.styles import BY_NAME
from gongwen.stages.outline.claims import claims
from gongwen.stages.outline.headings import Section, heading_of
from gongwen.stages.outline.sequence import Placed, decode
from gongwen.stages.roles.assignment import TEXT_ROLES

ROOT_ROLES = frozenset({"attachment", "title"})
END_ROLES = frozenset({"closing", "contact"})
"""How sentences begin that, at the end of a document, belong to none of its numbered sections."""


@dataclass(slots=True)
class _Part:
    """One document: the notice itself, an enclosed document, an attachment."""

    head: list[BodyBlock]
    blocks: list[tuple[int, BodyBlock]]
    """Its text blocks with their index in the body."""


def outline(body: Body, markers: Sequence[Marker]) -> tuple[Node, ...]:
    """The sections of a body, roots first, in the order of the text."""
    found = claims(body, markers)
    roots: list[Section] = []
    at = 0
    for part in _parts(body):
        last = part.blocks[-1][0] if part.blocks else -1
        begin = at
        while at < len(found) and found[at].marker.block <= last:
            at += 1
        roots.extend(_sections(body, part, decode(found[begin:at])))
    return tuple(_freeze(body, roots))


def _parts(body: Body) -> list[_Part]:
    parts = [_Part([], [])]
    for index, block in enumerate(body.blocks):
        if block.role in TEXT_ROLES:
            parts[-1].blocks.append((index, block))
        elif block.role in ROOT_ROLES and (parts[-1].blocks or block.role == "attachment"):
            previous = body.blocks[index - 1].role if index else ""
            if previous in ROOT_ROLES and parts[-1].head and not parts[-1].blocks:
                parts[-1].head.append(block)
            else:
                parts.append(_Part([block], []))
    return [part for part in parts if part.head or part.blocks]


# -------------------------------------------------------------------------------- the tree


def _sections(body: Body, part: _Part, placed: list[Placed]) -> list[Section]:
    """The sections of one document, with each piece of text assigned to its section."""
    root = Section(None, 0)
    if part.head:
        root.head = Span(part.head[0].start, part.head[-1].end)
        root.title = Span(part.head[-1].start, part.head[-1].end)
    following = _ends(placed)
    stack, at = [root], 0
    for index, block in part.blocks:
        if block.role in END_ROLES and not (at < len(placed) and placed[at].marker.block == index):
            stack = [root]
        while len(stack) > 1 and (closes := stack[-1].closes) is not None and closes < index:
            stack.pop()
        stack = _of_task(stack, body.folded, block)
        if not (at < len(placed) and placed[at].marker.block == index):
            stack = _of_article(stack, body.folded)
        begin = block.start
        while at < len(placed) and placed[at].marker.block == index:
            marker, depth = placed[at]
            stack[-1].take(begin, marker.start, body.folded)
            while stack[-1].level >= depth:
                stack.pop()
            section = Section(marker, following[at]) if marker.end > marker.start else _headed(block)
            section.level = depth
            stack[-1].children.append(section)
            stack.append(section)
            begin = marker.end if section.marker else block.end
            at += 1
        stack[-1].take(begin, block.end, body.folded)
    return [root] if part.head else _without_root(root)


def _headed(block: BodyBlock) -> Section:
    """A chapter without a number."""
    head = Span(block.start, block.end)
    return Section(None, None, head=head, title=head)


def _of_task(stack: list[Section], folded: str, block: BodyBlock) -> list[Section]:
    """整改进展：…… below the （二） of its measures is about 整改任务一, not the measure."""
    for level, section in enumerate(stack[:-1]):
        labelled = section.marker is not None and section.marker.style == "labelled"
        if labelled and LABELLED.match(folded, block.start, block.end):
            return stack[: level + 1]
    return stack


def _of_article(stack: list[Section], folded: str) -> list[Section]:
    """A paragraph after the last 项 of an article is a 款 of the article if that 项 is closed."""
    level = next((at for at, one in enumerate(stack) if one.marker and one.marker.style == "article"), None)
    if level is None or level + 1 == len(stack):
        return stack
    last = stack[-1]
    closed = bool(last.pieces) and folded[last.pieces[-1].end - 1] in "。;"
    return stack[: level + 1] if closed and not last.children else stack


def _ends(placed: Sequence[Placed]) -> list[int | None]:
    """For each marker the last block that its section may take text from, `None` where nothing limits it.

    An item inside a paragraph ends with the paragraph, unless the list continues below it or the item has
    children there.
    """
    limits: list[int | None] = [None] * len(placed)
    for at, (marker, depth) in enumerate(placed):
        if not marker.inline:
            continue
        limit: int | None = marker.block
        for later, level in placed[at + 1 :]:
            if level < depth:
                break
            if later.block > marker.block:
                continues = level > depth or (
                    BY_NAME[later.style].family == BY_NAME[marker.style].family and later.ordinal != 1
                )
                limit = None if continues else limit
                break
            if level == depth:
                break
        limits[at] = limit
    return limits


def _without_root(root: Section) -> list[Section]:
    """The main document's sections are roots; its unnumbered text is what stands above, between and below them."""
    sections: list[Section] = []
    children = list(root.children)
    for start, end in root.pieces:
        while children and children[0].start < start:
            sections.append(children.pop(0))
        if not sections or sections[-1].is_headed:
            sections.append(Section(None, None))
        sections[-1].pieces.append(Span(start, end))
    return sections + children


def _freeze(body: Body, roots: Sequence[Section]) -> list[Node]:
    first = 0 if roots and not roots[0].is_headed else 1
    headings = heading_of(body, roots)
    return [_node(root, str(number), 1, headings) for number, root in enumerate(roots, first)]


def _node(section: Section, name: str, depth: int, headings: dict[int, Span]) -> Node:
    children = tuple(
        _node(child, f"{name}.{number}", depth + 1, headings)
        for number, child in enumerate(section.children, 1)
    )
    heading = headings.get(id(section))
    content = section.content(heading)
    starts = [span.start for span in (section.head, section.marker, *content[:1]) if span] + [
        child.span.start for child in children[:1]
    ]
    ends = [span.end for span in (section.head, section.marker, heading, *content) if span] + [
        child.span.end for child in children[-1:]
    ]
    return Node(name, section.marker, depth, heading, Span(min(starts), max(ends)), content, children)
