"""Pages of a crawl in WARC (ISO 28500): every response of status 200 with a page or text in it.

The uri is the page's own (WARC-Target-URI). Other responses are passed over and counted by their type. Needs the extra
`warc` (fastwarc). A damaged file gives what stands before the damage.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from gongwen.batch.sources.choice import Choice, File, Found
from gongwen.errors import OptionError

WEB_ARCHIVES = (".warc", ".warc.gz", ".warc.zst", ".warc.lz4")
TAKEN = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown", ""})


def web_items(file: File, choice: Choice, passed_over: Counter[str]) -> Iterator[Found]:
    """The pages in a WARC file, in its own order. Raises `OptionError` (`missing_extra`)."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise OptionError("missing_extra", "WARC files need fastwarc: pip install 'gongwen[warc]'") from error
    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    number = 0
    try:
        with open(file.path, "rb") as stream:
            for record in ArchiveIterator(stream, record_types=wanted, auto_decode="content"):
                number += 1
                found = _page(record, number, file, choice, passed_over)
                if found is not None:
                    yield found
    except OSError as error:
        code = (
            "source_unreadable"
            if isinstance(error, PermissionError | FileNotFoundError)
            else "archive_broken"
        )
        yield file.failed(code, f"{file.path}: after record {number}: {error}")
    except Exception as error:  # the reader raises what it likes for damage
        yield file.failed("archive_broken", f"{file.path}: after record {number}: {error}")


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
        trouble = (
            "source_too_large",
            f"{record.content_length} bytes; raise Options.max_bytes ({choice.max_bytes})",
        )
        return Found(uri, target, trouble=trouble)
    raw = record.reader.read(choice.max_bytes + 1)
    if len(raw) > choice.max_bytes:
        return Found(
            uri, target, trouble=("archive_bomb", f"the page unpacks to more than {choice.max_bytes} bytes")
        )
    return Found(uri, target, raw=raw)
