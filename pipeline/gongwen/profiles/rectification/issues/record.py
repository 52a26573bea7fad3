"""反馈问题: the problems that a rectification notice answers, from its outline.

    二、反馈问题整改落实情况
    （一）关于学习贯彻不深入方面问题              a theme (类)
    1.针对学用结合不够紧密问题                    an issue: framed, worded as a deficit, or with a status
    一是……                                      its measures

Where no heading names a problem (在学懂弄通做实上下功夫), the structure decides: the deepest headings of the sections that
are neither about organisation nor about what comes next are the issues. Sections 一 (组织领导) and 三 (下一步) give none
unless problems are framed in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongwen.model import Draft, Node, Span
from gongwen.profiles.rectification.issues import labelled_items, problems
from gongwen.profiles.rectification.issues import paragraphs as problem_paragraphs
from gongwen.profiles.rectification.issues.headings import (
    COMING,
    ORGANISATION,
    comes_next,
    is_task,
    may_be_issue,
    sets_frame,
)
from gongwen.profiles.rectification.issues.sections import issues_in, own_problems
from gongwen.profiles.rectification.issues.titles import (
    RECTIFIED,
    Found,
    announces,
    heading_of,
    theme_of,
    title_of,
)
from gongwen.profiles.rectification.status.progress import has_status_line

DEEPEST = 8
"""How many levels are searched; no notice nests issues more deeply."""


class Outlined(NamedTuple):
    """The issues of an outline, and its sections on what comes next."""

    issues: list[Found]
    next_steps: list[str]
    named: bool
    """The issues are worded as problems; else they are only identified by structure."""


def find(draft: Draft) -> Outlined:
    """The issues in the order of the text; none where the notice has no numbered sections."""
    reader = _Reader(draft)
    roots = [root for root in _numbered(draft.outline) if root.marker]
    bearing = [root for root in roots if reader.bears(root)]
    serial = reader.themes(bearing)
    issues = [one for root in bearing for one in reader.named(root, serial=root.id in serial)]
    named = bool(issues)
    if not named:
        bearing = [root for root in roots if not sets_frame(draft.body.folded, root, roots)]
        issues = [one for root in bearing for one in reader.structural(root, None)]
    if not issues:
        issues = [
            Found(part, part.heading, None, None)
            for part in problem_paragraphs.unnumbered(draft)
            if part.heading
        ]
        named = bool(issues)
    last = bearing[-1].span.start if bearing else 0
    ahead = [root.id for root in roots if comes_next(draft.body.folded, root, last)]
    inner = [
        node.id for node in reader.set_aside if not any(node.id.startswith(f"{name}.") for name in ahead)
    ]
    issues = [one._replace(group=_group(draft, one.node)) for one in issues]
    return Outlined(sorted(issues, key=lambda one: one.node.span.start), [*ahead, *inner], named)


def _group(draft: Draft, issue: Node) -> Span | None:
    """The words for a state in the nearest heading above an issue that applies them to all below it."""
    nodes, found = draft.outline, None
    while node := next((one for one in nodes if f"{issue.id}.".startswith(f"{one.id}.")), None):
        state = problems.stated(draft.body.folded, *node.heading) if node.heading else None
        found = Span(*state) if state else found
        nodes = node.children
    return found


def _numbered(outline: Sequence[Node]) -> Iterator[Node]:
    """The roots, and below an enclosed document or attachment its sections."""
    for root in outline:
        yield from (root.children if root.marker is None else (root,))


class _Reader:
    """Reads one outline, and remembers what it has found for each section."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.folded = draft.body.folded
        self.set_aside: list[Node] = []
        self._bearing: dict[str, bool] = {}

    # ---------------------------------------------------------------- sections that name a problem

    def bears(self, node: Node, depth: int = 0) -> bool:
        """Whether the section or one below it names a problem or has a status."""
        known = self._bearing.get(node.id)
        if known is None:
            known = self.explicit(node) or (
                depth < DEEPEST
                and any(self.bears(child, depth + 1) for child in node.children if may_be_issue(child))
            )
            self._bearing[node.id] = known
        return known

    def explicit(self, node: Node) -> bool:
        title = title_of(self.folded, node)
        if title is None or not may_be_issue(node):
            return False
        heading = self.folded[title.start : title.end]
        if node.depth == 1 and (ORGANISATION.search(heading) or RECTIFIED.search(heading)) and node.children:
            framed = problems.read(self.folded, *title)
            return framed.framed and heading[0] in "针关" and bool(problems.DEFICIT.search(heading))
        if problems.stated(self.folded, *title):
            return any(map(may_be_issue, node.children)) or bool(own_problems(self.folded, node))
        return (
            announces(self.folded, node)
            or problems.names_problem(self.folded, *title)
            or has_status_line(self.draft, node)
            or (node.depth > 1 and labelled_items.labelled(self.folded, node))
            or bool(
                not ORGANISATION.search(heading)
                and not COMING.search(heading)
                and own_problems(self.folded, node)
            )
        )

    def is_problem(self, node: Node) -> bool:
        title = title_of(self.folded, node)
        return title is not None and problems.names_problem(self.folded, *title)

    def named(
        self, node: Node, theme: Span | None = None, depth: int = 0, *, serial: bool = False
    ) -> Iterator[Found]:
        """The issues that a section is or holds; a `serial` one is a theme by its neighbours."""
        kids = [child for child in node.children if may_be_issue(child)]
        bearing = self._issues_below(node) or (kids if serial else [])
        if not bearing or depth > DEEPEST:
            if node.depth > 1 or self.explicit(node):
                yield from issues_in(self.draft, node, theme)
            return
        names = {child.id for child in bearing}
        inner = theme_of(self.folded, node) or theme
        themes = self.themes(kids)
        for child in kids:
            heading = heading_of(self.folded, child)
            if child.id not in names and (COMING.search(heading) or ORGANISATION.search(heading)):
                self.set_aside += [child] if COMING.search(heading) else []
            else:
                yield from self.named(child, inner, depth + 1, serial=child.id in themes)

    def _issues_below(self, node: Node) -> list[Node]:
        """The items of a section that name problems, if it is no issue itself; most of them must."""
        kids = [child for child in node.children if may_be_issue(child)]
        if node.heading and problems.stated(self.folded, *node.heading):
            return kids
        bearing = [child for child in kids if self.bears(child)]
        return [] if self._closed(node, bearing) or 2 * len(bearing) < len(kids) else bearing

    def themes(self, siblings: Sequence[Node]) -> set[str]:
        """Those in a list that read like issues although their neighbours are themes, and so have issues as items.

        The numbers run on (（一）关于……的问题 1. 2. （二）关于……的问题 3.), or each item has its own status.
        """
        last, found = None, set()
        for node in siblings:
            kids = [child for child in node.children if may_be_issue(child)]
            if not kids:
                continue
            first = kids[0].marker.ordinal if kids[0].marker else None
            if (last and first == last + 1) or all(map(self._accounts, kids)):
                found.add(node.id)
            last = kids[-1].marker.ordinal if kids[-1].marker else None
        return found if found and any(map(self._issues_below, siblings)) else set()

    def _accounts(self, node: Node) -> bool:
        """An item with a status of its own that is not worded as a measure."""
        return has_status_line(self.draft, node) and not problems.POSITIVE.match(
            heading_of(self.folded, node)
        )

    def _closed(self, node: Node, bearing: Sequence[Node]) -> bool:
        """An issue whose items are measures, although they name their purpose: （1）针对记录不全，……"""
        if has_status_line(self.draft, node) or labelled_items.labelled(self.folded, node):
            return True
        title = title_of(self.folded, node)
        if title is None or node.depth == 1 or not self.explicit(node):
            return False
        area = problems.read(self.folded, *title).area
        return not area and not any(child.heading and self.is_problem(child) for child in bearing)

    # ---------------------------------------------------------------- sections identified by structure

    def structural(self, node: Node, theme: Span | None, depth: int = 0) -> Iterator[Found]:
        kids = [child for child in node.children if may_be_issue(child)]
        tasks = [child for child in kids if is_task(self.folded, child)]
        if depth > DEEPEST or not tasks or 2 * len(tasks) < len(kids):
            if node.depth > 1:
                yield from issues_in(self.draft, node, theme)
            elif RECTIFIED.search(heading_of(self.folded, node)):
                for child in kids:
                    yield from issues_in(self.draft, child, None)
            return
        for child in kids:
            if COMING.search(heading_of(self.folded, child)):
                self.set_aside.append(child)
            else:
                yield from self.structural(
                    child, (theme_of(self.folded, node) or theme) if node.depth > 1 else None, depth + 1
                )
