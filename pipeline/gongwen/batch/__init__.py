"""Batches: a hundred notices or ten million, with nothing lost.

    inputs -> items -> chunks -> workers -> results -> state -> sinks
    sources/           item.py   engines/   worker.py   state.py  sinks/

**An item** is one document to be read: a uri, a target below the output folder, and a path or bytes. The sources give
them lazily and in an order that depends on the inputs alone. What is broken on the way in (a damaged archive, a name
that climbs out of its folder) is an item as well, one that has failed already; so nothing is passed over in silence.

**A chunk** is a few items in a row. Where it ends is told by the items' own names, so one new file in a folder of
50,000 changes one chunk and not all that follow. A chunk is done whole or not at all.

**A worker** is a process that turns a chunk into a result: a line about each document and the bytes that each sink
wants. It is a pure function of the chunk and the settings, so the bytes are the same on any number of workers and on
either engine. Each document has a limit of time and of memory. A worker says which document it begins; the keeper on
the other end of the pipe ends it when it takes too long, and sees when it dies. The chunk is then given to a fresh
worker: a document that dies twice, or takes too long once, is named a failure and the rest of the chunk is done
without it. Pools that exist (concurrent.futures, loky) break as a whole when a process dies; pebble keeps going, but
its processes share one pipe and its lock, and a process killed with the lock in its hand holds up the others.

**The main process** alone writes. `json` files are written as results come; all other forms are collected in a spool
and put together in the inputs' order at the end. Every file gets a temporary name first and is renamed when whole.

**The state** is one SQLite file, `.gongwen/state.sqlite` in the output folder: each chunk that is done by the digest
of its documents (uri, bytes, options, version), each document with its SHA-256 and how it ended. It is locked while a
run is at work. The same command given again goes on where a run stopped, and the result is byte for byte that of a
run that never stopped. Failures whose reason lies outside of the bytes (unreadable, time, memory, death) are tried
again; others are not.
"""

from gongwen.batch.report import Summary, read_summary
from gongwen.batch.run import Progress, convert
from gongwen.batch.settings import Settings
from gongwen.batch.sources import STDIN, Choice, Sources

__all__ = ["STDIN", "Choice", "Progress", "Settings", "Sources", "Summary", "convert", "read_summary"]
