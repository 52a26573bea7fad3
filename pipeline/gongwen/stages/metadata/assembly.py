"""The elements that identify a notice, each from its most reliable place.

    国发〔2018〕42号        the line under the title     over  table:发文字号  over  script
    2018年12月21日          the line under the signature over  table:成文日期
    国务院                  the signature                over  table:发文机关  over  the title

The text takes precedence over what the page says about it; a diagnostic reports contradictions. 成文日期, 发布日期
and 印发日期 are different dates: each keeps its label in `fields`, and its place in `origin`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from gongwen.model import Body, Context, Diagnostic, Metadata, Page, Sourced, Span
from gongwen.rules.dates.report_years import present_year
from gongwen.rules.documents.kinds import TITLE_END, TitleParts, read_title
from gongwen.rules.layout import parts
from gongwen.rules.text.characters import compact, fold
from gongwen.stages.metadata import elements
from gongwen.stages.metadata.page_fields import Said, bodies, by_name, dated, numbered, page_says

SITE = re.compile(r"\s*[-_|–—|]+\s*(?=[^-_|–—|]*$)")
"""The separator before the site's name in a page's name."""
WRITTEN = frozenset("成文日期 成文时间 写作日期 落款时间 文件落款时间".split())
"""Labels of the date under the signature; 发文日期 and 生成日期 are other dates and contradict nothing."""
NO_PARTS = TitleParts((), None, (), None, None)


def metadata(body: Body, page: Page) -> tuple[Metadata, list[Diagnostic]]:
    """The metadata of a notice, and where its page contradicts its text."""
    pairs = page_says(body, page)
    said = by_name(pairs)
    title = _title(body, said["title"]) or _page_name(page.name)
    named = read_title(fold(title.value)) if title else NO_PARTS
    known = Metadata(
        title=title,
        kind=_first(_word(named.kind, title), elements.spoken_kinds(body)),
        enclosed_kind=_first(_word(named.enclosed_kind, title)),
        document_number=_first(
            elements.numbers(body),
            _word(named.document_number, title),
            numbered(said["document_number"]),
            elements.order_numbers(body),
            (number for number, _ in elements.promulgated(body)),
        ),
        issuers=_issuers(body, said["issuer"], named, title),
        recipients=tuple(elements.recipients(body)),
        signed_on=_first(elements.dates(body), dated(said["written_date"])),
        published_at=_first(dated(said["publish_date"])),
        published_by=_first(said["source"]),
        index_number=_first(said["index_number"]),
        subject=_first(said["subject"]),
        attachments=tuple(elements.attachments(body)),
        contacts=tuple(elements.contacts(body)),
    )
    known = replace(known, fields=_others(pairs, known))
    written = [value for label, value in pairs if label in WRITTEN]
    return known, list(_diagnose(known, said, written))


def context_of(known: Metadata, body: Body) -> Context:
    """What the mentions are resolved against: title and own date, or the year that an undated notice is made for."""
    title = known.title.value if known.title else ""
    for value in (known.signed_on, known.published_at):
        if value is not None:
            try:
                return Context(datetime.date.fromisoformat(value.value[:10]), title)
            except ValueError:
                continue
    headings = "\n".join(
        body.folded[block.start : block.end] for block in body.blocks if block.role == "heading"
    )
    return Context(None, title, present_year(body.folded, headings, fold(title)))


def _first(*sources: Iterable[Sourced]) -> Sourced | None:
    return next((value for source in sources for value in source), None)


def _title(body: Body, named: Sequence[Sourced]) -> Sourced | None:
    """The title in the text; an order has none and takes what the page calls it."""
    printed = elements.titles(body)
    if not printed or not named or not any(parts.ORDER.match(title.value) for title in printed):
        return _first(printed, named)
    same = [title for title in printed if _key(title.value) == _key(named[0].value)]
    return _first(same, named)


def _page_name(name: str) -> Sourced | None:
    """What the page calls itself, where its text bears no title: 关于……的通告-江临市交通运输局."""
    bare = SITE.split(name.strip(), maxsplit=1)[0].strip()
    return Sourced(bare, None, "title") if 8 < len(bare) < 120 and TITLE_END.search(fold(bare)) else None


def _word(value: str | None, title: Sourced | None) -> list[Sourced]:
    """A word of the title, with its last place in it."""
    if value is None or title is None:
        return []
    if title.span is None:
        return [Sourced(value, None, "title")]
    at = fold(title.value).rfind(value)
    if at < 0:
        return [Sourced(value, None, "text")]
    start = title.span.start + at
    return [Sourced(title.value[at : at + len(value)], Span(start, start + len(value)), "text")]


def _issuers(
    body: Body, said: Sequence[Sourced], named: TitleParts, title: Sourced | None
) -> tuple[Sourced, ...]:
    """Who signs; without a signature, who adopted or delivers it, or the issuer in its title or the page's table."""
    if signed := tuple(elements.signers(body)) or tuple(elements.named_under_title(body)):
        return signed
    titled = tuple(word for name in named.issuers for word in _word(name, title))
    adopted = _first(elements.adopters(body))
    if adopted and not (titled and elements.SOMEWHERE.match(adopted.value)):
        return tuple(elements.each_body(adopted))
    by_order = [*elements.order_issuers(body), *(issuer for _, issuer in elements.promulgated(body))]
    return titled or bodies(said) or tuple(by_order[:1])


def _others(pairs: Sequence[Said], known: Metadata) -> dict[str, Sourced]:
    """The pairs not used for any element of the contract, by their printed labels."""
    elected = (
        known.title, known.document_number, known.signed_on, known.published_at, known.published_by,
        known.index_number, known.subject, *known.issuers,
    )  # fmt: skip
    taken = {(value.origin, value.span) for value in elected if value is not None}
    others: dict[str, Sourced] = {}
    for label, value in pairs:
        if (value.origin, value.span) not in taken:
            others.setdefault(label, value)
    return others


def _diagnose(
    known: Metadata, said: dict[str, list[Sourced]], written: Sequence[Sourced]
) -> Iterator[Diagnostic]:
    if known.title is None:
        yield Diagnostic("no_title", "no line looks like a title")
    yield from _too_early(known)
    checks = (
        ("title", known.title, said["title"], _key),
        ("document_number", known.document_number, list(numbered(said["document_number"])), str),
        ("signed_on", known.signed_on, list(dated(written)), _day),
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


def _too_early(known: Metadata) -> Iterator[Diagnostic]:
    """A notice is not published before it is signed."""
    signed, published = known.signed_on, known.published_at
    if signed and published and _day(signed.value) > _day(published.value):
        message = f"signed_on is {signed.value!r}, but published_at {published.value!r} ({published.origin})"
        yield Diagnostic("metadata_contradiction", message, signed.span)


def _key(title: str) -> str:
    return compact(fold(title))


def _day(date: str) -> str:
    return date[:10]


def _agrees(left: str, right: str) -> bool:
    return left == right or left in right or right in left
