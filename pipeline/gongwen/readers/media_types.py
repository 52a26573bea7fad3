"""The media types of what can be read: text/html for a page, application/pdf for a PDF ..."""

from __future__ import annotations

HTML = "text/html"
TEXT = "text/plain"
MARKDOWN = "text/markdown"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OLD_WORD = "application/msword"
"""Word 97-2003 (.doc) and WPS Writer (.wps), which share a format."""
RICH_TEXT = "application/rtf"
PDF = "application/pdf"
SAVED_PAGE = "multipart/related"
"""A page with its resources in one file (.mht, .mhtml)."""
OFD = "application/ofd"
"""GB/T 33190-2016, the national format of electronic documents."""
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OLD_WORKBOOK = "application/vnd.ms-excel"
OPEN_WORKBOOK = "application/vnd.oasis.opendocument.spreadsheet"
PNG, JPEG, TIFF = "image/png", "image/jpeg", "image/tiff"
PICTURES = (PNG, JPEG, TIFF)
WORKBOOKS = (WORKBOOK, OLD_WORKBOOK, OPEN_WORKBOOK)
MEDIA_TYPES = (HTML, TEXT, MARKDOWN, DOCX, OLD_WORD, RICH_TEXT, PDF, OFD, SAVED_PAGE, *WORKBOOKS, *PICTURES)
