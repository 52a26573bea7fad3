"""How dates are written: the words, and the pattern of one date.

    2020年4月3日   二〇二〇年   9月25日至12月31日   今年1-9月   6月底   11月下旬   年底   “十三五”期间   近三年

Each alternative of `DATE` is a named group, the form of the date; the short groups in it (y1, m1, d1 ...) are its parts.
The words before a date that say how it is meant (截至, 自) are `LEADS`, those behind it (前, 以来) `TAIL`.
"""

from __future__ import annotations

import re

from gongwen.rules.dates.plans import NUMBER, OTHER_PROGRAMMES, PHASE
from gongwen.rules.dates.times import TIME
from gongwen.rules.dates.years import ALONE, BEFORE_MONTH, NUM, PRINTED_WORD, YEAR_DIGITS, YEAR_WORD

FULL_DATE = rf"{YEAR_DIGITS}\s?年\s?[^\s年月日]{{1,3}}\s?月\s?[^\s年月日]{{1,3}}\s?日"
"""A day with its year, as under a signature; also X月X日, which is still to be filled in."""
WEEKDAY = r"(?:星期|礼拜|周)[一二三四五六日天](?!期)"
DASH = " ?(?:至|到|—{1,2}|－{1,2}|-{1,2}|─{1,2}|~|～|–) ?"
AND = " ?[与和及] ?"
BETWEEN = "之间|间(?![接隔断歇])"
DAY = rf"{NUM}(?: ?[日号](?!线|楼|院|门|文|令)|(?={DASH}{NUM} ?日))"
XUN = "(?:[上中下]|中上|上中|中下)旬"
PART = rf"{XUN}|月?底|月?末|月?初(?![一二三四五六七八九十])"
REMARK = (
    r" ?\((?:本?周|星期|礼拜|农历|阴历|正月|腊月|除夕|大年|元旦|春节|清明|劳动节|端午|中秋|国庆|当[天日](?=\)|,))[^()\n]{0,14}\)"
    rf"| ?{WEEKDAY}"
)
"""What else is said of a day: （星期五）, （农历除夕）."""
COUNTED = (
    "年|个|家|元|人|名|次|项|万|亿|件|号|平|米|吨|亩|公|户|条|多|余|所|台|套|份|座|辆|千|美|英|小|版|字|只|头|株|场|处|村|支|期|位|倍|届|分|度|天|本|张|册"
    "|片|瓶|斤|款|批|种|类|门|节|篇|艘|架|层|间|栋|幢|盏|眼|组|起|例|宗|笔|枚|棵|块|段|幅|盒|箱|袋|克|升|毫|厘|微|海|里|丈|尺|寸|欧|日|港|澳|加"
    "|与|和|及|至|到|或"
)
"""What makes 2020 a count: 2020个. Before anything else it is the year of an event: 2020江临博览会."""
FESTIVAL = (
    "(?:元旦|春节|元宵节?|清明节?|(?:五一)?(?:国际)?劳动节|“?五一”?|端午节?|中秋节?|国庆节?|“?十一”?(?=假期|期间|前)|除夕"
    "|重阳节?|“?两节”?|寒假|暑假|暑期|汛期|春运|春耕|三夏|秋收|高考|中考)"
)
"""Festivals and seasons named with a year; only the calendar tells when they fall."""
LUNAR = (
    "(?:农历|阴历)[一-鿿]{0,4}?(?:[正冬腊]|十?[一二三四五六七八九十])月(?:[初十廿卅二三][一二三四五六七八九十]{1,2})?"
    "|大年(?:初[一二三四五六七八九十]|三十)|[正冬腊]月(?:[初十廿卅二三][一二三四五六七八九十]{1,2})"
    "|(?:十[一二]?|[一二三四五六七八九])月(?:初[一二三四五六七八九十]|廿[一二三四五六七八九])"
)
"""农历五月初五, 大年初一, 十二月初八: days of another calendar."""

CONGRESSES = {
    "十一届三中全会": "1978-12-18", "十五大": "1997-09-12", "十六大": "2002-11-08", "十七大": "2007-10-15", "十八大": "2012-11-08",
    "十八届三中全会": "2013-11-09", "十八届四中全会": "2014-10-20", "十八届五中全会": "2015-10-26", "十八届六中全会": "2016-10-24",
    "十九大": "2017-10-18", "十九届二中全会": "2018-01-18", "十九届三中全会": "2018-02-26", "十九届四中全会": "2019-10-28",
    "十九届五中全会": "2020-10-26", "十九届六中全会": "2021-11-08", "二十大": "2022-10-16", "二十届二中全会": "2023-02-26",
    "二十届三中全会": "2024-07-15", "二十届四中全会": "2025-10-20",
}  # fmt: skip
"""The days on which the sessions opened."""

ISO = r"(?:19|20)\d\d[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\d|0?[1-9])(?![\d.])"
CLOCK = r"(?:[ T]\d{1,2}:\d\d(?::\d\d)?)?"
"""09:00:00 behind such a day"""
MONTH_OF_YEAR = r"(?:19|20)\d\d[./](?:1[0-2]|0?[1-9])"


def _day(name: str) -> str:
    """One day, part of a month or month, its groups numbered by `name`."""
    return (
        rf"(?:(?:(?P<y{name}>{BEFORE_MONTH}) ?年|(?P<w{name}>{YEAR_WORD}|{PRINTED_WORD})) ?的?)?"
        rf"(?P<m{name}>{NUM}) ?月份?(?!龄)(?: ?(?P<d{name}>{DAY})|(?P<x{name}>{PART}))?"
    )


def _year(number: int) -> str:
    return rf"(?:(?P<y{number}>{ALONE}) ?年 ?|(?P<w{number}>{YEAR_WORD}|{PRINTED_WORD}))"


NUMERAL = "一二三四五六七八九十"
FORMS = {
    # “十四五”期间, 十二五末
    "plan": (
        rf"“(?P<n5>{NUMBER})五”(?!{OTHER_PROGRAMMES})(?:规划)?(?P<phase>{PHASE})?|“(?P<n6>{NUMBER})五(?:规划)?(?:期间|时期)”?"
        rf"|“(?P<n8>[一二三]?十[一二三四五六七八九])五(?![年月日条项届个次大”])"
        rf"|(?<![第{NUMERAL}\d])(?P<n7>[一二三]?十[{NUMERAL}]|[七八九])五(?:规划)?(?P<phase7>{PHASE})"
    ),
    # 目前, 当前,
    "now": "目前|当前(?=,|为止)|现在为止",
    # 2022-08-05 16:40, 2020-05-26起至2020-05-29
    "iso": rf"(?P<iso1>{ISO}{CLOCK})(?:(?: ?起)?{DASH}(?P<iso2>{ISO}{CLOCK}))?",
    # 2008.03-2009.12, 2015.06至今
    "dotted": rf"(?P<from>{MONTH_OF_YEAR}){DASH}(?:(?P<to>{MONTH_OF_YEAR})(?![\d.%元万亿]))",
    # 20230416
    "packed": r"(?:19|20)\d\d(?:1[0-2]|0[1-9])(?:3[01]|[12]\d|0[1-9])(?!\d|[.%-]|号|[A-Za-z])",
    # 201944日至615日, where 年 and 月 were lost
    "lost": rf"(?<!\d)(?:(?:19|20)\d{{2}}\d{{2,4}}日|(?<![月年.\d])[1-9]\d{{2,3}}日(?![历均]))(?:{DASH}\d{{1,4}}日)?",
    # 农历五月初五, 大年初一至初六
    "lunar": rf"(?:{LUNAR})(?:[至到](?:大年|[正冬腊]月)?[初十廿][{NUMERAL}]{{1,2}})?",
    # 2021年国庆节前
    "festival": (
        rf"(?:(?P<yf>{YEAR_DIGITS}) ?年|(?P<wf>{YEAR_WORD})) ?的?{FESTIVAL}(?:假期?)?(?:期间|前后|前夕|[以之]?[前后])?"
    ),
    # 20世纪六七十年代, 上世纪九十年代, 八十年代
    "decade": (
        r"(?:(?P<century>1\d|2[01]|十[八九]|二十一?) ?世纪|(?P<last>[上本]个?世纪))?"
        rf"(?P<tens>(?<![\d{NUMERAL}])(?:\d0|[{NUMERAL}]{{1,2}}十)|\d0) ?年代(?P<era>初期?|中期|末期?|后期)?"
    ),
    # 今明两年
    "pair": "(?P<pair_words>[前去今明][今明后])两年",
    # 2024年3、4月
    "month_list": rf"{_year(10)}?(?P<lm>(?<!第)(?:\d{{1,2}}[、和及与]){{1,6}}\d{{1,2}}|[{NUMERAL}]{{1,2}}(?:、[{NUMERAL}]{{1,2}}){{1,6}}) ?(?:[两三]个?)?月份?(?! ?{NUM} ?日)",
    # 1-9月, 2021年4月至6月
    "months": rf"{_year(3)}?(?P<m3>{NUM}) ?月?份?{DASH}(?P<m4>{NUM}) ?月份?(?! ?{NUM} ?日)",
    # 2019、2020、2021年
    "year_list": rf"(?P<ly>{YEAR_DIGITS}(?:[、和及与] ?{YEAR_DIGITS}){{1,9}}) ?年度?",
    # 2020-2022年, 2007年与2009年间
    "years": rf"(?P<y5>{YEAR_DIGITS}) ?年?(?:{DASH}(?P<y6>{YEAR_DIGITS}) ?学?年度?(?! ?{NUM} ?月)|{AND}(?P<y16>{YEAR_DIGITS}) ?年(?= ?(?:{BETWEEN})))",
    # 上半年, 今年前5个月, 第二、三季度, 三季度末
    "half": (
        rf"(?:{_year(7)}|(?P<y17>\d\d) ?年(?=.?[一二三四]季度|[上下]半年))?(?P<h>[上下前后]半年|(?<![提之以])前{NUM} ?个?月(?!内)|前(?:两|[二三2-3])个?季度"
        rf"|(?:第?[一二三四1-4](?:季度)?(?:[至到—-]|、|和|及)){{0,3}}第?[一二三四1-4]季度(?:{DASH}第?[二三四2-4]季度)?)(?P<qe>末|底)?"
    ),
    # 5月1、2、3日
    "day_list": (
        rf"(?:(?:(?P<y11>{BEFORE_MONTH}) ?年|(?P<w11>{YEAR_WORD}|{PRINTED_WORD})) ?)?(?P<m11>{NUM}) ?月 ?"
        rf"(?P<ld>(?:{NUM}(?:、|和|及|与)){{1,9}}{NUM}) ?日"
    ),
    # 2020年4月3日（星期五）9:00至11:30, 8月3日-15日
    "point": (
        rf"{_day('1')}(?:{REMARK})?(?: ?(?P<t1>{TIME})(?:{DASH}(?P<t3>(?:{TIME})(?<=[\d时点分半整刻]))(?! ?[月日]))?)?"
        rf"(?:(?: ?起)?{DASH}(?:{_day('2')}|(?P<dd>{DAY})|(?P<xx>{XUN}))(?:{REMARK})?(?: ?(?P<t2>{TIME}))?"
        rf"|{AND}(?:(?P<m12>{NUM}) ?月 ?)?(?P<d12>{NUM}) ?日(?= ?(?:{BETWEEN})))?"
    ),
    # 2025年底, 年底, 去年末, 年内
    "yearend": (
        rf"(?:(?P<y8>{ALONE}) ?年|(?P<w8>{YEAR_WORD}|{PRINTED_WORD})) ?年?(?P<e>[底末内]|初(?![{NUMERAL}]))"
        rf"|(?<![一二两三四五六七八九十几半\d近大])年(?P<e0>[底末内]|初(?![{NUMERAL}]))"
    ),
    # 2021年度, 去年, 2023江临博览会
    "year": (
        rf"(?P<y9>{ALONE}) ?学?年度?(?!版)|(?P<w9>{YEAR_WORD})"
        rf"|(?P<event>(?<![\d.〔\[(第])20[0-4]\d(?=[一-鿿])(?!{COUNTED}))"
    ),
    # 上月底, 本季度末
    "relative": rf"(?<!以)(?:上个?|本|下个?)月(?:(?P<rd>{DAY})|(?P<rx>{XUN}|底|末|初))?|(?:上一?个?|本|下一?个?)季度(?P<re>末|底)?",
    # 党的十八大以来
    "party": rf"(?:党的|中共)?(?P<congress>{'|'.join(sorted(CONGRESSES, key=len, reverse=True))})(?=(?:召开|胜利召开)?以来)",
    # 近日, 近三年, 一年来
    "vague": (
        r"近日|日前|近期|近年来|近几年来?|近[一二两三四五六七八九十\d]+年来?|过去[一二两三四五六七八九十\d]+年|最近"
        r"|(?<![一-鿿\d])(?:[一二三四五六七八九十]|\d{1,2})年来(?=[,的])"
    ),
}
"""The forms of a date in the order in which they are tried, each with examples above it."""
DATE = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in FORMS.items()))

TAIL = re.compile(
    rf"""
    [ ]?(?:\(含(?:当[天日]|本[日数])?\)[ ]?)?                   # 6月30日（含）前
    (?:
        至今|期间|(?P<closing>(?P<between>{BETWEEN})|止(?![步境损]))                       # 2019年至今, 春节期间, 6月1日与6月30日之间
      | [或及和]?[之以]前|(?:(?:上午|下午)?下班[之以]?)?前(?![一二三四五六七八九十\d期后列者线瞻沿身台述])   # 及以前, 下班前
      | [或及和]?[以之]后                                       # 或之后
      | 起(?![草来诉步点到源重事案数])|(?P<begin>开始)            # 5月起, 从2018年开始
      | 后(?=,)|内(?=,|完)|为止                   # 到2020年为止, 6月30日止
      | [^。;,:、《》“”\n]{{0,10}}?以来                          # 2016年7月巡察以来
    )
    """,
    re.VERBOSE,
)
"""Right after a date: how it relates."""
LISTED = re.compile(rf"[、和及] ?(\d{{1,2}}) ?日(?:{DASH}(\d{{1,2}}) ?日)?(?:{REMARK})?(?![元均历])")
"""11日 in 3月7日、8日、11日."""
LEADS = (
    "不晚于", "不迟于", "最迟于", "最晚于", "最迟", "最晚",
    "截至", "截止到", "截止", "自", "从", "到", "至",
)  # fmt: skip
"""Right before a date: how it relates."""
LATEST = frozenset(LEADS[:6])

WORDS = (
    "今年 去年 明年 本年 当年 上年 上一年 前年 后年 次年 翌年 同年 今明两年 去今两年 明后两年 前去两年 上半年 下半年 前半年 后半年 上月 本月 下月 上个月 下个月"
    " 上季度 本季度 下季度 上个季度 下个季度 上一季度 下一季度 上一个季度 下一个季度 当前 目前 现在为止 近日 日前 近期 近年来 近几年 近一 近二 近两 近三 近四 近五 近六"
    " 近七 近八 近九 近十 最近 党的 中共 上世纪 本世纪 上个世纪 本个世纪 农历 阴历 大年 正月 冬月 腊月 年底 年末 年初 年内 第一 第二 第三 第四 “一 “二 “三 “四 “五 “六 “七 “八 “九 “十"
).split()
"""The words, as opposed to figures, that dates begin with."""


def _words(words: list[str]) -> str:
    """今年 and 今明两年 as one lookahead behind their first character, which is scanned for."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(f"(?<={first})(?={'|'.join(rest)})" for first, rest in rests.items())


FIRST = "".join(sorted({word[0] for word in WORDS}))
CHARACTERS = "〇○零一二两三四五六七八九十"
TRIGGER = re.compile(
    rf"""
    [\d{CHARACTERS}{FIRST}过前“近第民](?:
        (?<=民)(?=国)                                                                          # 民国九十年
      | (?<!民)(?:
        (?<=\d)(?<!\d\d)
        (?= \d{{0,8}}[ ]?(?: 年|月|日|季|世纪                                                     # 2020年
            | [-—－─~～–至到起]{{1,2}}[ ]?(?:\d|第|[今去明本当次翌上同]年)                              # 2019-2021年
            | [、和及与][ ]?第?\d                                                                 # 5、6月
            | [/.]\d{{1,2}}[ ]?(?:[/.]|[-—－─~～–至到])[ \d—-]                                     # 2020.4.3
            | (?<=\d\d\d\d)[一-鿿]                                                              # 2020全年
            | (?<=\d{{8}})                                                                     # 20200403
        ))
      | (?<=[{CHARACTERS}])
        (?= [〇○零O0{CHARACTERS}千]{{0,4}}[ ]?(?:年|月|季度|世纪|五[”期时规末初以中]|[”期时规末初以中](?<=五.)|[大届])  # 二〇二〇年
          | [{CHARACTERS}]{{0,4}}[ ]?[、至到和及与—-]{{1,2}}[ ]?第?[{CHARACTERS}]{{1,4}}[ ]?
            (?:年|[、至到和及—-]|[两三]?个?月|季度|五”)                                              # 一九七八——一九八五年
        )
      | (?<=前)(?=[\d{NUMERAL}两]{{1,3}}[ ]?个?(?:月|季))                                         # 前三季度
      | (?<=近)(?=[几\d{NUMERAL}两])                                                            # 近三年
      | (?<=第)(?=\d)                                                                          # 第1季度
      | (?<=过)(?=去[一二两三四五六七八九十\d])                                                     # 过去五年
      | {_words(WORDS)}                                                                       # 今年
      )
    )
    """,
    re.VERBOSE,
)
"""The first character of a date, with just enough context to exclude other uses; the engine scans for these fast."""
