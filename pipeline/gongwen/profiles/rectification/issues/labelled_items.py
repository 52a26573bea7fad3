"""Items of an issue that are numbered labels; they are read like labels without numbers.

（一）关于发展党员把关不严的问题。
1.整改措施：（1）审核档案7份；（2）开展培训2次。      measures （1） and （2）, not one measure 整改措施
2.整改结果：已整改，长期坚持。                       the status, not a measure
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from gongwen.model import Node, Span
from gongwen.rules.outcomes import labels

LONGEST_LABEL = 16
"""The most characters of a label that is a heading by itself: （一）整改措施"""
TELLING = frozenset({"measure", "status"})


def labelled(folded: str, node: Node) -> bool:
    """Whether the items of a section are labels of one account, each printed once."""
    labels = [found for child in node.children if (found := _label(folded, child))]
    if not labels or 2 * len(labels) < len(node.children):
        return False
    return any(kind in TELLING for _, kind in labels) and max(Counter(labels).values()) == 1


def dissolved(folded: str, node: Node) -> Node:
    """The section with the text of such items as its own, and with their items as its items."""
    if not labelled(folded, node):
        return node
    content, children = list(node.content), []
    for child in node.children:
        label = _label(folded, child)
        if label is None:
            children.append(child)
            continue
        content += _text(folded, child)
        children += child.children if label[1] in TELLING else ()  # the others describe the problem
    return replace(node, content=tuple(content), children=tuple(children))


def _label(folded: str, node: Node) -> tuple[str, str] | None:
    """The label that an item opens with, and its kind: 整改措施：…… or 整改措施 on a line of its own."""
    if node.marker is None:
        return None
    if node.heading is None:
        found = labels.LABEL.match(folded, *node.content[0]) if node.content else None
    elif node.heading.end - node.heading.start > LONGEST_LABEL:
        return None
    else:
        found = labels.LABEL.fullmatch(f"{folded[node.heading.start : node.heading.end]}:")
    return (found.group().rstrip(": "), found.lastgroup or "") if found else None


def _text(folded: str, node: Node) -> list[Span]:
    """An item's own text with its label, if a colon follows the label."""
    own = list(node.content)
    if node.heading is None:
        return own
    if own and folded[node.heading.end : own[0].start + 1].strip().startswith(":"):
        own[0] = Span(node.heading.start, own[0].end)
    return own
