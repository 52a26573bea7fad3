"""How batches scale, and beside datatrove and Ray: `python -m benchmarks.batch [--documents 20000] [--rounds 1]`.

Writes a generated crawl into a temporary folder and converts it to JSON lines, every time from nothing. Prints
documents per second and ratios, and never fails for one: a ratio is for a reader to judge.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.crawl import crawl
from benchmarks.table import Row, table, times
from gongwen.batch import Choice, Progress, Settings, Sources, convert

FIRST = 2_000
"""Memory is looked at after so many documents, and at the end."""
SHARDS = 20
TO = ("jsonl",)
SIDES = "one two rows datatrove ray".split()
"""First words of their names."""


def write_folder(folder: Path, count: int) -> None:
    """The crawl as files."""
    for name, raw in crawl(count):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)


def write_rows(folder: Path, pages: Path) -> None:
    """The same documents as rows, the form that both sides read: datatrove has no reader of single files."""
    folder.mkdir()
    items = iter(Sources([str(pages)]))
    per_shard = -(-sum(1 for _ in Sources([str(pages)])) // SHARDS)
    for shard in range(SHARDS):
        with (folder / f"{shard:03d}.jsonl").open("w", encoding="utf-8") as stream:
            for item in islice(items, per_shard):
                raw = Path(item.path or "").read_bytes()
                row = {"html": raw.decode("utf-8", "replace"), "id": item.uri}
                stream.write(json.dumps(row, ensure_ascii=False) + "\n")


def resident() -> int:
    """Bytes that this process and those that it started hold in memory."""
    page, total = os.sysconf("SC_PAGE_SIZE"), 0
    for entry in Path("/proc").iterdir():
        try:
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            if os.getpid() in (parent, int(entry.name)):
                total += int((entry / "statm").read_text().split()[1]) * page
        except (OSError, ValueError):
            continue
    return total


class Memory:
    """What a run held after its first documents and at its end."""

    def __init__(self, count: int) -> None:
        self.first = self.last = 0
        self._stopped = False
        self._after, self._count, self._seen = min(FIRST, count // 5), count, 0

    def stop(self) -> None:
        """Look no more."""
        self._stopped = True

    def __call__(self, now: Progress) -> None:
        if self._stopped:
            return
        if not self.first and now.done >= self._after:
            self.first = resident()
        if now.done - self._seen > self._count // 50 or now.done == self._count:
            self._seen, self.last = now.done, resident()


def gongwen_seconds(
    source: Path, output: Path, settings: Settings, told: Callable[[Progress], None] | None = None
) -> float:
    """One batch from nothing; one that was stopped, or that failed at anything, is no measurement."""
    shutil.rmtree(output, ignore_errors=True)
    start = perf_counter()
    summary = convert([str(source)], output, settings, Choice(column="html"), told=told)
    seconds = perf_counter() - start
    if summary.stopped or summary.failed:
        raise SystemExit(f"a run was stopped or failed ({summary.failed} failed): nothing is measured")
    return seconds


def datatrove_seconds(rows: Path, output: Path, workers: int) -> float:
    """datatrove's local executor around the same parse: rows in, lines of JSON out."""
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter
    from loguru import logger

    from gongwen.batch.datatrove_step import Notices, notice_alone

    logger.remove()
    shutil.rmtree(output, ignore_errors=True)
    pipeline: list[Any] = [
        JsonlReader(str(rows), text_key="html"),
        Notices(),
        JsonlWriter(str(output / "notices"), compression=None, adapter=notice_alone),
    ]
    executor = LocalPipelineExecutor(
        pipeline, tasks=SHARDS, workers=workers, logging_dir=str(output / "logs")
    )
    with silence():
        start = perf_counter()
        executor.run()
        return perf_counter() - start


def ray_seconds(source: Path, output: Path) -> float:
    """The same batch on a Ray that is there already: to start one takes it several seconds."""
    import ray

    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    ray.init(address="local", num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="error")
    try:
        return gongwen_seconds(source, output, Settings(to=TO, jobs=2, engine="ray"))
    finally:
        ray.shutdown()


@contextmanager
def silence() -> Iterator[None]:
    """Standard error is shut, for the processes that are started as well: each task of datatrove tells its story."""
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def measure(count: int, rounds: int, only: list[str]) -> list[Row]:
    """Every side in turn, each round; the median of the rounds."""
    with tempfile.TemporaryDirectory(prefix="gongwen-batch-") as temporary:
        root = Path(temporary)
        write_folder(root / "pages", count)
        write_rows(root / "rows", root / "pages")
        memory = Memory(count)
        sides: dict[str, Callable[[], float]] = {
            "one worker": partial(gongwen_seconds, root / "pages", root / "out", Settings(to=TO, jobs=1)),
            "two workers": partial(
                gongwen_seconds, root / "pages", root / "out", Settings(to=TO, jobs=2), memory
            ),
            "rows, two workers": partial(
                gongwen_seconds, root / "rows", root / "out", Settings(to=TO, jobs=2)
            ),
            "datatrove, two workers": partial(datatrove_seconds, root / "rows", root / "out", 2),
            "ray, two workers": partial(ray_seconds, root / "pages", root / "out"),
        }
        taken: dict[str, list[float]] = {
            name: [] for name in sides if not only or re.split(r"\W", name)[0] in only
        }
        for _ in range(rounds):
            for name in taken:
                taken[name].append(sides[name]())
            memory.stop()  # from here on the process holds what Ray and datatrove loaded
    rates = {name: count / median(seconds) for name, seconds in taken.items()}
    for name, rate in rates.items():
        print(f"{name}: {rate:.1f} documents/s ({', '.join(f'{seconds:.1f} s' for seconds in taken[name])})")
    return compared(rates, memory)


def compared(rates: dict[str, float], memory: Memory) -> list[Row]:
    """The rows of the table."""
    wanted = (
        ("two workers", "one worker", "at least 1.8"),
        ("rows, two workers", "datatrove, two workers", "at least 1.5"),
        ("ray, two workers", "two workers", "at least 0.75"),
    )
    rows = [
        Row(f"{one} / {other}", times(rates[one] / rates[other]), target)
        for one, other, target in wanted
        if one in rates and other in rates
    ]
    if memory.first:
        rows.append(
            Row("memory at the end / after the first", times(memory.last / memory.first), "at most 1.1")
        )
        print(
            f"memory: {memory.first / 2**20:.0f} MiB after the first, {memory.last / 2**20:.0f} MiB at the end"
        )
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument(
        "--only", nargs="*", default=[], choices=SIDES, help="the sides to measure, all if none is named"
    )
    arguments = parser.parse_args()
    print(table(measure(arguments.documents, arguments.rounds, arguments.only)))


if __name__ == "__main__":
    main()
