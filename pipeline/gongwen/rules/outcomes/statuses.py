"""整改情况: what a notice says has come of a problem.

    整改完成情况:6月底前已阶段性完成并将长期坚持。     phase_completed, ongoing, by 30 June
    （已完成，长期坚持）                             completed, ongoing
    正在整改，2023年6月底前完成                       in_progress, by 30 June 2023
    2026年底前                                      planned, where that lies ahead of the notice

Traps: 未完成 holds 完成, 未按期完成 is overdue, 完成率 is a rate, the label 整改完成情况 itself holds 完成, 已制定整改措施 is
no completion, 已完成讨论稿，待市政府审议 is pending. So negations are tried first and completion last. A deadline without a
year precedes the notice where the work is done, and follows it where it is still to be done.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

from gongwen.model import Mention
from gongwen.model.vocabulary import State
from gongwen.rules import outcome_words
from gongwen.rules.dates.years import names_year
from gongwen.rules.outcome_words import AIMED, AT_ONCE, DONE
from gongwen.rules.outcomes.states import STATE_RULES

RATE = re.compile(f"(?:整改|总体|任务|问题|措施)*{outcome_words.RATE}")
ALREADY = re.compile("(?<!自)己(?=[完整全经基部得按])")
"""A misprint of 已, one stroke away."""
BLANK = re.compile("(?<=[成毕位改决号效]) (?=[长持已正并常继])")
"""Two statuses parted by a blank: 已完成 长期坚持."""
WILL = "将(?!长期|持续|继续|坚持)"
TO_COME = re.compile(rf"{AIMED}|{WILL}|限期|须|务必|前(?:应|要)")
ONGOING = re.compile(
    r"长期(?!未|以来|滞后|闲置|拖)|持续(?!\d)|常态化|常抓|久久为功|坚持不懈|(?:并|将|继续)[^,。;]{0,4}坚持|继续(?:巩固|深化|推进)"
)
LATER = re.compile(
    rf"{'|'.join(AT_ONCE)}|前(?:$|,)|(?:{AIMED}|将)[^。]{{0,20}}(?:{DONE}|实施|开展|启动|建成)|\d+个?(?:月|天|日|工作日|年)内|列入[^,。;]{{0,10}}计划"
)
"""A deadline without a word on what was done: at once, by the end of the year, will be done."""
PROSPECT = re.compile(rf"[,。;](?={AIMED}|{WILL})")
"""Where a phrase turns from the present state to what is to come: 达到序时进度，预计2024年12月底前全部完成."""
OPEN_STATES: frozenset[State] = frozenset({"in_progress", "partial", "phase_completed", "mostly_completed"})
"""States that hold although a prospect of completion follows."""
UNDER_WAY = re.compile("正在|推进|持续整改|中$|已(?!列入)|尚|未|待|延期|完毕|均|己|基本|部分")
FULFILLED: frozenset[State] = frozenset({"completed", "closed", "phase_completed", "mostly_completed"})


class Reading(NamedTuple):
    """What a status phrase says."""

    state: State
    ongoing: bool
    deadline: str | None
    """ISO date by which it was or is to be done."""
    sure: bool
    """The words are those of a status, not of just any sentence on what was done."""


def read(folded: str, dates: Sequence[Mention], offset: int, written: datetime.date | None) -> Reading | None:
    """The status that a phrase states, `None` where it states none.

    `folded` is the phrase alone, `dates` the dates in it at their places in the text, where the phrase begins at
    `offset`; `written` is the notice's own date.
    """
    phrase = RATE.sub(lambda found: "·" * len(found.group()), folded.strip(" 。;"))
    phrase = BLANK.sub(",", ALREADY.sub("已", phrase))
    state, sure = _stated(phrase)
    stands = _before_prospect(phrase)
    if stands:
        state, sure = stands, True
    printed, due = _due(folded, dates, offset)
    to_come = bool(TO_COME.search(phrase))
    if state in (None, "completed") and due and not re.search("已|完毕|均|己", phrase):
        due = _moved(due, written, printed, ahead=True) if to_come else due
        ahead = to_come or written is None or due > written
        state = "planned" if ahead else ("completed" if state or re.search(DONE, phrase) else None)
        sure = bool(state)
    elif due:
        due = _moved(due, written, printed, ahead=state not in FULFILLED or to_come)
    if (
        not stands
        and LATER.search(phrase)
        and not UNDER_WAY.search(phrase)
        and (due or not state or state == "in_progress")
    ):
        state, sure = "planned", True
    if not state:
        return None
    return Reading(state, bool(ONGOING.search(phrase)), due.isoformat() if due else None, sure)


def _stated(phrase: str) -> tuple[State | None, bool]:
    """The state that a phrase states, and whether its words are those of a status; `None` where it states none."""
    for number, (state, words) in enumerate(STATE_RULES):
        if words.search(phrase):
            return state, number < len(STATE_RULES) - 1
    return None, False


def _before_prospect(phrase: str) -> State | None:
    """The state in front of what is still to come, where it is one that completion would follow."""
    turn = PROSPECT.search(phrase)
    state, sure = _stated(phrase[: turn.start()]) if turn else (None, False)
    return state if sure and state in OPEN_STATES else None


def deadline_of(
    folded: str, dates: Sequence[Mention], offset: int, written: datetime.date | None, done: bool
) -> str | None:
    """The date that a 时限 gives; the later of two; a missing year is treated as for a status."""
    printed, due = _due(folded, dates, offset, bare=True)
    return _moved(due, written, printed, ahead=not done).isoformat() if due else None


def _due(
    folded: str, dates: Sequence[Mention], offset: int, bare: bool = False
) -> tuple[bool, datetime.date | None]:
    """Whether the year is printed, and the date by which."""
    found = None
    for mention in dates:
        value = mention.value
        closes = folded[mention.end - offset : mention.end - offset + 2]
        by = value["relation"] in ("by", "until") or (
            value["relation"] in ("on", "during")
            and (bare or value["grain"] in ("month_end", "year_end") or closes in ("完成", "整改", "前完"))
        )
        if by and value["end"]:
            found = mention
    if found is None:
        return False, None
    return names_year(folded[: found.end - offset]), datetime.date.fromisoformat(found.value["end"][:10])


def _moved(due: datetime.date, written: datetime.date | None, printed: bool, *, ahead: bool) -> datetime.date:
    """A date without a printed year, moved to the side of the notice's date where it must lie."""
    if printed or written is None:
        return due
    year = due.year + (1 if ahead and due < written else -1 if not ahead and due > written else 0)
    last = due.month == 2 and (due + datetime.timedelta(1)).month == 3
    moved = due.replace(year=year, day=28 if due.month == 2 and due.day == 29 else due.day)
    return moved.replace(month=3, day=1) - datetime.timedelta(1) if last else moved
