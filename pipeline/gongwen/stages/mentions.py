"""Dates, amounts, documents, bodies and contacts that the text names.

The finders of `gongwen.rules` run in this order; where two claim the same place, the earlier wins. What stands inside a
《title》 belongs to the title: its year is not a date of the notice, and its numbers count nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from gongwen.model import Body, Context, Mention
from gongwen.rules.amounts.money import find_money
from gongwen.rules.amounts.quantities import find_quantities
from gongwen.rules.contacts.mentions import find_contacts
from gongwen.rules.dates.mentions import find_dates
from gongwen.rules.documents.document_numbers import find_document_numbers
from gongwen.rules.documents.mentions import find_documents
from gongwen.rules.organisations.mentions import find_organisations

Finder = Callable[[str, str, Context], list[Mention]]

FINDERS: tuple[Finder, ...] = (
    find_documents,
    find_document_numbers,
    find_contacts,
    find_dates,
    find_money,
    find_quantities,
    find_organisations,
)
"""In order of precedence."""

SILENT_ROLES = frozenset({"chrome", "breadcrumb", "toc"})
"""Page furniture names nothing."""


def mentions(body: Body, context: Context) -> tuple[Mention, ...]:
    """All mentions in the order of the text, none overlapping another."""
    taken = bytearray(len(body.text) + 1)
    for block in body.blocks:
        if block.role in SILENT_ROLES:
            taken[block.start : block.end] = b"\1" * (block.end - block.start)
    found: list[Mention] = []
    for find in FINDERS:
        found.extend(_free(find(body.text, body.folded, context), taken))
    return tuple(sorted(found, key=_place))


def _free(claims: Iterable[Mention], taken: bytearray) -> Iterable[Mention]:
    for mention in claims:
        start, end = mention.start, mention.end
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            yield mention


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end
