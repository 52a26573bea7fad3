"""整改情况: what a notice says has come of a problem.

    整改完成情况:6月底前已阶段性完成并将长期坚持。     phase_completed, ongoing, by 30 June
    （已完成，长期坚持）                             completed, ongoing
    正在整改，2023年6月底前完成                       in_progress, by 30 June 2023
    2026年底前                                      planned, where that lies ahead of the notice

Traps: 未完成 holds 完成, 未按期完成 is overdue, 完成率 is a rate, the label 整改完成情况 itself holds 完成, 已制定整改措施 is
no completion, 已完成讨论稿，待市政府审议 is pending. So negations are tried first and completion last. A deadline without a
year lies before the notice where the thing is done, after it where it is still to be done.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

from gongwen.model import Mention
from gongwen.rules.dates.mentions import names_year

STATUS_LABEL = r"(?:目前|当前)?(?:整改|问题整改|任务)?(?:完成|落实|进展|推进|办理)(?:的)?(?:情况|状态|进度|结果)|整改(?:情况|进展|结果|成效|状态|效果|进度)|进展"
DEADLINE_LABEL = r"(?:整改|完成|办理)?(?:时限|期限|时间)(?:要求)?"
MEASURE_LABEL = r"(?:主要|具体)?(?:整改)?(?:措施|举措|做法)(?:[及和与]?(?:整改)?(?:成效|落实情况|完成情况|进展情况|落实))?"
OTHER_LABEL = r"(?:整改)?(?:责任|牵头|配合|协办|主办|分管)[一-鿿()]{1,8}|整改目标|(?:存在|反馈|主要|具体)?问题(?:描述|表现|内容)?|(?:具体|主要)表现|反馈意见|备注"
LABEL = re.compile(
    rf"(?<![一-鿿])(?:(?P<status>{STATUS_LABEL})|(?P<deadline>{DEADLINE_LABEL})|(?P<measure>{MEASURE_LABEL})|(?P<other>{OTHER_LABEL})):\s*"
)
"""A label before its colon; `lastgroup` says which kind."""

RATE = re.compile(r"(?:整改|总体|任务|问题|措施)*(?:完成|整改|办结|销号)率")
ALREADY = re.compile("(?<!自)己(?=[完整全经基部得按])")
"""A misprint of 已, one stroke away."""
BLANK = re.compile("(?<=[成毕位改决号效]) (?=[长持已正并常继])")
"""Two statuses parted by a blank: 已完成 长期坚持."""
OBJECT = r"的|项目|工程|事项|问题(?!$|[,。;])|资金|案|清单|户|款|手续|单位|部门|人|指标"
"""What an unfinished thing is, where 未完成 tells which and not how the issue stands: 对未完成项目逐一清理."""
DONE = r"(?:完成|完毕|到位|办结|解决|落实|整改|销号)"
RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "overdue",
        re.compile(
            r"未(?:能)?(?:按|如|及)[期时](?!报|缴|归|还|上|入)|未达到?序时"
            r"|(?<![对将把无免防止绝])(?:超期|逾期)(?=$|[,。;()]|\d|整改|完成|办结|(?:尚|仍|还)?未(?:完(?!成的)|整改|办结|落实|解决|销号))"
        ),
    ),
    ("deferred", re.compile(r"延期|延后|延长|暂缓|顺延")),
    (
        "partial",
        re.compile(
            rf"未(?:能)?(?:全部|完全|彻底){DONE}|(?<!大)部分(?:已)?(?:完成|整改|解决)|(?<!率)完成(?:了)?(?:约|近)?(?!100)\d{{1,2}}(?:\.\d+)?%"
        ),
    ),
    (
        "not_completed",
        re.compile(
            rf"(?<![对将把])(?:尚未|暂未|仍未|还未|没有|未能|未)(?:得到)?{DONE}(?!{OBJECT})|未启动|尚未(?![^,。;]{{0,12}}的)|无法(?:整改|完成)|^待整改|^未完$|^否$"
        ),
    ),
    (
        "in_progress",
        re.compile(
            r"待[^,。;]{0,12}(?:审议|审定|研究|审批|批准|批复|验收|印发|施行|出台|销号|通过|批$)|(?:申请|准备)销号|已完成[^,。;]{0,10}(?:方案|计划|初稿|讨论稿|征求意见)"
        ),
    ),
    (
        "mostly_completed",
        re.compile(
            rf"基本(?:上)?(?:已)?{DONE}|基本得到|大部分[^,。;]{{0,8}}{DONE}|绝大多数[^,。;]{{0,8}}{DONE}"
        ),
    ),
    (
        "phase_completed",
        re.compile(r"阶段性?(?:地)?[^,。;]{0,6}(?:完成|整改|成效|成果|进展|目标|任务|到位)|完成阶段"),
    ),
    ("partial", re.compile(r"已[^,。;]{0,6}(?:完成|整改)\d+[^。]{0,20}(?:正在|推进|未完成)")),
    ("closed", re.compile(r"(?<!申请)(?<!准备)销号|(?:已|已经)(?:通过|完成)验收|通过验收|^已关闭")),
    (
        "in_progress",
        re.compile(
            r"^(?:目前|当前)?,?(?:仍|还|均)?(?:正在|在)(?!\d)[^,。;]{0,10}(?:整改|推进|办理|进行|落实|实施)"
        ),
    ),
    (
        "completed",
        re.compile(
            r"已(?:经|全部|全面|全|均|如期|按期|按时|于|在|逐一|立即|整体|提前|己)*(?:完成(?=$|[,。;()并且、]|整改(?!方案|措施|计划|清单|台账)|全部|任务|目标|到位|长期)"
            r"|(?:整改|落实|解决|处理|执行|纠正|清退|清理|办理|办结)(?:完毕|完成|到位|结束|落实)?(?=$|[,。;()并且、])|整改|办结|解决|落实到位)"
            rf"|(?:全部|均|逐一|逐项|全面|皆){DONE}(?!率)|整改(?:完毕|到位|结束|完成(?!率|情况|时|期))|^(?:完成|办结)(?:整改)?(?=$|[,。;并])"
            r"|^完成整改|^整改完成|^是$|^完毕|^(?:落实|执行)到位|^(?:按|如)[期时](?:完成|整改)|^提前完成|已(?:即知即改|立行立改|立整立改|即查即改)"
        ),
    ),
    (
        "in_progress",
        re.compile(
            r"正在|(?:推进|整改|进行|办理|实施|落实|建设)[之]?中|(?:有序|积极|加快|加紧|稳步|抓紧|全力|持续|逐步|扎实|常态化|按(?:照)?(?:计划|时序进度|时|期)|尚在|仍在|正)(?:地)?(?:推进|整改|办理|实施|推动)|达到序时|序时"
            r"|长期(?:整改|坚持|推进)|持续|常抓不懈|边[^,。;]{1,3}边|已(?:制定|明确|形成|拟定|研究)[^,。;]{0,10}(?:措施|方案|计划|清单)|已(?:启动|开始|着手|开工)"
        ),
    ),
    (
        "completed",
        re.compile(
            r"已(?!责令|要求|督促|督办|部署|安排)[^,。;]{0,14}(?:完成(?!率)|完毕|到位|出台|印发|整改)"
        ),
    ),
)
"""State and its words, the first that is found holds."""
TO_COME = re.compile(r"确保|力争|预计|计划|拟|将(?!长期|持续|继续|坚持)|争取|限期|须|务必|前(?:应|要)")
ONGOING = re.compile(
    r"长期(?!未|以来|滞后|闲置|拖)|持续(?!\d)|常态化|常抓|久久为功|坚持不懈|(?:并|将|继续)[^,。;]{0,4}坚持|继续(?:巩固|深化|推进)"
)
LATER = re.compile(
    rf"立行立改|[即立]知[即立]改|即查即改|立整立改|前(?:$|,)|(?:确保|力争|预计|计划|拟|争取|将)[^。]{{0,20}}(?:{DONE}|实施|开展|启动|建成)|\d+个?(?:月|天|日|工作日|年)内|列入[^,。;]{{0,10}}计划"
)
"""A term without a word on what was done: at once, by the end of the year, will be done."""
UNDER_WAY = re.compile("正在|推进|持续整改|中$|已(?!列入)|尚|未|待|延期|完毕|均|己|基本|部分")
FULFILLED = frozenset({"completed", "closed", "phase_completed", "mostly_completed"})


class Reading(NamedTuple):
    """What a status phrase says."""

    state: str
    """One of the states of the contract."""
    ongoing: bool
    deadline: str | None
    """ISO date by which it was or is to be done."""
    sure: bool
    """The words are those of a status, not of any sentence that tells what was done."""


def read(folded: str, dates: Sequence[Mention], offset: int, written: datetime.date | None) -> Reading | None:
    """The status that a phrase states, `None` where it states none.

    `folded` is the phrase alone, `dates` the dates in it at their places in the text, where the phrase begins at
    `offset`; `written` is the notice's own date.
    """
    phrase = RATE.sub(lambda found: "·" * len(found.group()), folded.strip(" 。;"))
    phrase = BLANK.sub(",", ALREADY.sub("已", phrase))
    state, sure = "", False
    for number, (name, words) in enumerate(RULES):
        if words.search(phrase):
            state, sure = name, number < len(RULES) - 1
            break
    printed, due = _due(folded, dates, offset)
    to_come = bool(TO_COME.search(phrase))
    if state in ("", "completed") and due and not re.search("已|完毕|均|己", phrase):
        due = _moved(due, written, printed, ahead=True) if to_come else due
        ahead = to_come or written is None or due > written
        state = "planned" if ahead else ("completed" if state or re.search(DONE, phrase) else "")
        sure = bool(state)
    elif due:
        due = _moved(due, written, printed, ahead=state not in FULFILLED or to_come)
    if LATER.search(phrase) and not UNDER_WAY.search(phrase) and (due or not state or state == "in_progress"):
        state, sure = "planned", True
    if not state:
        return None
    return Reading(state, bool(ONGOING.search(phrase)), due.isoformat() if due else None, sure)


def deadline_of(
    folded: str, dates: Sequence[Mention], offset: int, written: datetime.date | None, done: bool
) -> str | None:
    """The date that a 时限 gives; of two the later; a year that is not printed as for a status."""
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
    """A date without a printed year, put on the side of the notice where it must lie."""
    if printed or written is None:
        return due
    year = due.year + (1 if ahead and due < written else -1 if not ahead and due > written else 0)
    last = due.month == 2 and (due + datetime.timedelta(1)).month == 3
    moved = due.replace(year=year, day=28 if due.month == 2 and due.day == 29 else due.day)
    return moved.replace(month=3, day=1) - datetime.timedelta(1) if last else moved
