"""A page as a flat stream of tags and text.

    <p>本<b>办法</b></p>      ("p", "", "本") ("b", "", "办法") ("/b", "", "") ("/p", "", "")
    <!--正文开始-->           ("!--", "正文开始--", "")

lexbor repairs the markup and removes what is never shown; one pattern reads its clean serialisation, in which each
element is closed and no text contains a `<`. The cost is linear in the length of the page, whatever its depth.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

Token = tuple[str, str, str]
"""Name of an opening tag, of a closing one (`/p`) or `!--`; its attributes or comment; the text up to the next."""

TOKEN = re.compile(
    r"""
    <(/?[a-zA-Z][^ \t\n\f\r/>]*+ | !--)
    (
      # an attribute's name may hold quotes and begin with =: align="center"" is align="center" "="" once repaired
      (?<!<!--)(?:[ ]=?[^ \t\n\f\r/>=]*+="[^"]*")*+
    | (?<=<!--).*?--
    )
    >([^<]*+)
    """,
    re.DOTALL | re.VERBOSE,
)
STRAY = re.compile(r"<(?=/?+[a-zA-Z0-9.]*+[^\x00-\x7f\u3000\xa0])")
"""《关于印发<江西省……>的通知》, <GDP核算……>: no element name contains a Chinese character."""
RAW = ["script", "style", "iframe", "noframes", "noembed"]
"""Elements whose content is not markup, but could be mistaken for tags."""
LITERAL = ("xmp", "plaintext")
"""Elements whose content is shown literally, including tags."""
ATTRIBUTE = r"""[ \t\n\f\r/]++(?:=[^ \t\n\f\r/>=]*+|[^ \t\n\f\r/>=]++)
(?:[ \t\n\f\r]*+=[ \t\n\f\r]*+(?:"[^"]*+"|'[^']*+'|[^ \t\n\f\r>"'][^ \t\n\f\r>]*+)?+)?+""".replace("\n(", "(")
OVERFULL = re.compile(rf"(<[a-zA-Z][^ \t\n\f\r/>]*+(?:{ATTRIBUTE}){{200}}+)(?:{ATTRIBUTE}){{800,}}+")
"""A tag with a thousand attributes: lexbor takes quadratic time in their number. Only the first ones are kept."""
ROOM = 4000
"""A shorter source has no such tag."""
SERVER_CODE = re.compile(
    r"(<(?:script|style)\b(?:[^<]++|<(?!/script|/style))*+)|<%[^%<]*+(?:(?!%>|<%)[%<][^%<]*+)*+%>",
    re.IGNORECASE,
)
"""<%@ page pageEncoding="UTF-8"%>: code that the server should have removed; inside scripts it is a template of theirs."""
RAISED = re.compile(r"<sup(?: [^>]*)?>([0-9+\-−]{1,6})(?=</sup>)")
ENDS_IN_DIGIT = re.compile(r"[0-9](?:</?[a-z][^<>]*>)*$")
SUPERSCRIPTS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
NUMBERS = ("fileNum", "fileNo", "docNo", "wenhao")
SCRIPT_NUMBER = re.compile(rf"""\b(?:{"|".join(NUMBERS)})\s*=\s*["']([^"'<>\n]{{4,40}})["']""")
"""var fileNum='湘政发 〔2009〕30 号': the page writes its number by script."""

MANY_TAGS = 2000
"""From so many tags on, a page is checked before it is parsed: lexbor takes quadratic time in the depth, and its repairs (an
open <b> is opened again in every <p>) multiply."""
DEEPEST = 256
"""Tags below this depth are left out, but not their text. Real pages stay below 60."""
REPAIRS = 2_000_000
"""The most elements that may result from formatting that is never closed."""
LEVEL = "area|base|br|col|embed|frame|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|option|tr|td|th|thead|tbody|tfoot|colgroup"
"""These don't nest: they are void, or the next of their kind closes them."""
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
    """Whether tags were left out because they were too deep."""
    server_code: list[str]
    """Server code that is still in the page."""


def read_tokens(source: str) -> Stream:
    """All that a page shows, in order; this never fails."""
    source = STRAY.sub("&lt;", source.replace("\0", ""))
    code: list[str] = []
    if "<%" in source:
        source = _without_server_code(source, code)
    if len(source) > ROOM:
        source = OVERFULL.sub(r"\1", source)
    level = _flattened(source)
    html = _repaired(level).replace("&nbsp;", "\xa0")
    if "<sup" in html:
        html = RAISED.sub(_raised, html)
    written = any(name in source for name in NUMBERS)
    numbers = SCRIPT_NUMBER.findall(source) if written else []
    return Stream(TOKEN.findall(html), numbers, level is not source, code)


def _repaired(source: str) -> str:
    """The clean serialisation of a page, without what is not markup."""
    parser = LexborHTMLParser(source)
    parser.strip_tags(RAW)
    html = parser.html or ""
    if not any(f"<{tag}" in html for tag in LITERAL):
        return html
    for literal in parser.css(", ".join(LITERAL)):
        shown = parser.create_node("pre")
        shown.insert_child(literal.text().replace("&lt;", "<"))
        literal.replace_with(shown)
    return parser.html or ""


def _without_server_code(source: str, code: list[str]) -> str:
    def left_out(found: re.Match[str]) -> str:
        if not found[1]:
            code.append(found[0])
        return found[1] or ""

    return SERVER_CODE.sub(left_out, source)


def _raised(found: re.Match[str]) -> str:
    """10<sup>8</sup> is 10⁸, not 108; a unit keeps its plain digit, since m2 is written everywhere."""
    before = found.string[max(found.start() - 200, 0) : found.start()]
    if not ENDS_IN_DIGIT.search(before):
        return found[0]
    return found[0][: found.start(1) - found.start()] + found[1].translate(SUPERSCRIPTS)


def _flattened(source: str) -> str:
    """The page without tags that are too deep; the page itself if there are none."""
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
