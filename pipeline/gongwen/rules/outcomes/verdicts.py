"""结论句: a sentence that is nothing but the verdict on an issue.

    已完成。   该问题基本完成整改，并长期坚持。   取得阶段性成效，持续推进。     verdicts
    对未完成项目逐一清理。   清理超期案款1327万元。   持续推进阵地建设。         prose on what was done

What a verdict says is read by `statuses`; here it is separated from the prose before it, which may also use words for states.
Every word of its first clause must belong to a status: one word more, and the sentence is about something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gongwen.rules import outcome_words
from gongwen.rules.outcome_words import AIMED

MOST = 64
"""The most characters of a verdict."""

OPENING = r"(?:(?:目前|当前|现|总体上?|截至[^,。;]{1,14}),?)?"
SUBJECT = r"(?:(?:该|此|本|这|上述|以上|所有|相关|各)(?:一|些|几|类|项|条|个)?)?(?:反馈|具体|整改)?(?:问题|任务|事项|工作|措施)*,?"
TERM = r"(?:(?:于|在|至|到)?(?:\d{4}年|今年|\d{1,2}月(?:份)?|年)(?:\d{1,2}月)?(?:\d{1,2}日|[上中下]旬|底|末|初)?(?:以前|之前|前)?)?"
WHAT = (
    "整改任务 结束 成效 成果 效果 进展 目标 任务 验收 通过 申请 准备 待 延期 延后 暂缓 超期 逾期 无法 启动 中"
)
"""What was achieved, or what stands in the way."""
WORDS = [
    *outcome_words.HOW,
    *WHAT.split(),
    *outcome_words.words("done", "act", "under_way"),
    *outcome_words.AT_ONCE,
]
CLAUSE = re.compile(
    rf"{OPENING}{SUBJECT}{TERM}(?:{'|'.join(sorted(WORDS, key=lambda word: (-len(word), word)))}){{1,12}}(?=,|$)"
)
FOLLOWING = re.compile(
    rf"""
    (?:并|且|将|下一步|今后|后续)[^,。;]{{0,6}}
      (?:长期|持续|坚持|巩固|销号|验收|完成|整改|推进|常态|常抓|深化)[^,。;]{{0,16}}   # 并长期坚持
    | (?:{AIMED}|将)[^,。;]{{2,24}}                               # 预计6月底前完成
    | (?:整改|完成){{1,2}}率[^,。;]{{2,10}}                                      # 整改率100%
    | 正在[^,。;]{{2,10}}                                                    # 正在完善制度
    | 常抓不懈|久久为功|坚持不懈                                             # 常抓不懈
    """,
    re.VERBOSE,
)
"""How a later clause continues on the status."""
NAMES_WHAT = re.compile(r"[该此本]|上述|以上|整改")
"""Words that make a sentence a verdict on the issue wherever it stands."""
STOP = re.compile("[。;]")
BREAK = re.compile("[,。;]")
GOES_ON = re.compile(r"并|长期|持续|常")
"""How a verdict begins that merely continues the one before it."""


class Place(NamedTuple):
    """Where a verdict stands."""

    start: int
    end: int


def is_verdict(folded: str) -> bool:
    """Whether one sentence, without the stop that ends it, is a verdict.

    >>> is_verdict("该问题已完成整改,并长期坚持"), is_verdict("清理超期案款3笔"), is_verdict("持续推进阵地建设")
    (True, False, False)
    """
    opening = CLAUSE.match(folded) if 1 < len(folded) <= MOST else None
    if opening is None:
        return False
    clauses = folded[opening.end() :].split(",")
    return all(CLAUSE.fullmatch(clause) or FOLLOWING.fullmatch(clause) for clause in clauses if clause)


def are_verdicts(folded: str) -> bool:
    """Whether a passage consists only of verdicts: 已完成。长期坚持。"""
    sentences = [sentence.strip() for sentence in STOP.split(folded)] if len(folded) <= 2 * MOST else []
    return any(sentences) and all(is_verdict(sentence) for sentence in sentences if sentence)


def closing(folded: str, start: int, end: int) -> Place | None:
    """The verdict that ends a passage, without its full stop; more text may follow one that names the issue.

    The last of two holds, unless it merely continues the first: 已完成。长期坚持。
    """
    sentences = list(_sentences(folded, start, end))
    last = len(sentences) - 1
    while last >= 0 and not _closes(folded, sentences[last], last == len(sentences) - 1):
        last -= 1
    if last < 0:
        return None
    first = last
    while (
        first
        and GOES_ON.match(folded, *sentences[first])
        and is_verdict(_words(folded, sentences[first - 1]))
    ):
        first -= 1
    return Place(sentences[first].start, sentences[last].end)


def opens(folded: str, start: int, end: int) -> bool:
    """Whether the first clause of a passage is a verdict: 已完成整改，盘点资产126件。"""
    clause = BREAK.search(folded, start, end)
    return is_verdict(folded[start : clause.start() if clause else end])


def _closes(folded: str, sentence: Place, at_end: bool) -> bool:
    words = _words(folded, sentence)
    return (at_end or bool(NAMES_WHAT.search(words))) and is_verdict(words)


def _words(folded: str, sentence: Place) -> str:
    return folded[sentence.start : sentence.end]


def _sentences(folded: str, start: int, end: int) -> Iterator[Place]:
    while start < end:
        stop = STOP.search(folded, start, end)
        last = stop.start() if stop else end
        left = last - len(folded[start:last].lstrip())
        right = start + len(folded[start:last].rstrip())
        if left < right:
            yield Place(left, right)
        start = last + 1
