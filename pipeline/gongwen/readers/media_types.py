"""The media types of what can be read: text/html for a page, application/pdf for a PDF ..."""

from __future__ import annotations

HTML = "text/html"
TEXT = "text/plain"
MARKDOWN = "text/markdown"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
MEDIA_TYPES = (HTML, TEXT, MARKDOWN, WORD, PDF)
