r"""The document that a page's script would insert: the longest text among the strings of the page.

var pages_content="<p>各有关单位：<\/p><p>现将……<\/p>";
{"@type": "NewsArticle", "articleBody": "各有关单位：\n现将……"}
<textarea>&lt;p&gt;各有关单位：&lt;/p&gt;</textarea>
<iframe srcdoc="&lt;p&gt;各有关单位：……">
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

SCRIPT = re.compile(r"<script\b[^>]*+>((?:[^<]++|<(?!/script))*+)", re.IGNORECASE)
STRING = re.compile(
    r"\"((?:[^\"\\\n]|\\.)*+)\"|'((?:[^'\\\n]|\\.)*+)'|`((?:[^`\\]|\\.)*+)`",
    re.DOTALL,
)
TEXT_AREA = re.compile(r"<textarea\b[^>]*+>((?:[^<]++|<(?!/textarea))*+)", re.IGNORECASE)
SOURCE = re.compile(r"\ssrcdoc\s*=\s*(?:\"([^\"]*+)\"|'([^']*+)')", re.IGNORECASE)
ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
CONTROLS = {"n": "\n", "r": "\n", "t": " ", "b": "", "f": ""}
TAG = re.compile(r"<[^<>]*+>")
CHINESE = re.compile("[\u3400-\u9fff，。；：、（）]")
LEAST = 40
"""The fewest characters of a document."""


def embedded_body(source: str) -> str:
    """The markup of the document that a page contains as a string; empty where there is none."""
    best, most = "", LEAST - 1
    for string in _strings(source):
        text = TAG.sub("", string)
        length = len(CHINESE.findall(text)) if "。" in text else 0
        if length > most:
            best, most = string, length
    if best and not TAG.search(best):
        best = "".join(f"<p>{escape(line)}</p>" for line in best.splitlines())
    return best


def _strings(source: str) -> Iterator[str]:
    for script in SCRIPT.finditer(source):
        for string in STRING.finditer(script[1]):
            written = string[1] or string[2] or string[3] or ""
            if len(written) >= LEAST:
                yield _markup(ESCAPE.sub(_said, written))
    for area in TEXT_AREA.finditer(source):
        yield unescape(area[1])
    for frame in SOURCE.finditer(source):
        yield unescape(frame[1] or frame[2] or "")


def _markup(string: str) -> str:
    return unescape(string) if "&lt;" in string and "<" not in string else string


def _said(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    if code:
        char = chr(int(code, 16))
        return "" if "\ud800" <= char <= "\udfff" else char
    return CONTROLS.get(found[3], found[3])
