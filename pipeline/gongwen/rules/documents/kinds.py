"""文种 and the grammar of titles: ISSUER 关于 MATTER 的 KIND.

    国务院办公厅关于印发政府网站发展指引的通知          国务院办公厅 · 通知 · encloses a 指引
    市商务局 市卫生健康委关于做好……工作的通知           two issuers
    江西省……食品不合格情况通告（2020年第12期）          通告

The 15 statutory kinds stand in 党政机关公文处理工作条例 (2012) 第八条; sites publish many more. The kind is the last
word of the title; a 通知 that encloses a 办法 has both.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from gongwen.rules.dates.years import YEAR_DIGITS
from gongwen.rules.organisations.bodies import BODY_ENDING

STATUTORY = tuple("决议 决定 命令 令 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要".split())
PUBLISHED = tuple(
    "方案 规划 计划 要点 办法 细则 规定 规则 条例 公示 启事 名单 清单 简报 讲话 解读 举措 措施 指引 章程 制度 标准 指南 纲要 预案 规程 守则 "
    "目录 公约 准则 指标 简章 须知 答复 建议 声明 倡议书 责任书 决定书 告知书 通知书 指示 批示 大纲 说明 总结 规范 通则 条令 预算 决算 预告 宪法 法".split()
)
KINDS = STATUTORY + PUBLISHED

KIND = "|".join(sorted(KINDS, key=len, reverse=True)).replace("|法", "|(?<![想做看说手方])法")
"""想法 and 做法 are no 法."""
TRAILING = re.compile(r"\s*(?:[(〔][^()]{1,40}[)〕]|——.{2,40}|\d{4}年第\d+[期号]|第\s?\d{1,4}\s?[号页])$")
KIND_END = re.compile(rf"(?:{KIND})$")
TITLE_END = re.compile(rf"(?:{KIND})(?:\([^()]{{1,30}}\))?$")
"""What a title ends with, including brackets after its kind."""
LETTER_SPACE = re.compile(r" (?=[一-鿿](?: |$))")
"""几 个 问 题 的 通 知: characters are spaced out to fill a line of the title."""
NUMBER_IN_TITLE = re.compile(r"\(([一-鿿]{1,12}\s?[〔\[(]\d{4}[〕\])]\s?\d+\s?号)\)$")
ISSUING = "印发|转发|批转|发布|公布|颁布"
WRAPPED = re.compile(rf"(?:{ISSUING}|下发|修改|修订|废止|公开征求)(?:了)?")
ENCLOSING = frozenset("通知 通告 公告 决定 令 命令 函 通报".split())
BARE = re.compile(rf"(.{{2,80}}?(?:{KIND}))(?:\([^()]*\))?的(?:{'|'.join(sorted(ENCLOSING))})$")
"""2023年《政府工作报告》任务分工方案的通知 encloses the 方案."""
CITED = re.compile(r"《((?:[^《》]|《[^《》]*》)*)》")
LEADING_YEAR = re.compile(rf"^{YEAR_DIGITS}年度?")
ISSUER_END = re.compile(rf"关于|(?:{ISSUING})(?=《|.{{2,}}的(?:通知|通告|公告|决定|令))")
OF_REPORT = re.compile(
    r"^(?P<issuer>[一-鿿]{2,20}?(?:人民政府|政府|人民法院|法院|人民检察院|检察院|人大常委会))(?:工作|财政|审计).*报告$"
)
OF_LETTER = re.compile(rf"^(?P<issuer>[一-鿿]{{2,20}}{BODY_ENDING})\s?书?函$")
"""新竹縣政府 函: the letterhead of a letter."""
OF_ITS_OWN = re.compile(
    r"""^(?P<issuer>[一-鿿()]{2,24}
         (?: 大学(?![生学]) | 学院 | (?<!大)中学 | 小学 | 公司 | 集团 | 协会 | 学会 | 研究[院所] | 医院(?!感) | 博物馆 | 图书馆 ))
         (?:20\d\d年(?:度)?)?[一-鿿]{2,40}(?:办法|细则|规定|制度|守则|章程|规程|规则|规范|准则)(?:\([^()]{2,10}\))?$""",
    re.VERBOSE,
)
"""江临大学学位授予实施细则: what a body makes for itself."""
BODY = re.compile(rf"^[一-鿿()“”、·]{{1,40}}{BODY_ENDING}(?:\([^()]{{1,12}}\))?$")


EXPLAINED = re.compile(r"(?:一图读懂|一图看懂|图解|解读|[^《》]{0,20}解读)(?=[:《])")
"""解读《……办法》 is no 办法."""


class TitleParts(NamedTuple):
    """What a title says of its notice."""

    issuers: tuple[str, ...]
    kind: str | None
    enclosed: tuple[str, ...]
    """Titles of the enclosed documents, without 《》."""
    enclosed_kind: str | None
    document_number: str | None
    """A 发文字号 in brackets at the end, as printed."""


def read_title(title: str) -> TitleParts:
    """The parts of a folded title; whatever it lacks is empty or `None`.

    >>> read_title("国务院关于印发《国务院工作规则》的通知")[:4]
    (('国务院',), '通知', ('国务院工作规则',), '规则')
    """
    numbered = NUMBER_IN_TITLE.search(title)
    kind = kind_of(title)
    enclosed = _enclosed(_bare(title)) if kind in ENCLOSING else ()
    return TitleParts(
        _issuers(title),
        kind,
        enclosed,
        kind_of(enclosed[0]) if enclosed else None,
        numbered[1] if numbered else None,
    )


def kind_of(title: str) -> str | None:
    """The kind that a title ends with, brackets and subtitles aside.

    >>> kind_of("食品安全监督抽检信息通告(2020年第10期)"), kind_of("实施意见"), kind_of("关于我们")
    ('通告', '意见', None)
    """
    if EXPLAINED.match(title):
        return "解读"
    found = KIND_END.search(_bare(title))
    return found.group() if found else None


def _bare(title: str) -> str:
    title = LETTER_SPACE.sub("", title)
    while found := TRAILING.search(title):
        title = title[: found.start()]
    return title.rstrip("。 》")


def _issuers(title: str) -> tuple[str, ...]:
    if report := OF_REPORT.match(LEADING_YEAR.sub("", title)):
        return (report["issuer"],)
    if letter := OF_LETTER.match(title):
        return (letter["issuer"],)
    if (own := OF_ITS_OWN.match(title)) and "关于" not in title:
        return (own["issuer"],)
    found = ISSUER_END.search(title)
    if found is None or not found.start():
        return ()
    names = title[: found.start()].split()
    return tuple(names) if all(BODY.match(name) or name in ("国务院", "中共中央") for name in names) else ()


def _enclosed(title: str) -> tuple[str, ...]:
    """The titles that 印发, 转发 or 修改 name: in 《》, or bare up to 的通知."""
    found = WRAPPED.search(title)
    if found is None:
        return ()
    rest = title[found.end() :]
    bare = BARE.match(rest)
    if (quoted := CITED.findall(rest)) and (bare is None or "《" not in bare[1]):
        return tuple(quoted)
    return (bare[1],) if bare else ()
