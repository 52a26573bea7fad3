"""The hidden parts of a page, some of which are the document after all.

<div id="js_content" style="visibility: hidden">      hidden until a script runs: the document
<div id="allText" style="display: none">              its second half, shown by 展开全文: part of the document
<div class="qrcode" hidden>二维码已失效</div>          not part of it, dropped as `hidden`
"""

from __future__ import annotations

import re

from gongwen.readers.html.document import Document
from gongwen.readers.html.sheet import Sheet, Unseen
from gongwen.readers.html.tokens import Token
from gongwen.rules.layout.site_templates import mark_of
from gongwen.rules.numbering.markers import OPENING
from gongwen.rules.text.characters import compact, even, fold

LITTLE = 24
"""The fewest characters of running text of a document."""
SOME = 12
"""The fewest characters of running text of a part of one."""
STOPS = ("。", ";", ":", "；", "：")
LONG = 8
"""The fewest characters of a sentence."""


def running_text(lines: list[str]) -> int:
    """How many characters some folded lines have in sentences.

    >>> running_text(["首页", "现将有关事项通知如下。"])
    11
    """
    return sum(len(line) for line in lines if len(line) >= LONG and line.endswith(STOPS))


def hidden_bodies(sheet: Sheet, folded: list[str], document: Document) -> list[Unseen]:
    """The unseen elements that are the document, or part of it."""
    large = [
        one
        for one in sheet.unseen
        if one.reason == "hidden" and (_is_marked(one) or running_text(one.lines) >= SOME)
    ]
    if not large:
        return []
    shown = running_text(folded[document.first : document.last])
    seen = {compact(line) for line in folded if len(line) >= LONG}
    found = []
    for one in large:
        lines = [fold(even(line)) for line in one.lines]
        text = running_text(lines)
        if one.linked * 2 > text or _repeated(lines, seen):
            continue
        marked = _is_marked(one) and (text >= LITTLE or shown < LITTLE)
        inside = one.whole and document.first < one.at <= document.last and document.first > 0
        whole = marked or (text >= LITTLE and shown < text // 2)
        if whole or (inside and any(map(OPENING.match, lines))):
            found.append(one)
    return found


def _is_marked(one: Unseen) -> bool:
    """Whether it is the element in which the site keeps its documents: however short, it is one if nothing else is shown."""
    mark = mark_of(one.attributes)
    return mark is not None and mark.part == "document" and any(one.lines)


def is_bare(folded: list[str], document: Document) -> bool:
    """Whether a page shows no text of a document."""
    return running_text(folded[document.first : document.last]) < LITTLE


def shown(tokens: list[Token], bodies: list[Unseen]) -> list[Token]:
    """The tokens of a page, with some elements made visible."""
    changed = list(tokens)
    for one in bodies:
        tag, attributes, text = changed[one.token]
        kept = "".join(part[0] for part in NAMED.finditer(attributes))
        changed[one.token] = (tag if one.whole else "span", kept, text)
    return changed


NAMED = re.compile(r" (?:id|class)=\"[^\"]*\"")
"""What is kept of an element that is made visible."""


def _repeated(lines: list[str], seen: set[str]) -> bool:
    """Whether the page shows most of it elsewhere, as with a copy for printing or a summary."""
    long = [compact(line) for line in lines if len(line) >= LONG]
    return sum(line in seen for line in long) * 2 > len(long)
