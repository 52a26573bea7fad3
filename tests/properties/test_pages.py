"""What holds for any page: each character that it shows is in a block or in what was left out, once."""

import re
from collections import Counter
from collections.abc import Iterator

from bs4 import BeautifulSoup, NavigableString, Tag
from growth import AT_MOST, growth
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gongwen
from gongwen.model import Page
from gongwen.options import Options
from gongwen.readers import read_page, source_bytes
from gongwen.readers.html.look import UNSEEN
from gongwen.readers.html.tokens import RAW, STRAY

OPTIONS = Options(media_type="text/html")
UNCOUNTED = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f]+")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px)?\s*(?:;|$)")
TEXTS = (
    "一、加强领导 现将有关事项通知如下，请认真贯彻执行。 关于做好防汛工作的通知 江临政发〔2024〕3号 2024年6月3日 分享到： 索引号： "
    "JL001/2024-12 发文字号：江临政发〔2024〕3号 来源：江临日报 责任 首页 序号 1 《关于印发<江临市节水办法>的通知》 &lt;b&gt; &nbsp; "
    "PM<sub>2.5</sub> &#20844; 【打印】 \u200b 　 A&amp;B a<b"
).split(" ")
TAGS = "p div span b table tr td th ol ul li h1 h2 a font center section pre body html strong sub caption tbody dl dt dd form".split()
SHAPES = (
    "",
    "",
    "",
    ' id="zoom"',
    ' class="TRS_Editor"',
    ' class="article-title"',
    ' style="display: none"',
    ' style="text-align:center"',
    ' href="x"',
    ' rowspan="2"',
    ' colspan="2"',
    ' hidden=""',
)
OPENING = st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(SHAPES))
CLOSING = st.sampled_from(TAGS).map("</{}>".format)
WHOLE = st.sampled_from(
    [
        "<br>",
        "<hr/>",
        "<script>var a = '<p>x</p>';</script>",
        "<style>p{margin:0}</style>",
        "<!--<$[信息内容]>begin-->",
        "<!--<$[信息内容]>end-->",
        "<!-- 注释 -->",
        "<meta name='ContentStart'>",
        "<meta name='ContentEnd'>",
        "<img src='x' alt='图'>",
        "<title>通知</title>",
        "</html>",
    ]
)
SOURCES = st.lists(st.sampled_from(TEXTS) | OPENING | CLOSING | WHOLE, max_size=60).map("".join)
TIDY = st.recursive(
    st.sampled_from([text for text in TEXTS if "<" not in text]),
    lambda inner: st.builds(
        "<{0}{1}>{2}</{0}>".format,
        st.sampled_from(["div", "span", "b", "section", "center"]),
        st.sampled_from(SHAPES),
        st.lists(inner, max_size=5).map("".join),
    ),
    max_leaves=40,
)
SETTINGS = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


NEVER_SEEN = frozenset({"hidden", "server_code"})
"""Reasons of what is kept in `dropped` though no reader of the page sees it."""


def shown(page: Page) -> Counter[str]:
    """Each visible character of a page and how often it stands in what was read."""
    kept = [block.text[block.synthetic :] for block in page.blocks]
    left_out = [dropped.text for dropped in page.dropped if dropped.reason not in NEVER_SEEN]
    return Counter(UNCOUNTED.sub("", "".join([*kept, *left_out])))


def visible(source: str) -> Counter[str]:
    """The same as another parser sees it."""
    soup = BeautifulSoup(STRAY.sub("&lt;", source), "html.parser")
    return Counter(UNCOUNTED.sub("", "".join(_texts(soup))))


def _texts(element: Tag) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, Tag):
            hidden = child.has_attr("hidden") or HIDDEN.search(str(child.get("style", "")).lower())
            if not hidden and child.name not in {*UNSEEN, *RAW, "title"}:
                yield from _texts(child)
        elif type(child) is NavigableString:
            yield str(child)


def read(source: str) -> Page:
    return read_page(source.encode(), OPTIONS)[0]


@SETTINGS
@given(TIDY)
def test_no_visible_character_is_lost_nor_stands_twice(source: str) -> None:
    """Of a page that hides its whole body, that body is shown beside what is visible, and a diagnostic says so."""
    page, found = read_page(source.encode(), OPTIONS)
    if any(diagnostic.code == "hidden_body" for diagnostic in found):
        assert not visible(source) - shown(page)
    else:
        assert shown(page) == visible(source)


@SETTINGS
@given(SOURCES)
def test_no_page_raises_and_its_blocks_hold_text(source: str) -> None:
    page = read(source)
    assert all(block.text.strip() and "\n" not in block.text for block in page.blocks)
    assert all(dropped.text.strip() and dropped.reason for dropped in page.dropped)


@SETTINGS
@given(SOURCES)
def test_marks_and_labels_only_sort_what_a_page_shows(source: str) -> None:
    """Without its ids and classes a page shows the same characters, wherever they go."""
    assert shown(read(source)) == shown(read(re.sub(r" (?:id|class)=\"[^\"]*\"", "", source)))


def test_a_soup_and_its_tags_are_sources() -> None:
    source = "<div id='zoom'><h1>关于防汛的通知</h1><p>一、加强领导</p><p>二、落实责任</p></div>"
    soup = BeautifulSoup(source, "html.parser")
    assert gongwen.parse(soup).text == gongwen.parse(source).text
    assert soup.div is not None
    assert gongwen.parse(soup.div).text == gongwen.parse(source).text


def test_depth_costs_no_more_than_length() -> None:
    source = "<div>" * 50_000 + "一、加强领导。" + "</div>" * 50_000
    page, found = read_page(source_bytes(source, OPTIONS), OPTIONS)
    assert [block.text for block in page.blocks] == ["一、加强领导。"]
    assert [doubt.code for doubt in found] == ["deep_nesting"]
    assert growth(lambda depth: read("<div>" * depth + "一、加强领导。" + "</div>" * depth), 10_000) < AT_MOST


def test_a_text_that_was_decoded_before_is_not_held_to_its_declaration() -> None:
    source = '<meta charset="gb2312"><p>一、加强领导</p><p>二、落实责任</p>'
    assert [doubt.code for doubt in gongwen.parse(source).diagnostics] == ["no_title"]
    assert "encoding_contradicts_declaration" in [
        doubt.code for doubt in gongwen.parse(source.encode()).diagnostics
    ]
