"""Rows of a notice itself: the document, its metadata, its sections, its diagnostics."""

from __future__ import annotations

from collections.abc import Iterator

from gongwen.contract import Diagnostic, Notice, Section, Sourced
from gongwen.tabular.cells import Row, dated, joined, span_of, value_of

MARKS = "、.．。:：,， \t"
"""Punctuation after a printed number, which is not part of its path."""


def document_row(key: str, notice: Notice) -> Row:
    """The row of a notice."""
    known, source = notice.metadata, notice.source
    return {
        "document_id": key,
        "notice_id": notice.id,
        "uri": source.uri,
        "title": value_of(known.title),
        "kind": value_of(known.kind),
        "enclosed_kind": value_of(known.enclosed_kind),
        "document_number": value_of(known.document_number),
        "issuers": joined(one.value for one in known.issuers),
        "recipients": joined(one.value for one in known.recipients),
        **dated("signed", value_of(known.signed_on)),
        **dated("published", value_of(known.published_at)),
        "published_by": value_of(known.published_by),
        "index_number": value_of(known.index_number),
        "subject": value_of(known.subject),
        "attachments": joined(one.value for one in known.attachments),
        "contacts": joined(one.value for one in known.contacts),
        "media_type": source.media_type,
        "encoding": source.encoding,
        "bytes": source.bytes,
        "sha256": source.sha256,
        "characters": len(notice.text),
        "gongwen_version": notice.generator.version,
        "text": notice.text,
    }


def metadata_rows(key: str, notice: Notice) -> Iterator[Row]:
    """Its metadata, one value per row."""
    for at, (name, label, one) in enumerate(_values(notice), 1):
        yield {
            "metadata_id": f"{key}/v{at}",
            "document_id": key,
            "position": at,
            "name": name,
            "label": label,
            "value": one.value,
            **span_of(one.span),
            "origin": one.origin,
        }


def _values(notice: Notice) -> Iterator[tuple[str, str | None, Sourced]]:
    for name in type(notice.metadata).model_fields:
        value = getattr(notice.metadata, name)
        if isinstance(value, dict):
            yield from ((name, label, one) for label, one in value.items())
        elif isinstance(value, list):
            yield from ((name, None, one) for one in value)
        elif value is not None:
            yield name, None, value
    for label, text in notice.source.fields.items():
        yield "source", label, Sourced(value=text, span=None, origin="column")


def section_rows(key: str, notice: Notice) -> Iterator[Row]:
    """Its outline, parents before their children."""
    pending: list[tuple[Section, Row | None]] = [(section, None) for section in reversed(notice.outline)]
    position = 0
    while pending:
        section, parent = pending.pop()
        position += 1
        row = _section(key, position, notice, section, parent)
        yield row
        pending.extend((child, row) for child in reversed(section.children))


def _section(key: str, position: int, notice: Notice, section: Section, parent: Row | None) -> Row:
    marker = section.marker
    step = (marker.text.rstrip(MARKS) if marker else "") or section.id.rpartition(".")[2]
    headings = [parent["headings"] if parent else None, section.heading]
    return {
        "section_id": f"{key}/{section.id}",
        "document_id": key,
        "parent_section_id": parent["section_id"] if parent else None,
        "position": position,
        "place": section.id,
        "depth": section.depth,
        "marker": marker.text if marker else None,
        "style": marker.style if marker else None,
        "ordinal": marker.ordinal if marker else None,
        "inline": marker.inline if marker else None,
        "heading": section.heading,
        "path": f"{parent['path']}/{step}" if parent else step,
        "headings": " / ".join(one for one in headings if one) or None,
        "text": notice.text_of(section),
        **span_of(section.span),
    }


def diagnostic_row(key: str, at: int, one: Diagnostic) -> Row:
    """A diagnostic on it."""
    return {
        "diagnostic_id": f"{key}/d{at}",
        "document_id": key,
        "position": at,
        "code": one.code,
        "severity": one.severity,
        "message": one.message,
        **span_of(one.span),
    }
