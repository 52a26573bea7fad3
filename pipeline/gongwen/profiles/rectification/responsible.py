"""责任单位、责任人、牵头领导: who answers for the rectification of a problem.

    责任单位：办公室、财务科；责任人：李某；整改时限：2024年6月底      责任单位 办公室、财务科 · 责任人 李某
    1.针对台账不全的问题。（牵头领导：张某）                       牵头领导 张某
    责任领导 | 责任单位                                          the heads of two columns of a table

压实责任 and 责任追究情况：…… name nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from gongwen.model import Draft
from gongwen.model.records import Responsible
from gongwen.profiles.rectification.passages import trimmed
from gongwen.rules.outcomes import labels

SIGNS = "责任 牵头 配合 协办 协助 主办 承办 分管 包保 包联 包案 督办 督导".split()
"""Every label contains one of them; most issues have none and are not examined further."""
DUTY = rf"(?:(?:第一|直接|具体|主要|整改|问题|督促)?(?:整改)?(?:{'|'.join(SIGNS)}))"
WHO = r"(?:单位|部门|科室|处室|股室|站所|机构|党组织|支部|主体|领导|校长|院长|人员|人|同志|者)"
NAME = rf"{DUTY}[一-鿿]{{0,4}}?{WHO}(?:[及和与、/](?:{DUTY}?[一-鿿]{{0,3}}?{WHO}))?(?:\([一-鿿]{{1,6}}\))?"
COLUMN = re.compile(rf"^{NAME}$")
"""The head of a column, without blanks."""
LABEL = re.compile(rf"(?<![一-鿿])(?P<label>{NAME}):[ ]*")
STOP = re.compile(
    r"[。\n\t]|[;,](?=\s*(?:已|正在|基本|尚未|未|目前|持续|长期|均|全部))|\s(?=\d{1,2}[.、](?!\d))"
)
"""Where a value ends: at the end of its sentence or cell, or at a state."""


def find(draft: Draft, start: int, end: int) -> list[Responsible]:
    """Who is named after a label in a passage, in order."""
    folded = draft.body.folded
    if folded.find(":", start, end) < 0 or all(folded.find(sign, start, end) < 0 for sign in SIGNS):
        return []
    return list(_labelled(draft, start, end))


def _labelled(draft: Draft, start: int, end: int) -> Iterator[Responsible]:
    folded = draft.body.folded
    found = list(LABEL.finditer(folded, start, end))
    for label, following in zip_longest(found, found[1:]):
        last = following.start() if following else end  # searching further would be quadratic in the labels
        for pattern in (STOP, labels.LABEL):
            stop = pattern.search(folded, label.end(), last)
            last = stop.start() if stop else last
        if named := entry(draft, label.span("label"), (label.end(), last)):
            yield named


def entry(draft: Draft, label: tuple[int, int], value: tuple[int, int]) -> Responsible | None:
    """One label with its value; `None` where nobody is named: —, /."""
    text, folded = draft.body.text, draft.body.folded
    start, end = trimmed(folded, *value)
    while start < end and (folded[end - 1] in ";,、。:" or _unpaired(folded, start, end)):
        start, end = trimmed(folded, start, end - 1)
    if not re.search(r"\w", folded[start:end]):
        return None
    name = re.sub(r"\s", "", text[slice(*label)])
    return Responsible(name, text[start:end], (start, end))


def _unpaired(folded: str, start: int, end: int) -> bool:
    """An unmatched bracket at the edge: （责任单位：办公室）, 办公室（责任人：李某."""
    value = folded[start:end]
    return (value[-1] in "()]】" and value.count("(") != value.count(")")) or value[-1] == "("
