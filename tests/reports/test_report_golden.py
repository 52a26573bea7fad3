"""The page of the two sample rounds stands in `output/`; `pytest tests/reports --update` rewrites it for reading."""

from reported import ROOT, rounds

from gongwen.reports import comparison_page

KEPT = ROOT / "output/comparison/rectification-2019-2022.html"


def test_the_committed_page_is_current(request) -> None:
    made = comparison_page(*rounds())
    if request.config.getoption("--update"):
        KEPT.write_text(made, encoding="utf-8", newline="\n")
    assert KEPT.exists(), "look at the page, then --update"
    assert made == KEPT.read_text(encoding="utf-8"), "the page changed: look at it, then --update"
