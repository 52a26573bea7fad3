"""反馈问题: the problems that a rectification notice answers, from its outline.

    二、反馈问题整改落实情况
    （一）关于学习贯彻不深入方面问题              a theme (类)
    1.针对学用结合不够紧密问题                    an issue: framed, worded as a deficit, or with a status
    一是……                                      its measures

Where no heading names a problem (在学懂弄通做实上下功夫), the structure tells: the deepest headings of the sections that
are neither about organisation nor about what comes next are the issues. Sections 一 (组织领导) and 三 (下一步) give none
unless problems are framed in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongwen.model import Draft, Node, Span
from gongwen.profiles.issue_titles import (
    RECTIFIED,
    Found,
    announces,
    heading_of,
    issue_of,
    theme_of,
    title_of,
)
from gongwen.profiles.progress import has_status_line
from gongwen.rules import problems
from gongwen.rules.markers import BY_NAME

MEASURE_FAMILIES = frozenset("is must grasp ordinal sequence_word qi dash letter roman".split())
"""Numbers that measures bear, never issues."""
DEEPEST = 8
"""Levels that are searched; no notice nests issues deeper."""
ORGANISATION = re.compile(
    r"组织领导|政治站位|主体责任|总体(?:情况|进展|成效)|基本(?:情况|做法)|思想认识|组织(?:开展|推进|实施)|整改工作(?:开展|推进)?情况$|工作部署|主要做法|责任担当|政治责任|政治担当|统筹推进"
)
COMING = re.compile(
    r"下一?步|下一阶段|今后|打算|努力方向|后续(?:工作|整改)|工作(?:安排|计划)$|需(?:要)?长期|尚未完成|未整改到位|未完成"
)
GOING_ON = re.compile(r"持续|常态|长效|巩固|常抓|久久为功|继续|成果运用|深化|高质量|常长")
FRAMED = re.compile(r"(?:针对|关于)[^。;\n]{4,80}?问题(?:的整改)?(?=[。:,;]|$|\n)")


class Outlined(NamedTuple):
    """The issues of an outline, and its sections on what comes next."""

    issues: list[Found]
    next_steps: list[str]
    named: bool
    """The issues are worded as problems; else the structure alone tells them."""


def find(draft: Draft) -> Outlined:
    """The issues in the order of the text; none where the notice has no numbered sections."""
    reader = _Reader(draft)
    roots = [root for root in _numbered(draft.outline) if root.marker]
    bearing = [root for root in roots if reader.bears(root)]
    issues = [one for root in bearing for one in reader.named(root)]
    named = bool(issues)
    if not named:
        bearing = [root for root in roots if not reader.sets_frame(root, roots)]
        issues = [one for root in bearing for one in reader.structural(root, None)]
    if not issues:
        issues = list(_unnumbered(draft))
        named = bool(issues)
    last = bearing[-1].span.start if bearing else 0
    ahead = [root.id for root in roots if reader.comes_next(root, last)]
    inner = [
        node.id for node in reader.set_aside if not any(node.id.startswith(f"{name}.") for name in ahead)
    ]
    return Outlined(sorted(issues, key=lambda one: one.node.span.start), [*ahead, *inner], named)


def _unnumbered(draft: Draft) -> Iterator[Found]:
    """Paragraphs without numbers that open with a framed problem, each with those below it: 针对……问题。……"""
    folded = draft.body.folded
    for node in draft.outline:
        openings = [
            (at, found)
            for at, (start, end) in enumerate(node.content)
            if (found := FRAMED.match(folded, start, end))
        ]
        for (at, found), following in zip(openings, [*openings[1:], None], strict=False):
            content = node.content[at : following[0] if following else None]
            title, span = Span(*found.span()), Span(content[0].start, content[-1].end)
            rest = (Span(title.end, content[0].end), *content[1:])
            yield Found(Node(node.id, None, node.depth, title, span, rest, ()), title, None, None)


def _numbered(outline: Sequence[Node]) -> Iterator[Node]:
    """The roots, and below an enclosed document or attachment its sections."""
    for root in outline:
        yield from (root.children if root.marker is None else (root,))


class _Reader:
    """Reads one outline; what it has found of a section it keeps."""

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
                and any(self.bears(child, depth + 1) for child in node.children if _may(child))
            )
            self._bearing[node.id] = known
        return known

    def explicit(self, node: Node) -> bool:
        title = title_of(self.folded, node)
        if title is None or not _may(node):
            return False
        heading = self.folded[title.start : title.end]
        if node.depth == 1 and (ORGANISATION.search(heading) or RECTIFIED.search(heading)) and node.children:
            framed = problems.read(self.folded, *title)
            return framed.framed and heading[0] in "针关" and bool(problems.DEFICIT.search(heading))
        announced = announces(self.folded, node)
        return announced or problems.names_problem(self.folded, *title) or has_status_line(self.draft, node)

    def is_problem(self, node: Node) -> bool:
        title = title_of(self.folded, node)
        return title is not None and problems.names_problem(self.folded, *title)

    def named(self, node: Node, theme: Span | None = None, depth: int = 0) -> Iterator[Found]:
        kids = [child for child in node.children if _may(child)]
        bearing = [child for child in kids if self.bears(child)]
        if self._closed(node, bearing) or depth > DEEPEST:
            bearing = []
        names = {child.id for child in bearing}
        if not bearing or 2 * len(bearing) < len(kids):
            if node.depth > 1 or self.explicit(node):
                yield from issue_of(self.draft, node, theme)
            return
        inner = theme_of(self.folded, node) or theme
        for child in kids:
            heading = heading_of(self.folded, child)
            if child.id not in names and (COMING.search(heading) or ORGANISATION.search(heading)):
                self.set_aside += [child] if COMING.search(heading) else []
            else:
                yield from self.named(child, inner, depth + 1)

    def _closed(self, node: Node, bearing: Sequence[Node]) -> bool:
        """An issue whose items are measures, though they name what they are for: （1）针对记录不全，……"""
        if has_status_line(self.draft, node):
            return True
        title = title_of(self.folded, node)
        if title is None or node.depth == 1 or not self.explicit(node):
            return False
        area = problems.read(self.folded, *title).area
        return not area and not any(child.heading and self.is_problem(child) for child in bearing)

    # ---------------------------------------------------------------- sections that are told by structure

    def sets_frame(self, root: Node, roots: Sequence[Node]) -> bool:
        """Whether a root is about organisation or about what comes next."""
        heading = heading_of(self.folded, root)
        if COMING.search(heading):
            return True
        if RECTIFIED.search(heading) and root is not roots[-1] and root is not roots[0]:
            return False
        if root is roots[-1] and len(roots) > 1 and GOING_ON.search(heading):
            return True
        return bool(ORGANISATION.search(heading)) and len(roots) > 1

    def structural(self, node: Node, theme: Span | None, depth: int = 0) -> Iterator[Found]:
        kids = [child for child in node.children if _may(child)]
        tasks = [child for child in kids if self.is_task(child)]
        if depth > DEEPEST or not tasks or 2 * len(tasks) < len(kids):
            if node.depth > 1:
                yield from issue_of(self.draft, node, theme)
            elif RECTIFIED.search(heading_of(self.folded, node)):
                for child in kids:
                    yield from issue_of(self.draft, child, None)
            return
        for child in kids:
            if COMING.search(heading_of(self.folded, child)):
                self.set_aside.append(child)
            else:
                yield from self.structural(
                    child, theme_of(self.folded, node) if node.depth > 1 else None, depth + 1
                )

    def is_task(self, node: Node) -> bool:
        """A heading on a line of its own, or one with items below it."""
        if node.heading is None:
            return False
        after = self.folded[node.heading.end : node.heading.end + 2]
        return after[:1] in ("\n", "") or after in ("。\n", "。") or bool(node.children)

    def comes_next(self, root: Node, last: int) -> bool:
        heading = heading_of(self.folded, root)
        return bool(COMING.search(heading)) or (root.span.start > last and bool(GOING_ON.search(heading)))


def _may(node: Node) -> bool:
    """Whether a section bears a number that issues bear."""
    return node.marker is not None and BY_NAME[node.marker.style].family not in MEASURE_FAMILIES
