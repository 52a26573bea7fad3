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
from gongwen.readers.web_tables import Table, cells_of, holds_data
from gongwen.rules import labels
from gongwen.rules.characters import fold
from gongwen.rules.dates import is_date_line
from gongwen.rules.document_numbers import is_document_number_line
from gongwen.rules.furniture import furniture_reason
from gongwen.rules.kinds import KINDS
from gongwen.rules.site_templates import RANK

PUNCTUATION = re.compile("[,。;:、]")
NO_WORD = re.compile(r"\W+")
MOSTLY = 0.75
"""Share of a page's running text that the element of its document holds."""
ENOUGH = 0.5
"""A surer mark is taken though a vaguer one holds more, up to so much more."""
SPARSE = 0.1
"""A mark that holds less of the page's running text marks something else: a summary, a caption."""
OPENING = 6
"""In so many of its first lines a document may print its title itself."""
LONGEST_TITLE = 4
"""A title runs over so many lines at most."""
SITE = re.compile(r"^.{1,13}(?:网|网站|政府|委员会|[局厅办]|门户|平台|频道|首页)$")
"""The name of a site or of its owner is part of a page's name too."""
LONG_TITLE = 150
SAID = 10
"""What a page says of its title outweighs what a line looks like, and the whole of it a part."""
CLOSE = 15
"""So near to the document a heading is its title, though the page does not say so."""
DATE = re.compile(r"(?:19|20)\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}(?!\d)")
TITLE_END = re.compile(rf"(?:{'|'.join(sorted(KINDS, key=len, reverse=True))})(?:\([^()]{{1,30}}\))?$")
LIST_HEAD = re.compile(r".{0,6}(?:推荐|最新|热门|相关|更多|排行|热点).{0,6}$")
FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|txt|jpg|png)\b", re.IGNORECASE)
ATTACHMENT_HEAD = re.compile(r"(?:相关)?附\s?件(?:下载|列表)?\s?\d{0,2}\s?(?:[:.、]|$)")
SOON = 5
"""So many lines below the document the list of its attachments begins."""
LINKS = 3
"""So many links one below the other are a list."""
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
    attached: range
    """Lines below it that list its attachments: 附件：1.任务清单.docx"""


def find_document(sheet: Sheet, folded: list[str]) -> Document:
    """The document proper of a page; the whole page where nothing stands out."""
    first, last = _body(sheet, folded)
    title = _title(sheet, folded, first, last)
    bylines = frozenset(
        at for at in range(title.stop, first if title else 0) if _is_byline(sheet.lines[at], folded[at])
    )
    return Document(first, last, title, bylines, _attached(folded, last))


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
        return best.first, _without_lists(sheet, folded, best.first, best.last)
    most = goodness[-1] * MOSTLY
    data = {(table.first, table.last) for table in sheet.tables if _is_data(sheet, table, folded)}
    dense = [
        place for place in sheet.ranges if not place.mark and good(place) >= most and place[:2] not in data
    ]
    if goodness[-1] <= 0 or not dense:
        return 0, len(sheet.lines)
    best = min(dense, key=lambda place: (place.last - place.first, place.first))
    return best.first, _without_lists(sheet, folded, best.first, best.last)


def _is_data(sheet: Sheet, table: Table, folded: list[str]) -> bool:
    wide = len(table.widths) > 1 and max(table.widths) > 1 and not table.nested
    return wide and holds_data(cells_of(sheet, table), folded)


def _goodness(line: Line, folded: str) -> float:
    """How much a line looks like running text: its length outside of links, more where it is punctuated."""
    own = len(folded) - 2 * line.linked
    if own < 8:
        return max(own, 0) * 0.1
    return own * (1.0 if PUNCTUATION.search(folded) else 0.3)


def _without_lists(sheet: Sheet, folded: list[str], first: int, last: int) -> int:
    """Where the document ends above a list of other pages; links below 附件 are its own."""
    end, head = last, False
    while end > first + 1:
        line = folded[end - 1]
        listed = sheet.lines[end - 1].linked * 2 > len(line) and not FILE.search(line)
        if not listed and not (end < last and LIST_HEAD.match(line)):
            break
        head |= not listed
        end -= 1
    if ATTACHMENT_HEAD.match(folded[end - 1]):
        return last
    return end if head or last - end >= LINKS else last


def _attached(folded: list[str], last: int) -> range:
    """The list of attachments that a site prints below the document, soon after it."""
    for head in range(last, min(last + SOON, len(folded))):
        if ATTACHMENT_HEAD.match(folded[head]):
            end = head + 1
            while end < len(folded) and len(folded[end]) < 150 and FILE.search(folded[end]):
                end += 1
            return range(head, end) if end > head + 1 or FILE.search(folded[head]) else range(0)
    return range(0)


# -------------------------------------------------------------------------------- above the document


def _title(sheet: Sheet, folded: list[str], first: int, last: int) -> range:
    """The title's lines above the document: by the site's mark, else by what the page says that its title is."""
    opening = [_bare(line) for line in folded[first : min(first + OPENING, last)]]
    above = range(max(first - NEAR, 0), first)
    for mark in reversed(sheet.ranges):
        bare = _bare("".join(folded[mark.first : mark.last])) if _marks_title(mark, first) else ""
        if len(bare) > 4:
            return range(0) if _opens_with(opening, bare) else range(mark.first, mark.last)
    said = [_bare(fold(value)) for name, value in sheet.meta if name.lower() in TITLES]
    said.append(_bare(fold(sheet.name)))
    best, best_score = range(0), 0
    for at in reversed(above):
        bare = _bare(folded[at]) if 0 < len(folded[at]) < LONG_TITLE else ""
        if bare and sheet.lines[at].linked * 2 <= len(bare) and not furniture_reason(folded[at]):
            place = _said_title(sheet, folded, at, first, bare, said)
            score = len(_bare("".join(folded[place.start : place.stop]))) * SAID if place else 0
            if len(bare) > 4 and (place or first - at <= CLOSE):
                score += _looks_like_title(sheet.lines[at], folded[at])
            if score > best_score:
                best, best_score = place or range(at, at + 1), score
    return range(0) if _opens_with(opening, _bare("".join(folded[best.start : best.stop]))) else best


def _marks_title(place: Range, first: int) -> bool:
    part = place.mark.part if place.mark else ""
    return part == "title" and 0 < place.last - place.first < LONGEST_TITLE and place.last <= first


def _said_title(
    sheet: Sheet, folded: list[str], at: int, first: int, bare: str, said: list[str]
) -> range | None:
    """The lines from one on that together are what the page says its title is, or stand in it."""
    if not any(bare in title for title in said):
        return None
    look, end = sheet.lines[at].element.look, at + 1
    while end < min(first, at + LONGEST_TITLE) and sheet.lines[end].element.look is look:
        longer = bare + _bare(folded[end])
        if len(longer) == len(bare) or not any(longer in title for title in said):
            break
        bare, end = longer, end + 1
    sure = len(bare) > 8 or any(title.startswith(bare) for title in said)
    return range(at, end) if sure and len(bare) > 3 and not SITE.search(bare) else None


def _looks_like_title(line: Line, folded: str) -> int:
    score = 0 if SITE.search(folded) else {1: 3, 2: 2}.get(line.element.look.heading, 0)
    return score + (2 if "关于" in folded and TITLE_END.search(folded) else 0)


def _opens_with(opening: list[str], title: str) -> bool:
    """Whether a document's first lines, some of them joined, are its title."""
    for start in range(len(opening)):
        joined = ""
        for line in opening[start:]:
            joined += line
            if joined == title:
                return True
            if not title.startswith(joined):
                break
    return False


def _is_byline(line: Line, folded: str) -> bool:
    """来源：本网 发布日期：…… ; 江临政发〔2024〕3号 ; 2024-06-03 09:30 江临日报"""
    if not folded or len(folded) >= 200 or line.linked * 2 > len(folded):
        return False
    if is_document_number_line(folded) or is_date_line(folded) or (len(folded) < 60 and DATE.match(folded)):
        return True
    pairs = labels.split_pairs(folded, folded) or ()
    return any(value for _, value in pairs)


def _bare(text: str) -> str:
    return NO_WORD.sub("", text)
