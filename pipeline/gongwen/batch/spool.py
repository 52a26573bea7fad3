"""The pieces that wait for the end of a batch: one file per form, appended to as results arrive.

.gongwen/tables.pieces       where each chunk's piece stands is in the state
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import FileIO
from pathlib import Path


class Spool:
    """The files of all forms but `files`."""

    def __init__(self, folder: Path, ends: dict[str, int]) -> None:
        """`ends` says how much of each form's file is valid; a tail that belongs to no chunk is cut off."""
        self._paths = {form: folder / f"{form}.pieces" for form in ends}
        self._ends = dict(ends)
        self._streams: dict[str, FileIO] = {}
        for form, end in ends.items():
            self._paths[form].touch()
            self._streams[form] = stream = FileIO(self._paths[form], "r+")
            stream.truncate(end)

    def add(self, pieces: dict[str, bytes]) -> dict[str, tuple[int, int]]:
        """Append the pieces of a chunk; returns the place of each. Raises `OSError`."""
        return {form: self._append(form, piece) for form, piece in pieces.items()}

    def _append(self, form: str, piece: bytes) -> tuple[int, int]:
        start = at = self._ends[form]
        view = memoryview(piece)
        while view:
            self._streams[form].seek(at)
            written = self._streams[form].write(view)
            view, at = view[written:], at + written
        self._ends[form] = at
        return start, len(piece)

    def read(self, form: str, places: Iterable[tuple[int, int]]) -> Iterator[bytes]:
        """The pieces at these places, one after the other."""
        for start, length in places:
            self._streams[form].seek(start)
            yield self._streams[form].read(length)

    def close(self) -> None:
        """Leave the files for a later run."""
        while self._streams:
            self._streams.popitem()[1].close()


def remove(folder: Path, forms: Iterable[str]) -> None:
    """The files are complete; the pieces are no longer needed."""
    for form in forms:
        (folder / f"{form}.pieces").unlink(missing_ok=True)


def intact(folder: Path, form: str, end: int) -> bool:
    """Whether the spool of a form is there as far as the state says."""
    try:
        return (folder / f"{form}.pieces").stat().st_size >= end
    except OSError:
        return end == 0
