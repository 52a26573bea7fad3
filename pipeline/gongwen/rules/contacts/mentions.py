"""Contacts: telephone and fax numbers, email and postal addresses, as given at the end of a notice.

    联系电话：0756-2137332、13800001234；传真：0756-2137335
    地址：江临市滨江路12号水务大厦509办公室，邮编：528400
    电子邮箱：jlsw＠jianglin.gov.cn     jlsw#jianglin.gov.cn     jlsw(at)jianglin.gov.cn

A label tells the kind of a value; a landline with its area code, a mobile number, an email address and a web address
need none. The name of a hotline (12345热线), a case number and a masked number (138****1234) are no contacts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongwen.model import Context, Mention
from gongwen.rules.contacts import labels
from gongwen.rules.contacts.labels import search_for
from gongwen.rules.contacts.telephones import read_labelled, read_long

LABEL = re.compile(search_for(("fax", "phone", "postcode", "po_box", "address")))
TO_NUMBER = re.compile(r"(?:[^\d\n。;,(+@]|\((?![\d])[^()\d\n]{0,12}\)){0,16}(?=[\d(+])")
MORE = re.compile(r"(?:\([^()\d\n]{1,12}\))? ?[、/,;或和及 ] ?(?=[\d(+])")
AT_ONCE = re.compile(r"(?:号码)?(?:\([^()\d]{0,8}\))?[::为是]? ?[“\"]?\Z")
POSTCODE = re.compile(r" ?(?:为|是)?[::]?\)? ?(\d{6})(?!\d)")
VALUE = re.compile(r"\)?[::] ?")
BOX = re.compile(r"[::]? ?(?=[^\n]{0,20}\d)")
VALUE_END = re.compile(
    rf"""
      [;。\n]
    | (?={labels.LABEL}\s*:)                       # 江临市滨江路12号联系人：张某
    | [\s,、(]+(?=
          {labels.LABEL}                            # 江临市滨江路12号，邮编：437900
        | 网址|微信|QQ
        | 收件人|接待|受理|工作|请在|并在              # 江临市滨江路12号（工作日接待）
        | 或[一-鿿]                                 # 江临市滨江路12号，或交至窗口
      )
    """,
    re.VERBOSE,
)
PERSON = re.compile(
    search_for(("person",)) + r"(?:及(?:联系)?(?:电话|方式))?(?:\([^()\n]{0,8}\))?: ?(?=[一-鿿])"
)
"""联系人及电话（工作日）：张某"""
NAME = re.compile(r"([一-鿿]{2,3}|[一-鿿] [一-鿿])(?![一-鿿])(?:、(?=[一-鿿]))?")
LONGEST_ADDRESS = 90
"""The most characters of a postal address."""

AT = re.compile(r" ?(?:@|#|[(\[]at[)\]]) ?", re.IGNORECASE)
LOCAL_PART = re.compile(r"[A-Za-z0-9_.+-]{1,64}\Z")
DOMAIN = re.compile(r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{2,63}){1,4}")
URL = re.compile(r"(?:https?|ftp)://[\w.~:/?#@!$&'*+=%-]{4,300}|www\.[\w.~:/?#@&=%-]{4,200}", re.ASCII)
LONG_NUMBER = re.compile(
    r"""
    [01(+]
    (?: (?<=0)(?=[1-9]\d{1,2}[\d)\s—–-])     # 0780-2137332
      | (?<=1)(?=[3-9]\d[\d -])              # 13800001234
      | (?<=\()(?=0[1-9]\d{1,2}\))           # (0780)2137332
      | (?<=\+)(?=86)                        # +86 13800001234
    )
    (?<![\dA-Za-z.〔*/=+-].)
    """,
    re.VERBOSE,
)
"""Where a landline or a mobile number may begin."""
OTHER_NUMBER = re.compile("[一-鿿]号:? ?\\Z")
"""备案号：15012345678 is no telephone number; 滨江路9号0780-2045189 is."""
HOURS = re.compile(r":(?<=\d:)\d\d ?[-—–~至到]{1,2} ?(?:[上下]午|晚上?)? ?\d{1,2}:\d\d")
HOURS_LABEL = re.compile(
    r"(?:受理|接待|办公|工作|值班|接听|接访|服务|咨询|上班|开放|办理|来访|报名)(?:时间|时段|日)|法定工作日|每天|每日|周一|星期一"
)


def find_contacts(text: str, folded: str, context: Context) -> list[Mention]:
    """The contacts of a text, each `{type, value}`, those with a label first.

    `type` is phone, fax, email, address, postcode, po_box, url, person or hours; numbers and email addresses in normal form,
    the rest as printed.
    """
    found: list[Mention] = []
    last = 0
    for label in LABEL.finditer(folded):
        if label.start() >= last:
            found.extend(_labelled(text, folded, label))
            last = found[-1].end if found else 0
    found.extend(_persons(folded))
    found.extend(_emails(folded))
    found.extend(_urls(text))
    labelled = {mention.start for mention in found}
    found.extend(number for number in _unlabelled(folded) if number.start not in labelled)
    found.extend(_hours(folded))
    return found


def _contact(kind: str, start: int, end: int, value: str) -> Mention:
    return Mention("contact", start, end, {"type": kind, "value": value})


def _labelled(text: str, folded: str, label: re.Match[str]) -> Iterator[Mention]:
    kind = label.lastgroup or ""
    if kind in ("phone", "fax"):
        yield from _numbers(folded, label, kind)
    elif kind == "postcode":
        if found := POSTCODE.match(folded, label.end()):
            yield _contact(kind, found.start(1), found.end(1), found[1])
    elif opening := (BOX if kind == "po_box" else VALUE).match(folded, label.end()):
        start = opening.end()
        ending = VALUE_END.search(folded, start, start + LONGEST_ADDRESS)
        end = ending.start() if ending else min(len(folded), start + LONGEST_ADDRESS)
        value = folded[start:end].rstrip(" ,、()")
        if len(value) > 3 and "@" not in value and not value.startswith(("http", "www")):
            yield _contact(kind, start, start + len(value), text[start : start + len(value)])


def _numbers(folded: str, label: re.Match[str], kind: str) -> Iterator[Mention]:
    """Every number after one label: 电话：2137332、2137335."""
    opening = TO_NUMBER.match(folded, label.end())
    if opening is None:
        return
    between = opening.group()
    if "传真" in between and between.lstrip("号码 ")[:1] not in tuple("/、及和(兼"):
        kind = "fax"
    start, short = opening.end(), bool(AT_ONCE.match(between))
    while telephone := read_labelled(folded, start, short):
        of_fax = folded.startswith("(传真)", telephone.end)
        yield _contact("fax" if of_fax else kind, start, telephone.end, telephone.value)
        more = MORE.match(folded, telephone.end)
        if more is None:
            return
        start, short = more.end(), False


def _persons(folded: str) -> Iterator[Mention]:
    """联系人：张某、李某; two characters may stand apart, 张 某."""
    for label in PERSON.finditer(folded):
        end = label.end()
        while name := NAME.match(folded, end):
            yield _contact("person", name.start(1), name.end(1), name[1].replace(" ", ""))
            if not name.group().endswith("、"):
                break
            end = name.end()


def _unlabelled(folded: str) -> Iterator[Mention]:
    last = 0
    for start in (found.start() for found in LONG_NUMBER.finditer(folded)):
        if start < last or OTHER_NUMBER.search(folded, max(0, start - 4), start):
            continue
        if telephone := read_long(folded, start):
            last = telephone.end
            yield _contact("phone", start, last, telephone.value)


def _emails(folded: str) -> Iterator[Mention]:
    if not any(sign in folded for sign in ("@", "#", "at)", "at]", "AT)", "AT]")):
        return
    for at in AT.finditer(folded):
        if not folded[at.start() - 1 : at.start()].isalnum():
            continue
        local = LOCAL_PART.search(folded, max(0, at.start() - 64), at.start())
        domain = DOMAIN.match(folded, at.end())
        if local and domain:
            address = f"{local.group()}@{domain.group()}"
            yield _contact("email", local.start(), domain.end(), address)


def _urls(text: str) -> Iterator[Mention]:
    if "http" in text or "www." in text or "ftp:" in text:
        for found in URL.finditer(text):
            value = found.group().rstrip(".:?#&-")
            yield _contact("url", found.start(), found.start() + len(value), value)


def _hours(folded: str) -> Iterator[Mention]:
    last = -100
    for found in HOURS.finditer(folded):
        start = found.start() - (2 if folded[found.start() - 2 : found.start() - 1].isdigit() else 1)
        before = folded[max(0, start - 30) : start].rpartition("\n")[2]
        if start - last < 10 or HOURS_LABEL.search(before):
            last = found.end()
            yield _contact("hours", start, last, folded[start:last])
