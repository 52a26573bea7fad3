"""Contacts inside the sentence that ends a notice, clause by clause.

    欢迎监督。联系方式：电话0780-2137332；邮政信箱：江临市滨江路12号；电子邮箱：jlsw@example.cn。
              联系方式：电话0780-2137332 · 邮政信箱：江临市滨江路12号 · 电子邮箱：jlsw@example.cn

A clause opens with its label and ends before a stop or the next label; one without a number, an address or a name gives
no contact, and a number without a label stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from gongwen.model import Context, Span
from gongwen.rules.contacts.mentions import find_contacts

LABEL = (
    r"(?:联\s?系\s?(?:电话|方式|人|地址)|(?:[监举咨受值办反投信服热公][一-鿿]{1,3})?电\s?话|[监举咨服]?[督报询务]?热线|手机|传\s?真"
    r"|(?:电子|举报|监督)?(?:邮箱|邮件|信箱)|邮\s?编|邮政(?:编码|信箱|地址)|(?:通[信讯]|邮寄|来信|来访|办公|接待)?地\s?址|E-?mail)"
)
OPENS = re.compile(LABEL, re.IGNORECASE)
CUT = re.compile(rf"[。;\n]|[,、 (](?=\s?(?:{LABEL})\s?[::\d(])", re.IGNORECASE)
"""Where a clause ends: ；, or ，传真：……"""
REST = re.compile(r"\s?\([^()]*\)")
"""What may stand behind a number: （工作日）."""
LEFT_OPEN = re.compile(r"\([^()]*$")


def clauses(text: str, folded: str) -> Iterator[Span]:
    """The places of the clauses that give contacts."""
    found = find_contacts(text, folded, Context())
    cuts = [cut.start() for cut in CUT.finditer(folded)]
    for start, end in pairwise([-1, *cuts, len(folded)]):
        inside = [one for one in found if start < one.start < end]
        if not inside:
            continue
        first, last = min(one.start for one in inside), max(one.end for one in inside)
        label = OPENS.search(folded, start + 1, first)
        opening = label.start() if label else first
        if behind := REST.match(folded, last, max(end, last)):
            last = behind.end()
        elif folded.startswith(")", last) and LEFT_OPEN.search(folded, opening, last):
            last += 1
        yield Span(opening, last)
