"""One notice as rows of the tidy tables: documents, sections, mentions, records."""

from gongwen.tabular.rows.notice import document_key, rows

__all__ = ["document_key", "rows"]
