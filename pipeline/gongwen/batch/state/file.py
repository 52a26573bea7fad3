"""The file of a batch's state, `.gongwen/state.sqlite`: its tables, its version, its lock.

meta        settings of the work, number of runs, what the last finished one has written
chunks      a row for each chunk that is done, found by the digest of its documents
documents   a row for each of its documents: SHA-256 of the bytes, how it ended
pieces      where in the spool its pieces are
written     name, size and digest of every file that was ever written into the output folder
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from gongwen.batch.report import ERRORS, SUMMARY
from gongwen.errors import GongwenError

FOLDER = ".gongwen"
FILE = "state.sqlite"
VERSION = 2
"""Of the tables below; a state of an earlier version is forgotten, but for what it wrote."""
STORED = ".json"
OF_CHUNKS = ("pieces", "documents", "chunks")
"""Tables whose rows belong to a chunk; a chunk's own row is the last to go."""
TABLES = frozenset({*OF_CHUNKS, "meta", "written"})
ANY_SIZE = -1
"""Size of a file of which an earlier version kept the name alone."""
OF_EARLIER_VERSION = b""
"""Digest of a file of which an earlier version kept no digest."""
SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS chunks (
    chunk INTEGER PRIMARY KEY,
    names BLOB NOT NULL,
    sure BLOB NOT NULL UNIQUE,
    quick BLOB,
    number INTEGER NOT NULL,
    run INTEGER NOT NULL,
    again INTEGER NOT NULL,
    diagnostics TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS chunks_names ON chunks (names);
CREATE INDEX IF NOT EXISTS chunks_number ON chunks (number);
CREATE TABLE IF NOT EXISTS documents (
    chunk INTEGER NOT NULL,
    place INTEGER NOT NULL,
    uri TEXT NOT NULL,
    target TEXT NOT NULL,
    sha256 TEXT,
    bytes INTEGER,
    code TEXT,
    reason TEXT,
    kind TEXT,
    PRIMARY KEY (chunk, place)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS documents_code ON documents (code) WHERE code IS NOT NULL;
CREATE TABLE IF NOT EXISTS pieces (
    chunk INTEGER NOT NULL,
    form TEXT NOT NULL,
    start INTEGER NOT NULL,
    length INTEGER NOT NULL,
    PRIMARY KEY (chunk, form)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS written (
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (name, digest)
) WITHOUT ROWID;
"""


def opened(folder: Path) -> sqlite3.Connection:
    """The file in its folder, locked until it is closed; tables of another version are made anew.

    Raises `GongwenError`: `batch_at_work` where another run has it, `output_unwritable`, `state_damaged`, `state_newer`,
    `output_clash` where the folder is none of a batch, and `OSError` where it can't be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / FILE).exists() and any(folder.iterdir()):
        raise _foreign(folder)
    database = sqlite3.connect(folder / FILE, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        database.execute("PRAGMA locking_mode=EXCLUSIVE")
        _prepare(database, folder)
        database.execute("PRAGMA synchronous=NORMAL")
    except GongwenError:
        database.close()
        raise
    except sqlite3.DatabaseError as error:
        database.close()
        raise _trouble(error, folder) from error
    return database


def _prepare(database: sqlite3.Connection, folder: Path) -> None:
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables <= TABLES:
        raise _foreign(folder)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("BEGIN EXCLUSIVE")
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise GongwenError(
            "state_newer",
            f"{folder / FILE}: a newer gongwen wrote it; use that one, or another output folder",
        )
    earlier = list(_of_earlier_version(database)) if version != VERSION else []
    if version != VERSION:
        for table in (*OF_CHUNKS, "meta"):
            database.execute(f"DROP TABLE IF EXISTS {table}")
        database.execute(f"PRAGMA user_version = {VERSION}")
    database.executescript(SCHEMA)  # it commits; the lock stays
    database.executemany("INSERT OR IGNORE INTO written VALUES (?, ?, ?)", earlier)


def _of_earlier_version(database: sqlite3.Connection) -> Iterator[tuple[str, int, bytes]]:
    """What a state without the table `written` tells of the files that were."""
    with suppress(sqlite3.OperationalError, ValueError):
        for target, size in database.execute("SELECT target, bytes FROM documents WHERE bytes IS NOT NULL"):
            yield target + STORED, size, OF_EARLIER_VERSION
        finished = database.execute("SELECT value FROM meta WHERE name = 'finished'").fetchone()
        outputs = json.loads(finished[0]) if finished and finished[0] else []
        for name in (ERRORS, SUMMARY, *outputs):
            yield name, ANY_SIZE, OF_EARLIER_VERSION


def _foreign(folder: Path) -> GongwenError:
    return GongwenError(
        "output_clash",
        f"{folder}: it holds other things than the state of a batch; choose another output folder with -o",
    )


def _trouble(error: sqlite3.DatabaseError, folder: Path) -> GongwenError:
    if "locked" in str(error):
        return GongwenError(
            "batch_at_work", f"{folder.parent}: another run is at work in this folder; wait for its end"
        )
    if isinstance(error, sqlite3.OperationalError):
        return GongwenError("output_unwritable", f"{folder / FILE}: {error}")
    return GongwenError("state_damaged", f"{folder / FILE}: {error}; choose another output folder with -o")
