"""The work on a chunk: documents in, what came of each out. A pure function of the chunk and the settings.

work(Task(items, {}, False), parse, settings, ("lines",), begins)      Result(outcomes, diagnostics, files, pieces)
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from gongwen.batch.forms import FILES, FORMS, file_of
from gongwen.batch.item import Item, read_item
from gongwen.batch.settings import Settings
from gongwen.contract import Notice
from gongwen.errors import GongwenError


class Task(NamedTuple):
    """A chunk with what is known of it from earlier attempts."""

    items: tuple[Item, ...]
    failed: dict[int, tuple[str, str]]
    """Places of documents that are passed over, with code and reason."""
    careful: bool
    """Make the forms of each document by itself as well, to find the one that they fail on."""


class Outcome(NamedTuple):
    """How one document ended."""

    sha256: str | None
    code: str | None
    """Of the failure, `None` where a notice was made."""
    reason: str | None
    kind: str | None
    """文种 of the notice."""


class Result(NamedTuple):
    """What a chunk gave."""

    outcomes: list[Outcome]
    diagnostics: dict[str, int]
    """How often each code stands in the notices."""
    files: list[bytes | None]
    """The JSON file of each document, `None` for a failure; empty where no files are asked for."""
    pieces: dict[str, bytes]
    """For each form the piece of this chunk."""


Parser = Callable[..., Notice]


def work(
    task: Task, parse: Parser, settings: Settings, forms: tuple[str, ...], begins: Callable[[int], None]
) -> Result:
    """Do a chunk. `begins` is told the place of each document before it is read.

    `MemoryError` rises: the process can't be trusted any more. So does a fault of a form outside of a document.
    """
    outcomes: list[Outcome] = []
    notices: list[Notice] = []
    files: list[bytes | None] = []
    for place, item in enumerate(task.items):
        begins(place)
        known = task.failed.get(place)
        outcome, notice, file = _document(item, known, parse, settings, forms, task.careful)
        outcomes.append(outcome)
        if notice is not None:
            notices.append(notice)
        if FILES in forms:
            files.append(file)
    begins(len(task.items))
    pieces = {form: FORMS[form](notices) for form in forms if form != FILES}
    found = Counter(diagnostic.code for notice in notices for diagnostic in notice.diagnostics)
    return Result(outcomes, dict(found), files, pieces)


def _document(
    item: Item,
    known: tuple[str, str] | None,
    parse: Parser,
    settings: Settings,
    forms: tuple[str, ...],
    careful: bool,
) -> tuple[Outcome, Notice | None, bytes | None]:
    sha256: str | None = None
    if known is not None and known[0] == "time_limit":  # it may be the reading that took so long
        return Outcome(None, *known, None), None, None
    try:
        raw = read_item(item, settings.options.max_bytes)
        sha256 = hashlib.sha256(raw).hexdigest()
        if known is not None:
            return Outcome(sha256, *known, None), None, None
        notice = with_fields(parse(raw, item.uri, settings.options), item.fields)
        file = file_of(notice) if FILES in forms else None
        if careful:
            for form in forms:
                if form != FILES:
                    FORMS[form]([notice])
    except GongwenError as error:
        return Outcome(sha256, error.code, str(error), None), None, None
    except MemoryError:
        raise
    except Exception as error:  # a fault of the program must not cost the rest of the batch
        return Outcome(sha256, "internal_error", f"{type(error).__name__}: {error}", None), None, None
    kind = notice.metadata.kind
    return Outcome(sha256, None, None, kind.value if kind else None), notice, file


def with_fields(notice: Notice, fields: tuple[tuple[str, str], ...]) -> Notice:
    """The notice with other columns of its row in `source.fields`."""
    if not fields:
        return notice
    source = notice.source.model_copy(update={"fields": dict(fields)})
    return notice.model_copy(update={"source": source})


def parser_of(name: str) -> Parser:
    """The function that `module:function` names."""
    module, _, function = name.partition(":")
    found: Parser = getattr(import_module(module), function)
    return found
