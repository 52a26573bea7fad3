"""Whatever a notice says, a page is one file that runs nothing, fetches nothing and stays whole."""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

import gongwen
from gongwen.errors import OptionError
from gongwen.reports import comparison_page, comparisons_page, timeline_page

TAGS = set(
    "a article b bdi body circle code dd del details div dl dt fieldset footer form h1 h2 h3 h4 head header html i input "
    "ins label legend li main meta nav ol p path polyline rect section small span style summary svg table tbody td th "
    "thead title tr ul".split()
)
CLOSED = set(
    "a article b bdi del details div form i ins label main nav ol p section small span svg table ul".split()
)


class Reader(HTMLParser):
    """Tags and attributes as they stand in the source; elements that a page closes itself are counted."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.open: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.open[tag] += 1
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open[tag] -= 1

    def handle_endtag(self, tag: str) -> None:
        self.open[tag] -= 1


def pages(attacked, timeline) -> Iterator[str]:
    yield comparison_page(*attacked)
    yield timeline_page(timeline)
    both = gongwen.compare_all([attacked.old], [attacked.new])
    yield comparisons_page(both, [attacked.old, attacked.new])


@pytest.fixture(params=[0, 1, 2], ids=["comparison", "timeline", "folders"])
def page(request, attacked, timeline) -> str:
    return list(pages(attacked, timeline))[request.param]


def test_a_page_is_made_of_its_templates_alone(page: str) -> None:
    reader = Reader()
    reader.feed(page)
    assert reader.tags <= TAGS
    assert {tag: count for tag, count in reader.open.items() if count and tag in CLOSED} == {}


def test_nothing_is_fetched_and_nothing_runs(page: str) -> None:
    reader = Reader()
    reader.feed(page)
    names = {name for name, _ in reader.attributes}
    assert not {name for name in names if name.startswith("on")} | (
        names & {"src", "srcset", "style", "action"}
    )
    assert all(value.startswith("#") for name, value in reader.attributes if name == "href")
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    assert "url(" not in style
    assert "@import" not in style
    assert "default-src 'none'" in page


def test_every_link_leads_somewhere_and_every_place_has_one_name(page: str) -> None:
    tree = LexborHTMLParser(page)
    names = [one.attributes["id"] for one in tree.css("[id]")]
    assert len(names) == len(set(names))
    assert {one.attributes["href"][1:] for one in tree.css("a")} <= set(names)


def test_what_a_notice_says_is_shown_as_it_stands(attacked) -> None:
    tree = LexborHTMLParser(comparison_page(*attacked))
    assert "<script>alert(1)</script>\"onload='x'" in tree.css_first("article.pair").text()
    assert "{{ 7*7 }}" in tree.body.text()
    assert tree.css_first(".party .title").text() == "关于<b>安全</b>工作的报告"


def test_the_style_sheet_filters_by_names_of_the_page(attacked) -> None:
    page = comparison_page(*attacked)
    tree = LexborHTMLParser(page)
    asked = set(re.findall(r"#([\w-]+):checked", page))
    there = {one.attributes["id"] for one in tree.css("input")}
    assert asked == there - {"change-all", "kind-all"}
    borne = {change for one in tree.css("article.pair") for change in one.attributes["data-changes"].split()}
    assert {f"change-{change}" for change in borne} <= asked


ANYTHING = st.text(alphabet="一二、。《》\"'<>&/{}%=-|`\\~*安全3处 ", min_size=1, max_size=40)


@settings(max_examples=25, deadline=None)
@given(ANYTHING, ANYTHING)
def test_any_text_stands_in_the_page_as_text(left: str, right: str) -> None:
    old, new = (gongwen.parse(f"关于工作的通知\n一、加强管理{text}\n二、落实") for text in (left, right))
    page = comparison_page(gongwen.compare(old, new), old, new)
    reader = Reader()
    reader.feed(page)
    assert reader.tags <= TAGS


def test_a_notice_that_was_not_compared_is_refused(attacked) -> None:
    with pytest.raises(OptionError) as refused:
        comparison_page(attacked.comparison, attacked.new, attacked.old)
    assert refused.value.code == "other_notice"
    with pytest.raises(OptionError):
        comparisons_page(gongwen.compare_all([attacked.old], [attacked.new]), [attacked.old])


def test_notices_that_do_not_differ_say_so(attacked) -> None:
    same = gongwen.compare(attacked.old, attacked.old)
    page = comparison_page(same, attacked.old, attacked.old)
    assert "两份公文没有差别" in page
    assert "same_source" in page


def test_a_stored_comparison_gives_the_same_page(attacked) -> None:
    stored = gongwen.Comparison.model_validate_json(attacked.comparison.to_json())
    assert comparison_page(stored, attacked.old, attacked.new) == comparison_page(*attacked)
