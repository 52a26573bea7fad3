"""Bytes to `Page`: one reader per format, chosen by the bytes."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING

from gongwen.errors import OptionError, SourceError
from gongwen.model import Diagnostic, Page
from gongwen.options import Options
from gongwen.readers.encoding import decode
from gongwen.readers.forms import form_of
from gongwen.readers.html.page import read_html
from gongwen.readers.markdown.document import is_markdown, read_markdown_copy
from gongwen.readers.media_types import (
    DOCX,
    HTML,
    MARKDOWN,
    MEDIA_TYPES,
    OFD,
    OLD_WORD,
    PDF,
    PICTURES,
    RICH_TEXT,
    SAVED_PAGE,
    WORKBOOKS,
)
from gongwen.readers.plain_text import read_plain_text

if TYPE_CHECKING:
    from bs4 import Tag

MARKUP = re.compile(
    r"""<(?:
        !doctype|html|head|body|meta|script|style|center|font|section|article   # the page
      | div|p|span|br|h[1-6]|a|b|strong                                         # its text
      | table|tr|td|ul|ol|li                                                    # its tables and lists
    )[\s/>]""",
    re.IGNORECASE | re.VERBOSE,
)
SNIFFED = 65536
LINE_ENDS = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
CONTROL = bytes([*range(9), *range(14, 32)])


READERS = {
    DOCX: "docx.document:read_docx",
    OLD_WORD: "office.old_word:read_old_word_document",
    RICH_TEXT: "office.rich_text:read_rich_text",
    PDF: "pdf.document:read_pdf",
    OFD: "ofd:read_ofd",
    SAVED_PAGE: "saved_page:read_saved_page",
    **dict.fromkeys(WORKBOOKS, "office.workbook:read_workbook"),
    **dict.fromkeys(PICTURES, "recognition:read_picture"),
}
"""Module and function of the reader of each binary format, loaded when the first such file arrives."""


def source_bytes(raw: bytes | str | Tag, options: Options) -> bytes:
    """The bytes of a source, in whatever form the caller has it.

    Raises `SourceError` (`source_empty`, `source_too_large`, `source_binary`, `source_encrypted`) and `OptionError`.
    """
    if isinstance(raw, bytes | bytearray | memoryview):
        source = bytes(raw)
    elif isinstance(raw, str):
        source = raw.encode("utf-8", "surrogatepass")
    elif hasattr(raw, "decode_contents"):
        source = str(raw).encode("utf-8", "surrogatepass")
    else:
        raise OptionError(
            "wrong_source", f"a notice is bytes, str or a BeautifulSoup, not {type(raw).__name__}"
        )
    if len(source) > options.max_bytes:
        raise SourceError(
            "source_too_large", f"{len(source)} bytes; raise Options.max_bytes ({options.max_bytes})"
        )
    if not source.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise SourceError("source_empty", "the source holds no character")
    return source


def told_options(raw: bytes | str | Tag, options: Options) -> Options:
    """The options for a source: a `str` is already decoded, whatever encoding its page declares."""
    return options if isinstance(raw, bytes | bytearray | memoryview) else replace(options, encoding="utf-8")


def read_page(source: bytes, options: Options) -> tuple[Page, list[Diagnostic]]:
    """The page of a source, with diagnostics.

    Raises `SourceError` for binary data (`source_binary`, and for Word and PDF files also `source_damaged`,
    `source_encrypted`, `source_without_text`) and `OptionError` (`missing_extra`) where a format's extra is not there.
    """
    if options.media_type is not None and options.media_type not in MEDIA_TYPES:
        raise OptionError("wrong_media_type", f"{options.media_type!r} is none of {', '.join(MEDIA_TYPES)}")
    form = form_of(source) or options.media_type
    if form in READERS:
        module, _, function = READERS[form].partition(":")
        page, found = getattr(import_module(f"gongwen.readers.{module}"), function)(source, options)
        return replace(page, media_type=form), found
    text, encoding, found = decode(source, options.encoding)
    _refuse_binary(text)
    if options.media_type == HTML or (options.media_type is None and _is_markup(text)):
        page, more = read_html(text, encoding, options)
        return page, [*found, *more]
    lines = LINE_ENDS.split(text)
    if options.media_type == MARKDOWN or (options.media_type is None and is_markdown(text)):
        return read_markdown_copy(lines, encoding), found
    return read_plain_text(lines, encoding), found


def _refuse_binary(text: str) -> None:
    """A text has hardly any control characters; a stray NUL does no harm."""
    sample = text[: SNIFFED // 4].encode("utf-8", "replace")
    control = len(sample) - len(sample.translate(None, CONTROL))
    if control > 8 and control > len(sample) // 20:
        raise SourceError("source_binary", "the source is binary data, not a page or a text")


def _is_markup(text: str) -> bool:
    """Tags that structure a page; a Markdown copy may contain some, but does not begin with one."""
    found = _tags(text, 0)
    if found == 0 and len(text) > SNIFFED:
        found = _tags(text, len(text) - SNIFFED)
    opens = text[:SNIFFED].lstrip("\ufeff \t\r\n")[:1] == "<"
    return found > 0 and (opens or (found >= 3 and not is_markdown(text)))


def _tags(text: str, start: int) -> int:
    """How many tags a part of the text contains; no more than three matter."""
    return sum(1 for _ in islice(MARKUP.finditer(text, start, start + SNIFFED), 3))
