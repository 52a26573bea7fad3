"""The numbering styles: 一、 （一） 1. （1） ① 第三条 一是 第一， 首先， —— 问题1: and their print variants.

GB/T 9704-2012 7.3.3 orders four of them, 一、 （一） 1. （1）; GB/T 15834-2011 B.3 says how each is punctuated. Real
notices use many more and punctuate them freely, so a row only tells what a style looks like and where it usually
stands. Whether a place is a marker, and at which depth, is decided by the sequence (`gongwen.stages.outline.sequence`).

All patterns run on folded text, where （１） reads (1).
"""

from __future__ import annotations

from typing import NamedTuple

from gongwen.model.marker import StyleName
from gongwen.rules.numbering.vetoes import (
    AFTER_ARTICLE,
    AFTER_CHAPTER,
    AFTER_DIVISION,
    AFTER_PART,
    COUNTED,
    ENUMERATED,
    LARGE_NUMERAL,
    MEASURED,
    NO_YEAR,
    NUMERAL,
    REFERENCE,
)

AFTER_STOP = r"(?<=[。;:,、.!?…”’)》 —])"
AFTER_CLAUSE = r"(?<=[。;:.!?…”)》 ])"
NOT_ORDINAL = r"(?<![第之至到和、\d])"

STEMS = "甲乙丙丁戊己庚辛壬癸"
"""天干: they number what stands below 一、 in older notices and in Taiwan."""
FORMAL_DIGITS = "壹贰貳叁肆伍陆陸柒捌玖拾"

WORDS = r"(?=\s*[一-鿿Ⅰ-Ⅻ“《「])"
"""Words follow, not figures."""
ORDINAL = rf"第\s?(?P<n>{NUMERAL}{{1,6}}|\d{{1,3}})\s?"


class Style(NamedTuple):
    """One row of the table."""

    name: StyleName
    family: str
    """Styles of one family number one list together: 1. 1、 and a bare 14 are `arabic`."""
    depth: float
    """Usual depth of the family relative to the others: merely a prior."""
    pattern: str
    """From the marker's first character to its own punctuation; the group `n` is the number."""
    example: str
    inline: str = ""
    """What must stand before it inside a paragraph, as a lookbehind; empty where it never stands there."""
    strength: float = 6.0
    """The price of denying that such a paragraph opening is a marker."""
    bare: bool = False
    """Printed without a point or a bracket: opening a list has a price."""
    consecutive: bool = False
    """A marker only where it continues with the very next number, unless a heading follows it."""
    bracketed: bool = False
    """In brackets or a circle, which need no point."""
    decimal: bool = False
    """The number itself tells its place: 2.1 below 2."""


STYLES: tuple[Style, ...] = (
    Style("part", "part", 1, rf"{ORDINAL}编{AFTER_PART}", "第一编 总则"),
    Style("sub_part", "sub_part", 1.5, rf"{ORDINAL}分编{AFTER_PART}", "第一分编 通则"),
    Style("portion", "portion", 1.7, rf"{ORDINAL}部分(?:[:、]|(?=\s|$))", "第一部分 招标公告"),
    Style("chapter", "chapter", 2, rf"{ORDINAL}章{AFTER_CHAPTER}", "第一章 总则"),
    Style("division", "division", 3, rf"{ORDINAL}节{AFTER_DIVISION}", "第一节 一般规定"),
    Style(
        "article",
        "article",
        4,
        rf"第\s?(?P<n>{LARGE_NUMERAL}{{1,9}}|\d{{1,4}})(?:-\d{{1,2}})?\s?条(?P<sub>\s?之\s?(?:{NUMERAL}{{1,3}}|\d{{1,2}}))?{AFTER_ARTICLE}",
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
        "step",
        "step",
        7.6,
        rf"第(?P<n>{NUMERAL}{{1,3}}|\d{{1,2}})(?:步|阶段|环节)[:、,]",
        "第一步:动员部署",
        inline=AFTER_CLAUSE,
        strength=4.0,
    ),
    Style(
        "capital",
        "capital",
        5.5,
        rf"(?P<n>[{FORMAL_DIGITS}]{{1,3}})[、.]{WORDS}",
        "壹、总则",
        strength=4.0,
    ),
    Style(
        "stem",
        "stem",
        6.6,
        rf"(?P<n>[{STEMS}])[、.](?!\s*(?:[{STEMS}]|双方|三方|两))",
        "甲、居民用户",
        strength=4.0,
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
        "chinese_square",
        "chinese_square",
        6.5,
        rf"【(?P<n>{NUMERAL}{{1,3}})】[、:]?",
        "【一】申报条件",
        bracketed=True,
    ),
    Style(
        "chinese_parenthesis",
        "chinese_parenthesis",
        7,
        rf"(?:[(〈<](?P<n>{NUMERAL}{{1,4}}|-)[)〉>]|[㈠-㈩]){REFERENCE}[、.:]?",
        "（一）加强领导",
        inline=r"(?<![第之至到和、\d])(?<!\d日)",
        bracketed=True,
    ),
    Style(
        "outline_number_of_four",
        "outline_number_of_four",
        9.7,
        rf"(?P<n>\d{{1,2}}(?:\.\d{{1,2}}){{3}})\.?{WORDS}(?!\s*[的至])",
        "2.1.3.1 人员",
        strength=1.5,
        decimal=True,
    ),
    Style(
        "outline_number_of_three",
        "outline_number_of_three",
        9.5,
        rf"(?P<n>\d{{1,2}}(?:\.\d{{1,2}}){{2}})\.?{WORDS}(?!\s*[的至])",
        "2.1.3施工准备",
        strength=1.5,
        decimal=True,
    ),
    Style(
        "outline_number",
        "outline_number",
        9,
        rf"(?P<n>\d{{1,2}}\.\d{{1,2}})\.?{WORDS}{MEASURED}(?!\s*[的至])",
        "1.1适用范围",
        strength=1.5,
        decimal=True,
    ),
    Style(
        "arabic",
        "arabic",
        8,
        r"(?:(?P<n>[\dIl]\d?\d?)\s?(?:\.(?!\d)|\.(?=(?:19|20)\d\d(?!\d)|1?\d月\d{1,2}日)|[、](?!\d{1,3}[、.年月日]))|[⒈-⒛][、]?)"
        r"(?!\s*\d+[、.]?\d*\s*[%亿万])",
        "1.加强组织领导",
        inline=r"(?<![\d第之至到和、与及.A-Za-z〔\[(-])",
    ),
    Style(
        "arabic_padded",
        "arabic_padded",
        5.7,
        rf"(?P<n>0\d){WORDS}{COUNTED}",
        "01考试时间",
        strength=3.0,
    ),
    Style("arabic_colon", "arabic", 8, rf"(?P<n>\d{{1,2}}):{WORDS}", "1:活动主题", strength=3.0),
    Style(
        "arabic_parenthesis",
        "arabic_parenthesis",
        10,
        rf"(?:\((?P<n>\d{{1,3}})\)|[⑴-⒇]){REFERENCE}[、.:]?",
        "（1）完善制度",
        inline=NOT_ORDINAL,
        bracketed=True,
    ),
    Style(
        "arabic_half_parenthesis",
        "arabic_parenthesis",
        10,
        r"(?P<n>\d{1,2})\)[、.]?",
        "1)完善制度",
        inline=r"(?<![\d(第之至到和、与及.A-Za-z年月日—-])",
        strength=5.0,
        bracketed=True,
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
        r"[①-⑳㉑-㉟㊱-㊿❶-❿⓫-⓴㊀-㊉][、.:]?(?!\s*(?:[-—至、]?\s*[①-⑳]))",
        "①建立台账",
        inline=r"(?<![\d①-⑳])",
        bracketed=True,
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
    Style("dash", "dash", 16, rf"(?:——|—|──|――|--){WORDS}", "——生态优先、绿色发展。", strength=1.0),
    Style(
        "arabic_bare",
        "arabic",
        8,
        rf"(?P<n>\d{{1,3}}){WORDS}{COUNTED}",
        "14针对……问题",
        strength=0.0,
        bare=True,
        consecutive=True,
    ),
    Style(
        "arabic_point_bare",
        "arabic",
        8,
        r"(?P<n>\d{1,2})\.(?=\d{1,3}(?:\+[\dN])?[一-鿿])",
        "3.3个项目建成，between 2. and 4.",
        strength=0.0,
        bare=True,
        consecutive=True,
    ),
    Style(
        "chinese_bare",
        "chinese",
        6,
        rf"(?P<n>{NUMERAL}{{1,3}})(?=\s[一-鿿“《])",
        "一 总体要求",
        strength=2.0,
        bare=True,
    ),
)

TITLED = frozenset({"part", "sub_part", "portion", "chapter", "division"})
"""编, 分编, 部分, 章 and 节: a title follows the marker, and only another of these stands above."""

BY_NAME: dict[str, Style] = {style.name: style for style in STYLES}
DEPTH: dict[str, float] = {style.family: style.depth for style in STYLES}
