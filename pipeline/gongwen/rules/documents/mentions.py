"""Cited documents: 《水库管理办法（试行）》（江政发〔2021〕3号，以下简称《办法》）.

    《关于〈江临市总体规划（2014-2030）〉修改的请示》    one title, the inner one belongs to it
    《实施方案》（送审稿）                                  the status follows
    《办法》 《方案》                                       the nearest earlier title that ends so

Brackets nest as GB/T 15834-2011 4.15 has them, 《…〈…〉…》; 《…《…》…》 and 《…<…>…》 are as common. A 《 that is not
closed before the sentence or the line ends opens no title. Named assumptions:

- a bracket at the end of a title with a draft or version word is its status; a period or a bare year, （2020—2025年）,
  is part of the title;
- newspapers and journals, what is shown, sung or held (《…》专题片, 歌曲《…》, 《…》网络课堂), and licences, which an office
  issues to one holder (《营业执照》, 《出版许可证》), are no documents;
- a version is a status where it has a number, a year or a stage, （2019年版）, and none where it has a language.
"""

from __future__ import annotations

import re

from gongwen.model import Context, Mention, Value
from gongwen.rules.documents.document_numbers import find_document_numbers
from gongwen.rules.documents.kinds import read_title

BRACKET = re.compile("[《》]")
ANY_BRACKET = re.compile("[《》]|<<|>>")
LONGEST_TITLE = 160
"""The most characters of a title; the longest official ones have about 120."""
DEEPEST = 8
"""How many open brackets are remembered; real titles never nest so deep."""

VERSION = "(?<=[年新改订正行式终初开简全审定批论见用0-9一二三四五六七八九十])[版本]"
DRAFTS = "试行|暂行|修订|修正|修改|修正案"
STATUS = re.compile(
    rf"""
    [ ]?[(\[〔](?=[^()\[\]〔〕《》\n]{{2,18}}[)\]〕]\Z)
    ([^()《》]*(?:
        稿[一二三四五]?|第[一二三四五]稿|草案|大纲                  # (征求意见稿)
      | {VERSION}|[Vv]\d(?:\.\d)?                            # (2019年版)
      | {DRAFTS}|修订案|废止                                   # (试行)
    ))
    [)\]〕]\Z
    """,
    re.VERBOSE,
)
STATUS_BEHIND = re.compile(
    rf"""
    [ ]?\(([^()《》\n]{{0,14}}(?:稿|{VERSION}|草案|{DRAFTS}))\)              # 《实施方案》(送审稿)
    | ((?:征求意见|送审|修订|讨论|审议|报批)稿|草案)(?![一-鿿])              # 《实施方案》送审稿
    """,
    re.VERBOSE,
)
MARKDOWN_LINK = re.compile(r"\[([^\[\]]+)\]\([^()]*\)\Z")
"""《[title](address)》 of a Markdown copy."""
CLOSING = frozenset(")]〕")
STATUS_STARTS = frozenset("( 征送修讨审报草")
BEHIND = re.compile(
    r"""
    [ ]?\(
    ([^()\n]{0,12}令第?\s?\d+\s?号                                          # (国务院令第517号)
      | (?:[〔\[]\d{4}\)|[^()\n]|\([^()\n]{0,12}[)\]〕】])*?[号號][^()\n]{0,24}  # (江政发〔2021〕3号)
    )
    \)
    """,
    re.VERBOSE,
)
BEHIND_HEXAGONAL = re.compile(r"〔([^〔〕《》\n]{2,12}[(\[]\d{4}[)\]]\s?\d+\s?号)〕")
"""《……的通知》〔江安办发(2020)12号〕: the brackets changed places."""
SHORT_FORM = re.compile(
    r"""
    (?:\([^()\n]{0,60}\)){0,2}[ ,]?                # (江政发〔2021〕3号)
    \(?[^()《》\n]{0,40}?(?:以下|下|后)?               # (以下
    (?:简称|统称|称)为?[“\"《]*                       # 简称《
    ([^”\"《》()\n]{2,24})                          # 办法
    """,
    re.VERBOSE,
)
INTRODUCED = ("简称", "统称", "下称", "简称为", "简称“", "称为")

PERIODICALS = tuple("日报 晚报 早报 时报 学报 周报 晨报 快报 画报 周刊 月刊 月谈 杂志 文摘".split())
PROGRAMMES = tuple("联播 访谈 播报".split())
"""Endings of the names of broadcasts: 江城新闻联播, 政风行风访谈."""
PERIODICAL_NAMES = frozenset("求是 瞭望 红旗文稿 新华每日电讯".split())
"""Party and 新华社 journals whose names have none of these endings (中央主要新闻单位名录)."""
SHOWN = re.compile(
    r"""
    [”\"]?(?:等|系列|大型|主题|专题|警示|反腐|教育|文献|电视)*
    (?:云|网络|网上|线上|在线|空中|微)?
    (?: 课堂|讲座|党课|讲堂                                        # 《…》网络课堂
      | 专题片|教育片|警示片|纪录片|政论片|宣传片|短片|影片|电影|微视频|视频  # 《…》警示教育片
      | 电视剧|话剧|舞剧|歌曲|大合唱                                  # 《…》话剧
      | 节目|栏目|专栏|专版|杂志|期刊|报社                             # 《…》杂志
    )
    """,
    re.VERBOSE,
)
LICENCES = ("许可证", "执照", "证书", "合格证", "居住证", "登记证", "资格证", "备案证")
NO_DOCUMENTS = PERIODICALS + PROGRAMMES + LICENCES
SHOWN_AFTER = tuple(
    "歌曲 电影 影片 电视剧 话剧 节目 栏目 综艺 专辑 纪录片 动画片 专题片 杂志 期刊 小说".split()
)
"""What stands right before a title that is not a document's."""
PERIOD = re.compile(r"(?:[(（][^()（）]{0,20}[)）])+\Z")
SHORT = 12
"""The most characters of a short form."""


def find_documents(text: str, folded: str, context: Context) -> list[Mention]:
    """The documents of a text, each `{title, status, document_number, refers_to}`.

    `title` is as printed, without its outer brackets and status; `refers_to` the full title that a short form stands
    for. The span includes the brackets and a status right after them.
    """
    known = _Titles(context.title)
    found: list[Mention] = []
    for start, end, width in _titles(folded):
        inner = slice(start + width, end - width)
        if (
            folded[inner].endswith(NO_DOCUMENTS)
            or folded[inner] in PERIODICAL_NAMES
            or folded.endswith(SHOWN_AFTER, 0, start)
            or SHOWN.match(folded, end)
        ):
            continue
        mention = _document(text, folded, start, end, width, known)
        if mention is not None:
            found.append(mention)
    return found


def _titles(folded: str) -> list[tuple[int, int, int]]:
    """Start, end and width of the bracket of every outermost title."""
    opened: list[tuple[int, int]] = []
    closed: list[tuple[int, int, int]] = []
    for bracket in (ANY_BRACKET if "<<" in folded else BRACKET).finditer(folded):
        at, end = bracket.span()
        if folded[at] in "《<":
            opened.append((at, end - at))
            if len(opened) > DEEPEST:
                del opened[0]
        elif opened:
            start, width = opened.pop()
            if width == end - at and _is_title(folded[start + width : at]):
                while closed and closed[-1][0] > start:
                    closed.pop()
                closed.append((start, end, width))
    return closed


def _is_title(inner: str) -> bool:
    return 0 < len(inner) <= LONGEST_TITLE and "\n" not in inner and "。" not in inner[:-1]


def _document(text: str, folded: str, start: int, end: int, width: int, known: _Titles) -> Mention | None:
    title, states = _without_status(text[start + width : end - width], folded[start + width : end - width])
    if not title:
        return None
    number_from = end
    if folded[end : end + 1] in STATUS_STARTS and (behind := STATUS_BEHIND.match(folded, end)):
        states.append(behind[1] or behind[2])
        end = number_from = behind.end()
    value: Value = {
        "title": title,
        "status": "、".join(states) or None,
        "document_number": _number_behind(folded, number_from),
        "refers_to": known.referred(title, folded[start - 3 : start].endswith(INTRODUCED)),
    }
    if value["refers_to"] is None:
        short = SHORT_FORM.match(folded, end) if folded[end : end + 1] == "(" else None
        known.learn(title, short[1] if short else None)
    return Mention("document", start, end, value)


def _without_status(title: str, folded: str) -> tuple[str, list[str]]:
    """《《X》》 is X; brackets with a status are removed from the end, the last one first."""
    if folded.startswith("《") and folded.endswith("》") and folded.count("《") == 1:
        title, folded = title[1:-1], folded[1:-1]
    if folded.startswith("[") and (link := MARKDOWN_LINK.match(folded)):
        title, folded = title[slice(*link.span(1))], folded[slice(*link.span(1))]
    states: list[str] = []
    while folded[-1:] in CLOSING and (found := STATUS.search(folded, max(0, len(folded) - 22))):
        states.insert(0, title[found.start(1) : found.end(1)])
        title, folded = title[: found.start()], folded[: found.start()]
    return title.strip(), states


def _number_behind(folded: str, end: int) -> str | None:
    if folded[end : end + 1] not in ("(", " ", "〔"):
        return None
    bracket = (BEHIND_HEXAGONAL if folded[end] == "〔" else BEHIND).match(folded, end)
    if bracket is None:
        return None
    numbers = find_document_numbers(bracket[1], bracket[1], Context())
    return str(numbers[0].value["value"]) if numbers else None


class _Titles:
    """The titles named so far, by how they end, and the short forms that were introduced for them."""

    def __init__(self, title: str) -> None:
        self._last: str | None = None
        self._introduced: dict[str, str] = {}
        self._ending: dict[str, str] = {}
        for enclosed in read_title(title).enclosed if title else ():
            if named := _without_status(enclosed, enclosed)[0]:
                self.learn(named, None)

    def learn(self, title: str, short: str | None) -> None:
        """Remember a full title, and the short form that its bracket introduces."""
        bare = PERIOD.sub("", title) if title[-1] == ")" or title[-1] == "）" else title
        length = len(bare)
        for size in range(2, min(SHORT + 1, length)):
            self._ending[bare[length - size :]] = title
        self._last = title
        if short:
            self._introduced[short] = title

    def referred(self, title: str, introduced: bool) -> str | None:
        """The full title that a short form stands for; a full title stands for none."""
        if title in self._introduced:
            return self._introduced[title]
        return self._last if introduced and self._last else self._ending.get(title)
