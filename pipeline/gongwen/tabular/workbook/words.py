"""What a workbook writes under its Chinese heads for the words of the contract: 已完成 for completed, 元 for CNY.

said("issues", "state", "completed")         已完成
said("inspections", "level", "county")       县级
said("mentions", "unit", "CNY")              元
said("mentions", "unit", "公里")              公里: what is no word of the contract stays as it is

The other forms of the tables (Parquet, CSV, DuckDB) keep the contract's words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from gongwen.tabular.states import STATES

YES_NO: Final = {True: "是", False: "否"}
LEVELS: Final = {"central": "中央", "province": "省级", "city": "市级", "county": "县级", "unit": "单位内部"}
CURRENCIES: Final = {
    "CNY": "元", "USD": "美元", "HKD": "港元", "MOP": "澳门元", "TWD": "新台币元", "JPY": "日元", "AUD": "澳元",
    "CAD": "加元", "SGD": "新加坡元", "CHF": "瑞士法郎", "EUR": "欧元", "GBP": "英镑", "KRW": "韩元", "RUB": "卢布",
    "INR": "卢比", "THB": "泰铢", "VND": "越南盾", "NZD": "新西兰元",
}  # fmt: skip
BOUNDS: Final = {
    "eq": "等于", "ge": "不少于", "gt": "多于", "le": "不多于", "lt": "少于", "about": "左右",
}  # fmt: skip
RELATIONS: Final = {
    "on": "当日", "during": "期间", "by": "截止前", "since": "起", "until": "至", "as_of": "截至",
}  # fmt: skip
MENTIONS: Final = {
    "date": "日期", "money": "金额", "quantity": "数量", "percent": "百分比", "rank": "位次", "document": "文件",
    "document_number": "发文字号", "organization": "机关单位", "contact": "联系方式",
}  # fmt: skip
SEVERITIES: Final = {"info": "提示", "warning": "注意", "error": "错误"}
CONTACTS: Final = {
    "phone": "电话", "fax": "传真", "email": "电子邮箱", "postcode": "邮编", "address": "地址", "person": "联系人",
    "url": "网址", "hours": "时间",
}  # fmt: skip
WORDS: Final[Mapping[tuple[str, str], Mapping[str, str]]] = {
    ("inspections", "level"): LEVELS,
    ("issues", "state"): {str(state): name for state, name in STATES.items()},
    ("mentions", "kind"): MENTIONS,
    ("mentions", "relation"): RELATIONS,
    ("mentions", "bound"): BOUNDS,
    ("mentions", "unit"): CURRENCIES,
    ("mentions", "contact_type"): CONTACTS,
    ("mentions", "change"): {"up": "增长", "down": "下降"},
    ("indicators", "kind"): {"result": "完成", "target": "目标", "absent": "不设目标"},
    ("indicators", "bound"): BOUNDS,
    ("indicators", "unit"): CURRENCIES,
    ("diagnostics", "severity"): SEVERITIES,
}
"""By table and column."""


def said(table: str, column: str, value: Any) -> Any:
    """The value as it is written into a workbook."""
    if isinstance(value, bool):
        return YES_NO[value]
    words = WORDS.get((table, column))
    return words.get(value, value) if words and value is not None else value
