"""Where on a page the document proper stands, and its title and byline above it.

    nav   metadata table   TITLE   来源：本网   [ 各市人民政府：…… ]   share links   footer
                           title   byline      first        last

The site's own mark is taken where there is one (`gongwen.rules.site_templates`), else the smallest element that holds
most of what reads like running text.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

from gongwen.readers.web_lines import Line, Range, Sheet
from gongwen.rules import labels
from gongwen.rules.characters import fold
from gongwen.rules.dates import is_date_line
from gongwen.rules.document_numbers import is_document_number_line
from gongwen.rules.furniture import furniture_reason
from gongwen.rules.site_templates import RANK

PUNCTUATION = re.compile("[,。;:、]")
NO_WORD = re.compile(r"\W+")
MOSTLY = 0.75
"""Share of a page's running text that the element of its document holds."""
ENOUGH = 0.5
"""A surer mark is taken though a vaguer one holds more, up to so much more."""
SPARSE = 0.25
"""A mark that holds less of the page's running text marks something else: a summary, a caption."""
NEAR = 40
"""So many lines above the document its title and byline may stand."""
TITLES = ("articletitle", "title", "og:title", "dc.title")


class Document(NamedTuple):
    """The lines of the document proper, as indices into the lines of the page."""

    first: int
    last: int
    """Index after its last line."""
    title: range
    """The lines of a title above it, none where the document opens with its title."""
    bylines: frozenset[int]
    """Lines between that title and the document that tell of the document: 来源, 发文字号, a date."""


def find_document(sheet: Sheet, folded: list[str]) -> Document:
    """The document proper of a page; the whole page where nothing stands out."""
    first, last = _body(sheet, folded)
    title = _title(sheet, folded, first, last)
    bylines = frozenset(
        at for at in range(title.stop, first if title else 0) if _is_byline(sheet.lines[at], folded[at])
    )
    return Document(first, last, title, bylines)


def _body(sheet: Sheet, folded: list[str]) -> tuple[int, int]:
    goodness = [0.0, *accumulate(map(_goodness, sheet.lines, folded))]

    def good(place: Range) -> float:
        return goodness[place.last] - goodness[place.first]

    least = goodness[-1] * SPARSE
    marked = [
        place
        for place in sheet.ranges
        if place.mark and place.mark.part == "document" and place.last > place.first and good(place) >= least
    ]
    if marked:
        enough = max(map(good, marked)) * ENOUGH
        best = min(
            (place for place in marked if good(place) >= enough),
            key=lambda place: (RANK[place.mark] if place.mark else 0, -good(place), place.last - place.first),
        )
        return best.first, best.last
    most = goodness[-1] * MOSTLY
    dense = [place for place in sheet.ranges if not place.mark and good(place) >= most]
    if goodness[-1] <= 0 or not dense:
        return 0, len(sheet.lines)
    best = min(dense, key=lambda place: (place.last - place.first, place.first))
    return best.first, best.last


def _goodness(line: Line, folded: str) -> float:
    """How much a line looks like running text: its length outside of links, more where it is punctuated."""
    own = len(folded) - 2 * line.linked
    if own < 8:
        return max(own, 0) * 0.1
    return own * (1.0 if PUNCTUATION.search(folded) else 0.3)


# -------------------------------------------------------------------------------- above the document


def _title(sheet: Sheet, folded: list[str], first: int, last: int) -> range:
    """The title's lines above the document: by the site's mark, else by what the page says that its title is."""
    opening = _bare("".join(folded[first : min(first + 6, last)]))
    above = range(first - 1, max(first - NEAR, 0) - 1, -1)
    for place in reversed(sheet.ranges):
        if (
            place.mark
            and place.mark.part == "title"
            and 0 < place.last - place.first < 5
            and place.last <= first
        ):
            bare = _bare("".join(folded[place.first : place.last]))
            if len(bare) > 4:
                return range(0) if bare in opening else range(place.first, place.last)
    said = {_bare(fold(value)) for name, value in sheet.meta if name.lower() in TITLES} - {""}
    name = _bare(fold(sheet.name))
    best, best_score = None, 0
    for at in above:
        bare = _bare(folded[at])
        score = _title_score(sheet.lines[at], bare, said, name)
        if score > best_score and not furniture_reason(folded[at]):
            best, best_score = at, score
    if best is None or _bare(folded[best]) in opening:
        return range(0)
    return range(best, best + 1)


def _title_score(line: Line, bare: str, said: set[str], name: str) -> int:
    """How sure it is that a line above the document is its title; 0 for no."""
    if not 4 < len(bare) < 150 or line.linked * 2 > len(bare):
        return 0
    score = 4 if bare in said else 0
    score += 3 if len(bare) > 8 and bare in name else 0
    return score + {1: 2, 2: 1}.get(line.element.look.heading, 0)


def _is_byline(line: Line, folded: str) -> bool:
    if not folded or len(folded) >= 200 or line.linked * 2 > len(folded):
        return False
    if is_document_number_line(folded) or is_date_line(folded):
        return True
    pairs = labels.split_pairs(folded, folded)
    return bool(pairs) and any(value for _, value in pairs or ())


def _bare(text: str) -> str:
    return NO_WORD.sub("", text)
