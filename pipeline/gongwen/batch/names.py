"""Names of files below the output folder: legal everywhere, never outside it, no two alike.

../../etc/passwd      etc/passwd
a.html, a.txt         a, a-2
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterable

FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\\ud800-\udfff]')
DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
LONGEST_NAME = 180
"""In bytes of UTF-8; file systems take 255, and endings are added."""
RESERVED = ("summary",)
"""The output folder has a `summary.json` of its own."""
OUTPUTS = frozenset(
    "notices.jsonl notices.jsonl.gz notices.jsonl.zst notices.duckdb notices.xlsx errors.jsonl .gongwen".split()
)
"""Files in the output folder whose names no folder may have."""


def safe(parts: Iterable[str]) -> str:
    """A relative path from arbitrary parts.

    >>> safe(["..", "2020", "a:b.", ""])
    '2020/a_b'
    """
    kept = [_part(part) for part in parts]
    kept = [part for part in kept if part]
    if len(kept) > 1 and kept[0].lower() in OUTPUTS:
        kept[0] = "_" + kept[0]
    return "/".join(
        [part + "_" if part.lower().endswith(".json") else part for part in kept[:-1]] + kept[-1:]
    )


def _part(part: str) -> str:
    part = FORBIDDEN.sub("_", part).strip(" ").rstrip(". ")
    if DEVICES.match(part):
        part = "_" + part
    encoded = part.encode("utf-8", "replace")
    if len(encoded) > LONGEST_NAME:
        digest = hashlib.sha256(encoded).hexdigest()[:12]
        part = f"{encoded[:LONGEST_NAME].decode('utf-8', 'ignore')}~{digest}"
    return part


class Names:
    """The names used so far in a run, in a temporary database so that millions need no memory."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._database.execute("PRAGMA journal_mode=OFF")
        self._database.execute("PRAGMA synchronous=OFF")
        self._database.execute(
            "CREATE TABLE given (name TEXT PRIMARY KEY, again INTEGER NOT NULL DEFAULT 1) WITHOUT ROWID"
        )
        self._database.execute("BEGIN")
        for name in RESERVED:
            self.claim(name)

    def claim(self, wanted: str) -> str:
        """The name itself, or the first of `name-2`, `name-3` ... that is free; names differ by more than case."""
        wanted = wanted or "document"
        name = wanted
        while not self._insert(name):
            (again,) = self._database.execute(
                "UPDATE given SET again = again + 1 WHERE name = ? RETURNING again", (wanted.casefold(),)
            ).fetchone()
            name = f"{wanted}-{again}"
        return name

    def _insert(self, name: str) -> bool:
        cursor = self._database.execute("INSERT OR IGNORE INTO given (name) VALUES (?)", (name.casefold(),))
        return cursor.rowcount == 1

    def close(self) -> None:
        """Forget all."""
        self._database.close()
