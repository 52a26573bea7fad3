"""Checks of a finished draft, reported as diagnostics: its numbering, its text, its dates and its sums.

    （二） then （四）      gap                    13. 14针对 15.       missing_dot
    （一）1.2.（二）3.      continued_across_parent

Printed numbers are kept and the text is never repaired: whatever looks wrong is said here, with its span.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gongwen.model import Body, Diagnostic, Draft, Marker, Node, Span
from gongwen.rules.amounts import sums
from gongwen.rules.dates import mentions as dates
from gongwen.rules.numbering.styles import BY_NAME, DEPTH

STANDARD = ("chinese", "chinese_parenthesis", "arabic", "arabic_parenthesis")
"""The four levels of GB/T 9704-2012 7.3.3."""

FLAGS = {
    "missing_dot": "{} stands without its point",
    "extra_point": "{} bears a point too many",
    "mixed_brackets": "the brackets of {} differ in width",
    "confusable": "{} is written with a look-alike",
}

PINYIN = "a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"
READING = f"[{PINYIN}]{{2,6}}"

# 嘘P(guān) in the first row is what two wrong decodings leave of 有關 when 關 carries its reading.
TEXT_DAMAGE: tuple[tuple[str, re.Pattern[str], re.Pattern[str], str], ...] = (
    (
        "mojibake",
        re.compile("[ㄅ-ㄩ锟烫銆锛鐨鈥P]"),
        re.compile(r"[ㄅ-ㄩ][─-╿]|锟斤拷|烫烫烫|[銆锛鐨鈥][^\s]{1,8}[銆锛鐨鈥]|嘘?P\([a-z]+ān\)"),
        "{!r} looks like text decoded with the wrong encoding",
    ),
    (
        "replacement_characters",
        re.compile("\ufffd"),
        re.compile("\ufffd+"),
        "{!r} stands where characters were lost",
    ),
    (
        "private_use_character",
        re.compile("[\ue000-\uf8ff]"),
        re.compile("[\ue000-\uf8ff]"),
        "{!r} has no meaning outside its font",
    ),
    (
        "pinyin_ruby",
        re.compile(rf"\([{PINYIN}]"),
        re.compile(rf"\((?<=[一-鿿]\(){READING}\)(?=[一-鿿])"),
        "{!r} is the reading of the character before it",
    ),
    (
        "placeholder",
        re.compile("[Xx×]"),
        re.compile(
            r"""
            [Xx×](?<![A-Za-z\d][Xx×])[Xx×]{0,3}(?:\.[Xx×]+)?
            (?:[万亿]元?|%|年|月|日|家|个|项|[省市县区])        # ××万元, XX市
            | (?<=20\d)[xX×]年|(?<=月)[Xx×]{1,2}日          # 202×年, 6月××日
            """,
            re.VERBOSE,
        ),
        "{!r} is a placeholder",
    ),
    (
        "characters_lost",
        re.compile("[〔\\[][12]"),
        re.compile(r"[〔\[](?:(?:19|20)\d\d(?:\d{1,4}(?:$|号)|$|[〕\]]\s?号))", re.MULTILINE),
        "{!r} is no whole document number",
    ),
    (
        "characters_lost",
        re.compile(r"\n(?:19|20)\d\d[\d月]"),
        re.compile(r"(?<=\n)(?:19|20)\d\d(?:\d{3}|月\d{1,2}日|\d{1,2}月\d{1,2}日)$", re.MULTILINE),
        "{!r} has lost 年 or 月",
    ),
    (
        "characters_lost",
        re.compile(r"日(?<=\d{3}日)"),
        re.compile(
            r"""
            (?<![\d.\-])
            (?: (?:19|20)\d{4,6}日                                          # 202463日
              | (?:(?<=[至,。;(])|(?<![^\n]))
                (?:[1-9](?:[12]\d|3[01])|1[0-2](?:[1-9]|[12]\d|3[01]))日
                (?![元报历内以后前])                                           # 至615日
            )
            """,
            re.VERBOSE,
        ),
        "{!r} has lost 年 or 月",
    ),
)
"""Code, a sign that the damage always contains and the engine finds fast, the damage itself, and the message."""


def diagnose(draft: Draft) -> list[Diagnostic]:
    """The diagnostics on the outline, the text and the values of a draft."""
    body = draft.body
    return [
        *_numbering(body, draft.outline),
        *_damage(body),
        *dates.unresolved_dates(body.text, draft.mentions),
        *sums.check(body.folded, draft.mentions),
    ]


def _damage(body: Body) -> Iterator[Diagnostic]:
    """One diagnostic per kind, at its first occurrence: a damaged text is damaged throughout."""
    for code, sign, pattern, message in TEXT_DAMAGE:
        if sign.search(body.folded) and (found := pattern.search(body.folded)):
            quoted = body.text[found.start() : found.end()]
            yield Diagnostic(code, message.format(quoted), Span(found.start(), found.end()))
    for block in body.blocks:
        if block.source.synthetic:
            span = Span(block.start, block.start + block.source.synthetic)
            yield Diagnostic("synthetic_marker", f"{body.text[slice(*span)]} is shown by style alone", span)


def _numbering(body: Body, roots: Sequence[Node]) -> Iterator[Diagnostic]:
    closed: dict[str, int] = {}
    yield from _list(body, roots, None, closed)
    for root in roots:
        for node in root.walk():
            yield from _list(body, node.children, node.marker, closed)


def _list(
    body: Body, siblings: Sequence[Node], parent: Marker | None, closed: dict[str, int]
) -> Iterator[Diagnostic]:
    last: dict[str, int] = {}
    pointed = {
        BY_NAME[node.marker.style].family
        for node in siblings
        if node.marker and not BY_NAME[node.marker.style].bare
    }
    for node in siblings:
        marker = node.marker
        if marker is None:
            last = {}
            continue
        printed, span = body.text[marker.start : marker.end], Span(marker.start, marker.end)
        for flag in marker.flags:
            if flag == "missing_dot" and BY_NAME[marker.style].family not in pointed:
                continue  # 1 总则, 2 职责: none of them has a point
            if flag in FLAGS:
                code = "confusable_marker" if flag == "confusable" else flag
                yield Diagnostic(code, FLAGS[flag].format(printed), span)
        if marker.ordinal is None:
            continue
        family = BY_NAME[marker.style].family
        if family not in last:
            yield from _first(marker, printed, span, parent, closed.get(family))
        else:
            yield from _next(marker.ordinal, last[family], printed, span)
        last[family] = closed[family] = marker.ordinal


def _first(
    marker: Marker, printed: str, span: Span, parent: Marker | None, closed: int | None
) -> Iterator[Diagnostic]:
    if marker.ordinal not in (None, 1):
        if marker.ordinal == (closed or 0) + 1:
            yield Diagnostic(
                "continued_across_parent", f"{printed} goes on from the list before its parent", span
            )
        elif BY_NAME[marker.style].depth < DEPTH["ordinal"]:
            yield Diagnostic("starts_late", f"the list begins with {printed}", span)
    if parent is not None:
        outer, inner = BY_NAME[parent.style].family, BY_NAME[marker.style].family
        if outer in STANDARD and inner in STANDARD and STANDARD.index(inner) - STANDARD.index(outer) > 1:
            yield Diagnostic("skipped_level", f"{printed} stands directly under a {outer} marker", span)


def _next(number: int, last: int, printed: str, span: Span) -> Iterator[Diagnostic]:
    if number == last and "之" in printed:
        return  # 第十二条之一 was inserted after 第十二条
    if number == last:
        yield Diagnostic("duplicate", f"{printed} stands twice", span)
    elif number > last + 1:
        yield Diagnostic("gap", f"{printed} follows number {last}", span)
    elif number == 1:
        yield Diagnostic("restart", f"the list begins anew with {printed}", span)
    elif number < last:
        yield Diagnostic("backwards", f"{printed} follows number {last}", span)
