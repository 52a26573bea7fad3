"""数量, 百分比, 位次: 30余篇, 1200万人以上, 近50%, 三四十名, 翻一番, 排名第10位, 2件3人.

A measure word makes a number a quantity, so years, 文号, room and telephone numbers and names (5G, PM2.5, B2C)
are not quantities. Chinese numerals are read with care: 一个, 两个维护 and 八项规定 count nothing.
"""

from __future__ import annotations

import re
from decimal import Decimal

from gongwen.model import Context, Mention
from gongwen.rules.amounts import percentages
from gongwen.rules.amounts.measure_words import CONCRETE, PATTERN
from gongwen.rules.amounts.numbers import NUMERALS, ROUND, Amount, scan, scanner
from gongwen.rules.numerals import chinese_number, decimal_text, whole_number

QUANTITY = scanner(PATTERN)
DOUBLED = re.compile("翻了?(?:([一两二三四1-4])番|番(?![茄禺号]))")
RANK = re.compile(rf"第([0-9]{{1,4}}|[{NUMERALS}]{{1,5}})(?:[位名](?![的数者])|(?=[,。;:、)\s!]|\Z))")
RANKED = re.compile(
    r"(?:排名|排在|排|位居|居|位列|名列|列|位次|跃升|上升|攀升|前移|后移|升|降|退)[^,。;:!\n第]{0,10}\Z|由\Z"
)

DATED = frozenset("年日分")
"""Units that dates and times of day are written with, too."""
ROUND_YEARS = frozenset("10 20 30 40 50 60 70 80".split())
"""20年 is a duration, 19年 may be a year."""
SPACED = re.compile("[0-9] ")
PLAIN = frozenset("零〇一二两三四五六七八九十百千万亿点")
"""大写 forms are left out: 陆 and 伍 are also ordinary words."""
LAST_MILE = frozenset({"最后", "最初", "最先"})
"""“最后一公里” is no distance."""
COLD = re.compile("零下\\Z")
DEGREES = frozenset("摄氏度 ℃ °C 度".split())
NO_MINUS = re.compile(r"[0-9A-Za-z%)〇一二三四五六七八九十百千万亿年月日-]")
"""After one of these a dash is not a minus sign: 3-5米."""
HALF = re.compile("半(?![年月天日小径数导球边])")
"""两米半, 三天半."""
HALVED = frozenset("米 公里 里 亩 斤 公斤 吨 小时 天 年 周 倍".split())
NO_COUNT = frozenset("人体别性案")
"""参照3.4个人防护要求 cites a section."""
LASTING = re.compile(
    "(?:期|期限|周期|工期|时间|时长|年限|保存|保管|留存|任职|历时|耗时|限|满|连续|持续|延长|缩短|每隔|间隔|禁止|停业|为期)(?:为|是|达|了|:|一般为|不超过|不少于)?\\Z"
)
"""Words which show that a number of years or days is a duration: 公示期为7日, 票据保存十年."""
YEARS_AND_MONTHS = re.compile(
    r"""
    # The numeral comes first, so that the search can jump to it; what may not precede it is checked afterwards.
    (
        [0-9一二两三四五六七八九十](?<![0-9一二两三四五六七八九十零〇].)
        (?:(?<=[0-9])[0-9]?|(?<![0-9])[一二两三四五六七八九十]{0,2})    # 12, 十二
    )
    年(?:零|又)?
    ([0-9]{1,2}|[一二两三四五六七八九十]{1,3})个月
    """,
    re.VERBOSE,
)
"""两年六个月."""
PER = re.compile(
    r"""
    (?: / | 每(?=立方|平方|升|秒|小时) )
    (?: 立方米|平方米|平方公里|公里|升|吨|公斤|千克|亩|公顷      # 微克/立方米, 人/平方公里
      | 人|户|头|只|台|件|次                                  # 元/人
      | 年|月|日|天|小时|分钟|秒                              # 万吨/年
      | m[23³²]|㎡|km²?|kg|[hdLlts]                          # mg/L
    )(?![A-Za-z])
    """,
    re.VERBOSE,
)
"""38微克/立方米, 500人/平方公里: a unit over another is one unit."""
PER_SIGNS = frozenset("/每")
INFIXES = frozenset("多半")
"""3个多月, 1个半月."""


def find_quantities(text: str, folded: str, context: Context) -> list[Mention]:
    """Quantities, percentages and ranks in the order of the text.

    quantity `{"amount", "unit", "bound", "high"}`, percent `{"amount", "change", "bound", "high", "unit"}` (unit `%`,
    `‰` or `个百分点`), rank `{"amount"}`; amounts are decimal strings.
    """
    found = _counted(folded)
    if "个月" in folded:
        found = _with_terms(found, folded)
    rest = [*percentages.fractions(folded), *percentages.halves(folded), *_ranks(folded), *_doubled(folded)]
    return sorted([*found, *rest], key=lambda mention: mention.start) if rest else found


def _counted(folded: str) -> list[Mention]:
    found: list[Mention] = []
    for amount in scan(QUANTITY, folded):
        if not (
            _counts(amount) if amount.numeral > "A" else amount.unit not in DATED or _lasts(amount, folded)
        ) and not _is_term(amount, folded):
            continue
        if (
            "." in amount.numeral
            and amount.unit[0] == "个"
            and folded[amount.end : amount.end + 1] in NO_COUNT
        ):
            continue
        if amount.unit == "人" and folded[amount.end : amount.end + 1] == "转":  # 二人转
            continue
        if amount.numeral == "一" and folded[amount.start - 2 : amount.start] in LAST_MILE:
            continue
        if amount.unit in percentages.UNITS:
            found.append(percentages.percentage(amount, folded, found[-1] if found else None))
        else:
            found.append(_quantity(amount, folded))
    return found


def _is_term(amount: Amount, folded: str) -> bool:
    """Do the words before a number of years or days show that it is a duration?"""
    return (
        amount.unit in ("年", "日")
        and LASTING.search(folded, max(0, amount.start - 10), amount.start) is not None
    )


def _with_terms(found: list[Mention], folded: str) -> list[Mention]:
    """两年六个月 as one duration of 30 months, in place of its parts."""
    terms = [
        Mention(
            "quantity",
            term.start(),
            term.end(),
            {"amount": str(months), "unit": "个月", "bound": "eq", "high": None},
        )
        for term in YEARS_AND_MONTHS.finditer(folded)
        if (months := _months(term[1], term[2]))
    ]
    apart = [one for one in found if not any(term.start <= one.start < term.end for term in terms)]
    return sorted([*apart, *terms], key=lambda mention: mention.start) if terms else found


def _months(years: str, months: str) -> int | None:
    values = [whole_number(part) for part in (years, months)]
    return None if None in values else (values[0] or 0) * 12 + (values[1] or 0)


def _quantity(amount: Amount, folded: str) -> Mention:
    start, end, value, high, bound, unit, _ = amount
    if unit in HALVED and not high and folded[end : end + 1] == "半" and HALF.match(folded, end):
        value, end = decimal_text(Decimal(value) + Decimal("0.5")), end + 1
    elif unit in DEGREES and COLD.search(folded, max(0, start - 2), start):
        value, start = f"-{value}", start - 2
    elif (
        not high
        and folded[start - 1 : start] in ("-", "−")
        and not NO_MINUS.match(folded, max(0, start - 2))
        and start > 1
        and folded[start - 2] != "\n"
    ):
        value, start = f"-{value}", start - 1
    if unit[0] == "个" and unit[1:2] in INFIXES:
        if unit[1] == "半":
            value = decimal_text(Decimal(value) + Decimal("0.5"))
        else:
            bound = "gt"
        unit = "个" + unit[2:]
    if folded[end : end + 1] in PER_SIGNS and (per := PER.match(folded, end)):
        unit, end = unit + per.group(), per.end()
    return Mention("quantity", start, end, {"amount": value, "unit": unit, "bound": bound, "high": high})


def _lasts(amount: Amount, folded: str) -> bool:
    """Is it a duration or a score? 3年, 30日内 and 95分 are; 19年, 5月20日 and 8时30分 are not."""
    before = folded[amount.start - 1 : amount.start]
    if amount.unit == "年":
        short = len(amount.numeral) < 3 and len(amount.high or "") < 3
        telling = amount.bound != "eq" or amount.amount in ROUND_YEARS or len(amount.amount) == 1
        return (
            short
            and telling
            and before not in ("'", "’")
            and not SPACED.match(folded, max(0, amount.start - 2))
        )
    clocked = before == ":" and folded[amount.start - 2 : amount.start - 1].isdecimal()
    return before not in ("月", "时", "点") and not clocked and (amount.unit == "分" or amount.bound != "eq")


def _counts(amount: Amount) -> bool:
    """Does a Chinese numeral count? 三名, 二十条, 三四十个, 上百家 and 两个以上 do; 一个, 八项 and 千人 do not."""
    numeral, unit = amount.numeral, amount.unit
    if "点" in numeral and PLAIN.issuperset(numeral):
        return unit != "分"
    if not PLAIN.issuperset(numeral) or numeral[0] in "零〇":
        return False
    if amount.bound != "eq" or amount.high:
        return unit != "年" or amount.bound != "lt"
    if numeral[0] in ROUND or unit in DATED:
        return False
    return len(numeral) > 1 or (unit in CONCRETE and (numeral != "一" or len(unit) > 1 or unit == "倍"))


def _ranks(folded: str) -> list[Mention]:
    """排名第10位, 列全省第三: what is ranked, not the first of a series."""
    return [
        Mention("rank", found.start(), found.end(), {"amount": str(value)})
        for found in RANK.finditer(folded)
        if (value := chinese_number(found[1])) is not None
        and (
            RANKED.search(folded, max(0, found.start() - 14), found.start())
            or (found[1].isdecimal() and found[0][-1] in "位名")
        )
    ]


def _doubled(folded: str) -> list[Mention]:
    """翻一番, 翻两番, 翻番."""
    return [
        Mention(
            "quantity",
            found.start(),
            found.end(),
            {"amount": str(chinese_number(found[1] or "一")), "unit": "番", "bound": "eq", "high": None},
        )
        for found in DOUBLED.finditer(folded)
    ]
