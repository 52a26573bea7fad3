"""Stored documents: read back, checked, and the JSON Schema they follow."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from gongwen.contract import FORMAT, Notice
from gongwen.contract.comparison import FORMAT as COMPARISON
from gongwen.contract.comparison import Comparison
from gongwen.contract.promises import broken_promises
from gongwen.contract.timeline import COMPARISONS, Comparisons, Timeline
from gongwen.contract.timeline import FORMAT as TIMELINE
from gongwen.errors import ContractError

SCHEMA_FILES = {
    FORMAT: "gongwen.notice-1.schema.json",
    COMPARISON: "gongwen.comparison-1.schema.json",
    COMPARISONS: "gongwen.comparisons-1.schema.json",
    TIMELINE: "gongwen.timeline-1.schema.json",
}
"""Name of the published schema file of each format."""
MODELS: dict[str, type[Notice | Comparison | Comparisons | Timeline]] = {
    FORMAT: Notice,
    COMPARISON: Comparison,
    COMPARISONS: Comparisons,
    TIMELINE: Timeline,
}

LINES = (".jsonl", ".jsonl.gz")


def load(path: str | Path) -> Notice:
    """The notice in a JSON file. Raises `ContractError` (`contract_broken`) if the file is not a notice, or breaks a promise.

    The message names the first problem and its place.
    """
    try:
        return _notice(Path(path).read_bytes(), str(path))
    except OSError as error:
        raise ContractError("stored_unreadable", f"{path}: {error.strerror or error}") from error


def load_lines(path: str | Path) -> Iterator[Notice | ContractError]:
    """The notices of a file of JSON lines, one by one; a line that isn't one is reported, and the next is read.

    `path` ends in `.jsonl` or `.jsonl.gz`. Raises `ContractError` (`stored_unreadable`).
    """
    opened: Callable[..., Any] = gzip.open if Path(path).suffix == ".gz" else open
    try:
        with opened(path, "rb") as stream:
            for number, line in enumerate(stream, 1):
                if not line.isspace():
                    try:
                        yield _notice(line, f"{path}#{number}")
                    except ContractError as error:
                        yield error
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        raise ContractError("stored_unreadable", f"{path}: {reason}") from error


def checked(paths: Iterable[str | Path]) -> Iterator[ContractError | None]:
    """For every notice of some files, what is wrong with it, or `None`."""
    for path in paths:
        try:
            for found in load_lines(path) if is_lines(path) else [load(path)]:
                yield found if isinstance(found, ContractError) else None
        except ContractError as error:
            yield error


def is_lines(path: str | Path) -> bool:
    """Whether the name of a file says that it has one notice per line, as `gongwen convert --to jsonl` writes them."""
    return Path(path).name.lower().endswith(LINES)


def _notice(raw: bytes, name: str) -> Notice:
    """The notice in some JSON; `name` says in an error where it came from."""
    try:
        notice = Notice.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        if first["loc"] == ("format",) and isinstance(first["input"], str):
            message = f"{name}: it is a {first['input']}; this version of gongwen reads {FORMAT}"
            raise ContractError("other_version", message) from error
        place = ".".join(str(step) for step in first["loc"]) or "the document"
        raise ContractError("contract_broken", f"{name}: {place}: {first['msg']}") from error
    if broken := broken_promises(notice):
        raise ContractError("contract_broken", f"{name}: {broken[0]}")
    return notice


def schema(form: str = FORMAT) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a format. Raises `ContractError` (`unknown_format`) for an unknown one.

    >>> schema()["properties"]["format"]["const"]
    'gongwen.notice/1'
    """
    if form not in SCHEMA_FILES:
        raise ContractError("unknown_format", f"{form!r} is none of {', '.join(SCHEMA_FILES)}")
    made = MODELS[form].model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{form.replace('/', ':')}",
        **made,
    }


def schema_text(form: str = FORMAT) -> str:
    """The schema as it is published in `schemas/`."""
    return json.dumps(schema(form), ensure_ascii=False, indent=2) + "\n"
