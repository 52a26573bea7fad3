"""Contacts inside the sentence that ends a notice, clause by clause.

    欢迎监督。联系方式：电话0780-2137332；邮政信箱：江临市滨江路12号；电子邮箱：jlsw@example.cn。
              联系方式：电话0780-2137332 · 邮政信箱：江临市滨江路12号 · 电子邮箱：jlsw@example.cn

A clause opens with its label and ends before a stop or the next label; a clause without a number, an address or a name
gives no contact, and a number without a label stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from gongwen.model import Context, Span
from gongwen.rules.contacts.labels import LABEL
from gongwen.rules.contacts.mentions import find_contacts

OPENS = re.compile(LABEL, re.IGNORECASE)
CUT = re.compile(rf"[。;\n]|[,、 (](?=\s?(?:{LABEL})\s?[::\d(])", re.IGNORECASE)
"""Where a clause ends: ；, or ，传真：……"""
REST = re.compile(r"\s?\([^()]*\)")
"""What may follow a number: （工作日）."""
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
