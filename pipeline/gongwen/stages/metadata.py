"""The elements that name a notice, each from the best place it stands in.

    国发〔2018〕42号        the line under the title     over  table:发文字号  over  script
    2018年12月21日          the line under the signature over  table:成文日期
    国务院                  the signature                over  table:发文机关  over  the title

The text wins over what the page says of it; where the two contradict each other a diagnostic says so. 成文日期, 发布日期
and 印发日期 are different dates: each keeps its label in `fields`, and its place in `origin`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from gongwen.model import Body, BodyBlock, Context, Diagnostic, Metadata, Page, Sourced, Span
from gongwen.rules import labels, parts
from gongwen.rules.characters import fold
from gongwen.rules.dates import read_date
from gongwen.rules.document_numbers import read_document_number
from gongwen.rules.kinds import TitleParts, read_title

DATE_IN_TEXT = re.compile(
    r"(?:\d{4}|[一二][〇○零O0一二三四五六七八九]{3})\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日"
)
ADOPTED = re.compile(
    r"日(?P<body>[一-鿿\s]{4,40}?(?:常务委员会|代表大会|政府|委员会|人大常委会))(?:第.{1,12}次)?(?:会议|常务会议|全体会议)?.{0,6}(?:通过|公布|批准)"
)
ON_BEHALF = re.compile(
    r"我(?:受|代表)(?P<body>[一-鿿]{2,20}?(?:政府|国务院|院|委员会|厅|局))(?:委托|,|向|对)"
)
DELIVERED = re.compile(r"我代表.{2,20}[,向].{0,12}(报告)(?:政府)?(?:工作|.{0,12}情况)")
LIST_NUMBER = re.compile(r"^\s*(?:\d{1,2}\s?[.、．](?!\d)|[一二三四五六七八九十]{1,2}、|\(\d{1,2}\))\s*")
ATTACHMENT_LABEL = re.compile(r"^附\s?[件表录]?\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s?[:：]?\s*")
FILE_ENDING = re.compile(r"\.(?:docx?|xlsx?|pdf|wps|zip|rar|ofd|et|jpg)\b", re.IGNORECASE)
NOTHING = frozenset({"", "无", "暂无", "-", "—", "null", "空"})


def metadata(body: Body, page: Page) -> tuple[Metadata, list[Diagnostic]]:
    """The metadata of a notice and where its page contradicts its text."""
    pairs = _page_says(body, page)
    said = _by_name(pairs)
    title = _title(body, said)
    named = read_title(fold(title.value)) if title else TitleParts((), None, (), None, None)
    signed = _first(_dates(body), _dated(said.get("written_date", ())))
    number = _first(_numbers(body, named, title), _numbered(said.get("document_number", ())))
    known = Metadata(
        title=title,
        kind=_named(named.kind, title) or _delivered(body),
        enclosed_kind=_named(named.enclosed_kind, title),
        document_number=number,
        issuers=_issuers(body, said, named, title),
        recipients=tuple(_recipients(body)),
        signed_on=signed,
        published_at=_first(_dated(said.get("publish_date", ()))),
        published_by=_first(said.get("source", ())),
        index_number=_first(said.get("index_number", ())),
        subject=_first(said.get("subject", ())),
        attachments=tuple(_attachments(body)),
        contacts=tuple(_contacts(body)),
    )
    known = replace(known, fields=_others(pairs, known))
    return known, list(_doubts(known, said))


def context_of(known: Metadata) -> Context:
    """What the mentions are resolved against: the notice's own date and title."""
    for value in (known.signed_on, known.published_at):
        if value is not None:
            try:
                return Context(
                    datetime.date.fromisoformat(value.value[:10]), known.title.value if known.title else ""
                )
            except ValueError:
                continue
    return Context(None, known.title.value if known.title else "")


def _first(*sources: Iterable[Sourced]) -> Sourced | None:
    return next((value for source in sources for value in source), None)


# -------------------------------------------------------------------------------- what the page says


class _Said(NamedTuple):
    """One pair of the page, under the label it prints."""

    label: str
    value: Sourced


def _page_says(body: Body, page: Page) -> list[_Said]:
    """Every label of the page that has a value, the strongest sources first."""
    pairs = [_Said(label, Sourced(value.strip(), None, origin)) for label, value, origin in page.fields]
    for at, block in enumerate(body.blocks):
        if block.role not in ("byline", "chrome", "table"):
            continue
        below = body.blocks[at + 1] if at + 1 < len(body.blocks) else None
        if labels.is_label(body.folded[block.start : block.end]):
            if below is not None and not labels.is_label(body.folded[below.start : below.end]):
                label = re.sub(r"[\s:]+", "", body.folded[block.start : block.end])
                pairs.append(_Said(label, _quoted(body, below.start, below.end)))
        else:
            pairs.extend(_byline(body, block))
    return sorted((pair for pair in pairs if pair.value.value not in NOTHING), key=_weakness)


def _by_name(pairs: Sequence[_Said]) -> dict[str, list[Sourced]]:
    """The values of each element that the contract names, one label's before its weaker synonym's."""
    said: dict[str, list[Sourced]] = {}
    for name, variants in labels.LABELS.items():
        order = {variant: rank for rank, variant in enumerate(variants)}
        found = [(order.get(pair.label, 99), pair) for pair in pairs if labels.canonical(pair.label) == name]
        said[name] = [pair.value for _, pair in sorted(found, key=lambda item: (_weakness(item[1]), item[0]))]
    return said


def _weakness(pair: _Said) -> int:
    """The page's own table is made for the notice, meta tags are filled in by habit."""
    origin = pair.value.origin
    return 2 if origin.startswith("meta:") else 0 if origin == "text" else 1


def _byline(body: Body, block: BodyBlock) -> Iterator[_Said]:
    folded, text = body.folded[block.start : block.end], body.text[block.start : block.end]
    at = block.start
    for label, value in labels.split_pairs(folded, text) or ():
        found = body.text.find(value, at, block.end) if value else -1
        if found >= 0:
            at = found + len(value)
            yield _Said(label, Sourced(value, Span(found, at), "text"))


def _others(pairs: Sequence[_Said], known: Metadata) -> dict[str, Sourced]:
    """The pairs that no element of the contract has taken, by the label as printed."""
    taken = {
        (value.origin, value.span)
        for value in (
            known.title, known.document_number, known.signed_on, known.published_at, known.published_by,
            known.index_number, known.subject, *known.issuers,
        )
        if value is not None
    }  # fmt: skip
    others: dict[str, Sourced] = {}
    for label, value in pairs:
        if (value.origin, value.span) not in taken:
            others.setdefault(label, value)
    return others


def _dated(values: Iterable[Sourced]) -> Iterator[Sourced]:
    for value in values:
        if date := read_date(value.value):
            yield value._replace(value=date)


def _numbered(values: Iterable[Sourced]) -> Iterator[Sourced]:
    for value in values:
        if number := read_document_number(fold(value.value)):
            yield value._replace(value=number)


# -------------------------------------------------------------------------------- what the text says


def _blocks(body: Body, role: str) -> Iterator[BodyBlock]:
    return (block for block in body.blocks if block.role == role)


def _quoted(body: Body, start: int, end: int, value: str | None = None) -> Sourced:
    return Sourced(body.text[start:end] if value is None else value, Span(start, end), "text")


def _named(value: str | None, title: Sourced | None) -> Sourced | None:
    """A word of the title, with its last place in it."""
    if value is None or title is None:
        return None
    if title.span is None:
        return Sourced(value, None, "title")
    at = title.value.rfind(value)
    return Sourced(
        value, Span(title.span.start + at, title.span.start + at + len(value)) if at >= 0 else None, "text"
    )


def _delivered(body: Body) -> Sourced | None:
    """A speech without a title that reports: 现在，我代表国务院，向大会报告政府工作."""
    for block in body.blocks[:8]:
        if block.role in ("lead", "paragraph") and (
            found := DELIVERED.search(body.folded, block.start, block.end)
        ):
            return _quoted(body, found.start(1), found.end(1))
    return None


def _title(body: Body, said: dict[str, list[Sourced]]) -> Sourced | None:
    """The title in the text; an order has none of its own, and bears what the page calls it."""
    named = _first(said.get("title", ()))
    titles = list(_blocks(body, "title"))
    if titles and named and parts.ORDER.match(body.folded[titles[0].start : titles[0].end]):
        key = _title_key(named.value)
        same = [block for block in titles if _title_key(body.text[block.start : block.end]) == key]
        return _quoted(body, same[0].start, same[0].end) if same else named
    return _quoted(body, titles[0].start, titles[0].end) if titles else named


def _main_part(body: Body) -> Iterator[BodyBlock]:
    """The blocks of the notice itself, up to the first attachment or enclosed document."""
    text_seen = False
    for block in body.blocks:
        if block.role in ("attachment", "title") and text_seen:
            return
        text_seen = text_seen or block.role in ("lead", "paragraph", "item", "heading")
        yield block


def _dates(body: Body) -> Iterator[Sourced]:
    """成文日期: under the signature, else the day it was adopted or delivered, printed under the title."""
    ranked = {"date": 0, "signature": 1, "annotation": 2, "byline": 3}
    found = sorted(
        (block for block in _main_part(body) if block.role in ranked), key=lambda block: ranked[block.role]
    )
    for block in found:
        line = body.folded[block.start : block.end]
        if block.role == "byline" and not parts.OCCASION.match(line):
            continue
        if block.role == "annotation" and not (parts.HISTORY.match(line) or "通过" in line or "公布" in line):
            continue
        spot = DATE_IN_TEXT.search(line)
        start, end = (spot.start(), spot.end()) if spot else (0, len(line))
        if date := read_date(line[start:end]):
            yield _quoted(body, block.start + start, block.start + end, date)


def _numbers(body: Body, named: TitleParts, title: Sourced | None) -> Iterator[Sourced]:
    text_seen = 0
    for block in _main_part(body):
        text_seen += block.role in ("lead", "paragraph", "item", "heading")
        if block.role != "document_number" or text_seen >= 3:
            continue
        if number := read_document_number(body.folded[block.start : block.end]):
            yield _quoted(body, block.start, block.end, number)
    if named.document_number and title:
        yield Sourced(named.document_number, title.span, title.origin)


def _issuers(
    body: Body, said: dict[str, list[Sourced]], named: TitleParts, title: Sourced | None
) -> tuple[Sourced, ...]:
    """Who signs; without a signature the issuer of the page's table, of the title, or who adopted or delivers it."""
    signed = [_signer(body, block) for block in _main_part(body) if _signs(body, block)]
    if signed:
        return tuple(value for value in signed if value)
    if delivered := _adopted_or_delivered(body):
        return (delivered,)
    if named.issuers and title:
        return tuple(_named(name, title) or Sourced(name, title.span, title.origin) for name in named.issuers)
    if issuer := _first(said.get("issuer", ())):
        return (issuer,)
    return ()


def _signs(body: Body, block: BodyBlock) -> bool:
    """A body signs; who countersigns an order is a person."""
    return block.role == "signature" and not parts.COUNTERSIGNED.match(body.folded[block.start : block.end])


def _signer(body: Body, block: BodyBlock) -> Sourced | None:
    line = body.folded[block.start : block.end]
    if found := parts.SIGNED_IN_LINE.match(line):
        return _quoted(body, block.start, block.start + len(found["name"].rstrip()))
    return _quoted(body, block.start, block.end)


def _adopted_or_delivered(body: Body) -> Sourced | None:
    for block in body.blocks[:12]:
        line = body.folded[block.start : min(block.end, block.start + 200)]
        pattern = (
            ADOPTED
            if block.role == "annotation"
            else ON_BEHALF
            if block.role in ("lead", "paragraph")
            else None
        )
        if pattern and (found := pattern.search(line)):
            return _quoted(body, block.start + found.start("body"), block.start + found.end("body"))
    return None


def _recipients(body: Body) -> Iterator[Sourced]:
    for block in _main_part(body):
        if block.role != "recipient" or parts.SALUTATION.search(body.folded[block.start : block.end]):
            continue
        end = block.end - (body.folded[block.end - 1] == ":")
        at = block.start
        for name in body.folded[at:end].split(","):
            inner = len(name) - len(name.lstrip())
            stripped = name.strip()
            if stripped:
                yield _quoted(body, at + inner, at + inner + len(stripped))
            at += len(name) + 1
        return


def _attachments(body: Body) -> Iterator[Sourced]:
    """附件说明 line by line; the heads of the attachments themselves where there is no such list."""
    listed = False
    for block in _blocks(body, "attachment_list"):
        line = body.folded[block.start : block.end]
        label = ATTACHMENT_LABEL.match(line)
        at = label.end() if label else 0
        for start, end in _listed(line, at):
            listed = True
            yield _quoted(body, block.start + start, block.start + end)
    if not listed:
        yield from _attached(body)


def _listed(line: str, at: int) -> Iterator[tuple[int, int]]:
    """The names in a line: 1.任务清单 2.名单, or one name."""
    cuts = [
        found.start()
        for found in re.finditer(r"(?<![\d.])\d{1,2}\s?[.、](?!\d)", line)
        if found.start() >= at
    ]
    for cut, end in zip(cuts or [at], [*cuts[1:], len(line)], strict=True):
        number = LIST_NUMBER.match(line[cut:end])
        start = cut + (number.end() if number else 0)
        name = line[start:end].rstrip(" ;。")
        ending = FILE_ENDING.search(name)
        name = name[: ending.start()] if ending else name
        if name.strip():
            yield start, start + len(name)


def _attached(body: Body) -> Iterator[Sourced]:
    heads = list(_blocks(body, "attachment"))
    for at, block in enumerate(heads):
        line = body.folded[block.start : block.end]
        label = ATTACHMENT_LABEL.match(line)
        name_at = block.start + (label.end() if label else 0)
        if name_at < block.end and not (label is None and at and heads[at - 1].end + 1 == block.start):
            if label is not None or not parts.GLOSSARY_HEAD.match(line):
                yield _quoted(body, name_at, block.end)
        elif at + 1 < len(heads) and heads[at + 1].start == block.end + 1:
            yield _quoted(body, heads[at + 1].start, heads[at + 1].end)


def _contacts(body: Body) -> Iterator[Sourced]:
    for block in _blocks(body, "contact"):
        yield _quoted(body, block.start, block.end)


# -------------------------------------------------------------------------------- contradictions


def _doubts(
    known: Metadata, said: dict[str, Sequence[Sourced]] | dict[str, list[Sourced]]
) -> Iterator[Diagnostic]:
    if known.title is None:
        yield Diagnostic("no_title", "no line looks like a title")
    checks = (
        ("title", known.title, said.get("title", ()), _title_key),
        ("document_number", known.document_number, list(_numbered(said.get("document_number", ()))), str),
        ("signed_on", known.signed_on, list(_dated(said.get("written_date", ()))), _day),
    )
    for name, value, others, key in checks:
        for other in others:
            if (
                value is not None
                and value.span is not None
                and not _agrees(key(value.value), key(other.value))
            ):
                message = f"{name}: the text says {value.value!r}, {other.origin} says {other.value!r}"
                yield Diagnostic("metadata_contradiction", message, value.span)
                break


def _title_key(title: str) -> str:
    return re.sub(r"\W+", "", fold(title))


def _day(date: str) -> str:
    return date[:10]


def _agrees(left: str, right: str) -> bool:
    return left == right or left in right or right in left
