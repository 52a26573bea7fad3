"""The numbering styles: 一、 （一） 1. （1） ① 第三条 一是 第一， 首先， —— 问题1: and their print variants.

GB/T 9704-2012 7.3.3 orders four of them, 一、 （一） 1. （1）; GB/T 15834-2011 B.3 says how each is pointed. Real
notices use many more and point them as they like, so a row tells only what a style looks like and where it usually
stands. Whether a place is a marker, and how deep, is for the sequence to say (`gongwen.stages.outline.sequence`).

All patterns run on folded text, where （１） reads (1).
"""

from __future__ import annotations

import re
from typing import NamedTuple

NUMERAL = "[一二三四五六七八九十百零〇○]"
QUOTES = '“‘「『"'
"""An opening quotation mark may stand before a marker: amended articles are quoted paragraph by paragraph."""


class Style(NamedTuple):
    """One row of the table."""

    name: str
    family: str
    """Styles of one family number one list together: 1. 1、 and a bare 14 are `arabic`."""
    depth: float
    """Usual depth of the family relative to the others: the prior, no more."""
    pattern: str
    """From the marker's first character to its own punctuation; the group `n` is the number."""
    example: str
    opening: bool = True
    """May open a paragraph."""
    inline: str = ""
    """What must stand before it inside a paragraph, as a lookbehind; empty where it never stands there."""
    strength: float = 6.0
    """What it costs to say that such a paragraph opening is no marker after all."""


AFTER_STOP = r"(?<=[。;:,、.!?…”’)》 —])"
AFTER_CLAUSE = r"(?<=[。;:.!?…”)》 ])"
NOT_ORDINAL = r"(?<![第之至到和、\d])"

# What may not follow a bracketed or bare number, because the number then refers, counts or dates.
REFERENCE = r"(?!\s*(?:(?:项(?!目)|款(?!项)|条(?![件例线块目理])|目(?![标录前的光]))|[至、和或与及]\s*[(第]))"
COUNTED = (
    r"(?!\s*(?!项目|人[员力才事民工文]|家[庭具长]|日[常程]|户外|名[称单]|条[件例款]|级别|成[果效立员就]|分[工类级别])(?:[年月日号时分秒点个项条家次人元万亿千百%％‰℃㎡度届轮批版期辆户名位座套件种类起宗笔例所处吨斤亩里米瓦天周岁季级成倍"
    r"只台艘架间栋幢层亿支部章节页行列第]|公[里斤顷]|千[伏瓦米克]|平方|立方|小时|分钟|美元|港元|星级|热线|多|余|几|G\b))"
)

ENUMERATED = rf"(?!(?:{NUMERAL}、)*(?:{NUMERAL}{{1,2}}(?:、|线城市|巡[察视]|督[察导])|[二三四五六七八九十]{{1,2}}(?:[级轮类批届期]|季度)))"
"""What may not follow 一、: 一、二级河道 and 第四、五巡察组 list numerals."""
NO_YEAR = r"(?![一二三四五六七八九零〇○]{3})"
"""一九五八 is no ordinal."""

STYLES: tuple[Style, ...] = (
    Style("part", "part", 1, rf"第(?P<n>{NUMERAL}{{1,6}}|\d{{1,3}})编(?![制辑委写纂号])", "第一编 总则"),
    Style("chapter", "chapter", 2, rf"第(?P<n>{NUMERAL}{{1,6}}|\d{{1,3}})章(?![程规的节第])", "第一章 总则"),
    Style(
        "division",
        "division",
        3,
        rf"第(?P<n>{NUMERAL}{{1,6}}|\d{{1,3}})节(?![约能课目的第])",
        "第一节 一般规定",
    ),
    Style(
        "article",
        "article",
        4,
        rf"第(?P<n>{NUMERAL}{{1,9}}|\d{{1,4}})条(?P<sub>之{NUMERAL}{{1,3}})?"
        r"(?!\s*(?:第|款(?!项)|项(?!目)|的|之|规定[的,。]|所[称列]|[和至]第|、|,|修改为|中[的规第,、]|中$))",
        "第十二条之一 ……",
    ),
    Style(
        "labelled",
        "labelled",
        7.5,
        rf"【?(?:整改任务|(?:反馈|具体|存在)问题|典型案例|问题|任务|专栏|案例)(?P<n>{NUMERAL}{{1,3}}|\d{{1,3}})(?:】:?|[:、.]|(?=\s|$))",
        "问题1:会议记录不规范",
    ),
    Style(
        "chinese",
        "chinese",
        6,
        rf"{NO_YEAR}(?P<n>{NUMERAL}{{1,4}}|[ーニ])\s?(?:[、.]{ENUMERATED}|[,:](?!\d))",
        "一、总体要求",
        inline=r"(?<![第之至到和、与及])",
    ),
    Style(
        "chinese_parenthesis",
        "chinese_parenthesis",
        7,
        rf"(?:[(〈<](?P<n>{NUMERAL}{{1,4}}|-)[)〉>]|[㈠-㈩]){REFERENCE}[、.:]?",
        "（一）加强领导",
        inline=NOT_ORDINAL,
    ),
    Style(
        "outline_number_of_three",
        "outline_number_of_three",
        9.5,
        r"(?P<n>\d{1,2}(?:\.\d{1,2}){2,3})(?=\s*[一-鿿“《])(?!\s*[的至])",
        "2.1.3施工准备",
        strength=1.5,
    ),
    Style(
        "outline_number",
        "outline_number",
        9,
        r"(?P<n>\d{1,2}\.\d{1,2})(?=\s*[一-鿿“《])"
        rf"{COUNTED}(?!\s*[的至])",
        "1.1适用范围",
        strength=1.5,
    ),
    Style(
        "arabic",
        "arabic",
        8,
        r"(?:(?P<n>[\dIl]\d?\d?)\s?(?:\.(?!\d)|\.(?=(?:19|20)\d\d(?!\d))|[、](?!\d{1,3}[、.年月日]))|[⒈-⒛][、]?)"
        r"(?!\s*\d+[、.]?\d*\s*[%亿万])",
        "1.加强组织领导",
        inline=r"(?<![\d第之至到和、与及.A-Za-z〔\[(-])",
    ),
    Style(
        "arabic_parenthesis",
        "arabic_parenthesis",
        10,
        rf"(?:\((?P<n>\d{{1,3}})\)|[⑴-⒇]){REFERENCE}[、.:]?",
        "（1）完善制度",
        inline=NOT_ORDINAL,
    ),
    Style(
        "arabic_half_parenthesis",
        "arabic_parenthesis",
        10,
        r"(?P<n>\d{1,2})\)[、.]?",
        "1)完善制度",
        inline=r"(?<![\d(第之至到和、与及.A-Za-z年月日—-])",
        strength=5.0,
    ),
    Style(
        "bracketed",
        "bracketed",
        8,
        r"[\[【〔](?P<n>\d{1,3})[\]】〕](?!\d)",
        "［28］三个立法权：",
        strength=4.0,
    ),
    Style(
        "circled",
        "circled",
        11,
        r"[①-⑳㉑-㉟㊱-㊿❶-❿⓫-⓴㊀-㊉][、.:]?(?!\s*(?:[-—至、]\s*[①-⑳]))",
        "①建立台账",
        inline=r"(?<!\d)",
    ),
    Style(
        "roman",
        "roman",
        12,
        r"(?:(?P<n>[IVX]{1,5})[、.](?![A-Za-z\d])|[Ⅰ-Ⅻ](?:[、.]|(?![类级型期度等])))",
        "Ⅰ、总则",
        strength=4.0,
    ),
    Style(
        "letter",
        "letter",
        13,
        r"(?:(?P<n>[A-Za-z])[、.)](?![A-Za-z\d])|\((?P<m>[A-Za-z])\))",
        "A.一级响应",
        strength=3.0,
    ),
    Style(
        "ordinal",
        "ordinal",
        14,
        rf"第(?P<n>{NUMERAL}{{1,3}})(?:[,:]|、{ENUMERATED}|(?=是))",
        "第一，按时完成",
        inline=r"(?<=[。;:,.!?…”) ])",
    ),
    Style(
        "sequence_word",
        "sequence_word",
        14,
        r"(?P<n>首先|其次|再次|最后)(?:[,、:]|(?=是))",
        "首先，统一思想",
        inline=AFTER_CLAUSE,
        strength=0.5,
    ),
    Style("qi", "qi", 14, rf"其(?P<n>{NUMERAL}{{1,2}})[,、:]", "其一，认识不足", inline=AFTER_STOP),
    Style(
        "is",
        "is",
        15,
        rf"(?P<n>{NUMERAL}{{1,3}})是(?!(?:{NUMERAL}|否)[、,。;])[,:]?",
        "一是抓学习",
        inline=AFTER_STOP,
    ),
    Style("must", "must", 15, rf"(?P<n>{NUMERAL}{{1,3}})要(?![素点闻])", "一要加强领导", inline=AFTER_STOP),
    Style(
        "grasp",
        "grasp",
        15,
        rf"(?P<n>{NUMERAL}{{1,3}})(?:抓|靠)(?![手紧好])",
        "一抓责任落实",
        inline=AFTER_STOP,
        strength=1.0,
    ),
    Style("dash", "dash", 16, r"(?:——|—|──|――|--)(?=\s*[一-鿿“《])", "——生态优先、绿色发展。", strength=1.0),
    Style(
        "arabic_bare",
        "arabic",
        8,
        rf"(?P<n>\d{{1,3}})\s?(?=[一-鿿“《]){COUNTED}",
        "14针对……问题",
        strength=0.0,
    ),
    Style(
        "arabic_point_bare",
        "arabic",
        8,
        r"(?P<n>\d{1,2})\.(?=\d{1,3}(?:\+[\dN])?[一-鿿])",
        "3.3个项目建成，between 2. and 4.",
        strength=0.0,
    ),
    Style(
        "chinese_bare", "chinese", 6, rf"(?P<n>{NUMERAL}{{1,3}})(?=\s[一-鿿“《])", "一 总体要求", strength=2.0
    ),
)

TITLED = frozenset({"part", "chapter", "division"})
"""编, 章 and 节: what stands behind the marker is a title, and nothing but another of them stands above."""

BY_NAME: dict[str, Style] = {style.name: style for style in STYLES}
DEPTH: dict[str, float] = {style.family: style.depth for style in STYLES}


def _alternation(parts: list[tuple[str, str]]) -> str:
    """Named alternatives; the numbered groups inside are made anonymous, the outer name tells the style."""
    return "|".join(f"(?P<{name}>{re.sub(r'[(][?]P<[a-z]+>', '(?:', pattern)})" for name, pattern in parts)


OPENING = re.compile(rf"[{QUOTES}]?(?:{_alternation([(s.name, s.pattern) for s in STYLES if s.opening])})")
"""The marker that a paragraph opens with; `lastgroup` is the style."""

_FIRST = r"(?=[一二三四五六七八九十百首其再最第(〈<㈠-㈩\d⒈-⒛⑴-⒇①-⑳㉑-㉟㊱-㊿❶-❿⓫-⓴㊀-㊉])"
INLINE = re.compile(
    _FIRST + "(?:" + _alternation([(s.name, s.inline + s.pattern) for s in STYLES if s.inline]) + ")"
)
"""A marker inside a paragraph."""
