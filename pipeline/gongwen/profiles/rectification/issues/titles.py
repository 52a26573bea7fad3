"""What names an issue: the heading of its section, or the sentence in its place.

1.针对学用结合不够紧密问题（已完成）            the heading, its status in brackets
1.反馈问题：执法检查流于形式。                  the heading announces, the sentence behind it is the title
（一）关于学习贯彻不深入方面问题                the theme (类) of the issues below it
（一）已完成整改的问题                          no theme: the state of the issues below it
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gongwen.model import Draft, Marker, Node, Span
from gongwen.profiles.rectification.issues import problems
from gongwen.profiles.rectification.passages import sentence_end, trimmed
from gongwen.profiles.rectification.status.bracketed import bracketed, opening_of
from gongwen.profiles.rectification.status.stated import Status

RUN_IN_MOST = 90
"""The most characters of a sentence in place of a heading."""
RECTIFIED = re.compile(r"整改(?:落实|进展|完成|任务|措施|到位|取得|工作)|反馈|问题|逐条|逐项")
"""A heading about the rectification that names no problem of its own."""
ANNOUNCES = re.compile("(?:反馈|存在|具体|主要|指出)(?:的)?(?:具体)?问题|问题(?:描述|表现)?")
"""A heading that announces the problem: 1.反馈问题：执法检查流于形式。"""


class Found(NamedTuple):
    """An issue of the outline."""

    node: Node
    title: Span
    """Its heading, or the sentence that is one, without a status in brackets."""
    theme: Span | None
    status: Status | None
    """The status, if it stands in brackets after the heading."""
    marker: Marker | None = None
    """The section that carries its number, `None` if none does."""
    group: Span | None = None
    """The words of a heading above that give all below it their state: 已完成整改 of （一）已完成整改的问题."""


def heading_of(folded: str, node: Node) -> str:
    """The words of a section's heading, empty if it has none."""
    return folded[node.heading.start : node.heading.end] if node.heading else ""


def announces(folded: str, node: Node) -> bool:
    """Whether the heading announces the problem."""
    return bool(ANNOUNCES.fullmatch(heading_of(folded, node)))


def title_of(folded: str, node: Node) -> Span | None:
    """The heading, or the first sentence of a section without one where that names a problem."""
    if node.heading and not announces(folded, node):
        return node.heading
    if node.heading and node.content:
        start, end = trimmed(folded, *node.content[0])
        end = sentence_end(folded, start, end, RUN_IN_MOST)
        return Span(start, end) if start < end else node.heading
    if not node.content or node.marker is None or node.content[0].start > node.marker.end + 2:
        return None
    start, end = node.content[0]
    end = sentence_end(folded, start, end, RUN_IN_MOST)
    if end - start > RUN_IN_MOST or end - start < 4 or not problems.names_problem(folded, start, end):
        return None
    return Span(start, end)


def theme_of(folded: str, node: Node) -> Span | None:
    """The theme (类) that a section is for the issues below it; 二、反馈问题整改情况 is none."""
    title = title_of(folded, node)
    if title is None or problems.stated(folded, *title):
        return None
    if node.depth == 1 and not problems.names_problem(folded, *title):
        return None
    heading = heading_of(folded, node)
    if node.depth == 1 and RECTIFIED.search(heading) and heading[0] not in "针关在":
        return None
    problem = problems.read(folded, *title)
    return Span(problem.start, problem.end)


def issue_of(draft: Draft, node: Node, theme: Span | None) -> Iterator[Found]:
    """The issue that a section is: its title without a status in brackets, and that status."""
    folded = draft.body.folded
    title = title_of(folded, node)
    if title is None:
        return
    status = bracketed(draft, *title)
    end = title.end
    if status:
        end = opening_of(folded, title.start, status)
        if not folded[title.start : end].strip():
            return
    elif (
        node.content and node.content[0].start <= title.end + 1
    ):  # after it, or at the beginning of the line below
        status = bracketed(draft, *node.content[0], leading=True)
    yield Found(node, Span(title.start, end), theme, status, node.marker)
