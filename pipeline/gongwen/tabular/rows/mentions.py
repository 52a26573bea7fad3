"""Rows of what a text names: dates, amounts, bodies, contacts, and the documents that it cites."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gongwen.contract import Mention
from gongwen.tabular.cells import Row, dated, decimal, section_key, span_of

CITING = ("document", "document_number")
NEAR = 4
"""The most characters between a title and its own number: a bracket, and a blank or two."""


def mention_row(key: str, at: int, mention: Mention) -> Row:
    """A value in the text."""
    get = dict[str, Any](mention.value).get  # the kinds of mentions have different values
    return {
        "mention_id": f"{key}/m{at}",
        "document_id": key,
        "section_id": section_key(key, mention.section),
        "position": at,
        "kind": mention.kind,
        "text": mention.text,
        **span_of(mention.span),
        **dated("start", get("start")),
        **dated("end", get("end")),
        "grain": get("grain"),
        "relation": get("relation"),
        "resolved": get("resolved"),
        **decimal("amount", get("amount")),
        **decimal("high", get("high")),
        "bound": get("bound"),
        "unit": get("currency") or get("unit"),
        "change": get("change"),
        "value": get("canonical") or get("name") or get("title") or get("value"),
        "contact_type": get("type"),
    }


def citation_rows(key: str, own: str | None, mentions: list[Mention]) -> Iterator[Row]:
    """The documents cited, and numbers cited without a title."""
    cited = [(at, mention) for at, mention in enumerate(mentions, 1) if mention.kind in CITING]
    position, before = 0, None
    for at, mention in cited:
        titled, before = before, mention
        if titled is not None and _is_number_of(mention, titled):
            continue
        value: Any = mention.value
        number = value.document_number if mention.kind == "document" else value.value
        position += 1
        yield {
            "citation_id": f"{key}/c{position}",
            "document_id": key,
            "section_id": section_key(key, mention.section),
            "mention_id": f"{key}/m{at}",
            "position": position,
            "title": getattr(value, "title", None),
            "document_number": number,
            "refers_to": getattr(value, "refers_to", None),
            "status": getattr(value, "status", None),
            "itself": number is not None and number == own,
            **span_of(mention.span),
        }


def _is_number_of(mention: Mention, titled: Mention) -> bool:
    """《……》（国发〔2018〕42号）: the number belongs to the title before it and is not a second citation."""
    return (
        mention.kind == "document_number"
        and titled.kind == "document"
        and titled.value.document_number == mention.value.value
        and mention.span[0] - titled.span[1] <= NEAR
    )
