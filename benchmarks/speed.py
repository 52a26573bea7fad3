"""How fast `gongwen` is beside its peers: `python -m benchmarks.speed [--pages DIR] [--notice FILE]`.

Prints ratios, each with its target beside it, and never fails for one: a ratio is for a reader to judge.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import gongwen
from benchmarks import peers
from benchmarks.notices import SIZES, rectification
from benchmarks.pages import page
from benchmarks.table import Row, milliseconds, table, times, yes
from benchmarks.timing import Turn, pin_to_one_core, take_turns

SAMPLES = Path("samples")
IMPORTS = 9
"""Fresh interpreters that an import is timed in."""
WRITTEN = 20
"""Pages that are written where there are no samples."""
IMPORT = """
import json, sys, time
start = time.perf_counter()
import {module}
print(json.dumps([time.perf_counter() - start, "jieba" in sys.modules]))
"""
PARSE = """
import sys, gongwen
gongwen.parse(sys.stdin.buffer.read()).to_json()
print("jieba" in sys.modules)
"""


def to_json(raw: bytes) -> str:
    """gongwen from the bytes of a source to the JSON of its notice."""
    return gongwen.parse(raw).to_json()


def outcome(work: Callable[[bytes], Any], raw: bytes) -> Any:
    """What the work gives, `None` for a page it refuses: a folder may hold pages without any text."""
    try:
        return work(raw)
    except Exception:
        return None


def beside_trafilatura(folder: Path, rounds: int) -> Iterator[Row]:
    """A folder of pages: gongwen's whole JSON beside trafilatura's text."""
    raws = [path.read_bytes() for path in sorted(folder.rglob("*.htm*"))]
    where = str(folder)
    if not raws:
        raws = [page(rectification(seed=seed)) for seed in range(WRITTEN)]
        where = "written for this run"
    works = {"gongwen": to_json, "trafilatura": peers.trafilatura_text}
    given = {name: sum(outcome(work, raw) is not None for raw in raws) for name, work in works.items()}
    taken = take_turns(
        [{name: partial(outcome, work, raw) for name, work in works.items()} for raw in raws], rounds
    )
    yield Row(
        f"trafilatura / gongwen, pages: {len(raws)} ({where})",
        times(taken["trafilatura"] / taken["gongwen"]),
        ">= 2.9",
        ", ".join(f"{name} {milliseconds(taken[name])}, a result for {given[name]}" for name in works),
    )


def beside_the_chain(notice: Path | None, rounds: int) -> Iterator[Row]:
    """One page made of a notice: gongwen beside GNE + doc23 + jionlp, and each step of these."""
    notice = notice or next(iter(sorted(SAMPLES.glob("*.txt"))), None)
    raw = one_page(notice)
    article = peers.article_of(raw)
    text, published = article["content"], article["publish_time"]
    steps: Turn = {
        "gongwen": partial(to_json, raw),
        "chain": partial(peers.chain, raw),
        "GNE": partial(peers.article_of, raw),
        "doc23": partial(peers.tree_of, text),
        "jionlp dates": partial(peers.dates_of, text, published),
        "jionlp money": partial(peers.money_of, text),
    }
    taken = take_turns([steps], rounds)
    yield Row(
        f"chain / gongwen, one page of {len(text)} characters ({notice or 'written for this run'})",
        times(taken["chain"] / taken["gongwen"]),
        ">= 20",
        ", ".join(f"{name} {milliseconds(time)}" for name, time in taken.items()),
    )


def one_page(notice: Path | None) -> bytes:
    """A page as it is, a text in a page of ours, a page of ours where there is no file."""
    if notice is None:
        return page(rectification())
    if notice.suffix.lower() in (".html", ".htm"):
        return notice.read_bytes()
    return page(peers.decode(notice.read_bytes()))


def growth(rounds: int) -> Iterator[Row]:
    """A notice that is ten and a hundred times as long should take ten and a hundred times as long."""
    raws = {name: page(rectification(size)) for name, size in SIZES.items()}
    taken = take_turns([{name: partial(to_json, raw) for name, raw in raws.items()}], rounds)
    for name, target in (("x10", "<= 12"), ("x100", "<= 130")):
        yield Row(
            f"{name} / x1, a notice {name[1:]} times as long",
            times(taken[name] / taken["x1"]),
            target,
            f"x1 {milliseconds(taken['x1'])}, {name} {milliseconds(taken[name])}",
        )


def imports() -> Iterator[Row]:
    """`import gongwen` in a fresh interpreter, beside trafilatura's, turn by turn; and jieba stays out."""
    runs = [[_import(module) for module in ("gongwen", "trafilatura")] for _ in range(IMPORTS)]
    ours, theirs = (median(run[place][0] for run in runs) for place in (0, 1))
    yield Row(
        "import trafilatura / import gongwen",
        times(theirs / ours),
        ">= 1",
        f"gongwen {milliseconds(ours)}, trafilatura {milliseconds(theirs)}, median of {IMPORTS} interpreters",
    )
    yield Row("jieba is loaded by import gongwen", yes(any(run[0][1] for run in runs)), "no")
    printed = _python(PARSE, page(rectification()))
    yield Row("jieba is loaded by parsing a page", yes(printed == "True"), "no")


def _import(module: str) -> list[Any]:
    seen: list[Any] = json.loads(_python(IMPORT.format(module=module)))
    return seen


def _python(code: str, given: bytes = b"") -> str:
    done = subprocess.run([sys.executable, "-c", code], input=given, capture_output=True, check=True)
    return done.stdout.decode().strip()


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        "benchmarks.speed", description=__doc__.splitlines()[0] if __doc__ else None
    )
    parser.add_argument(
        "--pages", type=Path, default=SAMPLES, help="a folder of .html pages, searched through (samples)"
    )
    parser.add_argument("--notice", type=Path, help="a notice, .txt or .html (the first text of samples)")
    parser.add_argument(
        "--rounds", type=int, default=9, help="rounds of a measurement, of which the median counts (9)"
    )
    chosen = parser.parse_args(arguments)
    print(pin_to_one_core(), "-", f"median of {chosen.rounds} rounds", flush=True)
    rows: list[Row] = []
    for measurement in (
        beside_trafilatura(chosen.pages, chosen.rounds),
        beside_the_chain(chosen.notice, chosen.rounds),
        growth(chosen.rounds),
        imports(),
    ):
        rows += measurement
    print(table(rows))


if __name__ == "__main__":
    main()
