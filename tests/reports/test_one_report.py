"""The renderings of one comparison differ in nothing: every pair, change and figure stands in each of them."""

import re

from renderings import Shown, bare, listed, of_markdown, of_page, of_text
from selectolax.lexbor import LexborHTMLParser

from gongwen.cli.comparison import _document
from gongwen.comparison.markdown import render
from gongwen.comparison.reading import CHANGES, figure_line, rows
from gongwen.reports import comparison_page


def without_brackets(shown: Shown) -> Shown:
    """The terminal sets what changed in brackets; notices have brackets too, so all are left out on both sides."""
    return shown._replace(left=re.sub(r"[\[\]]", "", shown.left), right=re.sub(r"[\[\]]", "", shown.right))


def with_chinese_changes(shown: Shown) -> Shown:
    """The page names each change in English too: 改写reworded."""
    names = {chinese + english: chinese for english, chinese in CHANGES.items()}
    return shown._replace(changes=tuple(names[one] for one in shown.changes))


def test_page_and_terminal_show_the_same_pairs(pair) -> None:
    page = [with_chinese_changes(one) for one in of_page(comparison_page(*pair))]
    text = of_text(_document(*pair, "text", ()))
    assert len(page) == len(pair.comparison.changed) > 2
    without_notes = [
        one._replace(figures=tuple(re.sub(r"\([^()]*\)$", "", figure) for figure in one.figures))
        for one in text
    ]
    assert [without_brackets(one) for one in page] == [without_brackets(one) for one in without_notes]


def test_page_and_markdown_show_the_same_pairs(pair) -> None:
    page = [
        with_chinese_changes(one)._replace(figures=(), documents=frozenset())
        for one in of_page(comparison_page(*pair))
    ]
    assert page == of_markdown(render(*pair))


def test_every_figure_of_the_markdown_is_a_row_of_the_page(pair) -> None:
    table = LexborHTMLParser(comparison_page(*pair)).css("#figures tbody tr")
    told = listed(render(*pair), "数字变化")
    assert len(table) == len(told) == sum(len(one.figures) for one in pair.comparison.pairs) > 0
    for row, line in zip(table, told, strict=True):
        label = row.css_first("th .said").text()
        left, right, difference, ratio = (cell.text().strip() for cell in row.css("td.figure"))
        assert bare(f"{label}: {left} → {right}") in line
        relation = row.css_first("code").text()
        if relation not in ("redefined", "explicitly_absent", "operator_changed"):
            assert bare(difference) in line
        if relation == "value_changed":
            assert ratio in line


def test_every_document_of_the_markdown_stands_in_the_page(pair) -> None:
    cited = LexborHTMLParser(comparison_page(*pair)).css("#documents ins, #documents del")
    told = listed(render(*pair), "引用文件变化")
    assert len(cited) == len(told) > 0
    for one, line in zip(cited, told, strict=True):
        assert line.endswith(("新增" if one.tag == "ins" else "删除") + bare(one.text()))


def test_counts_are_those_of_the_summary(pair) -> None:
    lines = LexborHTMLParser(comparison_page(*pair)).css(".counts tbody tr")
    shown = {line.css_first("th [lang=en]").text(): int(line.css_first("td b").text()) for line in lines}
    assert shown == {name: count for name, count in pair.comparison.summary.items() if count}


def test_the_two_column_table_holds_every_pair_whole(pair) -> None:
    table = LexborHTMLParser(comparison_page(*pair)).css(".two-columns tbody tr")
    for line, row in zip(table, rows(*pair), strict=True):
        left, right = (cell.text().strip() for cell in line.css("td"))
        assert bare(left) == (bare(row.left_marker + "".join(one.text for one in row.left)) or "—")
        assert bare(right) == (bare(row.right_marker + "".join(one.text for one in row.right)) or "—")


def test_what_is_marked_is_what_changed(pair) -> None:
    cards = LexborHTMLParser(comparison_page(*pair)).css("article.pair")
    changed = [row for row in rows(*pair) if row.pair.changes != ["unchanged"]]
    for card, row in zip(cards, changed, strict=True):
        for tag, fragments in (("del", row.left), ("ins", row.right)):
            marked = [one.text() for one in card.css(f".sides {tag}")]
            assert marked == [one.text for one in fragments if one.changed and one.text.strip()]


def test_a_figure_line_is_what_the_card_says(pair) -> None:
    """Guards the extraction above: figures are told in the pair's card and in the terminal alike."""
    told = [figure_line(figure) for one in pair.comparison.changed for figure in one.figures]
    shown = [figure for one in of_page(comparison_page(*pair)) for figure in one.figures]
    assert len(told) == len(shown)
    assert all(
        bare(line).startswith(figure.removeprefix("Δ")) for figure, line in zip(shown, told, strict=True)
    )
