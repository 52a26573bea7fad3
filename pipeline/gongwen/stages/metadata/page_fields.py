"""What a page says about its notice: its table, meta tags and scripts, and the bylines in the text.

    来源:本网 发布日期:2020-11-10 17:08      来源 本网, 发布日期 2020-11-10 17:08
    <meta name="PubDate" content="……">       PubDate, less reliable than the page's own table

The reader has collected the pairs outside the document (`Page.fields`); those inside it are read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gongwen.model import Body, BodyBlock, Page, Sourced, Span
from gongwen.rules.dates.alone import read_date
from gongwen.rules.documents.document_numbers import read_document_number
from gongwen.rules.layout import labels
from gongwen.rules.text.characters import as_printed, fold
from gongwen.stages.metadata.elements import each_body, quoted

POSTED_AT = re.compile(r"[^:]{0,16}日?\s?\d{1,2}\s?[:时]\s?\d{2}(?::\d\d|分)?(?!\d)")
UNKNOWN = frozenset({"未知", "不详", "未注明"})
"""What a table says of an unknown issuer."""


class Said(NamedTuple):
    """One pair of the page, under the label it prints."""

    label: str
    value: Sourced


def page_says(body: Body, page: Page) -> list[Said]:
    """Every label of the page that has a value, the most reliable sources first."""
    pairs = [Said(label, Sourced(value.strip(), None, origin)) for label, value, origin in page.fields]
    for at, block in enumerate(body.blocks):
        if block.role not in ("byline", "chrome", "table"):
            continue
        below = body.blocks[at + 1] if at + 1 < len(body.blocks) else None
        if labels.is_label(body.folded[block.start : block.end]):
            if below is not None and not labels.is_label(body.folded[below.start : below.end]):
                label = re.sub(r"[\s:]+", "", body.folded[block.start : block.end].lstrip(labels.BULLETS))
                pairs.append(Said(label, quoted(body, below.start, below.end)))
        else:
            pairs.extend(_posted(body, block))
            pairs.extend(_byline(body, block))
    return sorted((pair for pair in pairs if pair.value.value not in labels.NOTHING), key=_weakness)


def by_name(pairs: Sequence[Said]) -> dict[str, list[Sourced]]:
    """The values of each element that the contract names, those of the usual label before those of its synonyms."""
    found: dict[str, list[Said]] = {name: [] for name in labels.LABELS}
    for pair in pairs:
        if name := _names(pair):
            found[name].append(pair)
    return {name: [pair.value for pair in sorted(said, key=_strength)] for name, said in found.items()}


def _strength(pair: Said) -> tuple[int, int]:
    """The more reliable source first; within a source, the more usual label."""
    return _weakness(pair), labels.USUAL.get(pair.label, len(labels.USUAL))


def _names(pair: Said) -> str | None:
    """The element of the contract that a pair is about."""
    if pair.value.origin.startswith("front_matter:"):
        return labels.FRONT_MATTER.get(pair.label) or labels.canonical(pair.label)
    return labels.canonical(pair.label)


def _weakness(pair: Said) -> int:
    """The page's own table is made for the notice; meta tags are filled in by habit."""
    origin = pair.value.origin
    return 2 if origin.startswith("meta:") else 0 if origin == "text" else 1


def _posted(body: Body, block: BodyBlock) -> Iterator[Said]:
    """A day with its time of day, without a label: 2025-01-20 09:16 来源：本网."""
    found = POSTED_AT.match(body.folded, block.start, block.end)
    if found and read_date(found.group()):
        yield Said("发布时间", quoted(body, found.start(), found.end()))


def _byline(body: Body, block: BodyBlock) -> Iterator[Said]:
    folded, text = body.folded[block.start : block.end], body.text[block.start : block.end]
    at = block.start
    for label, value in labels.split_pairs(folded, text) or ():
        found = body.text.find(value, at, block.end) if value else -1
        if found >= 0:
            at = found + len(value)
            yield Said(label, Sourced(value, Span(found, at), "text"))


def dated(values: Iterable[Sourced]) -> Iterator[Sourced]:
    """The values that are dates, in ISO 8601."""
    for value in values:
        if date := read_date(fold(value.value)):
            yield value._replace(value=date)


def bodies(values: Iterable[Sourced]) -> tuple[Sourced, ...]:
    """The bodies that the first value names: 江临市水利局、江临市财政局 is two."""
    for value in values:
        if value.value.strip() not in UNKNOWN:
            return tuple(each_body(value)) if value.span is None else (value,)
    return ()


def numbered(values: Iterable[Sourced]) -> Iterator[Sourced]:
    """The values that are document numbers (发文字号), in normal form."""
    for value in values:
        if number := read_document_number(fold(value.value)):
            yield value._replace(value=as_printed(number, value.value))
