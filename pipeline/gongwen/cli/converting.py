"""What `convert` does besides batches into a folder: data on standard output, a list of what would be done.

gongwen convert pages.zip --to jsonl -o - | jq .metadata.title.value        gongwen convert crawl --dry-run --limit 20
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from gongwen.batch import Choice, Progress, Settings, Sources, Summary, convert
from gongwen.cli.inert import inert
from gongwen.errors import OptionError

STANDARD_OUTPUT = "-"
STREAMS = {"jsonl": "notices.jsonl", "jsonl.gz": "notices.jsonl.gz", "jsonl.zst": "notices.jsonl.zst"}
"""The forms that are one stream, and the file that each is."""
ADDRESS = re.compile(r"([a-z][a-z0-9+.-]+):/*", re.IGNORECASE)
"""s3://bucket/notices, and s3:/bucket as a path has it; a drive is one letter."""


def checked_output(output: Path, names: Sequence[str] | None) -> tuple[str, ...]:
    """The forms to write. Raises `OptionError`: `wrong_output` for an address, or a form that is not a stream."""
    if found := ADDRESS.match(str(output)):
        raise OptionError(
            "wrong_output", f"{output}: results are written into a folder of this machine, not to {found[1]}:"
        )
    to_stream = str(output) == STANDARD_OUTPUT
    forms = tuple(name for one in names or ["jsonl" if to_stream else "json"] for name in one.split(","))
    if to_stream and not (len(forms) == 1 and forms[0] in STREAMS):
        raise OptionError(
            "wrong_output", f"standard output takes one of {', '.join(STREAMS)}: add --to jsonl"
        )
    return forms


def convert_to_output(
    inputs: Sequence[str], settings: Settings, choice: Choice, on_progress: Callable[[Progress], None]
) -> Summary:
    """The lines of JSON on standard output, once complete; a line on standard error for each failure."""
    with tempfile.TemporaryDirectory(prefix="gongwen-") as folder:
        summary = convert(inputs, folder, settings, choice, on_progress=on_progress)
        made = Path(folder, STREAMS[settings.to[0]])
        if made.exists():
            with made.open("rb") as stream:
                sys.stdout.flush()
                shutil.copyfileobj(stream, sys.stdout.buffer)
                sys.stdout.buffer.flush()
        failures = Path(folder, "errors.jsonl")
        for line in failures.read_text("utf-8").splitlines() if failures.exists() else ():
            failure = json.loads(line)
            said = (
                failure["reason"]
                if failure["uri"] in failure["reason"]
                else f"{failure['uri']}: {failure['reason']}"
            )
            print(inert(f"gongwen: {said} [{failure['code']}]"), file=sys.stderr)
    return replace(summary, outputs=[])


def print_plan(inputs: Sequence[str], choice: Choice, output: Path) -> int:
    """A line for each document, with where its result would go; how many there are that can be read."""
    count = 0
    for item in Sources(inputs, choice):
        count += item.trouble is None
        place = item.trouble[0] if item.trouble else f"{(output / item.target).as_posix()}.json"
        print(inert(f"{item.uri}  ->  {place}"))
    return count
