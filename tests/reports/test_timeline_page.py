"""The page of a timeline: every topic, figure and phrase that the Markdown shows, once."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from renderings import bare
from selectolax.lexbor import LexborHTMLParser

import gongwen
from gongwen.reports import timeline_page
from gongwen.reports.timeline.figure_series import readable
from gongwen.reports.timeline.topic_matrix import SEEN, topic_matrix
from gongwen.reports.words import SHORT_STATES, STATES
from gongwen.timelines.markdown import PHRASES
from gongwen.timelines.rows import name_of, shown


def test_every_topic_stands_once_in_the_matrix_or_in_the_list(timeline) -> None:
    for series in timeline.series:
        made = topic_matrix(series)
        rows = [row.topic.id for _, found in made.groups for row in found]
        once = [topic.id for _, found in made.once for topic in found]
        assert sorted(rows + once) == sorted(topic.id for topic in series.topics)


def test_a_cell_tells_the_state_of_its_notice(timeline) -> None:
    for series in timeline.series:
        part = LexborHTMLParser(timeline_page(timeline)).css_first(f"#{series.id}-topics")
        lines = [one for one in part.css("tbody tr") if not one.css_first("[scope=rowgroup]")]
        cells = {
            one.css_first("th").child.text().strip(): [td.text().strip() for td in one.css("td")]
            for one in lines
        }
        for topic in series.topics:
            for one in topic.appearances:
                if topic.name in cells:
                    said = cells[topic.name][one.notice]
                    assert said in ({STATES[one.status], SHORT_STATES[one.status]} if one.status else {SEEN})
            if topic.name in cells:
                there = {one.notice for one in topic.appearances}
                assert {at for at, said in enumerate(cells[topic.name]) if said} == there


def test_every_figure_and_its_values_are_shown(timeline) -> None:
    tree = LexborHTMLParser(timeline_page(timeline))
    for series in timeline.series:
        lines = tree.css(f"#{series.id}-figures tbody tr")
        for line, figure in zip(lines, series.figures, strict=True):
            assert line.css_first("th").text().strip() == name_of(figure)
            values = [one.text() for one in line.css("bdi")]
            assert values == [
                one.text if one.value is None else readable(shown(one)) for one in figure.values
            ]


def test_every_outcome_is_shown(timeline) -> None:
    found = [one for series in timeline.series for figure in series.figures for one in figure.outcomes]
    assert timeline_page(timeline).count('data-head="达到 Met"') == len(found) > 0


def test_every_phrase_is_shown_with_its_counts(timeline) -> None:
    tree = LexborHTMLParser(timeline_page(timeline))
    for series in timeline.series:
        labels = [moment.label for moment in series.notices]
        lines = tree.css(f"#{series.id}-phrases tbody tr")
        for line, phrase in zip(lines, series.phrases[:PHRASES], strict=True):
            assert line.css_first("th").text().strip() == phrase.text
            counts = [bare(one.text()) for one in line.css(".said-values > span")]
            assert counts == [
                f"{label}{count}" for label, count in zip(labels, phrase.counts, strict=True) if count
            ]
            assert len(line.css("rect")) == sum(count > 0 for count in phrase.counts)


def test_what_a_notice_says_is_text(timeline) -> None:
    page = timeline_page(timeline)
    assert '<学习>不"深入"' not in page
    assert "&lt;学习&gt;不&#34;深入&#34;" in page


def test_a_notice_alone_stands_folded_at_the_end(timeline) -> None:
    tree = LexborHTMLParser(timeline_page(timeline))
    alone = [series.id for series in timeline.series if len(series.notices) == 1]
    assert [one.attributes["id"] for one in tree.css("#alone details > article")] == alone != []
    assert "series_of_one" in tree.css_first("details.hints").text()


def test_nothing_to_follow_says_so() -> None:
    assert "没有可以排列的公文" in timeline_page(gongwen.timeline([]))


@given(st.decimals(min_value=0, max_value=10**16, places=3, allow_nan=False))
def test_long_numbers_are_told_exactly(number: Decimal) -> None:
    told = readable(format(number, "f"))
    for name, power in (("万亿", 12), ("亿", 8), ("万", 4)):
        if told.endswith(name):
            assert Decimal(told.removesuffix(name)).scaleb(power) == number
            return
    assert Decimal(told) == number
