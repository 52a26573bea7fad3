"""The order of work, on one screen.

bytes -> Page(blocks) -> Body(text, roles) -> Markers -> tree -> mentions -> records -> plain values -> Notice or JSON
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gongwen.collector import collector_waits
from gongwen.errors import OptionError, SourceError
from gongwen.model import Diagnostic, Draft
from gongwen.model.records import Record
from gongwen.options import Options
from gongwen.profiles import PROFILES
from gongwen.readers import read_page, source_bytes, told_options
from gongwen.rules.text.characters import representable
from gongwen.stages.checks import diagnose
from gongwen.stages.lines.normalise import normalise
from gongwen.stages.lines.paragraphs import paragraphs
from gongwen.stages.mentions import mentions
from gongwen.stages.metadata.assembly import context_of, metadata
from gongwen.stages.outline.mark import mark
from gongwen.stages.outline.naming import name_blocks
from gongwen.stages.outline.tree import outline
from gongwen.stages.publish import publish
from gongwen.stages.roles.assignment import roles

if TYPE_CHECKING:
    from bs4 import Tag

    from gongwen.contract import Notice


def parse(raw: bytes | str | Tag, uri: str | None = None, options: Options | None = None) -> Notice:
    """One notice from its source: the bytes of a page or text, its text, or a `BeautifulSoup` or `Tag`.

    `uri` is kept in `source.uri` as given, bytes of a file name that JSON can't hold as `\\udcb9`. Raises `SourceError` for a source that is not a document (empty,
    binary, too large) and `OptionError` for an option that can't be; never for what a notice says.

    >>> parse("关于开展检查的通知\\n一、检查时间\\n6月底前完成。").find("一").heading
    '检查时间'
    """
    from gongwen.contract import notice_of

    return notice_of(_document(raw, uri, options))


def to_json(raw: bytes | str | Tag, uri: str | None = None, options: Options | None = None) -> str:
    """The JSON of one notice from its source: what `parse(raw, uri, options).to_json()` gives, byte for byte, sooner.

    >>> to_json("关于开展检查的通知")[:28]
    '{"format":"gongwen.notice/1"'
    """
    from pydantic_core import to_json as written

    return written(_document(raw, uri, options)).decode()


def _document(raw: bytes | str | Tag, uri: str | None, options: Options | None) -> dict[str, Any]:
    """The notice as plain values, in the order of work from source to publication."""
    chosen = _checked(options or Options())
    source = source_bytes(raw, chosen)
    with collector_waits():
        page, found = read_page(source, told_options(raw, chosen))
        joined = paragraphs(page)
        page = replace(page, dropped=joined.dropped)
        body, more = normalise(joined)
        if len(body.text) > chosen.max_characters:
            raise SourceError(
                "source_too_large",
                f"{len(body.text)} characters; raise Options.max_characters ({chosen.max_characters})",
            )
        body = roles(body, page)
        sections = outline(body, mark(body))
        body = name_blocks(body, sections)
        known, contradictions = metadata(body, page)
        context = context_of(known, body)
        draft = Draft(body, sections, known, mentions(body, context), context)
        records, unsure = _records(draft, chosen)
        found += [*more, *contradictions, *unsure, *diagnose(draft)]
        return publish(source, uri and representable(uri), page, draft, records, found)


def read(path: str | Path, options: Options | None = None) -> Notice:
    """One notice from a file; `source.uri` is the path as given. Raises `SourceError` like `parse`, and for a file
    that can't be read.
    """
    try:
        with open(path, "rb") as stream:  # a pipe or a device may never end
            raw = stream.read((options or Options()).max_bytes + 1)
    except OSError as error:
        raise SourceError("source_unreadable", f"{path}: {error.strerror or error}") from error
    return parse(raw, str(path), options)


def _checked(options: Options) -> Options:
    known = [profile.name for profile in PROFILES]
    if wrong := sorted(set(options.profiles or ()) - set(known)):
        raise OptionError("unknown_profile", f"{wrong[0]!r} is none of {', '.join(known)}")
    return options


def _records(draft: Draft, options: Options) -> tuple[list[Record], list[Diagnostic]]:
    records, found = [], []
    for profile in PROFILES:
        if (options.profiles is None or profile.name in options.profiles) and profile.applies(draft):
            record, unsure = profile.record(draft)
            records.append(record)
            found += unsure
    return records, found
