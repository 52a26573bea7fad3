"""What batches wrote into an output folder, known by content: nothing else is ever replaced or removed.

package.json that lies beside package.txt       output_clash, and it stays as it is

Every file is made in `.gongwen/unfinished`, its digest is kept, and only then is it moved to its place: a run that is
killed in between leaves no file that the next one does not know.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import stat
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b, file_digest
from pathlib import Path

from gongwen.batch.report import SUMMARY, is_summary
from gongwen.batch.state.file import ANY_SIZE, FOLDER, OF_EARLIER_VERSION, STORED
from gongwen.errors import GongwenError
from gongwen.files import place
from gongwen.rules.text.characters import representable

UNFINISHED = "unfinished"
STORED_FORMATS = re.compile(rb'\{\s*"format":\s*"gongwen\.(?:notice|summary)/')


class Written:
    """The files of an output folder that are a batch's own."""

    def __init__(self, output: Path, database: sqlite3.Connection) -> None:
        self._output, self._database = output, database
        self.unfinished = output / FOLDER / UNFINISHED
        """An empty folder for files that are being made."""
        shutil.rmtree(self.unfinished, ignore_errors=True)
        self.unfinished.mkdir()

    # -------------------------------------------------------------- what is ours

    def is_free(self, name: str) -> bool:
        """Whether nothing of the user's has this name, as far as names and sizes tell.

        Of a file that is shorter than it was, and may have been cut, and of a stored notice, which may be of a run whose
        state is lost, the content decides when they are to be replaced.
        """
        status = self._status(name)
        if status is None:
            return True
        if not stat.S_ISREG(status.st_mode):
            return False
        sizes = [size for size, _ in self._known(name)]
        return ANY_SIZE in sizes or status.st_size <= max(sizes, default=-1) or self._is_stored(name)

    def foreign(self) -> set[str]:
        """The JSON files below the output folder that are not a batch's own; names as `str.casefold` gives them."""
        found = set()
        for here, folders, files in os.walk(self._output):
            if Path(here) == self._output and FOLDER in folders:
                folders.remove(FOLDER)
            for file in files:
                if file.casefold().endswith(STORED):
                    name = os.path.relpath(os.path.join(here, file), self._output).replace(os.sep, "/")
                    if representable(name) == name and not self.is_free(name):
                        found.add(name.casefold())
        return found

    def clash(self, name: str) -> GongwenError:
        """The error for a file that stands where a result would go (`output_clash`)."""
        return GongwenError(
            "output_clash",
            f"{self._output / name}: it is not as `gongwen convert` wrote it and would be replaced; move it away, or choose another output folder with -o",
        )

    # -------------------------------------------------------------- writing and removing

    def put(self, files: Iterable[tuple[str, bytes | None]]) -> None:
        """Write small files, each whole or not at all; `None` removes what an earlier run wrote under that name.

        Raises `GongwenError` (`output_clash`) and `OSError`.
        """
        held = list(files)
        for name, data in held:
            if data is not None:
                self._refuse_foreign(name, data)
        self._keep((name, len(data), _hashed(data).digest()) for name, data in held if data is not None)
        made = f"{self.unfinished}/file"
        for name, data in held:
            if data is None:
                self.remove(name)
                continue
            with open(made, "wb", buffering=0) as stream:
                view = memoryview(data)
                while view:
                    view = view[stream.write(view) :]
            place(made, f"{self._output}/{name}")

    def move(self, made: Path) -> str:
        """Move a file from `unfinished` to the same place in the output folder; its name there.

        Raises `GongwenError` (`output_clash`) and `OSError`.
        """
        name = made.relative_to(self.unfinished).as_posix()
        self._refuse_foreign(name)
        self._keep([(name, made.stat().st_size, _digest(made))])
        place(made, self._output / name)
        return name

    def remove(self, name: str) -> None:
        """Remove a file, if it is a batch's own. Raises `OSError`."""
        if self._is_own(name):
            with suppress(FileNotFoundError):
                os.unlink(self._output / name)

    def _refuse_foreign(self, name: str, data: bytes | None = None) -> None:
        status = self._status(name)
        if status is None or self._is_own(name):
            return
        if data is not None and stat.S_ISREG(status.st_mode) and status.st_size <= len(data):
            found = (self._output / name).read_bytes()
            if found == data or (data.startswith(found) and self._known(name)):  # it was cut
                return
        raise self.clash(name)

    def _is_own(self, name: str) -> bool:
        status = self._status(name)
        if status is None or not stat.S_ISREG(status.st_mode):
            return False
        if name == SUMMARY and is_summary(self._output / name):
            return True
        digests = {digest for size, digest in self._known(name) if size in (status.st_size, ANY_SIZE)}
        return bool(digests) and (OF_EARLIER_VERSION in digests or _digest(self._output / name) in digests)

    def _is_stored(self, name: str) -> bool:
        """Whether a file says of itself that it is a stored notice, or the summary of a batch."""
        with open(self._output / name, "rb") as stream:
            return STORED_FORMATS.match(stream.read(100)) is not None

    def _status(self, name: str) -> os.stat_result | None:
        """Of what has the name; a folder is not in danger, it can't be replaced by a file."""
        try:
            status = os.lstat(self._output / name)
        except (FileNotFoundError, NotADirectoryError):
            return None
        return None if stat.S_ISDIR(status.st_mode) else status

    # -------------------------------------------------------------- what is kept

    def _known(self, name: str) -> list[tuple[int, bytes]]:
        return self._database.execute("SELECT size, digest FROM written WHERE name = ?", (name,)).fetchall()

    def _keep(self, rows: Iterable[tuple[str, int, bytes]]) -> None:
        with self._database:
            self._database.execute("BEGIN")
            self._database.executemany("INSERT OR IGNORE INTO written VALUES (?, ?, ?)", rows)


def _digest(path: Path) -> bytes:
    with open(path, "rb") as stream:
        return file_digest(stream, _hashed).digest()


def _hashed(data: bytes = b"") -> blake2b:
    return blake2b(data, digest_size=16)
