"""What a section without numbered issues is: an issue, or a theme whose issues have no numbers.

1.针对学习不深入问题                   an issue
（一）党的建设方面                     a theme: the paragraphs below it, 针对……的问题。……, are the issues
（一）学习教育方面                     an account of one problem: 反馈问题：…… 整改措施：…… 整改情况：……
"""

from __future__ import annotations

from collections.abc import Iterator

from gongwen.model import Draft, Node, Span
from gongwen.profiles.rectification.issues import labelled_items, problems
from gongwen.profiles.rectification.issues import paragraphs as problem_paragraphs
from gongwen.profiles.rectification.issues.paragraphs import Opening
from gongwen.profiles.rectification.issues.titles import Found, issue_of, theme_of, title_of


def issues_in(draft: Draft, node: Node, theme: Span | None) -> Iterator[Found]:
    """The issues that a section is, without those in its items."""
    folded = draft.body.folded
    flat = labelled_items.dissolved(folded, node)
    found = own_problems(folded, flat)
    if not found:
        yield from issue_of(draft, flat, theme)
        return
    inner = theme_of(folded, flat) or theme
    alone = len(found) == 1 and found[0].label
    for opening, part in zip(found, problem_paragraphs.parted(flat, found), strict=True):
        yield Found(part, opening.title, inner, None, node.marker if alone else None)


def own_problems(folded: str, node: Node) -> list[Opening]:
    """The paragraphs of a section that are issues, if it is none itself.

    A section that names a problem is the issue, although its measures name their purpose: 针对记录不全的问题，……
    """
    title = title_of(folded, node)
    if title is not None and folded[title.start] == "针":
        return []
    found = problem_paragraphs.openings(folded, node)
    if not found:
        return []
    named = title is not None and problems.names_problem(folded, *title)
    area = title is not None and problems.read(folded, *title).area
    labels = [one for one in found if one.label]
    framed = [one for one in found if one.closed and not one.label]
    if named and not area:
        return labels if len(labels) > 1 else framed if len(framed) > 1 else []
    if labels and (len(labels) > 1 or node.depth > 1):
        return labels
    loose = [one for one in found if not one.label]
    return framed or (loose if area and len(loose) > 1 else [])
