"""The labels before telephone numbers, email and postal addresses, each word once.

    联系电话：0780-2137332     监督热线：0780-8326117     手机：13800001234     Tel: 0780-2137332     E-mail：…
    收件地址：江临市滨江路12号     邮政信箱：江临市第15号信箱     联系人：张某

A label is a word for the kind of contact, preceded by its purpose. Its characters may be spaced out: 电　话.
Sources: 国办发〔2017〕47号 (政府网站发展指引, 联系方式) and common usage in notices.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple


class ContactLabel(NamedTuple):
    """A word and the kind of contact that follows it."""

    kind: str
    word: str
    example: str
    condition: str = ""
    """What must surround the word in running text, as a pattern."""
    alone: bool = True
    """It also labels a line of its own."""


CONTACT_LABELS: tuple[ContactLabel, ...] = (
    ContactLabel("phone", "电话", "咨询电话：0780-2137332"),
    ContactLabel("phone", "手机", "手机：13800001234"),
    ContactLabel("phone", "热线", "服务热线：0780-8326117"),
    ContactLabel("phone", "专线", "投诉专线：0780-8326117"),
    ContactLabel("phone", "联系方式", "联系方式：0780-8326117"),
    ContactLabel("phone", "[Tt][Ee][Ll]", "Tel: 0780-2137332", r"(?<![A-Za-z]{4})(?![A-Za-z])"),
    ContactLabel("phone", "拨打", "请拨打0780-2137332", alone=False),
    ContactLabel("fax", "传真", "传真：0780-2137336"),
    ContactLabel("fax", "[Ff][Aa][Xx]", "Fax: 0780-2137336"),
    ContactLabel("postcode", "邮编", "邮编：437900"),
    ContactLabel("postcode", "邮政编码", "邮政编码：437900"),
    ContactLabel("po_box", "邮政信箱", "邮政信箱：江临市第15号信箱"),
    ContactLabel("po_box", "信箱", "举报信箱：江临市第15号信箱", r"(?<!电子信箱)(?=[::])"),
    ContactLabel(
        "address",
        "地址",
        "通信地址：江临市滨江路12号",
        r"(?<!IP地址)(?<!网络地址)(?<!网站地址)(?<!登录地址)(?=\)?[::])",
    ),
    ContactLabel("address", "寄至", "来信请寄至：江临市人民路8号", r"(?=[::])", alone=False),
    ContactLabel("address", "送至", "材料送至：江临市人民路8号", r"(?=[::])", alone=False),
    ContactLabel("email", "邮箱", "监督邮箱：jlsw@example.cn"),
    ContactLabel("email", "电子邮件", "电子邮件：jlsw@example.cn"),
    ContactLabel("email", "E-?[Mm]ail", "E-mail：jlsw@example.cn"),
    ContactLabel("person", "联[系络][人员]", "联系人：张某"),
    ContactLabel("person", "经办人", "经办人：张某"),
)
"""In the order in which they are tried; 邮箱, 电子邮件 and 联系人 are found by the address or the name behind them."""
PURPOSES = (
    "联系 咨询 政策咨询 业务咨询 举报 监督 投诉 信访 受理 值班 办公 服务 反映 办理 公开 报名 报料 维权 报修 求助 固定 移动 "
    "电子 通信 通讯 邮寄 来信 来访 接待 收件 投递 邮政 接访"
).split()
"""What a contact is for: 投诉举报电话, 邮寄地址."""


LETTER = re.compile(r"\[[^\]]+\]|[^\[\]]")
HAN = re.compile("[一-鿿]")
APART = "[ ]{0,4}"
"""A character class, because verbose patterns ignore plain blanks."""


def spaced(word: str) -> str:
    """The pattern of a word; Chinese characters may be spaced out.

    >>> spaced("电话"), spaced("联[系络]"), spaced("E-?[Mm]ail")
    ('电[ ]{0,4}话', '联[ ]{0,4}[系络]', 'E-?[Mm]ail')
    """
    return APART.join(LETTER.findall(word)) if HAN.search(word) else word


def search_for(kinds: Sequence[str]) -> str:
    """A pattern for the labels of some kinds in running text, with one group per kind and none nested.

    The first characters form one class, which the engine finds quickly; each alternative looks back at it.
    """
    firsts: set[str] = set()
    groups = []
    for kind in kinds:
        words = []
        for label in CONTACT_LABELS:
            if label.kind == kind:
                first = LETTER.findall(label.word)[0]
                firsts |= set(first.strip("[]"))
                words.append(f"(?<={first}){spaced(label.word)[len(first) :]}{label.condition}")
        groups.append(f"(?P<{kind}>{'|'.join(words)})")
    return f"[{''.join(sorted(firsts))}](?:{'|'.join(groups)})"


def _longest_first(words: Sequence[str]) -> str:
    return "|".join(spaced(word) for word in sorted(words, key=len, reverse=True))


WORD = f"(?:{_longest_first([label.word for label in CONTACT_LABELS if label.alone])})"
LABEL = f"(?:(?:(?:{_longest_first(PURPOSES)})[及或和、/]?){{0,3}}{WORD})"
"""A label in running text."""
LINE_LABEL = f"(?:[一-鿿]{{0,6}}?{WORD})"
"""A label that opens a line, whatever it is for: 防汛值守电话."""
