"""What the contract promises beyond types, checked on a finished notice.

spans quote what they claim        text[marker.span] == marker.text
nothing is lost                    each character of a text block is in one marker, heading or content
the outline is a tree              children stand inside their parents, in order, ids follow the places
"""

from __future__ import annotations

from collections.abc import Iterator

from gongwen.contract import AbsentTarget, Indicator, Metadata, Notice, Section

TEXT_ROLES = frozenset("lead heading paragraph item table closing contact".split())


def broken_promises(notice: Notice) -> list[str]:
    """A sentence for each promise that the notice breaks; empty if it keeps them all."""
    misplaced = [*_blocks(notice), *_places(notice)]
    return misplaced or [*_quotations(notice), *_tree(notice), *_coverage(notice)]


def _blocks(notice: Notice) -> Iterator[str]:
    at = 0
    for number, block in enumerate(notice.blocks):
        start, end = block.span
        if start != at or end <= start:
            yield f"block {number} starts at {start}, not at {at}, or is empty"
        at = end + 1
    if at != len(notice.text) + 1 and notice.blocks:
        yield f"the blocks end at {at - 1}, the text at {len(notice.text)}"


def _places(notice: Notice) -> Iterator[str]:
    """Every span lies in the text."""
    limit = len(notice.text)
    for what, (start, end) in _spans(notice):
        if not start <= end <= limit:
            yield f"{what} stands at ({start}, {end}), but the text has {limit} characters"


def _spans(notice: Notice) -> Iterator[tuple[str, tuple[int, int]]]:
    yield from ((f"{name} of the metadata", span) for name, span in _sourced(notice.metadata))
    yield from ((f"diagnostic {one.code}", one.span) for one in notice.diagnostics if one.span)
    for section in notice.walk():
        yield from ((f"section {section.id}", span) for span in (section.span, *section.content))
    for record in notice.records:
        if record.type == "rectification":
            for issue in record.issues:
                spans = (issue.span, *(measure.span for measure in issue.measures))
                named = (one.span for one in issue.responsible)
                yield from ((f"issue {issue.id}", span) for span in (*spans, *named))
            yield from ((f"statistic {one.label!r}", one.span) for one in record.statistics)


def _sourced(metadata: Metadata) -> Iterator[tuple[str, tuple[int, int]]]:
    for name in Metadata.model_fields:
        value = getattr(metadata, name)
        found = value.values() if isinstance(value, dict) else value if isinstance(value, list) else (value,)
        yield from ((name, one.span) for one in found if one and one.span)


def _quotations(notice: Notice) -> Iterator[str]:
    text = notice.text
    for mention in notice.mentions:
        if text[slice(*mention.span)] != mention.text:
            yield f"mention {mention.text!r} does not stand at {mention.span}"
    for section in notice.walk():
        if section.marker and text[slice(*section.marker.span)] != section.marker.text:
            yield f"marker {section.marker.text!r} does not stand at {section.marker.span}"
        if (section.heading is None) != (section.heading_span is None):
            yield f"section {section.id} has a heading without its span, or a span without its heading"
        elif section.heading_span and text[slice(*section.heading_span)] != section.heading:
            yield f"heading {section.heading!r} does not stand at {section.heading_span}"
    for record in notice.records:
        if record.type == "work_report":
            quoted: list[Indicator | AbsentTarget] = [*record.indicators, *record.absent]
            yield from (
                f"{one.indicator} does not stand at {one.span}"
                for one in quoted
                if text[slice(*one.span)] != one.text
            )
            continue
        for issue in record.issues:
            if issue.status and text[slice(*issue.status.span)] != issue.status.text:
                yield f"the status of {issue.id} does not stand at {issue.status.span}"
            for one in issue.responsible:
                if text[slice(*one.span)] != one.value:
                    yield f"{one.label} of {issue.id} does not stand at {one.span}"


def _tree(notice: Notice) -> Iterator[str]:
    names = [section.id for section in notice.walk()]
    if len(names) != len(set(names)):
        yield "two sections bear one id"
    at = 0
    for section in notice.outline:
        if section.depth != 1 or section.span[0] < at:
            yield f"section {section.id} is none of the first depth, or overlaps the one before it"
        at = section.span[1]
    for section in notice.walk():
        at, limit = section.span
        for child in section.children:
            if child.depth != section.depth + 1 or not child.id.startswith(section.id + "."):
                yield f"section {child.id} does not stand below {section.id}"
            if child.span[0] < at or child.span[1] > limit:
                yield f"section {child.id} reaches out of {section.id}, or overlaps the one before it"
            at = child.span[1]
    known = set(names)
    for record in notice.records:
        parts = record.indicators if record.type == "work_report" else record.issues
        named = [] if record.type == "work_report" else record.next_steps
        mentioned = [*named, *(part.section for part in parts if part.section)]
        yield from (f"record names section {name}, which is none" for name in mentioned if name not in known)


def _coverage(notice: Notice) -> Iterator[str]:
    """Each visible character of a text block in exactly one span of the outline."""
    owners = bytearray(len(notice.text))
    for section in notice.walk():
        for start, end in _own(section):
            for at in range(start, min(end, len(owners))):
                owners[at] = min(owners[at] + 1, 2)
    for block in notice.blocks:
        if block.role not in TEXT_ROLES:
            continue
        start, end = block.span
        for at in range(start, end):
            if owners[at] != 1 and not notice.text[at].isspace():
                what = "is lost from the outline" if not owners[at] else "stands in two places of the outline"
                yield f"{notice.text[at : at + 12]!r} at {at} {what}"
                break


def _own(section: Section) -> Iterator[tuple[int, int]]:
    if section.marker:
        yield section.marker.span
    if section.heading_span:
        yield section.heading_span
    yield from section.content
