"""Dates: 2020年4月3日, 6月底前, 2019年9月25日至12月31日, “十三五”期间, 截至目前, 近日.

A mention is one expression together with the words that relate it (前 以来 起 截至). Assumptions, by name:

- 旬: 上旬 is 1-10, 中旬 11-20, 下旬 21 to the end; X旬前 and X底前 end with that stretch;
- 近日, 近三年, 过去五年 and 每年9月底 are dates that cannot be resolved; 为期6个月, 一年内 are quantities, no dates;
- days of the lunar calendar and festivals of a year are named and not resolved: 大年初一, 2021年国庆节前;
- 今年, 目前 and a year that is not printed count from the notice's own date, never from today; `reference` says when
  from another year. Without a date 今年 and 去年 count from the year that a report is made for, where that is known.

Sources: GB/T 15835-2011; 国民经济五年规划 (`plans`). How dates are written is in `pattern`, what they name in `readings`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gongwen.model import Context, Diagnostic, Mention, Span, Value
from gongwen.rules.amounts.numbers import broken_before
from gongwen.rules.dates.pattern import AND, DATE, LATEST, LEADS, LISTED, TAIL, TRIGGER
from gongwen.rules.dates.readings import LISTS, read, read_list
from gongwen.rules.dates.reference import reference_of, years_off
from gongwen.rules.dates.stretches import Part, days_of
from gongwen.rules.dates.times import time_of
from gongwen.rules.dates.years import BEFORE_MONTH, YEAR_DIGITS, Reference

YEAR_PRINTED = re.compile(rf"{YEAR_DIGITS} ?年")
ANY_YEAR_PRINTED = re.compile(rf"(?:{BEFORE_MONTH}) ?年|{YEAR_DIGITS}[./-]")
MARKER = re.compile(r"(?:^|\n)\d{1,2}\.\Z", re.MULTILINE)
"""A line number before a date: 2.7月15日."""
WORDED = ("w1", "w2", "w3", "w7", "w8", "w10", "w11")
"""Groups of a word for the year of a day or month."""
LAST_OF_LEADS = frozenset(lead[-1] for lead in LEADS)
STATES = frozenset({"截至", "截止", "截止到"})
RECURRING = ("每年", "每年的", "每年度", "每")
RUNNING = frozenset({"point", "day_list", "month_list", "months", "half", "yearend", "lost"})
"""The forms whose year may be missing."""
UNKNOWN = "unknown"
"""Grain of a day or month whose year is unknown; that of 近日, which names no date, is `none`."""


def find_dates(text: str, folded: str, context: Context) -> list[Mention]:
    """The dates of a text; each value is `{start, end, grain, relation, resolved}` of the contract."""
    found: list[Mention] = []
    whole = reference_of(context)
    reference, paragraph_end, last = whole, -1, 0
    for trigger in TRIGGER.finditer(folded):
        start = trigger.start()
        if start < last:
            continue
        match = DATE.match(folded, start)
        if match is None or _is_none(match, folded):
            continue
        if start > paragraph_end:
            paragraph_end = folded.find("\n", start)
            paragraph_end = len(folded) if paragraph_end < 0 else paragraph_end
            reference = whole
        year: int | None
        if match.lastgroup in LISTS:
            year = None
            for mention, part in _listed(match, folded, _denied(match, folded, reference)):
                found.append(mention)
                year = part.end.year if part else year
        else:
            mention, part = _one(match, folded, last, context, reference)
            found.append(mention)
            year = _year_printed(match, part)
        last = found[-1].end
        if year and (_is_worded(match) or ANY_YEAR_PRINTED.search(match.group())):
            reference = reference._replace(printed=year)
        if match.lastgroup == "point" and part and part.grain in ("day", "span"):
            for mention in _continued(folded, last, part):
                found.append(mention)
                last = mention.end
    return found


def unresolved_dates(text: str, mentions: Iterable[Mention]) -> list[Diagnostic]:
    """A diagnostic for each mentioned date whose year or day is unknown: 6月底前 in a text without a year."""
    return [
        Diagnostic(
            "unresolved_date",
            f"{text[mention.start : mention.end]} names no day that can be told",
            Span(mention.start, mention.end),
        )
        for mention in mentions
        if mention.kind == "date" and mention.value["grain"] == UNKNOWN
    ]


def _is_none(match: re.Match[str], folded: str) -> bool:
    """第127届, 〔2020〕 and a telephone number hold no date; 1、2月 at the head of a line is a marker and a month."""
    form, start = match.lastgroup, match.start()
    at_head = not start or folded[start - 1] == "\n"
    if at_head and form == "month_list" and not (match["y10"] or match["w10"]):
        return True
    if form == "lost" or not start:
        return False
    before = folded[start - 1]
    if before == "." and (
        MARKER.search(folded, max(0, start - 4), start) or YEAR_PRINTED.match(folded, start)
    ):
        return False  # the point of a marker: 1.2024年底前完成
    if before == "\n" and not YEAR_PRINTED.match(folded, start) and broken_before(folded, start):
        return True
    if not folded[start].isdigit():
        return before.isdigit() or before == "第"
    return before.isdigit() or before in "第./" or (before == "-" and form not in ("iso", "dotted"))


def _is_worded(match: re.Match[str]) -> bool:
    return any(match[group] for group in WORDED)


def _is_bare(match: re.Match[str]) -> bool:
    return (
        match.lastgroup in RUNNING
        and not _is_worded(match)
        and not ANY_YEAR_PRINTED.search(match.group())
        and not match["y17"]
        and not match["y7"]
        and not match["y8"]
    )


def _denied(match: re.Match[str], folded: str, reference: Reference) -> Reference:
    """光绪二十年3月, 五年12月: a year is printed that can't be read; the notice's own must not take its place."""
    end = match.start() - 1 if folded[match.start() - 1 : match.start()] == " " else match.start()
    return Reference() if end and folded[end - 1] == "年" and _is_bare(match) else reference


def _year_printed(match: re.Match[str], part: Part | None) -> int | None:
    """The year that the dates behind this one count from."""
    if match.lastgroup == "festival":
        return int(match["yf"]) if match["yf"] and match["yf"].isdecimal() else None
    if part is None or match.lastgroup == "decade":
        return None
    return part.end.year if match.lastgroup == "point" else part.start.year


def _one(
    match: re.Match[str], folded: str, last: int, context: Context, reference: Reference
) -> tuple[Mention, Part | None]:
    """The mention of one match, and the days that it names."""
    form, start, end = match.lastgroup or "", match.start(), match.end()
    lead = _lead(folded, start, last)
    if lead in ("到", "至") and form in ("now", "vague", "plan"):
        lead = ""
    if (
        form == "year"
        and folded[start - 1 : start] in ("比", "较")
        and match["w9"] in ("上年", "上一年")
        and reference.printed
    ):
        reference = reference._replace(date=None, reported=reference.printed)
    reference = _denied(match, folded, reference)
    part = read(match, reference)
    before = folded[start - 1 : start] == " "
    start -= len(lead) + (1 if lead and before else 0)
    tail = ""
    if (tailed := TAIL.match(folded, end)) and _belongs(tailed, match, lead, part):
        tail = tailed.group().strip()
        end = end if tailed["closing"] and _is_range(match) else tailed.end()
    recurring = _recurs(folded, start)
    if part is None or recurring:
        named = not recurring and form not in ("vague", "lost", "now", "lunar")
        return Mention(
            "date", start, end, _value(None, None, UNKNOWN if named else "none", "during", False)
        ), None
    relation = _relation(form, match, lead, tail, part)
    if reference.printed is None and reference.reported is None and _is_bare(match):
        off = years_off(
            part,
            (match.start(), end),
            folded,
            context,
            deadline=relation in ("by", "since"),
            as_of=relation == "as_of",
        )
        if off:
            part = read(match, reference._replace(printed=part.start.year + off)) or part
    times = _times(match) if form in ("point", "iso") else ("", "")
    return Mention("date", start, end, _placed(part, relation, times)), part


def _recurs(folded: str, start: int) -> bool:
    """每年9月底 belongs to no single year."""
    return folded[max(0, start - 4) : start].endswith(RECURRING)


def _belongs(tail: re.Match[str], match: re.Match[str], lead: str, part: Part | None) -> bool:
    """从2018年开始 is a period, 6月18日上午10点开始 is not; 间 closes 与 alone."""
    if tail["begin"]:
        return lead in ("自", "从")
    return not tail["between"] or bool(re.search(AND, match.group()))


def _lead(folded: str, start: int, last: int) -> str:
    """The 截至, 自, 到 ... right before a date."""
    end = start - 1 if folded[start - 1 : start] == " " else start
    if folded[end - 1 : end] in LAST_OF_LEADS:
        for lead in LEADS:
            if folded.startswith(lead, end - len(lead)) and end - len(lead) >= last:
                return lead
    return ""


def _relation(form: str, match: re.Match[str], lead: str, tail: str, part: Part) -> str:
    whole = "during" if part.start != part.end else "on"
    if tail.endswith(("以来", "至今")) or form == "party":
        return "since"
    if form == "plan":
        return (
            "since" if "以来" in (match["phase"], match["phase7"]) else "by" if tail.endswith("前") else whole
        )
    if _is_range(match):
        return whole
    if tail.endswith("前") or lead in LATEST:
        return "by"
    if tail.endswith(("起", "后", "开始")):
        return "since"
    if lead in STATES or (lead and tail == "为止") or form == "now":
        return "as_of"
    if form == "yearend" and (match["e"] or match["e0"]) == "内":
        return "by"
    if (lead in ("到", "至") and form in ("point", "yearend", "year")) or tail == "止":
        return "until"
    return whole


def _is_range(match: re.Match[str]) -> bool:
    """Whether both ends are printed: 3月1日起至5月31日前 has a start."""
    return any(match[group] for group in ("m2", "dd", "xx", "d12", "iso2", "to", "y6", "y16"))


def _placed(part: Part, relation: str, times: tuple[str, str]) -> Value:
    start, end = part.start.isoformat() + times[0], part.end.isoformat() + times[1]
    if relation in ("by", "as_of", "until"):
        return _value(None, end, part.grain, relation, True)
    if relation == "since":
        return _value(start, None, part.grain, relation, True)
    return _value(start, end, part.grain, relation, True)


def _value(start: str | None, end: str | None, grain: str, relation: str, resolved: bool) -> Value:
    return {"start": start, "end": end, "grain": grain, "relation": relation, "resolved": resolved}


def _times(match: re.Match[str]) -> tuple[str, str]:
    """The times of day of the two ends, `T08:30`; empty where none is printed."""
    if match["iso"]:
        time = time_of(match["iso1"][8:])
        return time, time_of(match["iso2"][8:]) if match["iso2"] else time
    first = time_of(match["t1"])
    second = time_of(match["t2"]) or time_of(match["t3"], first)
    return first, second or ("" if match["t3"] or _is_range(match) else first)


def _listed(match: re.Match[str], folded: str, reference: Reference) -> Iterator[tuple[Mention, Part | None]]:
    """Each date of 5月1、2、3日."""
    recurring = _recurs(folded, match.start())
    for start, end, part in read_list(match, reference):
        if part is None or recurring:
            grain = "none" if recurring else UNKNOWN
            yield Mention("date", start, end, _value(None, None, grain, "during", False)), None
        else:
            yield (
                Mention(
                    "date", start, end, _placed(part, "on" if part.grain == "day" else "during", ("", ""))
                ),
                part,
            )


def _continued(folded: str, last: int, part: Part) -> Iterator[Mention]:
    """The days after a first one: 3月7日、8日、11日."""
    while listed := LISTED.match(folded, last):
        last = listed.end()
        first = days_of(part.end.year, part.end.month, listed[1])
        second = days_of(part.end.year, part.end.month, listed[2]) if listed[2] else first
        if first and second:
            days = first._replace(end=second.end, grain="span" if listed[2] else "day")
            yield Mention(
                "date", listed.start(1), last, _placed(days, "during" if listed[2] else "on", ("", ""))
            )
