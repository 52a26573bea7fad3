"""One notice as rows of every table.

    rows(notice)["sections"][3]["path"]     二/（一）/1

Keys are made of the document's: `3f2a…/2.1.1` is a section, `3f2a…/m12` the twelfth mention. A document's key is its
notice's id, or, where the source has a uri, a digest of both: two pages with the same bytes are two documents.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from gongwen.contract import (
    AbsentTarget,
    Diagnostic,
    Indicator,
    Inspection,
    Issue,
    Mention,
    Notice,
    RectificationRecord,
    Section,
    Sourced,
)
from gongwen.tabular.columns import JOINER, TABLES

Row = dict[str, Any]
MARKS = "、.．。:：,， \t"
"""What ends a printed number and is no part of its path."""
CITING = ("document", "document_number")
NEAR = 4
"""Characters between a title and its own number: a bracket, and a blank or two."""


def rows(notice: Notice) -> dict[str, list[Row]]:
    """The rows that a notice adds to each table, by the table's name; a row has every column of its table."""
    key = document_key(notice)
    own = notice.metadata.document_number.value if notice.metadata.document_number else None
    mentions = [_mention(key, at, mention) for at, mention in enumerate(notice.mentions, 1)]
    rectified = [record for record in notice.records if record.type == "rectification"]
    found: dict[str, Iterable[Row]] = {
        "documents": [_document(key, notice)],
        "metadata": _metadata(key, notice),
        "sections": _sections(key, notice),
        "inspections": [_inspection(key, at, one.inspection) for at, one in enumerate(rectified, 1)],
        "issues": [_issue(key, at, issue) for at, issue in enumerate(notice.issues, 1)],
        "measures": [row for issue in notice.issues for row in _measures(key, issue)],
        "statistics": _statistics(key, rectified),
        "indicators": _indicators(key, notice),
        "mentions": mentions,
        "citations": _citations(key, own, notice.mentions),
        "diagnostics": [_diagnostic(key, at, one) for at, one in enumerate(notice.diagnostics, 1)],
    }
    return {name: list(found[name]) for name in TABLES}


def document_key(notice: Notice) -> str:
    """16 hex digits that tell the notice of one source from all others, the same in every run."""
    if notice.source.uri is None:
        return notice.id
    return hashlib.sha256(f"{notice.source.sha256}\n{notice.source.uri}".encode()).hexdigest()[:16]


# -------------------------------------------------------------------------------- values


def _span(span: tuple[int, int] | None) -> Row:
    return {"start": span[0] if span else None, "end": span[1] if span else None}


def _dated(name: str, iso: str | None) -> Row:
    """The day of an ISO text that names one, and the text."""
    day = None
    if iso and len(iso) >= 10:
        try:
            day = date.fromisoformat(iso[:10])
        except ValueError:
            day = None
    return {f"{name}_on": day, f"{name}_iso": iso}


def _decimal(name: str, amount: str | None) -> Row:
    number = None if amount is None else float(amount)
    return {name: amount, f"{name}_number": number if number is not None and math.isfinite(number) else None}


def _value(sourced: Sourced | None) -> str | None:
    return sourced.value if sourced else None


def _joined(values: Iterable[str]) -> str | None:
    return JOINER.join(values) or None


def _section_key(key: str, section: str | None) -> str | None:
    return None if section is None else f"{key}/{section}"


# -------------------------------------------------------------------------------- tables


def _document(key: str, notice: Notice) -> Row:
    known, source = notice.metadata, notice.source
    return {
        "document_id": key,
        "notice_id": notice.id,
        "uri": source.uri,
        "title": _value(known.title),
        "kind": _value(known.kind),
        "enclosed_kind": _value(known.enclosed_kind),
        "document_number": _value(known.document_number),
        "issuers": _joined(one.value for one in known.issuers),
        "recipients": _joined(one.value for one in known.recipients),
        **_dated("signed", _value(known.signed_on)),
        **_dated("published", _value(known.published_at)),
        "published_by": _value(known.published_by),
        "index_number": _value(known.index_number),
        "subject": _value(known.subject),
        "attachments": _joined(one.value for one in known.attachments),
        "contacts": _joined(one.value for one in known.contacts),
        "media_type": source.media_type,
        "encoding": source.encoding,
        "bytes": source.bytes,
        "sha256": source.sha256,
        "characters": len(notice.text),
        "gongwen_version": notice.generator.version,
        "text": notice.text,
    }


def _metadata(key: str, notice: Notice) -> Iterator[Row]:
    for at, (name, label, one) in enumerate(_values(notice), 1):
        yield {
            "metadata_id": f"{key}/v{at}",
            "document_id": key,
            "position": at,
            "name": name,
            "label": label,
            "value": one.value,
            **_span(one.span),
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


def _sections(key: str, notice: Notice) -> Iterator[Row]:
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
        **_span(section.span),
    }


def _inspection(key: str, at: int, inspection: Inspection) -> Row:
    return {
        "inspection_id": f"{key}/r{at}",
        "document_id": key,
        "position": at,
        "inspector": inspection.inspector,
        "level": inspection.level,
        "kind": inspection.kind,
        "inspected": inspection.inspected,
        **_dated("started", inspection.started_on),
        **_dated("ended", inspection.ended_on),
        **_dated("feedback", inspection.feedback_on),
    }


def _issue(key: str, at: int, issue: Issue) -> Row:
    status = issue.status
    return {
        "issue_id": f"{key}/{issue.id}",
        "document_id": key,
        "section_id": _section_key(key, issue.section),
        "position": at,
        "number": issue.number,
        "theme": issue.theme,
        "problem": issue.problem,
        "state": status.state if status else None,
        "status_text": status.text if status else None,
        "ongoing": status.ongoing if status else None,
        **_dated("deadline", status.deadline if status else None),
        "measure_count": len(issue.measures),
        "documents": _joined(issue.documents),
        **_span(issue.span),
    }


def _measures(key: str, issue: Issue) -> Iterator[Row]:
    for at, measure in enumerate(issue.measures, 1):
        yield {
            "measure_id": f"{key}/{issue.id}/{at}",
            "document_id": key,
            "issue_id": f"{key}/{issue.id}",
            "section_id": _section_key(key, measure.section),
            "position": at,
            "ordinal": measure.ordinal,
            "heading": measure.heading,
            "text": measure.text,
            **_span(measure.span),
        }


def _statistics(key: str, records: list[RectificationRecord]) -> Iterator[Row]:
    counted = (one for record in records for one in record.statistics)
    for at, one in enumerate(counted, 1):
        yield {
            "statistic_id": f"{key}/s{at}",
            "document_id": key,
            "position": at,
            "label": one.label,
            **_decimal("amount", one.amount),
            "unit": one.unit,
            **_span(one.span),
        }


def _indicators(key: str, notice: Notice) -> Iterator[Row]:
    """The indicators of a work report, then what it says it sets no target for."""
    reports = [record for record in notice.records if record.type == "work_report"]
    found = [_indicator(key, one) for report in reports for one in report.indicators]
    found += [
        _absent(key, at, report.year, one) for report in reports for at, one in enumerate(report.absent, 1)
    ]
    for at, row in enumerate(found, 1):
        yield {**row, "position": at}


def _indicator(key: str, one: Indicator) -> Row:
    return {
        "indicator_id": f"{key}/{one.id}",
        "document_id": key,
        "section_id": _section_key(key, one.section),
        "position": 0,
        "indicator": one.indicator,
        "kind": one.kind,
        "bound": one.operator,
        **_decimal("amount", one.value),
        **_decimal("high", one.high),
        "unit": one.unit,
        "period": one.period,
        "text": one.text,
        **_span(one.span),
    }


def _absent(key: str, at: int, year: str | None, one: AbsentTarget) -> Row:
    return {
        **dict.fromkeys(column.name for column in TABLES["indicators"].columns),
        "indicator_id": f"{key}/absent-{at}",
        "document_id": key,
        "indicator": one.indicator,
        "kind": "absent",
        "period": year,
        "text": one.text,
        **_span(one.span),
    }


def _mention(key: str, at: int, mention: Mention) -> Row:
    get = dict[str, Any](mention.value).get  # the kinds of mentions have different values
    return {
        "mention_id": f"{key}/m{at}",
        "document_id": key,
        "section_id": _section_key(key, mention.section),
        "position": at,
        "kind": mention.kind,
        "text": mention.text,
        **_span(mention.span),
        **_dated("start", get("start")),
        **_dated("end", get("end")),
        "grain": get("grain"),
        "relation": get("relation"),
        "resolved": get("resolved"),
        **_decimal("amount", get("amount")),
        **_decimal("high", get("high")),
        "bound": get("bound"),
        "unit": get("currency") or get("unit"),
        "change": get("change"),
        "value": get("canonical") or get("name") or get("title") or get("value"),
        "contact_type": get("type"),
    }


def _citations(key: str, own: str | None, mentions: list[Mention]) -> Iterator[Row]:
    """The documents named, and the numbers that stand for a document without its title."""
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
            "section_id": _section_key(key, mention.section),
            "mention_id": f"{key}/m{at}",
            "position": position,
            "title": getattr(value, "title", None),
            "document_number": number,
            "refers_to": getattr(value, "refers_to", None),
            "status": getattr(value, "status", None),
            "itself": number is not None and number == own,
            **_span(mention.span),
        }


def _is_number_of(mention: Mention, titled: Mention) -> bool:
    """《……》（国发〔2018〕42号）: the number belongs to the title before it and is no second citation."""
    return (
        mention.kind == "document_number"
        and titled.kind == "document"
        and titled.value.document_number == mention.value.value
        and mention.span[0] - titled.span[1] <= NEAR
    )


def _diagnostic(key: str, at: int, one: Diagnostic) -> Row:
    return {
        "diagnostic_id": f"{key}/d{at}",
        "document_id": key,
        "position": at,
        "code": one.code,
        "severity": one.severity,
        "message": one.message,
        **_span(one.span),
    }
