"""Rooms, patterns, word lists and names stay such that one finds one's way."""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import gongwen

PACKAGE = Path(gongwen.__file__).parent
SOURCES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}
MOST_FILES = 12
"""Files of the fullest room, without its `__init__`."""
MOST_CHARACTERS = 100
"""Of a pattern on one line; a longer one is verbose, or built from a table whose rows carry examples."""
RUN = 6
"""So many words in a row, the same in two literals, are one word list written twice."""
HAN_WORD = re.compile("[一-鿿]{2,}")

ODD_NAMES = ("told", "doubts", "doubt", "LONGEST")
"""Names that say too little: on_progress, diagnostics, LONGEST_TITLE are plain."""


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def literal(node: ast.expr) -> str:
    """The characters that a string expression prints, without what it puts in from elsewhere."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(literal(value) for value in node.values)
    if isinstance(node, ast.BinOp):
        return literal(node.left) + literal(node.right)
    return ""


def long_patterns(path: Path) -> int:
    calls = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    return sum(
        isinstance(call.func, ast.Attribute)
        and call.func.attr == "compile"
        and bool(call.args)
        and len(literal(call.args[0])) > MOST_CHARACTERS
        and not re.search(r"attr='(?:VERBOSE|X)'", ast.dump(call))
        for call in calls
    )


def word_runs(path: Path) -> Iterator[tuple[frozenset[str], int]]:
    """Every run of Chinese words in the literals of a file, without its docstrings, with the line."""
    docstrings = {id(node.value) for node in ast.walk(tree(path)) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            words = HAN_WORD.findall(node.value)
            for at in range(len(words) - RUN + 1):
                run = frozenset(words[at : at + RUN])
                if len(run) == RUN:
                    yield run, node.lineno


def identifiers(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name


def test_no_room_is_too_full() -> None:
    rooms = Counter(path.parent for path in SOURCES.values() if path.name != "__init__.py")
    assert not {room.name: count for room, count in rooms.items() if count > MOST_FILES and room != PACKAGE}


def test_long_patterns_are_laid_out() -> None:
    """Lay it out with `re.VERBOSE`, an alternative a line and an example beside each, or build it from a table."""
    assert not [name for name, path in SOURCES.items() if long_patterns(path)]


def test_a_word_list_stands_once() -> None:
    """Import the list where it stands, or give it a place that both can import."""
    places: dict[frozenset[str], set[tuple[str, int]]] = defaultdict(set)
    for name, path in SOURCES.items():
        for run, line in word_runs(path):
            places[run].add((name, line))
    assert not {tuple(sorted(where)) for where in places.values() if len(where) > 1}


def test_names_are_plain() -> None:
    names = {name for path in SOURCES.values() for name in identifiers(path)}
    assert not names.intersection(ODD_NAMES)
    assert not [name for name in names if name.startswith("portable_")]
