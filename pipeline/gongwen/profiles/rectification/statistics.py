"""Numbers that a notice gives for its whole rectification, each under the words beside it.

    14个问题中已完成整改11个，正在整改2个，整改完成率78.57%   问题 14个 · 已完成整改 11个 · 正在整改 2个 · 整改完成率 78.57%
    出台13个规章制度，对1人予以记大过处分                     出台规章制度 13个 · 记大过处分 1人
    移交问题线索2件3人，追缴资金7.132万元，诫勉0人             one label for two numbers; money in whole yuan; zero is a value
    其余2项正在推进，1项长期坚持；给予1人党内警告处分         正在推进 2项 · 长期坚持 1项 · 党内警告处分 1人

They stand in the lead, in the sections on organisation, and before the issues of a section; numbers in an issue or in a
section on the next steps only concern that part. Only numbers of problems, tasks, measures, completion, rules,
money and discipline are taken: how often a group met is not, nor is who takes charge of what (领办重点问题5个).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from gongwen.model import Draft, Mention, Node
from gongwen.model.records import Statistic
from gongwen.profiles.rectification.statistic_labels import ONLY_STATE, TOPIC, words_for

KINDS = frozenset({"quantity", "percent", "money"})
IN_CHARGE = re.compile(r"领办|包抓|包案|认领|领衔|带头|牵头")
OF_AN_OFFICE = re.compile(r"的[一-鿿]*谈")
"""对进度滞后的科室约谈2次 tells how often an office was pressed."""
FEW = re.compile(
    r"(?P<count>(?P<amount>[二两三四五六七八九])(?P<unit>个))(?P<noun>方面|(?:[具突主][体出要])?问题)"
)
"""Small counts in Chinese numerals, which rarely count anything elsewhere: only read in what was fed back."""
FED_BACK = re.compile(r"(?:反馈|指出)的?[^,。;\n]{0,20}$")
DIGITS = {character: str(number) for number, character in enumerate("二三四五六七八九", 2)} | {"两": "2"}
MEETINGS = frozenset("次 期 份 轮 场 场次 遍 天 年 个月 小时".split())
"""Units of frequency and duration, which are no results."""
PERCENT_UNIT = "%"


def find(draft: Draft, issue_spans: Sequence[tuple[int, int]], next_steps: Sequence[str]) -> list[Statistic]:
    """The statistics in the order of the text."""
    closed = sorted([*issue_spans, *_spans(draft.outline, set(next_steps))])
    starts = [start for start, _ in closed]
    tail = _tail(draft)
    folded = draft.body.folded
    found = [one for one in _few(folded, tail) if not _within(closed, starts, one.span[0])]
    last: Mention | None = None
    label, noun = "", ""
    counts = [one for one in draft.mentions if one.kind in KINDS and one.start < tail]
    for at, mention in enumerate(counts):
        if _within(closed, starts, mention.start):
            continue
        if last is None or last.end != mention.start:
            begin = last.end + len(noun) if last else 0
            label, noun = words_for(folded, mention, begin, _chain_end(folded, counts, at))
        last = mention
        if _tells(label, mention.value.get("unit", "")):
            found.append(_statistic(mention, label))
    return sorted(found, key=lambda one: one.span)


def _within(closed: Sequence[tuple[int, int]], starts: Sequence[int], place: int) -> bool:
    at = bisect_right(starts, place) - 1
    return at >= 0 and place < closed[at][1]


def _chain_end(folded: str, counts: Sequence[Mention], at: int) -> int:
    """The end of a run of adjacent numbers: 3大类14个具体问题, 3大类、14个具体问题."""
    while at + 1 < len(counts):
        classes = str(counts[at].value.get("unit", "")).endswith("类")
        if folded[counts[at].end : counts[at + 1].start] not in ("", "、" if classes else ""):
            break
        at += 1
    return counts[at].end


def _tells(label: str, unit: str) -> bool:
    """Whether words and unit name a result of the rectification."""
    if not (TOPIC.search(label) or ONLY_STATE.fullmatch(label)) or IN_CHARGE.search(label):
        return False
    return unit not in MEETINGS or ("谈" in label and not OF_AN_OFFICE.search(label))


def _few(folded: str, tail: int) -> Iterator[Statistic]:
    """反馈的三个方面九个问题: single numerals, which are not mentions."""
    for found in FEW.finditer(folded, 0, tail):
        if FED_BACK.search(folded, max(0, found.start() - 30), found.start()):
            yield Statistic(found["noun"], DIGITS[found["amount"]], found["unit"], found.span("count"))


def _spans(outline: Sequence[Node], names: set[str]) -> Iterator[tuple[int, int]]:
    """The sections with these ids, without those inside another of them."""
    end = 0
    for node in (node for root in outline for node in root.walk()):
        if node.id in names and node.span.start >= end:
            end = node.span.end
            yield node.span.start, end


def _tail(draft: Draft) -> int:
    """Where the notice itself ends: contacts and attachments count nothing."""
    ends = ("closing", "contact", "signature", "attachment")
    return next(
        (block.start for block in draft.body.blocks if block.role in ends and block.start),
        len(draft.body.text),
    )


def _statistic(mention: Mention, label: str) -> Statistic:
    value = mention.value
    unit = value.get("unit") or value.get("currency") or PERCENT_UNIT
    return Statistic(label, value["amount"], unit, (mention.start, mention.end))
