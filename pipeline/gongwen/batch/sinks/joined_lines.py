"""`--to jsonl | jsonl.gz | jsonl.zst`: the pieces one after the other.

Members of gzip and frames of Zstandard may follow each other in a file; every reader of the format goes on.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from gongwen.files import replacing


def plain(pieces: Iterable[bytes], folder: Path) -> list[Path]:
    """Write `notices.jsonl`."""
    return _joined(pieces, folder / "notices.jsonl")


def gzipped(pieces: Iterable[bytes], folder: Path) -> list[Path]:
    """Write `notices.jsonl.gz`."""
    return _joined(pieces, folder / "notices.jsonl.gz")


def zstandard(pieces: Iterable[bytes], folder: Path) -> list[Path]:
    """Write `notices.jsonl.zst`."""
    return _joined(pieces, folder / "notices.jsonl.zst")


def _joined(pieces: Iterable[bytes], target: Path) -> list[Path]:
    with replacing(target) as partial, partial.open("wb") as stream:
        stream.writelines(pieces)
    return [target]
