"""Where content management systems put the document itself and its title: one row per mark.

国办发〔2017〕47号 (政府网站发展指引) fixes the meta tags of a page but not its body; each content system has its own
mark for that. Names that could mean anything (`content`, `main`, `detail`) are not marks.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class Mark(NamedTuple):
    """One mark that a content system leaves on its pages."""

    part: str
    """`document` or `title`."""
    by: str
    """`name` of an element (its id or one of its classes), or a `pair` of comments or meta tags around it."""
    name: str
    """A pattern for the whole name; for a pair, the text that opens it."""
    end: str = ""
    """The text that closes a pair."""
    system: str = ""
    """The content system, where it is known."""


MARKS: tuple[Mark, ...] = (
    Mark("document", "name", "UCAP-CONTENT", system="gov.cn"),
    Mark("document", "pair", "<$[信息内容]>begin", "<$[信息内容]>end", "大汉 JCMS"),
    Mark("document", "pair", "ZJEG_RSS.content.begin", "ZJEG_RSS.content.end", "大汉 JCMS"),
    Mark("document", "pair", "ContentStart", "ContentEnd", "大汉 JCMS"),
    Mark("document", "pair", "enpcontent", "/enpcontent", "方正翔宇"),
    Mark("document", "name", "founder-content|ozoom", system="方正翔宇"),
    Mark(
        "document",
        "name",
        "TRS_Editor|TRS_UEDITOR|trs_editor_view|trs_word|Custom_UnionStyle",
        system="拓尔思 WCM",
    ),
    Mark("document", "name", r"vsb_content(?:_\d+)?|v_news_content", system="博达 VSB"),
    Mark("document", "name", "wp_articlecontent|Article_Content", system="苏迪 WebPlus"),
    Mark("document", "name", "rich_media_content|js_content", system="微信"),
    Mark("document", "name", "p-detail", system="新华网"),
    Mark("document", "name", "[Zz]oom|zoomcon|[Ff]ont[Zz]oom|zoomContent|BodyLabel"),
    Mark(
        "document",
        "name",
        "j-fontContent|pages_content|xxgk_content|xxgkContent|zwxl-article|news_cont_d_wrap|xl-nr|gsj_content",
    ),
    Mark(
        "document",
        "name",
        "article-?content|article_content|articleContent|ArticleContent|arti-content|art_content|artcontent",
    ),
    Mark(
        "document",
        "name",
        "news-?content|news_content|newsContent|newscontent|contentText|content_body|content-text|con_text|conTxt|cont_txt",
    ),
    Mark(
        "document",
        "name",
        "detail-content|detail_content|detailContent|mainText|main-txt|infodetail|view-content|bt-?content|bt_content",
    ),
    Mark("document", "pair", "正文开始", "正文结束"),
    Mark("document", "pair", "文章内容开始", "文章内容结束"),
    Mark("title", "pair", "<$[标题]>begin", "<$[标题]>end", "大汉 JCMS"),
    Mark(
        "title",
        "name",
        "con-title|article-?title|article_title|articleTitle|artTitle|arti_title|newsTitle|news_title|xxgk_title|content_title|detail-?title|tit_h1",
    ),
)
"""The more reliable marks first."""

RANK = {mark: rank for rank, mark in enumerate(MARKS)}
OPENING = {mark.name: mark for mark in MARKS if mark.by == "pair"}
CLOSING = {mark.end: mark for mark in MARKS if mark.by == "pair"}
_NAMED = tuple(mark for mark in MARKS if mark.by == "name")
_NAMES = re.compile("|".join(f"({mark.name})" for mark in _NAMED))
_ATTRIBUTE = re.compile(r"\s(?:id|class)=\"([^\"]+)\"")


def mark_of(attributes: str) -> Mark | None:
    """The surest mark among the id and the classes of an element, `None` where it has none.

    >>> mark_of(' id="c1" class="view TRS_UEDITOR"').system, mark_of(' class="TRS_Editors"')
    ('拓尔思 WCM', None)
    """
    if 'id="' not in attributes and 'class="' not in attributes:
        return None
    best = min(map(_rank, _ATTRIBUTE.findall(attributes)), default=len(_NAMED))
    return _NAMED[best] if best < len(_NAMED) else None


@lru_cache(maxsize=4096)
def _rank(names: str) -> int:
    """The rank of the surest mark among the names of an id or class, which the pages of a site share."""
    found = map(_NAMES.fullmatch, names.split())
    return min((match.lastindex - 1 for match in found if match and match.lastindex), default=len(_NAMED))
