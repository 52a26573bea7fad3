"""发文字号: 国发〔2018〕42号, 国务院令第517号, and how web pages distort them.

    国办发【2019】9号   鲁政字〔2020)67号   内政字〔2020〕102 号   国办发〔2020〕第12号   国办发„2009‟3号

Normal form (GB/T 9704-2012 7.2.5): 代字〔YYYY〕N号, hexagonal brackets, no 第, no padding. A 代字 is short; text that a
page has glued to its front (……公司文件江城供水发, 特此通知江水发) is cut off. Case numbers, product codes and street
numbers are not document numbers.
"""

from __future__ import annotations

import re

from gongwen.model import Context, Mention
from gongwen.rules.layout.labels import NOTHING

OPEN, CLOSE = r"[〔\[(【〈<{„“]", r"[〕\])】〉>}‟”]"
NUMBER = re.compile(
    rf"""
    (?P<year>{OPEN}[ ]?(?:19|20)\d\d[ ]?年?[ ]?{CLOSE})         # 〔2018〕
    [ ]?第?[ ]?(?P<n>\d{{1,5}}(?:-\d{{1,3}})?)                  # 42
    (?P<shared>(?:[、,]\d{{1,5}}){{0,9}})                       # 、43
    (?:[ ]?(?P<mark>[号號])|(?=[)。;]|\Z))                       # 号
    (?P<more>(?:[、,和][ ]?第?\d{{1,5}}[ ]?号)*)                 # 、74号
    """,
    re.VERBOSE,
)
HEAD = re.compile(r"[一-鿿A-Za-z()]{1,30} ?\Z")
SPACED_HEAD = re.compile(r"(?<![一-鿿])(?:[一-鿿] ){1,7}[一-鿿] ?\Z")
"""江 政 发: a 代字 set in spaced letters."""
ORDER = re.compile(r"令 ?第? ?(?P<n>\d{1,4}) ?号|第 ?(?P<m>\d{1,4}) ?号令")
ORDER_HEAD = re.compile(r"[一-鿿]{2,22}\Z")
ANNOUNCER_HEAD = re.compile(r"[一-鿿 ]{2,24}\Z")
ORDERS = re.compile(r"(?:主席|人民政府|政府|国务院|部|委员会|委|局|总署|院|总局)$")
STATE = "中华人民共和国"
"""Optional before state bodies: the number is the same."""
BEFORE_HEAD = re.compile(r"^[年月日]")
"""2007年9月15日江西省人民政府令……"""
BY_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)年 ?第?(?P<n>\d{1,4}) ?号")
BY_YEAR_HEAD = re.compile(r"[一-鿿]{1,9}[发字函办电] ?\Z")
GLUE = re.compile(
    r"""
    .*(?:
        文件|特此通知|通知|通告|公告|意见|报告|规定|办法                      # 特此通知|江水发
      | 参照|对照|贯彻|落实|废止|收到|下达|下发|印发|转发|批转|执行           # 贯彻落实|江水发
      | 根据|按照|依据|依照|遵照|按|见|与                                 # 根据|江水发
      | (?:\A|(?<=[部局会院府委署厅号》)]))和|及|或|的|了|以|由|经|在|到|将|是|为  # 市水利局和|江水发
      | 发文字号|文号|编号                                              # 发文字号|江水发
    )
    (?=[一-鿿A-Za-z]{2})
    """,
    re.VERBOSE,
)
LETTERHEAD = re.compile(r".*(?:办公[室厅]|委员会|人民政府|公司)(?=[一-鿿]{2,8}\Z)(?!公告|通告|通报)")
"""What a page glues to the front of a 代字 without a separating word: 江临市人民政府办公室江政办发."""
CASE = re.compile(r"^(?:[一-鿿]?\d{2,4})?(?:民|刑|行|执|破|赔)[初终再申监]")
LINE = re.compile(
    rf"""
    ^[\s(（]*[一-鿿A-Za-z\s]{{0,24}}{OPEN}\s?(?:19|20)\d\d\s?{CLOSE}
      \s?第?\s?\d{{1,5}}\s?[号號][)）\s]*                          # 江水发〔2024〕12号
      (?:\s签发人\s?:[一-鿿·、\s]{{2,20}})?$                        # 江水发〔2024〕12号 签发人：林远
    | ^[一-鿿]{{1,10}}字\s?第\s?\d{{1,5}}\s?号$                     # 澄农字第128号
    | ^[(\s]*第\s?\d{{1,5}}\s?号[)\s]*$                           # 第12号
    | ^[(\s]*(?:19|20)\d\d年?\s?第\s?\d{{1,4}}\s?号[)\s]*$         # 2023年第5号
    """,
    re.VERBOSE,
)
WHOLE = re.compile(
    rf"(?P<head>[一-鿿A-Za-z]{{2,16}}) ?{OPEN} ?(?P<year>(?:19|20)\d\d) ?{CLOSE} ?第? ?(?P<n>\d{{1,5}}) ?[号號]"
)
"""北环罚决(2021)138号: on a line of its own any 代字 counts, whatever it ends in."""
BY_CHARACTER = re.compile(r"[一-鿿]{1,10}字 ?第 ?\d{1,5} ?号")
"""澄农字第128号."""
ANNOUNCEMENT = re.compile(r"(?P<kind>公告|通告) ?(?P<year>(?:19|20)\d\d)年 ?第? ?(?P<n>\d{1,4}) ?号")
"""省市场监督管理局公告2023年第6号."""
ANNOUNCERS = re.compile(r"(?:部|委员会|委|局|总署|署|院|总局|银行|海关|厅|政府)$")
NUMBERED = re.compile(r"第\s?\d+\s?号$")
OF_ORDER = re.compile(r"[一-鿿]{1,14}令\s?第\s?\d{1,5}\s?号$")
WITHOUT_CODE = re.compile(r"[〔\[]((?:19|20)\d\d)[〕\]]\s?0*(\d{1,4})\s?号")
"""〔2024〕36号 on its own line: minutes bear no 代字."""
DAMAGED = re.compile(r"[一-鿿A-Za-z]{2,14}[〔\[(](?:19|20)\d\d(?:\d{1,4}|[〕\])])?号?$")
"""青溪府发〔202321, 白沙府〔2024〕号: a number that a converter has cut."""


def find_document_numbers(text: str, folded: str, context: Context) -> list[Mention]:
    """Document numbers in running text, each `{"value": normal form}`; `A〔2020〕70号、74号` is two."""
    found: list[Mention] = []
    for match in NUMBER.finditer(folded):
        found.extend(_numbered(folded, match))
    for match in ORDER.finditer(folded):
        head = _head(ORDER_HEAD, folded, match.start())
        if ORDERS.search(head):
            value = f"{head.removeprefix(STATE)}令第{match['n'] or match['m']}号"
            found.append(Mention("document_number", match.start() - len(head), match.end(), {"value": value}))
    for match in BY_YEAR.finditer(folded):
        head = _head(BY_YEAR_HEAD, folded, match.start())
        if len(head) > 1:
            value = f"{head.strip()}〔{match['year']}〕{int(match['n'])}号"
            found.append(Mention("document_number", match.start() - len(head), match.end(), {"value": value}))
    for match in ANNOUNCEMENT.finditer(folded) if "告" in folded else ():
        head = _head(ANNOUNCER_HEAD, folded, match.start())
        if ANNOUNCERS.search(head):
            value = f"{head}{match['kind']}{match['year']}年第{int(match['n'])}号"
            found.append(Mention("document_number", match.start() - len(head), match.end(), {"value": value}))
    return found


def _head(pattern: re.Pattern[str], folded: str, end: int) -> str:
    """The 代字 or body right before a number, without the words glued to it."""
    found = pattern.search(folded, max(0, end - 24), end)
    return BEFORE_HEAD.sub("", GLUE.sub("", found.group())) if found else ""


def _numbered(folded: str, match: re.Match[str]) -> list[Mention]:
    """The number of a match, and those that share its head: 70号、74号 and 3、4号."""
    start, name = _code(folded, match.start())
    if not 2 <= len(name) <= 16 or name.endswith(("年", "第")) or CASE.match(name):
        return []
    if not _signs(name, match["year"] if match["mark"] else "("):
        return []
    year = re.sub(r"\D", "", match["year"])
    end = match.end("n") if match["shared"] else match.start("more")
    found = [Mention("document_number", start, end, _value(name, year, match["n"]))]
    for group in ("shared", "more"):
        for number in re.finditer(r"\d+(?: ?号)?", match[group]):
            at = match.start(group)
            value = _value(name, year, re.sub(r"\D", "", number.group()))
            found.append(Mention("document_number", at + number.start(), at + number.end(), value))
    return found


def _code(folded: str, end: int) -> tuple[int, str]:
    """Start and text of the 代字 before a year; the text is empty where there is none."""
    head = HEAD.search(folded, max(0, end - 30), end)
    if head is None:
        return end, ""
    name = head.group().rpartition(")")[2].rpartition("(")[2]
    if len(name.strip()) == 1 and (spaced := SPACED_HEAD.search(folded, max(0, end - 18), end)):
        return spaced.start(), spaced.group().replace(" ", "")
    name = LETTERHEAD.sub("", GLUE.sub("", name))
    return end - len(name), name.strip()


def _signs(name: str, year: str) -> bool:
    """A 代字 ends in a word for how it is issued; with round brackets or without 号, only such 代字 count."""
    return year[0] != "(" or bool(
        re.search(r"[发字函办电令政文综规通告财会党委纪组宣教科建人社安监食药]$", name)
    )


def _value(name: str, year: str, number: str) -> dict[str, str]:
    return {"value": f"{name}〔{year}〕{number.lstrip('0') or '0'}号"}


def read_document_number(text: str) -> str | None:
    """One number from a table or a line of its own, in normal form; `None` for 无 and for anything else.

    >>> read_document_number("赣府厅发【2020】 4 号"), read_document_number("省政府令第223号"), read_document_number("无")
    ('赣府厅发〔2020〕4号', '省政府令第223号', None)
    """
    line = text.strip()
    if line in NOTHING:
        return None
    if bare := WITHOUT_CODE.fullmatch(line):
        return f"〔{bare[1]}〕{bare[2]}号"
    if BY_CHARACTER.fullmatch(line):
        return re.sub(r"\s+", "", line)
    if whole := WHOLE.fullmatch(line):
        name = LETTERHEAD.sub("", GLUE.sub("", whole["head"]))
        return _value(name, whole["year"], whole["n"])["value"]
    found = find_document_numbers(line, line, Context())
    if found:
        return str(found[0].value["value"])
    known = OF_ORDER.match(line) or (8 < len(line) < 30 and NUMBERED.search(line))
    return re.sub(r"\s+", "", line) if known else None


def is_damaged_number_line(folded: str) -> bool:
    """Whether a line is a document number that has lost characters, and so is no value.

    >>> is_damaged_number_line("青溪府发〔202321"), is_damaged_number_line("青溪府发〔2023〕21号")
    (True, False)
    """
    return len(folded) < 30 and DAMAGED.match(folded) is not None


def is_document_number_line(folded: str) -> bool:
    """Whether a line is nothing but a document number, an order's 第223号 or a bulletin's 2023年第5号."""
    return len(folded) < 50 and bool(LINE.match(folded))
