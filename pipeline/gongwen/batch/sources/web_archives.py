"""Pages of a crawl in WARC (ISO 28500): every response, resource or conversion record with a page or text.

The uri is the page's own (WARC-Target-URI). A response of another status than 200, and what is no page or text, is
passed over and counted by its status or type. Needs the extra `warc` (fastwarc). A damaged file gives what stands
before the damage.
"""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import IO, Any

from gongwen.batch.item import too_large
from gongwen.batch.sources.choice import Choice, File, Found, code_of
from gongwen.errors import OptionError
from gongwen.extras import require

WEB_ARCHIVES = (".warc", ".warc.gz", ".warc.zst", ".warc.lz4")
GZIP = b"\x1f\x8b"
LONGEST_HEAD = 1 << 16
CONTENT_LENGTH = re.compile(rb"\AWARC/(?:[^\r\n]*\r\n)*?Content-Length:[ \t]*(\d+)", re.IGNORECASE)
TAKEN = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown", ""})


def web_items(file: File, choice: Choice, passed_over: Counter[str]) -> Iterator[Found]:
    """The pages in a WARC file, in its own order."""
    try:
        require("a WARC file", "warc", ("fastwarc",))
    except OptionError as error:
        yield file.failed(error.code, str(error))
        return
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = (WarcRecordType.response, WarcRecordType.resource, WarcRecordType.conversion)
    number, position = 0, None
    held: Found | None = None  # until the next record shows that this one was whole
    try:
        with open(file.path, "rb") as stream:
            for record in ArchiveIterator(stream, auto_decode="content"):
                if held is not None:
                    yield held
                held, position = None, record.stream_pos
                if record.record_type in wanted:
                    number += 1
                    held = _page(record, number, file, choice, passed_over)
        trouble = None if _ends_well(file.path, position) else ("archive_broken", "the file ends too soon")
    except Exception as error:  # the reader raises various errors for damage
        trouble = (code_of(error, "archive_broken"), str(error))
        if held is not None:
            yield held
        held = None
    if trouble is not None:
        yield file.failed(trouble[0], f"{file.path}: after record {number}: {trouble[1]}")
    elif held is not None:
        yield held


def _ends_well(path: str, position: int | None) -> bool:
    """Whether the last record, which begins at `position`, is complete: the reader ends silently if a file was truncated."""
    if position is None:
        return False
    with open(path, "rb") as stream:
        stream.seek(position)
        head = stream.read(LONGEST_HEAD)
        if head.startswith(b"WARC/"):
            found = CONTENT_LENGTH.search(head)
            if found is None or b"\r\n\r\n" not in head:
                return False
            end = position + head.index(b"\r\n\r\n") + 4 + int(found[1])
            size = stream.seek(0, io.SEEK_END)
            stream.seek(min(end, size))
            return end <= size and not stream.read(LONGEST_HEAD).strip()
        if path.lower().endswith(".gz"):
            stream.seek(position if head.startswith(GZIP) else 0)
            return _unpacks(stream)
    return True


def _unpacks(stream: IO[bytes]) -> bool:
    """Whether gzip can be read to its end."""
    try:
        with gzip.GzipFile(fileobj=stream) as unpacked:
            while unpacked.read(1 << 20):
                pass
    except (OSError, EOFError, zlib.error):
        return False
    return True


def _page(record: Any, number: int, file: File, choice: Choice, passed_over: Counter[str]) -> Found | None:
    uri = record.headers.get("WARC-Target-URI", "").strip("<>") or f"{file.path}#{number}"
    if choice.excludes(uri) or (choice.include and not choice.includes(uri)):
        return None
    http = record.http_headers
    if http is not None and http.status_code != 200:
        passed_over[f"(status {http.status_code})"] += 1
        return None
    media = record.http_content_type if http is not None else record.headers.get("Content-Type", "")
    media = (media or "").partition(";")[0].strip().lower()
    if media not in TAKEN:
        passed_over[f"({media[:40]})"] += 1
        return None
    target = f"{file.below}/{number:08d}"
    if record.content_length > choice.max_bytes:
        return Found(uri, target, trouble=too_large(record.content_length, choice.max_bytes))
    raw = record.reader.read(choice.max_bytes + 1)
    if len(raw) > choice.max_bytes:
        return Found(
            uri, target, trouble=("archive_bomb", f"the page unpacks to more than {choice.max_bytes} bytes")
        )
    return Found(uri, target, raw=raw)
