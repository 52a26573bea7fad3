"""A page as a flat stream of tags and text.

    <p>本<b>办法</b></p>      ("p", "", "本") ("b", "", "办法") ("/b", "", "") ("/p", "", "")
    <!--正文开始-->           ("!--", "正文开始--", "")

lexbor repairs the markup and takes out what is never shown; one pattern reads its clean serialisation, where each
element is closed and no text holds a `<`. Depth and size of a page cost no more than its length.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

Token = tuple[str, str, str]
"""Name of an opening tag, of a closing one (`/p`) or `!--`; its attributes or comment; the text up to the next."""

TOKEN = re.compile(
    r"<(/?[a-zA-Z][^\s>]*+|!--)"
    r"((?<!!--)(?: [^>\"]+\"[^\"]*\")*+|(?<=!--).*?--)"
    r">([^<]*+)",
    re.DOTALL,
)
STRAY = re.compile(r"<(?=/?+[a-zA-Z0-9.]*+[^\x00-\x7f])")
"""《关于印发<江西省……>的通知》, <GDP核算……>: no element's name holds a Chinese character."""
RAW = ["script", "style", "iframe", "noframes", "noembed"]
"""Elements whose content is no markup, so that it could not be told from tags."""
NUMBERS = ("fileNum", "fileNo", "docNo", "wenhao")
SCRIPT_NUMBER = re.compile(rf"""\b(?:{"|".join(NUMBERS)})\s*=\s*["']([^"'<>\n]{{4,40}})["']""")
"""var fileNum='湘政发 〔2009〕30 号': the page writes its number by script."""

MANY_TAGS = 2000
"""From so many tags on a page is looked at before it is parsed: lexbor's time grows with the square of the depth, and
what it repairs (an open <b> is opened again in every <p>) with the product of the two."""
DEEPEST = 256
"""Tags below this depth are left out, not their text. Real pages stay below 60."""
REPAIRS = 2_000_000
"""So many elements at most may come from formatting that is never closed."""
LEVEL = "area|base|br|col|embed|frame|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|option|tr|td|th|thead|tbody|tfoot|colgroup"
"""These do not nest by themselves: they are void, or the next of their kind closes them."""
TAG = re.compile(
    rf"<(/?)(?!(?:{LEVEL})[\s/>])([a-z][a-z0-9:]*+)(?:[^<>\"']++|\"[^\"]*\"|'[^']*')*+>", re.IGNORECASE
)
FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())


class Stream(NamedTuple):
    """A page taken apart."""

    tokens: list[Token]
    scripts: list[str]
    """Document numbers that inline scripts write."""
    flattened: bool
    """Whether tags were left out because they stood too deep."""


def read_tokens(source: str) -> Stream:
    """All that a page shows, in order; never fails."""
    source = STRAY.sub("&lt;", source.replace("\0", ""))
    level = _flattened(source)
    parser = LexborHTMLParser(level)
    parser.strip_tags(RAW)
    html = (parser.html or "").replace("&nbsp;", "\xa0")
    written = any(name in source for name in NUMBERS)
    return Stream(TOKEN.findall(html), SCRIPT_NUMBER.findall(source) if written else [], level is not source)


def _flattened(source: str) -> str:
    """The page without the tags that stand too deep; the page itself where none does."""
    tags = source.count("<")
    if tags < MANY_TAGS:
        return source
    opened = dict.fromkeys(FORMATTING, 0)
    depth = formatted = 0
    deepest_formatting = max(4, REPAIRS // tags)
    kept, at = [], 0
    for tag in TAG.finditer(source):
        name = tag[2].lower()
        step = -1 if tag[1] else 1
        if step < 0 and not opened.get(name):
            continue
        too_deep = max(depth, depth + step) > DEEPEST
        opened[name] = opened.get(name, 0) + step
        depth += step
        if name in FORMATTING:
            formatted += step
            too_deep |= max(formatted, formatted - step) > deepest_formatting
        if too_deep:
            kept.append(source[at : tag.start()])
            at = tag.end()
    return "".join([*kept, source[at:]]) if kept else source
