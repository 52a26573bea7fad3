"""The title of a notice and its byline, where a site prints them above the document itself.

<title>关于做好防汛工作的通知_江临市</title>      what the page says its title is
江临市人民政府                                      the name of the site is part of it, but no title
关于做好                                            a title may run over several lines
防汛工作的通知
2024-06-03 09:30 来源：江临日报                      the byline
"""

from __future__ import annotations

import re

from gongwen.readers.html.sheet import Line, Range, Sheet
from gongwen.rules.dates.alone import is_date_line
from gongwen.rules.documents.document_numbers import is_document_number_line
from gongwen.rules.documents.kinds import TITLE_END
from gongwen.rules.layout import labels, parts
from gongwen.rules.layout.furniture import furniture_reason
from gongwen.rules.text.characters import compact, fold

NEAR = 40
"""How many lines above the document its title and byline may begin."""
TITLES = ("articletitle", "title", "og:title", "dc.title")
OPENING = 6
"""In how many of its first lines a document may print its title itself."""
LONGEST_TITLE = 4
"""The most lines of a title."""
SITE = re.compile(r"^.{1,13}(?:网|网站|政府|委员会|[局厅办]|办公室|门户|平台|频道|首页)$")
"""The name of a page also contains that of its site or owner."""
LONG_TITLE = 150
SHORTEST = 10
"""The fewest characters of a title that is only recognised by its ending and place."""
SAID = 10
"""What a page says its title is outweighs the look of a line, and a whole title outweighs a part."""
CLOSE = 15
"""How close to the document a heading is its title, although the page does not say so."""
DATE = re.compile(r"(?:19|20)\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}(?!\d)")


def find_title(sheet: Sheet, folded: list[str], first: int, last: int) -> range:
    """The title's lines above the document: by the site's mark, else by what the page says its title is."""
    opening = [compact(line) for line in folded[first : min(first + OPENING, last)]]
    above = range(max(first - NEAR, 0), first)
    for mark in reversed(sheet.ranges):
        bare = compact("".join(folded[mark.first : mark.last])) if _marks_title(mark, first) else ""
        if len(bare) > 4:
            return range(0) if _opens_with(opening, bare) else range(mark.first, mark.last)
    said = [compact(fold(value)) for name, value in sheet.meta if name.lower() in TITLES]
    said.append(compact(fold(sheet.name)))
    best, best_score = range(0), 0
    for at in reversed(above):
        bare = compact(folded[at]) if 0 < len(folded[at]) < LONG_TITLE else ""
        if bare and sheet.lines[at].linked * 2 <= len(bare) and not furniture_reason(folded[at]):
            place = _said_title(sheet, folded, at, first, bare, said)
            score = len(compact("".join(folded[place.start : place.stop]))) * SAID if place else 0
            if len(bare) > 4 and (place or first - at <= CLOSE):
                score += _looks_like_title(sheet.lines[at], folded[at])
                score += not score and _stands_right_above(sheet, folded, at, first)
            if score > best_score:
                best, best_score = place or _of_one_element(sheet, at), score
    return range(0) if _opens_with(opening, compact("".join(folded[best.start : best.stop]))) else best


def _marks_title(place: Range, first: int) -> bool:
    part = place.mark.part if place.mark else ""
    return part == "title" and 0 < place.last - place.first < LONGEST_TITLE and place.last <= first


def _said_title(
    sheet: Sheet, folded: list[str], at: int, first: int, bare: str, said: list[str]
) -> range | None:
    """The lines from here on that together are, or are part of, what the page says its title is."""
    if not any(bare in title for title in said):
        return None
    look, end = sheet.lines[at].element.look, at + 1
    while end < min(first, at + LONGEST_TITLE) and sheet.lines[end].element.look is look:
        longer = bare + compact(folded[end])
        if len(longer) == len(bare) or not any(longer in title for title in said):
            break
        bare, end = longer, end + 1
    sure = len(bare) > 8 or any(title.startswith(bare) for title in said)
    return range(at, end) if sure and len(bare) > 3 and not SITE.search(bare) else None


def _looks_like_title(line: Line, folded: str) -> int:
    score = 0 if SITE.search(folded) else {1: 3, 2: 2}.get(line.element.look.heading, 0)
    return score + (2 if "关于" in folded and TITLE_END.search(folded) else 0)


def _stands_right_above(sheet: Sheet, folded: list[str], at: int, first: int) -> bool:
    """Whether only the byline is between a line and the document, and the line ends as titles do."""
    whole = len(folded[at]) > SHORTEST and TITLE_END.search(folded[at]) and not SITE.search(folded[at])
    return bool(whole) and all(
        not folded[between]
        or is_byline(sheet.lines[between], folded[between])
        or furniture_reason(folded[between])
        for between in range(at + 1, first)
    )


def _of_one_element(sheet: Sheet, at: int) -> range:
    """The lines of the heading that a line is part of: <h1>江临市水利局<br>关于……的通知</h1>."""
    element, start, end = sheet.lines[at].element, at, at + 1
    if not element.look.heading:
        return range(at, end)
    while start and sheet.lines[start - 1].element is element:
        start -= 1
    while end < len(sheet.lines) and sheet.lines[end].element is element:
        end += 1
    return range(start, end) if end - start <= LONGEST_TITLE else range(at, at + 1)


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


def is_byline(line: Line, folded: str) -> bool:
    """Whether a line below the title describes the notice: 来源：本网, 江临政发〔2024〕3号, 2024-06-03 09:30 江临日报."""
    if not folded or len(folded) >= 200 or line.linked * 2 > len(folded):
        return False
    if is_document_number_line(folded) or is_date_line(folded):
        return True
    if len(folded) < 60 and (DATE.match(folded) or parts.POSTED_AT.search(folded)):
        return True
    if parts.HISTORY.match(folded) or parts.ADOPTED.match(folded):
        return True
    pairs = labels.split_pairs(folded, folded) or ()
    return any(value for _, value in pairs)
