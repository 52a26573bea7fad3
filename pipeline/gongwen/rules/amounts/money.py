"""金额: 2.55亿元, 84万余元, 19.9亿美元, 1.5-2亿元, 人民币壹拾贰万叁仟肆佰伍拾陆元柒角捌分.

Only what is counted in a currency is money: 1.3万亿斤 is a quantity.
"""

from __future__ import annotations

import re
from decimal import Decimal

from gongwen.model import Context, Mention
from gongwen.rules.amounts.numbers import NUMERALS, Amount, scan, scanner
from gongwen.rules.numerals import DIGITS, decimal_text

CURRENCIES: dict[str, str] = {
    **dict.fromkeys(("元", "元人民币", "人民币", "元钱", "块钱"), "CNY"),
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
SYMBOLS = {"¥": "CNY", "￥": "CNY", "$": "USD"}

OTHER_WORDS = "旦素首宵老代帅勋件器年月区"
"""元旦, 元素 ...: no money."""
GOES_ON = frozenset("以左上的整至到和及或钱每罚奖补现人纸硬")
"""三元以上; before any other word a lone Chinese digit with 元 counts no money: 二元结构, 三元桥."""

NAMED_BEFORE = re.compile(r"(?:港币|港元|美元|美金|新台币|澳门元|澳门币|日元|欧元)\Z")
"""港币200万元: the currency stands before the number."""
_units = "|".join(
    f"元(?![{OTHER_WORDS}])" if name == "元" else name for name in sorted(CURRENCIES, key=len, reverse=True)
)
_first = "".join(sorted({name[0] for name in CURRENCIES}))
AMOUNT = scanner(rf"(?=[{_first}])(?:{_units})")
_digits = "".join(sign for sign, value in DIGITS.items() if value)
MINOR = re.compile(rf"(?:零?([{_digits}])角)?(?:零?([{_digits}])分(?![之别]))?(?:[整正](?=[\s,。;:、()]|$))?")
"""What follows 元 on a cheque: 柒角捌分, 整."""
WITH_SYMBOL = re.compile(
    r"([¥￥$]) ?([0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])|[0-9]{1,18}+)(\.[0-9]{1,10}+)?(?![0-9百千万亿元])"
)


def find_money(text: str, folded: str, context: Context) -> list[Mention]:
    """The amounts of money, each `{"amount", "currency", "bound", "high"}` with decimal strings."""
    found = [
        _mention(amount, folded)
        for amount in scan(AMOUNT, folded)
        if len(amount.numeral) > 1 or amount.numeral < "A" or not _word(amount, folded)
    ]
    return [*found, *_with_symbol(folded)] if any(symbol in folded for symbol in SYMBOLS) else found


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
    if folded[end : end + 1] in _MINOR_STARTS and amount.unit == "元":
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
    """¥1,200.00: what has a sign before it and no unit after it."""
    return [
        Mention(
            "money",
            found.start(),
            found.end(),
            {
                "amount": decimal_text(Decimal(found[2].replace(",", "") + (found[3] or ""))),
                "currency": SYMBOLS[found[1]],
                "bound": "eq",
                "high": None,
            },
        )
        for found in WITH_SYMBOL.finditer(folded)
    ]
