"""What bad input does: `python -m benchmarks.robustness [--only NAME ...] [--parser gongwen]`.

Each input of `benchmarks.bad_inputs.BAD` has a process of its own, with a limit on its time and its memory:
one that hangs or dies takes nothing with it. Prints the outcome, the seconds and the peak of memory of each:

    notice            a result
    refused CODE      a `GongwenError`: the source is no document, and the caller is told so
    raised NAME       any other exception
    out of memory, timeout, died SIGNAL
"""

from __future__ import annotations

import argparse
import importlib
import json
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.bad_inputs import BAD

MIB = 1024 * 1024
PARSERS = {
    "gongwen": ("gongwen", "parse"),
    "trafilatura": ("benchmarks.peers", "trafilatura_text"),
    "chain": ("benchmarks.peers", "chain"),
}


def observe(name: str, parser: str, memory: int) -> dict[str, Any]:
    """In the process of its own: outcome, seconds and peak MiB of one input; imports are not timed."""
    module, function = PARSERS[parser]
    work: Callable[[Any], Any] = getattr(importlib.import_module(module), function)
    raw = BAD[name]()
    resource.setrlimit(resource.RLIMIT_AS, (memory * MIB, memory * MIB))
    _forget_peak()
    start = time.perf_counter()
    try:
        outcome = _told(work(raw))
    except MemoryError:
        outcome = "out of memory"
    except Exception as error:
        code = getattr(error, "code", None) if parser == "gongwen" else None
        outcome = f"refused {code}" if code else f"raised {type(error).__name__}"
    return {"outcome": outcome, "seconds": time.perf_counter() - start, "peak": _peak()}


def _told(result: Any) -> str:
    if result is None:
        return "nothing"
    if hasattr(result, "to_json"):
        result.to_json().encode()
        return f"notice, {len(result.diagnostics)} diagnostics"
    return "notice"


def _forget_peak() -> None:
    """Making the input took memory too; Linux can begin to count anew."""
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        return


def _peak() -> float:
    """The peak of this process in MiB: the system's own mark where it keeps one."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MIB


def run(name: str, parser: str, memory: int, limit: float) -> dict[str, Any]:
    """One input in a process of its own, whatever becomes of it."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.robustness",
        "--parser",
        parser,
        "--memory",
        str(memory),
        "--inside",
        name,
    ]
    start = time.perf_counter()
    try:
        done = subprocess.run(command, capture_output=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return {"outcome": "timeout", "seconds": limit, "peak": None}
    if done.returncode == 0:
        seen: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return seen
    if done.returncode < 0:
        fate = f"died {signal.Signals(-done.returncode).name}"
    else:
        fate = "failed: " + (done.stderr.decode(errors="replace").strip().splitlines() or ["?"])[-1]
    return {"outcome": fate, "seconds": time.perf_counter() - start, "peak": None}


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        "benchmarks.robustness", description=__doc__.splitlines()[0] if __doc__ else None
    )
    parser.add_argument(
        "--only", nargs="+", choices=BAD, default=list(BAD), metavar="NAME", help=", ".join(BAD)
    )
    parser.add_argument("--parser", choices=PARSERS, default="gongwen", help="gongwen or one of its peers")
    parser.add_argument(
        "--seconds", type=float, default=60.0, help="of wall clock for an input, its making included (60)"
    )
    parser.add_argument("--memory", type=int, default=2048, help="MiB of address space of a process (2048)")
    parser.add_argument("--inside", choices=BAD, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.inside:
        print(json.dumps(observe(chosen.inside, chosen.parser, chosen.memory)))
        return
    print(f"{chosen.parser}, at most {chosen.seconds:g} s and {chosen.memory} MiB each")
    print(f"{'input':18} {'seconds':>8} {'peak MiB':>9}  outcome")
    for name in chosen.only:
        seen = run(name, chosen.parser, chosen.memory, chosen.seconds)
        peak = "" if seen["peak"] is None else f"{seen['peak']:.0f}"
        print(f"{name:18} {seen['seconds']:8.2f} {peak:>9}  {seen['outcome']}", flush=True)


if __name__ == "__main__":
    main()
