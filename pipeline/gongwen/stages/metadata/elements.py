"""What the text of a notice says about itself: 标题, 发文字号, 主送机关, 署名, 成文日期, 附件, each with its place.

    国发〔2018〕42号             numbers       the line under the title
    国务院 2018年12月21日        issuers, dates
    附件：1.任务清单 2.名单      attachments   each name without its number

Values are `Sourced` with origin `text`, the most reliable first; missing ones are left out. Sections in brackets are those
of GB/T 9704-2012.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from gongwen.model import Body, BodyBlock, Sourced, Span
from gongwen.rules.contacts import clauses as contact_clauses
from gongwen.rules.dates.alone import read_date
from gongwen.rules.dates.pattern import FULL_DATE
from gongwen.rules.documents.document_numbers import read_document_number
from gongwen.rules.documents.kinds import NUMBER_IN_TITLE
from gongwen.rules.layout import parts
from gongwen.rules.layout.file_names import FILE
from gongwen.rules.text.characters import as_printed, fold

DATE_IN_TEXT = re.compile(FULL_DATE)
ADOPTED = re.compile(
    r"""
    日(?P<body>[一-鿿\s]{4,40}?(?:常务委员会|代表大会|政府|委员会|人大常委会))  # 日江临市第九届人民代表大会常务委员会
    (?:第.{1,12}次)?(?:会议|常务会议|全体会议)?                             # 第十二次会议
    .{0,6}(?:通过|公布|批准)                                             # 通过
    """,
    re.VERBOSE,
)
ON_BEHALF = re.compile(
    r"我(?:受|代表)(?P<body>[一-鿿]{2,20}?(?:政府|国务院|院|委员会|厅|局))(?:的?委托|,|向|对)"
)
SOMEWHERE = re.compile("本?(?:省|市|县|区|州|旗|自治[区州县旗])(?:人民)?政府")
"""我代表省人民政府 says less than a title that names the province."""
DELIVERED = re.compile(r"我(?:代表|受)[^。]{2,90}?(报告)")
RESOLVED = re.compile(
    r"(?P<body>[一-鿿]{4,30}第[一二三四五六七八九十]{1,3}次会议)听取.{4,300}?(?P<resolves>决定批准|批准|同意)"
)
"""决议: a meeting has heard a report and approves it."""
IN_HISTORY = re.compile(r"日\s?(?P<order>(?P<body>[一-鿿]{2,30})令\s?第?\s?\d{1,4}\s?号)\s?(?:公布|发布)")
COMMAS = re.compile(r"[、,，\s]+")
AND = re.compile("[和与及]")
DIVISION = re.compile("[一-鿿]{4,40}(?<!公)司$")
"""国家林业局造林司"""
LIST_NUMBER = re.compile(
    r"\s*(?:\d{1,2}\s?[.、．](?!\d(?!\d{3}(?:[-—]{1,2}\d{4})?年))|[一二三四五六七八九十]{1,2}、|\(\d{1,2}\))\s*"
)
ATTACHMENT_LABEL = re.compile(
    r"^附\s?[件表录]?\s?(?:\d{1,2}(?:[-—]\d{1,2})?|[一二三四五六七八九十]{1,2})?\s?[.:、]?\s*"
)
NEXT_NUMBER = re.compile(r"(?<![\d.])\d{1,2}\s?[.、](?!\d(?!\d{3}(?:[-—]{1,2}\d{4})?年))")
DELIVERED_ON = re.compile(rf"{parts.DASH}?\s?(?:19|20)\d\d\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日\s?在")
SAID_BY = {"annotation": [ADOPTED], "lead": [ON_BEHALF, RESOLVED], "paragraph": [ON_BEHALF, RESOLVED]}
FIRST = 6
"""How many blocks at the beginning may say who speaks."""
HEADS = frozenset({"title", "byline"})
"""Roles of an order's letterhead."""
TEXT = frozenset({"lead", "paragraph", "item", "heading"})


def quoted(body: Body, start: int, end: int, value: str | None = None) -> Sourced:
    """A value that stands at `[start, end)` of the text; `value` where its form is another than the printed one."""
    printed = body.text[start:end]
    value = printed if value is None else as_printed(value, printed)
    return Sourced(value, Span(start, end), "text")


def blocks_of(body: Body, role: str) -> Iterator[BodyBlock]:
    """The blocks of one role, in order."""
    return (block for block in body.blocks if block.role == role)


def main_part(body: Body) -> Iterator[BodyBlock]:
    """The blocks of the notice itself, up to the first attachment or enclosed document."""
    text_seen = False
    for block in body.blocks:
        if block.role in ("attachment", "title") and text_seen:
            return
        text_seen = text_seen or block.role in TEXT
        yield block


def text_start(body: Body) -> int:
    """Where the text of a notice begins, behind all that stands above it."""
    return next((block.start for block in body.blocks if block.role in TEXT), len(body.text))


def titles(body: Body) -> list[Sourced]:
    """标题 (7.3.1) of the notice, then of what it encloses.

    Of two above the text, the longer is the complete one: a page shortens its own heading, 市财政局等三部门关于……; the
    letterhead of an order is no title.
    """
    text_from = text_start(body)
    named = [(block.start, _without_number(body, block)) for block in blocks_of(body, "title")]
    above = [quoted(body, start, end) for start, end in named if start < text_from]
    below = [quoted(body, start, end) for start, end in named if start > text_from]
    found = [*sorted(above, key=lambda title: -len(title.value)), *below]
    if len(found) > 1 and parts.ORDER.match(found[0].value):
        return [*found[1:], found[0]]
    return found


def _without_number(body: Body, block: BodyBlock) -> int:
    """Where a title ends, without a 发文字号 in brackets after it."""
    numbered = NUMBER_IN_TITLE.search(body.folded, block.start, block.end)
    return numbered.start() if numbered else block.end


def numbers(body: Body) -> Iterator[Sourced]:
    """发文字号 (7.2.5) on a line of its own, above the text or close to its beginning."""
    text_seen = 0
    for block in main_part(body):
        text_seen += block.role in TEXT
        if block.role != "document_number" or text_seen >= 3:
            continue
        if number := read_document_number(body.folded[block.start : block.end]):
            yield quoted(body, block.start, block.end, number)
    for block in blocks_of(body, "title"):
        numbered = NUMBER_IN_TITLE.search(body.folded, block.start, block.end)
        if numbered and (number := read_document_number(numbered[1])):
            yield quoted(body, numbered.start(1), numbered.end(1), number)


def order_numbers(body: Body) -> Iterator[Sourced]:
    """The number of an order (10.2): 江临市人民政府令, and 第12号 on the line below."""
    for head, below in pairwise(body.blocks):
        order = parts.ORDER.match(body.folded, head.start, head.end) if head.role in HEADS else None
        if order is None or not (order["number"] or below.role == "document_number"):
            continue
        end = head.end if order["number"] else below.end
        if number := read_document_number(re.sub(r"[\s()]", "", body.folded[head.start : end])):
            yield quoted(body, head.start, end, number)


def promulgated(body: Body) -> Iterator[tuple[Sourced, Sourced]]:
    """Number and issuer of the order that gave a regulation, in the line below its title: 江临市人民政府令第58号公布."""
    for block in blocks_of(body, "annotation"):
        order = IN_HISTORY.search(body.folded, block.start, block.end)
        number = read_document_number(re.sub(r"\s", "", order["order"])) if order else None
        if order and number:
            start, end = order.span("order")
            yield quoted(body, start, end, number), quoted(body, *order.span("body"))


def order_issuers(body: Body) -> Iterator[Sourced]:
    """Who gives an order, by its letterhead: 江临市人民政府令."""
    for block in body.blocks:
        order = parts.ORDER.match(body.folded, block.start, block.end) if block.role in HEADS else None
        if order is not None:
            end = order.start("number") if order["number"] else block.end
            yield quoted(body, block.start, end - len("令"))


def dates(body: Body) -> Iterator[Sourced]:
    """成文日期 (7.3.5.4): under the signature, else the day it was adopted or delivered, printed under the title."""
    ranked = {"date": 0, "signature": 1, "annotation": 2, "byline": 3}
    found = [block for block in main_part(body) if block.role in ranked]
    signed = max((block.start for block in found if block.role == "signature"), default=0)
    text_from = text_start(body)
    below = [block for block in found if block.role == "date" and block.start > text_from]
    if not signed and len(below) > 1:  # several dates without a signature list other things: 相关阅读
        listed = {block.start for block in below}
        found = [block for block in found if block.start not in listed]
    for block in sorted(found, key=lambda block: (ranked[block.role], block.start < signed)):
        line = body.folded[block.start : block.end]
        if block.role == "byline" and not (parts.OCCASION.match(line) or DELIVERED_ON.match(line)):
            continue
        dated = parts.HISTORY.match(line) or "通过" in line or "公布" in line or read_date(line.strip("()"))
        if block.role == "annotation" and not dated:
            continue
        spot = DATE_IN_TEXT.search(line)
        start, end = (spot.start(), spot.end()) if spot else (0, len(line))
        if date := read_date(line[start:end]):
            yield quoted(body, block.start + start, block.start + end, date)


def signers(body: Body) -> Iterator[Sourced]:
    """发文机关署名 (7.3.5): the bodies that sign, one by one; who countersigns an order is a person."""
    for block in main_part(body):
        line = body.folded[block.start : block.end]
        if block.role != "signature" or parts.COUNTERSIGNED.match(line):
            continue
        if line[0] == "(" and line[-1] == ")":
            yield from each_body(quoted(body, block.start + 1, block.end - 1))
            continue
        dated = parts.SIGNED_IN_LINE.match(line)
        end = len(dated["name"].rstrip()) if dated else len(line)
        names = line[:end].split(" ")
        jointly = all(len(name) > 2 and parts.BODY_NAME.match(name) for name in names)
        at = block.start
        for name in names if jointly else [line[:end]]:
            yield from each_body(quoted(body, at, at + len(name)))
            at += len(name) + 1


def named_under_title(body: Body) -> Iterator[Sourced]:
    """The bodies on lines of their own between a title and a day: 江临市统计局, 国家统计局江临调查队, （2023年4月12日）."""
    first = text_start(body)
    above = [block for block in body.blocks if block.start < first]
    named: list[BodyBlock] = []
    for block in above:
        line = body.folded[block.start : block.end]
        if block.role == "byline" and parts.BODY_NAME.match(line):
            named.append(block)
        elif named and block.role in ("date", "annotation") and DATE_IN_TEXT.match(line.lstrip("(")):
            for name in named:
                yield from each_body(quoted(body, name.start, name.end))
            return
        else:
            named = []


def each_body(named: Sourced) -> Iterator[Sourced]:
    """The bodies in one value: 江临市水利局、江临市财政局 and 市委和市政府 are two, 市发展和改革局 is one."""
    cuts = [0, *(edge for found in COMMAS.finditer(named.value) for edge in found.span()), len(named.value)]
    listed = _bodies_between(named.value, cuts) or [(0, len(named.value))]
    for start, end in listed:
        halves = (
            _bodies_between(named.value, [start, *found.span(), end])
            for found in AND.finditer(named.value, start, end)
        )
        for first, last in next(filter(None, halves), [(start, end)]):
            at = named.span and Span(named.span.start + first, named.span.start + last)
            yield named._replace(value=named.value[first:last], span=at)


def _bodies_between(text: str, cuts: list[int]) -> list[tuple[int, int]]:
    """Every other stretch between the cuts, where each of them is the name of a body; none otherwise."""
    places = list(zip(cuts[::2], cuts[1::2], strict=True))
    names = [fold(text[start:end]) for start, end in places]
    return places if all(parts.BODY_NAME.match(name) or DIVISION.match(name) for name in names) else []


def adopters(body: Body) -> Iterator[Sourced]:
    """Who adopted a regulation, by the line under its title, or in whose name a report is delivered."""
    for block in islice((block for block in body.blocks if block.role in SAID_BY), FIRST):
        end = min(block.end, block.start + 400)
        for pattern in SAID_BY[block.role]:
            if found := pattern.search(body.folded, block.start, end):
                yield quoted(body, found.start("body"), found.end("body"))


def spoken_kinds(body: Body) -> Iterator[Sourced]:
    """文种 of a notice without a title: 现在，我代表国务院，向大会报告政府工作; ……会议听取了……，决定批准这个报告."""
    for block in islice((block for block in body.blocks if block.role in ("lead", "paragraph")), FIRST):
        if found := DELIVERED.search(body.folded, block.start, block.end):
            yield quoted(body, found.start(1), found.end(1))
        elif found := RESOLVED.match(body.folded, block.start, block.end):
            yield quoted(body, found.start("resolves"), found.end("resolves"), "决议")


def recipients(body: Body) -> Iterator[Sourced]:
    """主送机关 (7.3.2), split at commas; a salutation, 各位代表, is none."""
    for block in main_part(body):
        if block.role != "recipient" or parts.SALUTATION.search(body.folded[block.start : block.end]):
            continue
        end = block.end - (body.folded[block.end - 1] == ":")
        label = parts.ADDRESSEE.match(body.folded, block.start, end)
        at = label.end() if label else block.start
        for name in body.folded[at:end].split(","):
            inner = len(name) - len(name.lstrip())
            stripped = name.strip()
            if stripped:
                yield quoted(body, at + inner, at + inner + len(stripped))
            at += len(name) + 1
        return


def attachments(body: Body) -> Iterator[Sourced]:
    """附件说明 (7.3.4) line by line; the heads of the attachments themselves where there is no such list."""
    listed = False
    for block in blocks_of(body, "attachment_list"):
        line = body.folded[block.start : block.end]
        label = ATTACHMENT_LABEL.match(line)
        for start, end in _listed(line, label.end() if label else 0):
            listed = True
            yield quoted(body, block.start + start, block.start + end)
    if not listed:
        yield from _attached(body)


def _listed(line: str, at: int) -> Iterator[tuple[int, int]]:
    """The names in a line: 1.任务清单 2.名单, or one name."""
    cuts = [found.start() for found in NEXT_NUMBER.finditer(line, at)]
    for cut, end in pairwise([*(cuts or [at]), len(line)]):
        number = LIST_NUMBER.match(line, cut, end)
        start = number.end() if number else cut
        name = FILE.split(line[start:end].rstrip(" ;。"), maxsplit=1)[0]
        if name.strip():
            yield start, start + len(name)


def _attached(body: Body) -> Iterator[Sourced]:
    """The title beside or below each 附件1."""
    heads = list(blocks_of(body, "attachment"))
    for above, block, below in zip([None, *heads], heads, [*heads[1:], None], strict=False):
        line = body.folded[block.start : block.end]
        label = ATTACHMENT_LABEL.match(line)
        under = above is not None and above.end + 1 == block.start
        if label is None and (under or parts.GLOSSARY_HEAD.match(line)):
            continue
        name_at = block.start + (label.end() if label else 0)
        if name_at < block.end:
            yield quoted(body, name_at, block.end)
        elif below is not None and below.start == block.end + 1:
            yield quoted(body, below.start, below.end)


def contacts(body: Body) -> Iterator[Sourced]:
    """联系方式: a line each, and each clause of a closing sentence that gives one."""
    for block in body.blocks:
        if block.role == "contact":
            yield quoted(body, block.start, block.end)
        elif block.role == "closing":
            text, folded = body.text[block.start : block.end], body.folded[block.start : block.end]
            for start, end in contact_clauses.clauses(text, folded):
                yield quoted(body, block.start + start, block.start + end)
