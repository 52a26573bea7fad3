"""The one place that turns the results of the stages into the plain values of the public contract."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from gongwen.codes import CODES
from gongwen.model import Body, Diagnostic, Draft, Metadata, Node, Page, Sections, Sourced
from gongwen.model.records import Record
from gongwen.model.vocabulary import FORMAT
from gongwen.version import VERSION


def publish(
    raw: bytes,
    uri: str | None,
    page: Page,
    draft: Draft,
    records: Sequence[Record],
    diagnostics: Sequence[Diagnostic],
) -> dict[str, Any]:
    """The document as plain values: every key of the contract, in order."""
    digest = hashlib.sha256(raw).hexdigest()
    body = draft.body
    return {
        "format": FORMAT,
        "id": digest[:16],
        "generator": {"name": "gongwen", "version": VERSION},
        "source": {
            "uri": uri,
            "media_type": page.media_type,
            "encoding": page.encoding,
            "bytes": len(raw),
            "sha256": digest,
        },
        "text": body.text,
        "blocks": _blocks(body),
        "dropped": [
            {
                "text": _sound(d.text),
                "reason": d.reason,
                "origin": {"line": d.origin.line, "path": d.origin.path, "synthetic": None},
            }
            for d in page.dropped
        ],
        "metadata": _metadata(draft.metadata),
        "outline": [_section(node, body.text) for node in draft.outline],
        "mentions": _mentions(draft),
        "records": [_record(record) for record in records],
        "diagnostics": [
            {"code": d.code, "severity": CODES[d.code].severity, "message": d.message, "span": d.span}
            for d in sorted(diagnostics, key=_order)
        ],
    }


def _order(diagnostic: Diagnostic) -> tuple[int, str, str]:
    return (diagnostic.span.start if diagnostic.span else -1, diagnostic.code, diagnostic.message)


def _sound(text: str) -> str:
    """Without lone surrogates, which UTF-8 can't encode."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")
    return text


def _blocks(body: Body) -> list[dict[str, Any]]:
    return [
        {
            "span": (start, end),
            "role": role,
            "origin": {
                "line": source.origin.line,
                "path": source.origin.path,
                "synthetic": source.synthetic or None,
            },
        }
        for start, end, role, source in body.blocks
    ]


def _sourced(value: Sourced | None) -> dict[str, Any] | None:
    return None if value is None else {"value": value.value, "span": value.span, "origin": value.origin}


def _metadata(metadata: Metadata) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for name in Metadata.__slots__:
        value = getattr(metadata, name)
        if isinstance(value, dict):
            plain[name] = {label: _sourced(value[label]) for label in sorted(value)}
        elif isinstance(value, tuple) and not isinstance(value, Sourced):
            plain[name] = [_sourced(one) for one in value]
        else:
            plain[name] = _sourced(value)
    return plain


def _section(node: Node, text: str) -> dict[str, Any]:
    marker = node.marker
    return {
        "id": node.id,
        "marker": marker
        and {
            "text": text[marker.start : marker.end],
            "style": marker.style,
            "ordinal": marker.ordinal,
            "span": (marker.start, marker.end),
            "inline": marker.inline,
        },
        "depth": node.depth,
        "heading": text[node.heading.start : node.heading.end] if node.heading else None,
        "heading_span": node.heading,
        "span": node.span,
        "content": node.content,
        "children": [_section(child, text) for child in node.children],
    }


def _mentions(draft: Draft) -> list[dict[str, Any]]:
    """The mentions with their sections: the innermost one whose own text contains the mention's first character."""
    text, sections = draft.body.text, Sections(draft.outline)
    return [
        {
            "text": text[start:end],
            "span": (start, end),
            "section": sections.at(start),
            "kind": kind,
            "value": value,
        }
        for kind, start, end, value in draft.mentions
    ]


def _record(record: Any) -> dict[str, Any]:
    """A record of a profile, or a part of one, field by field."""
    return {field.name: _plain(getattr(record, field.name)) for field in fields(record)}


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return _record(value)
    return [_plain(part) for part in value] if isinstance(value, list) else value
