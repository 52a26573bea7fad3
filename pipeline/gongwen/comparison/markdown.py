"""A comparison as Markdown: a summary, the two-column table (新旧对照表), figures and documents.

| 问题 改写 再次出现 | 1. 针对~~政治~~理论学习不到位 | 1. 针对理论学习不~~深入~~ |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gongwen.comparison.reading import CHANGES, KINDS, Fragment, Row, figure_line, rows, sentence_counts
from gongwen.contract import Notice
from gongwen.contract.comparison import Comparison, Party

SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def render(comparison: Comparison, old: Notice, new: Notice) -> str:
    """The comparison as one Markdown document; what did not change is counted, not shown."""
    parts = [f"# {_heading(comparison.left)} → {_heading(comparison.right)}"]
    parts += [
        f"> {escaped(diagnostic.message)} (`{diagnostic.code}`)" for diagnostic in comparison.diagnostics
    ]
    sentences = sentence_counts(comparison)
    counts = [
        (CHANGES[name], str(count or ""), str(sentences.get(name, "")))
        for name, count in comparison.summary.items()
        if count or name in sentences
    ]
    parts.append(_table(("变化", "数量", "句子"), counts))
    shown = [row for row in rows(comparison, old, new) if row.pair.changes != ["unchanged"]]
    if shown:
        parts += ["## 新旧对照表", _table(("变化", "旧", "新"), [_row(row) for row in shown])]
    if lines := [line for row in shown for line in _figures(row)]:
        parts += ["## 数字变化", "\n".join(lines)]
    if lines := [line for row in shown for line in _documents(row)]:
        parts += ["## 引用文件变化", "\n".join(lines)]
    return "\n\n".join(parts) + "\n"


def _heading(party: Party) -> str:
    return escaped(" ".join(filter(None, (party.title or party.uri or party.id, party.signed_on))))


def _table(head: Sequence[str], body: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *body]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _row(row: Row) -> tuple[str, str, str]:
    names = [KINDS[row.pair.kind], *(CHANGES[change] for change in row.pair.changes)]
    status = row.pair.status
    if status:
        names.append(f"`{status[0] or '—'}` → `{status[1] or '—'}`")
    return " ".join(names), _side(row.left_marker, row.left, "~~"), _side(row.right_marker, row.right, "**")


def _side(marker: str, fragments: Sequence[Fragment], mark: str) -> str:
    return escaped(marker) + "".join(_marked(fragment, mark) for fragment in fragments)


def _marked(fragment: Fragment, mark: str) -> str:
    text = escaped(fragment.text.strip())
    if not fragment.changed or not text:
        return escaped(fragment.text)
    return f"{mark}{text}{mark}"


def _figures(row: Row) -> Iterator[str]:
    where = row.right_marker or row.left_marker
    for figure in row.pair.figures:
        yield f"- {escaped(where)} {escaped(figure_line(figure))}"


def _documents(row: Row) -> Iterator[str]:
    where = row.right_marker or row.left_marker
    for name, titles in (("新增", row.pair.documents.added), ("删除", row.pair.documents.dropped)):
        for title in titles:
            yield f"- {escaped(where)} {name}《{escaped(title)}》"


def escaped(text: str) -> str:
    """Text of a notice in a Markdown table: its characters are escaped, and line ends become breaks."""
    return SPECIAL.sub(r"\\\1", text).replace("\n", "<br>")
