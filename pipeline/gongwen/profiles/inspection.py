"""巡视巡察: who inspected whom, of what kind, when, and when it was fed back; from the lead of a notice.

    根据市委统一部署，2021年10月11日至12月24日，市委第一巡察组对市水利局党组进行了常规巡察。2022年2月16日，市委
    第一巡察组向市水利局党组反馈了巡察意见。

    市委第一巡察组 · 市水利局党组 · 常规巡察 · 2021-10-11 .. 2021-12-24 · 2022-02-16

Named assumptions: an end without a year has that of the beginning, a year later where it would lie before it (the dates
stage); feedback without a year has that of the period's end, a year later where it would lie before that; a period
without any year is the last one before the feedback or the notice; 近日 is no date. A round (第六轮) is no part of the kind.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from gongwen.model import Draft, Mention

INSPECTING = r"(?:巡视巡察|巡视|巡察|巡查|督察|审计)"
REVISIT = r"(?:[“\"‘]回头看[”\"’])?"
ACT = re.compile(
    r"(?:(?<![针面相应绝])对(?P<inspected>[^。;]{2,160}?),?)?(?:(?<!党)组织)?(?:进行|开展|实施)了?(?:为期[^,。;的]{1,10}的?)?"
    rf"(?P<kind>[^,。;对]{{0,30}}?{INSPECTING}{REVISIT})(?!意见|情况|反馈|组|整改|工作部署)"
)
"""What was done: 对X进行了常规巡察."""
PASSIVE = re.compile(
    rf"(?:接受|迎接)了?(?P<inspector>[^,。;]{{2,24}}?组)(?:的)?(?P<kind>[^,。;]{{0,12}}?{INSPECTING}{REVISIT})"
)
FEEDBACK = re.compile(r"反馈(?!问题|意见整改|会|指出|后)")
CLAUSE = re.compile(r"[,。;:\n\0]")
LED_BY = re.compile(r".*(?:部署和要求|部署|安排|要求|计划|规定)(?=[^,]{2,20}组$)")
INSPECTOR = re.compile(
    r"[一-鿿\d、“”()]{2,40}组$|[一-鿿]{0,12}(?:党委|党组|[省市县区旗州盟]委|审计[厅局署])$"
)
NAMED = re.compile("[^\0, 于从自在期间]")
IN_TITLE = re.compile(
    r"(?:关于)?(?:落实|整改)?(?P<inspector>(?:[一-鿿]{0,8}?(?:中央|[省市县区旗州盟]委|党委|党组|工委|集团))第?[一-鿿\d]{0,6}(?:巡视|巡察|督察)(?:[一二三四五六七八九十]{1,2})?组)"
)
TITLE_BODY = re.compile(
    r"^(?:中共|中国共产党)?(?P<body>[一-鿿()]{2,40}?(?:党组|党委|党工委|党总支|党支部|委员会))(?=关于|[省市县区]委|落实|整改|巡)"
)
AUTHORITY = re.compile(
    r"(?:根据|按照|遵照)(?P<authority>[^,。;]{1,30}?)(?:的)?(?:巡视|巡察|统一|工作|部署|安排|要求|计划|年度|授权)"
)
AUDITED = re.compile(
    r".{1,30}?(?:局|厅|委员会|委|部|政府|中心|医院|学校|大学|学院|集团|公司|镇|街道)(?=\d{4}|及所属|部门|预算|本级|$)"
)
SENT_OUT = re.compile(r"派出.*组$")
AUDITOR = re.compile(r"(?<![一-鿿])审计署|[一-鿿]{0,6}?[省市县区旗州盟]审计[局厅]")
KIND_NOISE = re.compile(
    r".*(?:第[一二三四五六七八九十\d]+[轮批]|[”’\"](?=[^“”]*?[巡督审])|了|的(?=[^的]*$))|^(?:一轮|一次)"
)
LEVELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "unit",
        re.compile(
            r"(?<!自治区)(?<!省)(?<!市)(?<!县)(?<!区)(?:党组|校党委|院党委|集团|公司|大学|学院|学校|[部局厅]党|国资委|教育工委|医院)|^[^省市县区旗州盟]*党委"
        ),
    ),
    ("central", re.compile(r"中央|国务院|审计署")),
    (
        "province",
        re.compile(
            r"省委|省级|自治区党?委|(?:北京|天津|上海|重庆)市委|省审计|自治区审计|省人民|兵团党委|^省"
        ),
    ),
    ("city", re.compile(r"[市州盟]委|市级|[市州盟]审计|地委|^市")),
    ("county", re.compile(r"[县区旗]委|[县区旗]审计|^[县区旗]")),
    ("unit", re.compile(r"党委|党组|工委|部|厅|局")),
)
"""Level of the authority, the first that fits; 校党委 and 委党组 inspect their own units."""


class Act(NamedTuple):
    """The clause that tells of the inspection."""

    start: int
    end: int
    inspector: str | None
    inspected: str | None
    kind: str


def read(draft: Draft) -> dict[str, Any]:
    """The `inspection` of a record; what the lead does not tell is `None`."""
    start, end = _lead(draft)
    text, folded = draft.body.text, draft.body.folded
    dates = [one for one in draft.mentions if one.kind == "date" and start <= one.start < end]
    title = draft.metadata.title.value if draft.metadata.title else ""
    act = _act(text, _masked(folded, dates), start, end)
    feedback = _feedback(folded, dates, start, end)
    period = _period(folded, dates, act, feedback)
    kind = (act and act.kind) or _kind_of(title)
    inspector = (act and act.inspector) or _in_title(title)
    if inspector is None and kind == "审计":
        inspector = _auditor(draft, end)
    fed_back = _feedback_day(folded, feedback, period[1], draft.context.date)
    started, ended = _settled(folded, period, fed_back or draft.context.date)
    body = TITLE_BODY.match(title)
    return {
        "inspector": inspector,
        "level": _level(inspector, folded[start:end], title),
        "kind": kind,
        "inspected": (act and act.inspected) or (body["body"] if body else None),
        "started_on": started and started.isoformat(),
        "ended_on": ended and ended.isoformat(),
        "feedback_on": fed_back and fed_back.isoformat(),
    }


def _lead(draft: Draft) -> tuple[int, int]:
    """From the document's first text to its first number, or some way into a text without numbers."""
    blocks = [block for block in draft.body.blocks if block.role in ("lead", "paragraph", "heading", "item")]
    start = blocks[0].start if blocks else 0
    first = next((node.span.start for node in draft.outline if node.marker), len(draft.body.text))
    return start, min(max(first, start), start + 3000) if first > start else min(
        start + 1500, len(draft.body.text)
    )


def _masked(folded: str, dates: Sequence[Mention]) -> str:
    """The text with a NUL for each character of a date: no date is part of a name."""
    masked = folded
    for date in dates:
        masked = masked[: date.start] + "\0" * (date.end - date.start) + masked[date.end :]
    return masked


def _act(text: str, masked: str, start: int, end: int) -> Act | None:
    for found in ACT.finditer(masked, start, end):
        inspected = found["inspected"]
        if inspected and (len(inspected) > 100 or re.search(r"反馈|整改|意见", inspected)):
            continue
        inspector = _before(text, masked, start, found.start())
        if inspected is None and inspector and not inspector.endswith("组"):
            inspector = None
        place = found.span("inspected")
        target = text[slice(*place)].strip(" ,，") if inspected else None
        if target and found["kind"].endswith("审计"):
            audited = AUDITED.match(target)
            target = audited.group() if audited else None
            inspector = SENT_OUT.sub("", inspector) if inspector else None
        return Act(found.start(), found.end(), inspector, target, _kind_of(found["kind"]) or found["kind"])
    received = PASSIVE.search(masked, start, end)
    if received is None:
        return None
    inspector = text[slice(*received.span("inspector"))]
    return Act(*received.span(), inspector, None, _kind_of(received["kind"]) or "")


def _before(text: str, masked: str, start: int, end: int) -> str | None:
    """The inspector before 对: the last clause that is not a date, without 于 and 从."""
    sentence = max(masked.rfind("。", start, end), masked.rfind("\n", start, end), start - 1) + 1
    at = end
    while at > sentence:
        cut = at
        while cut > sentence and not CLAUSE.match(masked, cut - 1):
            cut -= 1
        clause = masked[cut:at].rstrip(" 于从自在分别")
        if led := LED_BY.match(clause):
            cut, clause = cut + led.end(), clause[led.end() :]
        lead = len(clause) - len(clause.lstrip("由 "))
        if INSPECTOR.search(clause):
            return text[cut + lead : cut + len(clause)]
        if NAMED.search(clause):
            return None
        at = cut - 1
    return None


def _kind_of(text: str) -> str | None:
    """常规巡察 without its round and its quoted scope; `None` where no inspection is named."""
    found = re.search(rf"[一-鿿、]*?{INSPECTING}(?P<again>{REVISIT})$", text) or re.search(
        rf"(?:常规|专项|政治|提级|交叉|联动|机动)*{INSPECTING}(?P<again>{REVISIT})", text
    )
    if found is None:
        return None
    again = found["again"]
    stem = found.group()[: len(found.group()) - len(again)]
    return KIND_NOISE.sub("", stem).lstrip("了的") + again


# -------------------------------------------------------------------------------- dates


def _feedback(folded: str, dates: Sequence[Mention], start: int, end: int) -> Mention | None:
    """The date of the sentence that tells of the feedback: the last one before the word."""
    for found in FEEDBACK.finditer(folded, start, end):
        sentence = max(folded.rfind("。", start, found.start()), folded.rfind("\n", start, found.start())) + 1
        before = [date for date in dates if sentence <= date.start < found.start()]
        told = re.search(r"向|反馈了|进行了?反馈|并于|反馈巡|反馈情况", folded[sentence : found.end() + 6])
        single = before and not (ACT.search(folded, before[-1].end, found.start()) and len(before) < 2)
        if told and before and single and not re.search(r"根据|按照", folded[before[-1].end : found.start()]):
            return before[-1]
    return None


Period = tuple[datetime.date | None, datetime.date | None, bool]
"""First and last day, and whether a year is printed."""


def _period(folded: str, dates: Sequence[Mention], act: Act | None, feedback: Mention | None) -> Period:
    """The stretch in the sentence of the inspection: the last before the act, or the first range of the lead."""
    rest = [date for date in dates if date is not feedback]
    if act:
        sentence = max(folded.rfind("。", 0, act.start), folded.rfind("\n", 0, act.start)) + 1
        stop = folded.find("。", act.end)
        inside = [date for date in rest if sentence <= date.start < (stop if stop > 0 else len(folded))]
    else:
        inside = [date for date in rest if _days(date)[0] != _days(date)[1] and _of_inspection(folded, date)][
            :1
        ]
    chosen = next(
        (date for date in inside if all(_days(date)) and date.value["start"] != date.value["end"]), None
    )
    chosen = chosen or next((date for date in inside if date.value["start"]), None)
    if chosen is None:
        return None, None, True
    first, last = _days(chosen)
    if chosen.value["relation"] in ("since", "on"):
        until = next((d for d in inside if d.start >= chosen.end and d.value["relation"] == "until"), None)
        last = _days(until)[1] if until and until.start - chosen.end < 4 else None
    return first, last, _has_year(folded, chosen)


def _of_inspection(folded: str, date: Mention) -> bool:
    """Whether the sentence that a date stands in goes on to an inspection."""
    stop = folded.find("。", date.end)
    return bool(re.search("巡视|巡察|督察", folded[date.end : stop if stop > 0 else date.end + 80]))


def _days(date: Mention) -> tuple[datetime.date | None, datetime.date | None]:
    start, end = date.value["start"], date.value["end"]
    return (
        datetime.date.fromisoformat(start[:10]) if start else None,
        datetime.date.fromisoformat(end[:10]) if end else None,
    )


def _has_year(folded: str, date: Mention) -> bool:
    return bool(re.search(r"(?:19|20)\d\d|[今去明本当]年|二[〇○零]", folded[date.start : date.end]))


def _feedback_day(
    folded: str, feedback: Mention | None, ended: datetime.date | None, written: datetime.date | None
) -> datetime.date | None:
    if feedback is None:
        return None
    day, last = _days(feedback)
    day = day or last
    if day is None or _has_year(folded, feedback):
        return day
    if ended is None:
        return _in_year(day, day.year - 1) if written and day > written else day
    day = _in_year(day, ended.year)
    return _in_year(day, ended.year + 1) if day < ended else day


def _settled(
    folded: str, period: Period, before: datetime.date | None
) -> tuple[datetime.date | None, datetime.date | None]:
    """The period, moved to an earlier year where it bears none and would lie after the feedback."""
    first, last, printed = period
    if printed or first is None or before is None or (last or first) <= before:
        return first, last
    return _in_year(first, first.year - 1), last and _in_year(last, last.year - 1)


def _in_year(day: datetime.date, year: int) -> datetime.date:
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)


# -------------------------------------------------------------------------------- names


def _in_title(title: str) -> str | None:
    found = IN_TITLE.search(title)
    return found["inspector"] if found else None


def _auditor(draft: Draft, end: int) -> str | None:
    """The audit office that the reporter's line or the lead names."""
    title = draft.metadata.title
    found = AUDITOR.search(draft.body.text, title.span.end if title and title.span else 0, end)
    return found.group() if found else None


def _level(inspector: str | None, lead: str, title: str) -> str | None:
    """Level of the inspector by its own name, else by the authority that the lead invokes, else by the title."""
    authority = AUTHORITY.search(lead)
    in_title = re.search(r"中央|[省市县区旗州盟]委(?=.{0,8}(?:巡|督))", title)
    for name in (inspector, authority and authority["authority"], in_title and in_title.group()):
        for level, words in LEVELS if name else ():
            if words.search(name or ""):
                return level
    return None
