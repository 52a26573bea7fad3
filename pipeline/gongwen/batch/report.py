"""The results of a batch: `summary.json`, `errors.jsonl`, and the same again for `gongwen report DIR`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from gongwen.errors import ContractError

ERRORS = "errors.jsonl"
SUMMARY = "summary.json"
FORMAT = "gongwen.summary/1"
MOST_FREQUENT = 10


@dataclass(frozen=True, slots=True)
class Summary:
    """The end of a run."""

    documents: int
    """How many are done, including those of earlier runs that count here."""
    converted: int
    failed: int
    failures: dict[str, int]
    """By code, the most frequent first."""
    kinds: dict[str, int]
    """文种 of the notices, the most frequent first; an empty string if it is unknown."""
    diagnostics: dict[str, int]
    """The ten most frequent."""
    passed_over: dict[str, int] = field(default_factory=dict)
    """Files whose names are not those of documents, by extension."""
    kept: int = 0
    """Documents that earlier runs had done."""
    seconds: float = 0.0
    """Of this run."""
    rate: float = 0.0
    """Documents done in this run by the second."""
    outputs: list[str] = field(default_factory=list)
    """Files besides the notices' own, by their names below the output folder."""
    stopped: bool = False
    """The run was asked to stop; the same command continues it."""


def most_frequent(counts: dict[str, int], most: int | None = None) -> dict[str, int]:
    """Counts in descending order, equal ones by name."""
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:most])


def summary_of(
    counts: tuple[int, dict[str, int], dict[str, int], Counter[str]],
    passed_over: dict[str, int],
    done: int,
    seconds: float,
    outputs: Iterable[str],
    stopped: bool,
) -> Summary:
    """The summary from the state's counts and this run's own; `done` is how many documents this run did itself."""
    documents, failures, kinds, diagnostics = counts
    failed = sum(failures.values())
    return Summary(
        documents,
        documents - failed,
        failed,
        most_frequent(failures),
        most_frequent(kinds),
        most_frequent(diagnostics, MOST_FREQUENT),
        most_frequent(passed_over),
        documents - done,
        round(seconds, 3),
        round(done / seconds, 1) if seconds else 0.0,
        list(outputs),
        stopped,
    )


def write_errors(folder: Path, failures: Iterable[tuple[str, str, str]]) -> Path | None:
    """Write `errors.jsonl`, a line for each failure; no file where there is none. Raises `OSError`."""
    target = folder / ERRORS
    wrote = False
    with target.open("w", encoding="utf-8", newline="\n") as stream:
        for uri, code, reason in failures:
            line = {"uri": uri, "code": code, "reason": reason}
            stream.write(json.dumps(line, ensure_ascii=False) + "\n")
            wrote = True
    return target if wrote else None


def summary_text(summary: Summary) -> str:
    """What `summary.json` holds."""
    return json.dumps({"format": FORMAT, **asdict(summary)}, ensure_ascii=False, indent=1) + "\n"


def read_summary(output: Path) -> Summary:
    """The summary of the last run in a folder. Raises `ContractError` (`summary_missing`) where there is none."""
    try:
        stored: dict[str, Any] = json.loads((output / SUMMARY).read_text(encoding="utf-8"))
        stored.pop("format")
        return Summary(**stored)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ContractError(
            "summary_missing", f"{output}: no batch ended here that {SUMMARY} tells of"
        ) from error


def is_summary(path: Path) -> bool:
    """Whether a JSON file in an output folder is the summary of a batch, not a notice."""
    if path.name != SUMMARY:
        return False
    try:
        return FORMAT in path.read_text(encoding="utf-8")[:80]
    except (OSError, UnicodeDecodeError):
        return False
