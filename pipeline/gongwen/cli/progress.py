"""What a batch prints: a bar on a terminal, a plain line every few seconds elsewhere, the summary at its end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TextIO

from gongwen.batch import Progress, Summary
from gongwen.cli.inert import inert

EVERY_SECONDS = 5.0
QUIET_SECONDS = 2.0
"""A shorter run needs no bar."""


@contextmanager
def progress(total: int | None) -> Iterator[Callable[[Progress], None]]:
    """Report the progress of a batch on standard error: done, failed, rate, and with a known `total` the time left."""
    if sys.stderr.isatty():
        with _bar(total) as on_progress:
            yield on_progress
    else:
        yield _lines(total)


def _lines(total: int | None) -> Callable[[Progress], None]:
    began = last = monotonic()

    def on_progress(now: Progress) -> None:
        nonlocal last
        if monotonic() - last >= EVERY_SECONDS:
            last = monotonic()
            of = f" of {total}" if total else ""
            print(f"gongwen: {now.done}{of} done, {now.failed} failed, {_rate(now, began)}", file=sys.stderr)

    return on_progress


@contextmanager
def _bar(total: int | None) -> Iterator[Callable[[Progress], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
    began = monotonic()
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, visible=False)

        def on_progress(now: Progress) -> None:
            of = f"/{total}" if total else ""
            text = f"{now.done}{of} done, {now.failed} failed, {_rate(now, began)}"
            visible = monotonic() - began > QUIET_SECONDS
            bar.update(task, completed=now.done, description=text, visible=visible)

        yield on_progress


def _rate(now: Progress, began: float) -> str:
    seconds = monotonic() - began
    return f"{(now.done - now.kept) / seconds:.0f}/s" if seconds else ""


def tell_summary(summary: Summary, output: Path, stream: TextIO | None = None) -> None:
    """Print how a batch ended, by default on standard output."""
    for line in summary_lines(summary, output):
        print(inert(line), file=stream or sys.stdout)


def summary_lines(summary: Summary, output: Path) -> Iterator[str]:
    """The summary, one fact per line; empty ones are left out."""
    yield f"{summary.converted} of {summary.documents} converted into {output}"
    if not summary.documents and not summary.stopped:
        yield "  no document was found; --include takes names of any ending"
    if summary.kept:
        yield f"  {summary.kept} of them by earlier runs"
    for code, count in summary.failures.items():
        yield f"  {count} failed: {code}"
    if summary.failed:
        yield f"  see {output / 'errors.jsonl'}"
    if summary.documents > 1:
        yield from _listed("kinds", {kind or "(none)": count for kind, count in summary.kinds.items()})
        yield from _listed("diagnostics", summary.diagnostics)
    yield from _listed(
        "passed over", {ending or "(no ending)": n for ending, n in summary.passed_over.items()}
    )
    if summary.outputs:
        yield f"  files: {', '.join(summary.outputs)}"
    if summary.rate and summary.documents > 1:
        yield f"  {summary.rate:g} documents/s in {summary.seconds:.1f} s"
    if summary.stopped:
        yield "stopped before the end; the same command goes on from here"


def _listed(name: str, counts: dict[str, int]) -> Iterator[str]:
    if counts:
        yield f"  {name}: " + ", ".join(f"{one} {count}" for one, count in counts.items())
