"""One notice as rows of every table.

    rows(notice)["sections"][3]["path"]     二/（一）/1

Keys are made of the document's: `3f2a…/2.1.1` is a section, `3f2a…/m12` the twelfth mention. A document's key is its
notice's id, or, where the source has a uri, a digest of both: two pages with the same bytes are two documents.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from gongwen.contract import Notice, given_notice
from gongwen.tabular.cells import Row
from gongwen.tabular.columns import TABLES
from gongwen.tabular.rows.documents import diagnostic_row, document_row, metadata_rows, section_rows
from gongwen.tabular.rows.mentions import citation_rows, mention_row
from gongwen.tabular.rows.records import (
    indicator_rows,
    inspection_row,
    issue_row,
    measure_rows,
    statistic_rows,
)


def rows(notice: Notice) -> dict[str, list[Row]]:
    """The rows that a notice adds to each table, by the table's name; a row has every column of its table."""
    key = document_key(given_notice(notice))
    own = notice.metadata.document_number.value if notice.metadata.document_number else None
    mentions = [mention_row(key, at, mention) for at, mention in enumerate(notice.mentions, 1)]
    markers = {section.id: section.marker.text for section in notice.walk() if section.marker}
    rectified = [record for record in notice.records if record.type == "rectification"]
    found: dict[str, Iterable[Row]] = {
        "documents": [document_row(key, notice)],
        "metadata": metadata_rows(key, notice),
        "sections": section_rows(key, notice),
        "inspections": [inspection_row(key, at, one.inspection) for at, one in enumerate(rectified, 1)],
        "issues": [issue_row(key, at, issue, notice.text) for at, issue in enumerate(notice.issues, 1)],
        "measures": [
            row for issue in notice.issues for row in measure_rows(key, issue, notice.text, markers)
        ],
        "statistics": statistic_rows(key, rectified),
        "indicators": indicator_rows(key, notice),
        "mentions": mentions,
        "citations": citation_rows(key, own, notice.mentions),
        "diagnostics": [diagnostic_row(key, at, one) for at, one in enumerate(notice.diagnostics, 1)],
    }
    return {name: list(found[name]) for name in TABLES}


def document_key(notice: Notice) -> str:
    """16 hex digits that identify the notice of one source, the same in every run."""
    if notice.source.uri is None:
        return notice.id
    return hashlib.sha256(f"{notice.source.sha256}\n{notice.source.uri}".encode()).hexdigest()[:16]
