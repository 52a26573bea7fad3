"""Dates: 2020年4月3日, 6月底前, 2019年9月25日至12月31日, “十三五”期间, 截至目前, 近日.

A mention is one expression with the words that say how it is meant (前 以来 起 截至). Assumptions, by name:

- 旬: 上旬 is 1-10, 中旬 11-20, 下旬 21 to the end; X旬前 and X底前 end with that stretch;
- a year that is not printed is that of the last full date in the same paragraph, else that of the notice's own date;
- the end of a range without year or month inherits the start's, a year later where it would lie before the start;
- 近日, 近三年, 过去五年 are dates that nothing resolves; 为期6个月 is a quantity, no date.

Sources: GB/T 15835-2011; 国民经济五年规划 (the n-th begins 2016 + 5(n-13)); the days on which congresses opened.
"""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from typing import NamedTuple

from gongwen.model import Context, Mention
from gongwen.rules.numerals import chinese_number, positional_number

NUM = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
YEAR_DIGITS = r"(?:(?:19|20)\d{2}|[一二][〇○零O0九一二三四五六七八]{3})"
YEAR_WORD = r"今年|去年|明年|本年度?|当年|上年度?|前年|后年|今明两年"
DASH = r"\s?(?:至|到|—{1,2}|－{1,2}|-{1,2}|─{1,2}|~|～|–)\s?"
DAY = rf"{NUM}(?:\s?[日号](?!线|楼|院|门|文|令)|(?={DASH}{NUM}\s?日))"
XUN = r"[上中下]旬"
PART = rf"{XUN}|月?底|月?末|月?初"

POINT = rf"(?:(?:(?P<y@>{YEAR_DIGITS})\s?年|(?P<w@>{YEAR_WORD}))\s?(?:的)?)?(?P<m@>{NUM})\s?月份?(?:\s?(?P<d@>{DAY})|(?P<x@>{PART}))?"
SINCE_CONGRESS = {
    "十五大": "1997-09-12", "十六大": "2002-11-08", "十七大": "2007-10-15", "十八大": "2012-11-08", "十九大": "2017-10-18",
    "二十大": "2022-10-16", "十八届三中全会": "2013-11-09", "十八届四中全会": "2014-10-20", "十八届五中全会": "2015-10-26",
    "十八届六中全会": "2016-10-24", "十九届四中全会": "2019-10-28", "十九届五中全会": "2020-10-26", "十九届六中全会": "2021-11-08",
    "二十届三中全会": "2024-07-15", "十一届三中全会": "1978-12-18",
}  # fmt: skip


def _point(name: str, pattern: str = POINT) -> str:
    return pattern.replace("@", name)


DATE = re.compile(
    r"(?:(?P<asof>截至|截止到?|到|至)\s?|(?P<from>自|从)\s?)?(?:"
    rf"(?P<plan>“?(?P<n5>[一二三]?十?[一二三四五六七八九]五|八五)”?(?:规划)?(?P<phase>期间|时期|末|初|以来|中期)?(?<!第.五))"
    rf"|(?P<now>目前|当前(?=,|为止)|现在为止)"
    rf"|(?P<iso>(?:19|20)\d\d[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\d|0?[1-9])(?![\d.])(?:[ T]\d{{1,2}}:\d\d(?::\d\d)?)?)"
    rf"|(?P<packed>(?:19|20)\d\d(?:1[0-2]|0[1-9])(?:3[01]|[12]\d|0[1-9])(?!\d|[.%-]|号|[A-Za-z]))"
    rf"|(?P<lost>(?<!\d)(?:(?:19|20)\d{{2}}\d{{2,4}}日|(?<![月年.\d])[1-9]\d{{2,3}}日)(?:{DASH}\d{{1,4}}日)?)"
    rf"|(?P<months>(?:(?P<y3>{YEAR_DIGITS})\s?年\s?|(?P<w3>{YEAR_WORD}))?(?P<m3>{NUM})\s?月?份?{DASH}(?P<m4>{NUM})\s?月份?(?!\s?{NUM}\s?日))"
    rf"|(?P<years>(?P<y5>{YEAR_DIGITS})\s?年?{DASH}(?P<y6>{YEAR_DIGITS})\s?年度?)"
    rf"|(?P<half>(?:(?P<y7>{YEAR_DIGITS})\s?年\s?|(?P<w7>{YEAR_WORD}))?(?P<h>上半年|下半年|(?:第?[一二三四1-4]季度|前三季度)(?P<qe>末|底)?))"
    rf"|(?P<point>{_point('1')}(?:\s?(?P<time>(?:上午|下午|晚)?\s?\d{{1,2}}[:时]\d{{0,2}}|[上下]午|晚上?))?"
    rf"(?:{DASH}(?:{_point('2')}|(?P<dd>{DAY})|(?P<xx>{XUN})))?)"
    rf"|(?P<yearend>(?:(?P<y8>{YEAR_DIGITS})\s?年|(?P<w8>{YEAR_WORD}))?\s?(?P<e>年?底|年?末|年?初|年?内)(?<=[年\d今去明本]底|[年\d今去明]末|[年]初|年内|年底))"
    rf"|(?P<year>(?P<y9>{YEAR_DIGITS})\s?年度?(?!版)|(?P<w9>{YEAR_WORD})|(?P<event>(?<![\d.〔\[(第])20[0-4]\d(?=[一-鿿])(?!年|个|家|元|人|名|次|项|万|亿|件|号|平|米|吨|亩|公|户|条|多|余|所|台|套|份|座|辆|千|美|英|小|版|字|只|头|株|场|处|村|支|期|位|倍|届|分|度|天|本|张|册|片|瓶|斤|款|批|种|类)))"
    rf"|(?P<party>(?:党的|中共)?(?P<congress>{'|'.join(sorted(SINCE_CONGRESS, key=len, reverse=True))})(?=(?:召开|胜利召开)?以来))"
    r"|(?P<vague>近日|日前|近期|近年来|近几年来?|近[一二两三四五六七八九十\d]+年来?|过去[一二两三四五六七八九十\d]+年|最近|(?<![一-鿿])[一二三四五六七八九十]年来(?=,))"
    r")"
    r"(?P<tail>\s?(?:(?:至今)|(?:[^。;,:、《》“”\n]{0,10}?以来)|期间|以前|之前|前(?![一二三四五六七八九十\d]|期|后|列|者|线|瞻|沿|身|台|述)|以后|之后|起(?!草|来|诉|步|点|到|源|重|[事案数])|后(?=,)|内(?=,|完)|为止)?)"
)


TRIGGER = re.compile(
    r"[\d一二三四五六七八九十今去明本前后上下当目现近日最过“党中年第八](?:"
    r"(?<=\d)(?<!\d\d)(?=\d{0,8}\s?(?:年|月|日|季|[-—－─~～–/.至到]|(?<=\d\d\d\d)[一-鿿]|(?<=\d{8})))"
    r"|(?<=[一二三四五六七八九十])(?:(?=[一二三四五六七八九十]?[一二三四五六七八九十]?\s?(?:月|年来|季度|五[”期时规]))|(?=[〇○零O0九八七六五四三二一]{3}\s?年))"
    r"|(?<=[今去明本前后当上])年|(?<=今)明两年|(?<=上)半年|(?<=下)半年|(?<=前)三季|(?<=目)前|(?<=当)前|(?<=现)在为"
    r"|(?<=近)[日期年几一二两三四五六七八九十\d]|(?<=日)前|(?<=最)近|(?<=过)去[一二两三四五六七八九十\d]|(?<=“)[一二三八十]"
    r"|(?<=[十二])[五六七八九十一](?:大|届)|(?<=党)的[十二]|(?<=中)共[十二]|(?<=年)[底末初内]|(?<=第)[一二三四1-4]季|(?<=[十八])[一二三四五六七八九五]五?(?:[”期时规]))"
)
"""The first character of most dates, with as much as tells it from other uses; a regular scan finds these fast."""
LEADS = ("截至", "截止到", "截止", "自", "从", "到", "至")


class Part(NamedTuple):
    """A stretch of days, with the words that it was read from."""

    start: datetime.date
    end: datetime.date
    grain: str


def find(text: str, folded: str, context: Context) -> list[Mention]:
    """The dates of a text; each value is `{start, end, grain, relation, resolved}` of the contract."""
    found: list[Mention] = []
    year: int | None = None
    paragraph_end = -1
    last = 0
    for trigger in TRIGGER.finditer(folded):
        if trigger.start() < last:
            continue
        match = DATE.match(folded, _with_lead(folded, trigger.start(), last)) or DATE.match(
            folded, trigger.start()
        )
        if match is None:
            continue
        start = match.start()
        if start > paragraph_end:
            paragraph_end = folded.find("\n", start)
            paragraph_end = len(folded) if paragraph_end < 0 else paragraph_end
            year = None
        mention, seen = _mention(match, folded, context, year)
        year = seen or year
        if mention is not None:
            found.append(mention)
            last = mention.end
    return found


def _with_lead(folded: str, start: int, last: int) -> int:
    """Where 截至, 自, 到 ... before a date begins."""
    blank = folded[start - 1 : start] == " "
    end = start - blank
    for lead in LEADS:
        if folded.startswith(lead, end - len(lead)) and end - len(lead) >= last:
            return end - len(lead)
    return start


def _mention(
    match: re.Match[str], folded: str, context: Context, year: int | None
) -> tuple[Mention | None, int | None]:
    groups = match.groupdict()
    start, end = match.start(), match.end()
    kind = match.lastgroup
    kind = next(name for name in KINDS if groups[name] is not None)
    if groups["asof"] in ("到", "至") and kind in ("now", "vague", "plan"):
        start = match.start(kind)
    if kind != "lost" and _is_none(match, folded, kind):
        return None, None
    reader = READERS[kind]
    part = reader(match, context, year)
    tail = (groups["tail"] or "").strip()
    if groups["tail"] and not tail:
        end -= len(groups["tail"])
    if kind in ("vague",) or part is None:
        return Mention("date", start, end, _value(None, None, "none", "during", False)), None
    relation = _relation(groups, tail, kind, part)
    seen = (
        part.start.year
        if re.search(YEAR_DIGITS + r"\s?年", match.group()) or kind in ("iso", "packed")
        else None
    )
    time = _time(match.group()) if part.start == part.end else ""
    return Mention("date", start, end, _placed(part, relation, time)), seen


def _is_none(match: re.Match[str], folded: str, kind: str) -> bool:
    """第127届, 〔2020〕 and a telephone number hold no date."""
    before = folded[match.start(kind) - 1 : match.start(kind)]
    if before.isdigit() or before in ("第", ".", "/") or (before in "-" and kind != "iso"):
        return True
    return kind == "plan" and (match["n5"] in ("五",) or (match[kind][0] != "“" and not match["phase"]))


def _relation(groups: dict[str, str | None], tail: str, kind: str, part: Part) -> str:
    if tail.endswith("以来") or kind == "party" or tail == "至今" or (groups.get("phase") == "以来"):
        return "since"
    if tail in ("前", "以前", "之前"):
        return "by"
    if tail in ("起", "以后", "之后", "后"):
        return "since"
    if groups["asof"] in ("截至", "截止", "截止到") or (groups["asof"] and tail == "为止"):
        return "as_of"
    if kind == "now":
        return "as_of"
    if kind == "yearend" and (groups["e"] or "").endswith("内"):
        return "by"
    if groups["asof"] in ("到", "至") and kind in ("point", "yearend", "year"):
        return "until"
    return "on" if part.start == part.end else "during"


def _placed(part: Part, relation: str, time: str) -> dict[str, object]:
    start, end = part.start.isoformat() + time, part.end.isoformat() + time
    if relation in ("by", "as_of", "until"):
        return _value(None, end, part.grain, relation, True)
    if relation == "since":
        return _value(start, None, part.grain, relation, True)
    return _value(start, end, part.grain, relation, True)


def _value(
    start: str | None, end: str | None, grain: str, relation: str, resolved: bool
) -> dict[str, object]:
    return {"start": start, "end": end, "grain": grain, "relation": relation, "resolved": resolved}


def _time(text: str) -> str:
    found = re.search(r"(?<![\d:])(\d{1,2}):(\d\d)(?!\d)", text)
    hour = int(found[1]) + (12 if found and "下午" in text and int(found[1]) < 12 else 0) if found else 0
    return f"T{hour:02d}:{found[2]}" if found and hour < 24 else ""


# -------------------------------------------------------------------------------- readings


def _number(text: str | None) -> int | None:
    if not text:
        return None
    digits = re.sub(r"\D", "", text)
    return int(digits) if digits else chinese_number(re.sub(r"[^一二三四五六七八九十]", "", text))


def _year_of(printed: str | None, word: str | None, context: Context) -> int | None:
    if printed:
        return int(printed) if printed.isdecimal() and printed.isascii() else positional_number(printed)
    if word and context.date:
        shift = {"去": -1, "上": -1, "明": 1, "前": -2, "后": 2}.get(word[0], 0)
        return context.date.year + shift
    return None


def _days(
    year: int | None, month: int | None, day: str | None = None, part: str | None = None
) -> Part | None:
    """The stretch that year, month and a day or a part of the month name."""
    if year is None or month is None or not 1 <= month <= 12 or not 1900 <= year <= 2100:
        return None
    last = monthrange(year, month)[1]
    if day is not None:
        number = _number(day)
        if number is None or not 1 <= number <= last:
            return None
        date = datetime.date(year, month, number)
        return Part(date, date, "day")
    first, end, grain = 1, last, "month"
    if part and part.endswith("旬"):
        first, end = {"上": (1, 10), "中": (11, 20), "下": (21, last)}[part[0]]
        grain = "xun"
    elif part and part[-1] in "底末":
        first, grain = last, "month_end"
    elif part:
        end, grain = 10, "month_start"
    return Part(datetime.date(year, month, first), datetime.date(year, month, end), grain)


def _full_year(year: int | None, end: int | None = None) -> Part | None:
    if year is None or not 1900 <= year <= 2100:
        return None
    return Part(datetime.date(year, 1, 1), datetime.date(end or year, 12, 31), "year")


def _inferred(context: Context, year: int | None) -> int | None:
    return year if year is not None else context.date.year if context.date else None


def _read_point(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    first_year = _year_of(match["y1"], match["w1"], context) or _inferred(context, year)
    month = _number(match["m1"])
    first = _days(first_year, month, match["d1"], match["x1"])
    if first is None or not (match["m2"] or match["dd"] or match["xx"]):
        return first
    second_year = _year_of(match["y2"], match["w2"], context) or first_year
    second = _days(
        second_year,
        _number(match["m2"]) if match["m2"] else month,
        match["d2"] or match["dd"],
        match["x2"] or match["xx"],
    )
    if second is None or second_year is None:
        return first
    if second.end < first.start and not match["y2"]:
        second = (
            _days(second_year + 1, _number(match["m2"]), match["d2"], match["x2"]) if match["m2"] else second
        )
    return first._replace(end=second.end, grain="span") if second and second.end >= first.start else first


def _read_months(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    in_year = _year_of(match["y3"], match["w3"], context) or _inferred(context, year)
    first, last = _days(in_year, _number(match["m3"])), _days(in_year, _number(match["m4"]))
    if first and last and in_year and last.end < first.start:
        last = _days(in_year + 1, _number(match["m4"]))
    return first._replace(end=last.end, grain="span") if first and last else None


def _read_years(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    first, last = _year_of(match["y5"], None, context), _year_of(match["y6"], None, context)
    whole = _full_year(first, last)
    return whole._replace(grain="span") if whole and last and first and last >= first else None


def _read_half(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    in_year = _year_of(match["y7"], match["w7"], context) or _inferred(context, year)
    if in_year is None:
        return None
    word = match["h"]
    if "半年" in word:
        first, last, grain = (1, 6, "half") if word[0] == "上" else (7, 12, "half")
    elif word.startswith("前三"):
        first, last, grain = 1, 9, "span"
    else:
        number = _number(word) or 1
        first, last, grain = number * 3 - 2, number * 3, "quarter"
    end = datetime.date(in_year, last, monthrange(in_year, last)[1])
    return Part(end if match["qe"] else datetime.date(in_year, first, 1), end, grain)


def _read_yearend(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    whole = _full_year(_year_of(match["y8"], match["w8"], context) or _inferred(context, year))
    if whole is None:
        return None
    if match["e"][-1] == "初":
        return Part(whole.start, whole.start.replace(month=3, day=31), "year_start")
    return whole if match["e"][-1] == "内" else Part(whole.end, whole.end, "year_end")


def _read_year(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    return _full_year(_year_of(match["y9"] or match["event"], match["w9"], context))


def _read_plan(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    number = chinese_number(match["n5"].removesuffix("五")) if len(match["n5"]) > 1 else None
    if match["n5"] == "八五":
        number = 8
    if number is None or number < 6:
        return None
    first = 2016 + 5 * (number - 13)
    whole = _full_year(first, first + 4)
    if whole and match["phase"] == "末":
        return Part(whole.end, whole.end, "year_end")
    return whole._replace(grain="plan") if whole else None


def _read_now(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    return Part(context.date, context.date, "day") if context.date else None


def _read_iso(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    parts = re.split(r"[-/.]", re.split(r"[ T]", match["iso"])[0])
    return _days(int(parts[0]), int(parts[1]), parts[2])


def _read_packed(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    digits = match["packed"]
    return _days(int(digits[:4]), int(digits[4:6]), digits[6:])


def _read_party(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    date = datetime.date.fromisoformat(SINCE_CONGRESS[match["congress"]])
    return Part(date, date, "day")


def _read_lost(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    """201944日至615日: 年 and 月 were lost; read where one reading alone is possible."""
    halves = re.findall(r"\d+(?=日)", match["lost"])
    first = _restored(halves[0], _inferred(context, year))
    if first is None or len(halves) < 2:
        return first
    second = _restored(halves[1], first.start.year)
    return first._replace(end=second.end, grain="span") if second and second.end >= first.start else first


def _restored(digits: str, year: int | None) -> Part | None:
    if len(digits) > 5:
        year, digits = int(digits[:4]), digits[4:]
    readings = [
        part
        for cut in (1, 2)
        if 0 < len(digits) - cut <= 2 and digits[cut] != "0" and digits[0] != "0"
        if (part := _days(year, int(digits[:cut]), digits[cut:]))
    ]
    return readings[0] if len(readings) == 1 else None


def _read_vague(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    return None


READERS = {
    "plan": _read_plan,
    "now": _read_now,
    "iso": _read_iso,
    "packed": _read_packed,
    "lost": _read_lost,
    "months": _read_months,
    "years": _read_years,
    "half": _read_half,
    "point": _read_point,
    "yearend": _read_yearend,
    "year": _read_year,
    "party": _read_party,
    "vague": _read_vague,
}
KINDS = tuple(READERS)

# -------------------------------------------------------------------------------- one date alone

ALONE = re.compile(
    rf"^\s*(?P<y>{YEAR_DIGITS})\s?(?:年|[-/.])\s?(?P<m>{NUM})\s?(?:月|[-/.])\s?(?P<d>{NUM})\s?(?:日|号)?(?:\s*[T ]?\s*(?P<t>\d{{1,2}}:\d\d(?::\d\d)?))?(?:\.0)?\s*$"
)
AMERICAN = re.compile(
    r"^\s*(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>(?:19|20)\d\d)(?:\s+\d{1,2}:\d\d:\d\d\s?[AP]M)?\s*$"
)
SPACES = re.compile(
    r"(?<=[\d年月日〇○零一二三四五六七八九十])\s+(?=[年月日])|(?<=[年月])\s+(?=[\d一二三四五六七八九十])"
)


def read_date(text: str) -> str | None:
    """One date with an optional time, as a page's table gives it, in ISO 8601; `None` for anything else.

    >>> read_date("2018年11月07日"), read_date("2020-11-10 17:08"), read_date("二〇二〇年三月五日"), read_date("近日")
    ('2018-11-07', '2020-11-10T17:08', '2020-03-05', None)
    """
    line = SPACES.sub("", text.strip())
    found = ALONE.match(line) or AMERICAN.match(line)
    if found is None:
        return None
    year, month = _year_of(found["y"], None, Context()), _number(found["m"])
    part = _days(year, month, found["d"])
    if part is None:
        return None
    time = found.groupdict().get("t")
    hour = f"T{time.zfill(8 if time.count(':') == 2 else 5)}" if time else ""
    return part.start.isoformat() + hour


def is_date_line(folded: str) -> bool:
    """Whether a line is nothing but one date, as under a signature.

    >>> is_date_line("2020 年 3 月 5 日"), is_date_line("2020年3月5日召开会议")
    (True, False)
    """
    return len(folded) < 30 and "/" not in folded and read_date(folded) is not None
