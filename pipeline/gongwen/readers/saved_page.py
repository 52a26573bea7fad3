"""A page saved by a browser in one file (.mht, .mhtml; RFC 2557): the first HTML part, read like any page.

From: <Saved by Blink>
Content-Type: multipart/related; type="text/html"; boundary="..."
"""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from gongwen.errors import SourceError
from gongwen.model import Diagnostic, Page
from gongwen.options import Options
from gongwen.readers.encoding import decode
from gongwen.readers.html.page import read_html

HEADERS = re.compile(
    rb"(?:[A-Za-z][A-Za-z0-9-]{0,40}:[^\n]{0,1000}\r?\n(?:[ \t][^\n]{0,1000}\r?\n){0,20}){1,40}"
)
RELATED = re.compile(rb"^content-type:\s*multipart/", re.IGNORECASE | re.MULTILINE)
LOOKED_AT = 8192


def is_saved_page(source: bytes) -> bool:
    """Whether a file begins with the headers of a multipart message.

    >>> is_saved_page(b"MIME-Version: 1.0\\r\\nContent-Type: multipart/related; boundary=x\\r\\n\\r\\n")
    True
    """
    head = (
        HEADERS.match(source.lstrip()[:LOOKED_AT]) if source[:1].isalpha() or source[:1].isspace() else None
    )
    return head is not None and RELATED.search(head[0]) is not None


def read_saved_page(source: bytes, options: Options) -> tuple[Page, list[Diagnostic]]:
    """The page of a file that a browser saved. Raises `SourceError` (`source_damaged`) where it has none."""
    for part in message_from_bytes(source.lstrip()).walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            raw = part.get_payload(decode=True)
            text, encoding, found = decode(
                raw if isinstance(raw, bytes) else b"", options.encoding or _charset(part)
            )
            page, more = read_html(text, encoding, replace(options, media_type=None))
            return page, [*found, *more]
    raise SourceError("source_damaged", "the file holds the headers of a saved page, and no page")


def _charset(part: Message) -> str | None:
    """The encoding that the part names; its bytes decide where it names UTF-8 or none."""
    named = (part.get_content_charset() or "").lower()
    return named if named.startswith(("gb", "big5")) else None
