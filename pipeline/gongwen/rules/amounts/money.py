"""金额: 2.55亿元, 84万余元, 19.9亿美元, 1.5-2亿元, 人民币壹拾贰万叁仟肆佰伍拾陆元柒角捌分.

Only what is counted in a currency is money: 1.3万亿斤 is a quantity.
"""

from __future__ import annotations

import re
from decimal import Decimal

from gongwen.model import Context, Mention
from gongwen.rules.amounts.numbers import AFTER, NUMERALS, Amount, bound_before, scan, scanner
from gongwen.rules.numerals import DIGITS, decimal_text, scale_of

CURRENCIES: dict[str, str] = {
    **dict.fromkeys(("元", "圆", "圓", "元人民币", "人民币", "元钱", "块钱"), "CNY"),
    **dict.fromkeys(("美元", "美金", "元美金"), "USD"),
    **dict.fromkeys(("港元", "港币", "港幣"), "HKD"),
    **dict.fromkeys(("澳门元", "澳门币", "澳门币元"), "MOP"),
    **dict.fromkeys(("新台币", "台币", "新台币元"), "TWD"),
    **dict.fromkeys(("日元", "日圆"), "JPY"),
    **dict.fromkeys(("澳元", "澳大利亚元"), "AUD"),
    **dict.fromkeys(("加元", "加拿大元"), "CAD"),
    **dict.fromkeys(("新加坡元", "新元"), "SGD"),
    **dict.fromkeys(("瑞士法郎", "瑞郎"), "CHF"),
    "欧元": "EUR",
    "英镑": "GBP",
    "韩元": "KRW",
    "卢布": "RUB",
    "卢比": "INR",
    "泰铢": "THB",
    "越南盾": "VND",
    "新西兰元": "NZD",
}
CURRENCIES |= {f"元{name}": code for name, code in CURRENCIES.items() if name[0] not in "元圆圓块"}
"""2万元港元: the currency behind the unit."""
SYMBOLS = {
    "¥": "CNY",
    "￥": "CNY",
    "CNY": "CNY",
    "RMB": "CNY",
    "$": "USD",
    "US$": "USD",
    "USD": "USD",
    "HK$": "HKD",
    "HKD": "HKD",
    "MOP$": "MOP",
    "MOP": "MOP",
    "NT$": "TWD",
    "TWD": "TWD",
    "A$": "AUD",
    "C$": "CAD",
    "S$": "SGD",
    "€": "EUR",
    "EUR": "EUR",
    "£": "GBP",
    "GBP": "GBP",
    "JP¥": "JPY",
    "JPY": "JPY",
}
SIGNS = frozenset("¥￥$€£") | {"CNY", "RMB", "USD", "HKD", "MOP", "TWD", "EUR", "GBP", "JPY"}
"""Every text with a currency symbol contains one of these."""

ROUND_THINGS = "桌满形通明润梦心周柱珠弧环锥顶圈舞弹规"
"""圆桌, 圆满 ...: no money."""
OTHER_WORDS = "旦素首宵老代帅勋件器年月区"
"""元旦, 元素 ...: no money."""
GOES_ON = frozenset("以左上的整至到和及或钱每罚奖补现人纸硬")
"""三元以上; before any other word, a single Chinese digit with 元 is not an amount: 二元结构, 三元桥."""

NAMED_BEFORE = re.compile(r"(?:港币|港元|美元|美金|新台币|澳门元|澳门币|日元|欧元)\Z")
"""港币200万元: the currency stands before the number."""
_NEVER_BEFORE = {"元": f"[{OTHER_WORDS}]", "圆": f"[{ROUND_THINGS}]", "圓": f"[{ROUND_THINGS}]"}
_NAMES = frozenset(("人民币", "港币", "港元", "美元", "美金", "新台币", "澳门元", "澳门币", "日元", "欧元"))
"""Names that may stand before their number, and so behind a word for another one: 李四人民币3000元."""
_units = "|".join(
    name
    + (f"(?!{_NEVER_BEFORE[name]})" if name in _NEVER_BEFORE else "")
    + (f"(?! ?[0-9{NUMERALS}])" if name in _NAMES else "")
    for name in sorted(CURRENCIES, key=len, reverse=True)
)
_first = "".join(sorted({name[0] for name in CURRENCIES}))
AMOUNT = scanner(rf"(?=[{_first}])(?:{_units})")
_digits = "".join(sign for sign, value in DIGITS.items() if value)
MINOR = re.compile(rf"(?:零?([{_digits}])角)?(?:零?([{_digits}])分(?![之别]))?(?:[整正](?=[\s,。;:、()]|$))?")
"""What follows 元 on a cheque: 柒角捌分, 整."""
_symbols = "|".join(re.escape(symbol) for symbol in sorted(SYMBOLS, key=len, reverse=True))
WITH_SYMBOL = re.compile(
    rf"""
    (?<![A-Za-z])({_symbols})[ ]?
    ([0-9]{{1,3}}(?:,[0-9]{{3}}){{1,5}}(?![0-9])|[0-9]{{1,18}}+)    # HK$200, ¥1,200
    (\.[0-9]{{1,10}}+)?                                           # ¥1,200.00
    ([百千万亿]{{0,2}}+)                                           # US$1.2亿
    (?![0-9百千万亿元圆])
    """,
    re.VERBOSE,
)
MONEY_WORDS = (
    "投资|资金|贷款|融资|产值|收入|营收|销售额|债券|补助|补贴|经费|支出|利润|税收|预算|市值|成交额|交易额|存款|增加值|生产总值|进出口|额度|授信|让利|减税|退税|货款|欠款"
    "|成本|资产|负债|总额|净额|余额|金额|奖金|罚款"
)
WITHOUT_YUAN = re.compile(
    r"""
    # A digit comes first, which the search jumps to; what must not stand before it is asked then.
    ([0-9](?<![0-9.][0-9])[0-9]{0,7}(?:\.[0-9]{1,4})?)    # 120, 3.5
    (万亿|[百千]?[万亿])                                  # 亿, 千万
    (?:(以上|以下|以内|左右)|(?=[,。;、:)\s]|\Z))
    """,
    re.VERBOSE,
)
"""新增贷款120亿: the unit is understood where the words before it name money."""
MONEY_BEFORE = re.compile(rf"(?:{MONEY_WORDS})[^,。;:、()\s\d]{{0,6}}\Z")


def find_money(text: str, folded: str, context: Context) -> list[Mention]:
    """The amounts of money, each `{"amount", "currency", "bound", "high"}` with decimal strings."""
    found = [
        _mention(amount, folded)
        for amount in scan(AMOUNT, folded)
        if len(amount.numeral) > 1 or amount.numeral < "A" or not _word(amount, folded)
    ]
    if "万" in folded or "亿" in folded:
        found += _without_yuan(folded)
    return [*found, *_with_symbol(folded)] if any(sign in folded for sign in SIGNS) else found


def _word(amount: Amount, folded: str) -> bool:
    """A lone Chinese digit before 元 that starts a word, 一元化; a bare 百 or 千 without a bound."""
    if amount.bound != "eq":
        return False
    if amount.numeral in "一百千万亿":
        return True
    following = folded[amount.end : amount.end + 1]
    lone = amount.numeral in "一二三四五六七八九" and amount.unit == "元"
    return lone and "一" <= following <= "鿿" and following not in GOES_ON


def _mention(amount: Amount, folded: str) -> Mention:
    value, end = amount.amount, amount.end
    currency = CURRENCIES[amount.unit]
    if currency == "CNY" and amount.start and folded[amount.start - 1] in "币元金":
        named = NAMED_BEFORE.search(folded, max(0, amount.start - 4), amount.start)
        currency = CURRENCIES[named.group()] if named else currency
    if folded[end : end + 1] in _MINOR_STARTS and amount.unit in ("元", "圆", "圓"):
        minor = MINOR.match(folded, end)
        assert minor is not None  # every part of the pattern is optional
        tenths, hundredths = (DIGITS[digit] if digit else 0 for digit in minor.groups())
        value, end = decimal_text(Decimal(value) + Decimal(tenths * 10 + hundredths) / 100), minor.end()
    return Mention(
        "money",
        amount.start,
        end,
        {"amount": value, "currency": currency, "bound": amount.bound, "high": amount.high},
    )


_MINOR_STARTS = frozenset("123456789整正" + NUMERALS)


def _with_symbol(folded: str) -> list[Mention]:
    """¥1,200.00, HK$200, US$1.2亿: what has a sign before it and no unit after it."""
    return [
        _plain(
            found.start(),
            found.end(),
            Decimal(found[2].replace(",", "") + (found[3] or "")) * scale_of(found[4]),
            SYMBOLS[found[1]],
        )
        for found in WITH_SYMBOL.finditer(folded)
    ]


def _without_yuan(folded: str) -> list[Mention]:
    """总投资超500亿，: a scale without a unit after words for money."""
    found: list[Mention] = []
    for number in WITHOUT_YUAN.finditer(folded):
        bound, start = bound_before(folded, number.start())
        if MONEY_BEFORE.search(folded, max(0, start - 12), start):
            bound = AFTER.get(number[3] or "", bound) or "eq"
            value = Decimal(number[1]) * scale_of(number[2])
            found.append(_plain(start, number.end(), value, "CNY", bound))
    return found


def _plain(start: int, end: int, value: Decimal, currency: str, bound: str = "eq") -> Mention:
    amount = {"amount": decimal_text(value), "currency": currency, "bound": bound, "high": None}
    return Mention("money", start, end, amount)
