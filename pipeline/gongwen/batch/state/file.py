"""The file of a batch's state, `.gongwen/state.sqlite`: its tables, its version, its lock.

meta        settings of the work, number of runs, what the last finished one has written
chunks      a row for each chunk that is done, found by the digest of its documents
documents   a row for each of its documents: SHA-256 of the bytes, how it ended
pieces      where in the spool its pieces are
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from gongwen.errors import GongwenError

FOLDER = ".gongwen"
FILE = "state.sqlite"
VERSION = 1
"""Of the tables below; a state of another version is forgotten."""
OF_CHUNKS = ("pieces", "documents", "chunks")
"""Tables whose rows belong to a chunk; a chunk's own row is the last to go."""
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
"""


def opened(folder: Path) -> sqlite3.Connection:
    """The file in its folder, locked until it is closed; tables of another version are made anew.

    Raises `GongwenError`: `batch_at_work` where another run has it, `output_unwritable`, `state_damaged`, and `OSError`
    where the folder can't be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(folder / FILE, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        database.execute("PRAGMA locking_mode=EXCLUSIVE")
        _prepare(database)
        database.execute("PRAGMA synchronous=NORMAL")
    except sqlite3.DatabaseError as error:
        database.close()
        raise _trouble(error, folder) from error
    return database


def _prepare(database: sqlite3.Connection) -> None:
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("BEGIN EXCLUSIVE")
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version != VERSION:
        for table in (*OF_CHUNKS, "meta"):
            database.execute(f"DROP TABLE IF EXISTS {table}")
        database.execute(f"PRAGMA user_version = {VERSION}")
    database.executescript(SCHEMA)  # it commits; the lock stays


def _trouble(error: sqlite3.DatabaseError, folder: Path) -> GongwenError:
    if "locked" in str(error):
        return GongwenError(
            "batch_at_work", f"{folder.parent}: another run is at work in this folder; wait for its end"
        )
    if isinstance(error, sqlite3.OperationalError):
        return GongwenError("output_unwritable", f"{folder / FILE}: {error}")
    return GongwenError("state_damaged", f"{folder / FILE}: {error}; delete {folder} to start anew")
