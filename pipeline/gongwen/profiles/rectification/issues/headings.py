"""What the heading and number of a section say about its part in an account of rectification.

一、加强组织领导，压实整改责任           about organisation: the framework
三、下一步工作打算                       what comes next
一是强化学习。                           a number of measures, never of issues
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gongwen.model import Node
from gongwen.profiles.rectification.issues.titles import RECTIFIED, heading_of
from gongwen.rules.numbering.styles import BY_NAME

MEASURE_FAMILIES = frozenset("is must grasp ordinal sequence_word qi dash letter roman".split())
"""Styles that number measures, never issues."""
ORGANISATION = re.compile(
    r"""
    组织领导|组织(?:开展|推进|实施)|工作部署|统筹推进                # 一、加强组织领导
    | 政治站位|思想认识|责任担当|政治责任|政治担当|主体责任           # 一、提高政治站位
    | 总体(?:情况|进展|成效)|基本(?:情况|做法)|主要做法             # 一、整改工作总体情况
    | 整改工作(?:开展|推进)?情况$                                # 一、整改工作开展情况
    """,
    re.VERBOSE,
)
COMING = re.compile(
    r"下一?步|下一阶段|今后|打算|努力方向|后续(?:工作|整改)|工作(?:安排|计划)$|需(?:要)?长期|尚未完成|未整改到位|未完成"
)
GOING_ON = re.compile(r"持续|常态|长效|巩固|常抓|久久为功|继续|成果运用|深化|高质量|常长")


def may_be_issue(node: Node) -> bool:
    """Whether a section is numbered as issues are."""
    return node.marker is not None and BY_NAME[node.marker.style].family not in MEASURE_FAMILIES


def sets_frame(folded: str, root: Node, roots: Sequence[Node]) -> bool:
    """Whether a root is about organisation or about what comes next."""
    heading = heading_of(folded, root)
    if COMING.search(heading):
        return True
    if RECTIFIED.search(heading) and root is not roots[-1] and root is not roots[0]:
        return False
    if root is roots[-1] and len(roots) > 1 and GOING_ON.search(heading):
        return True
    return bool(ORGANISATION.search(heading)) and len(roots) > 1


def comes_next(folded: str, root: Node, last: int) -> bool:
    """Whether a root is about what comes next; after the `last` one with issues, 持续 is enough."""
    heading = heading_of(folded, root)
    return bool(COMING.search(heading)) or (root.span.start > last and bool(GOING_ON.search(heading)))


def is_task(folded: str, node: Node) -> bool:
    """A heading on a line of its own, or one with items below it."""
    if node.heading is None:
        return False
    after = folded[node.heading.end : node.heading.end + 2]
    return after[:1] in ("\n", "") or after in ("。\n", "。") or bool(node.children)
