"""Runs every row of every table in this folder.

`dates.md` is run by `observe` in `dates.py` beside it: `observe(input)` says what gongwen makes of the input. An
expected cell is JSON where it reads as JSON, a plain string else; an object or a list of objects need only name the
keys that matter.
"""

import importlib.util
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent


def rows(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.replace("\\|", "\0").split("|")
        if len(cells) < 4 or set(cells[1].strip()) <= set("-: ") or cells[1].strip() == "input":
            continue
        given, expected = (
            cell.strip().replace("\0", "|").replace("⏎", "\n").strip("`") for cell in cells[1:3]
        )
        yield given, expected


def observer(path: Path) -> Callable[[str], Any]:
    spec = importlib.util.spec_from_file_location(f"spec_{path.stem}", path.with_suffix(".py"))
    assert spec is not None, f"{path.name} has no adapter {path.stem}.py beside it"
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    observe: Callable[[str], Any] = module.observe
    return observe


def holds(expected: Any, got: Any) -> bool:
    """Equal, where an object need only have the keys that are named."""
    if isinstance(expected, dict) and isinstance(got, dict):
        return all(key in got and holds(value, got[key]) for key, value in expected.items())
    if isinstance(expected, list) and isinstance(got, list):
        return len(expected) == len(got) and all(map(holds, expected, got))
    return bool(expected == got)


def read(cell: str) -> Any:
    try:
        return json.loads(cell)
    except json.JSONDecodeError:
        return cell


SPECS = sorted(path for path in HERE.glob("*.md") if path.stem != "README")
CASES = [(path, given, expected) for path in SPECS for given, expected in rows(path)]


@pytest.mark.parametrize(
    ("path", "given", "expected"), CASES, ids=[f"{path.stem}:{given[:40]}" for path, given, _ in CASES]
)
def test_row(path: Path, given: str, expected: str) -> None:
    got = observer(path)(given)
    assert holds(read(expected), got), f"{given!r}: want {expected}, got {got!r}"


@pytest.mark.parametrize("path", SPECS, ids=[path.stem for path in SPECS])
def test_no_table_is_empty(path: Path) -> None:
    assert list(rows(path))
