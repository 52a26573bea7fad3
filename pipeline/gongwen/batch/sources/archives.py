"""Documents in a zip or tar archive, read in place: `pages.zip!2020/a.html`.

Nothing is unpacked to disk. Attacks on the reader of an archive are refused and reported as failures:
names that climb out of it or start at the root, links and devices, members under a password, members and archives that
unpack to far more than they are. A damaged archive gives what stands before the damage.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gongwen.batch.sources.archive_members import BombError
from gongwen.batch.sources.choice import Choice, File, Found, code_of
from gongwen.batch.sources.tar_archives import tar_items
from gongwen.batch.sources.zip_archives import zip_items

ZIPS = (".zip",)
TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
ARCHIVES = ZIPS + TARS


def archive_items(file: File, choice: Choice, passed_over: Counter[str]) -> Iterator[Found]:
    """The documents in an archive, in its own order."""
    try:
        opened = zip_items if file.name.lower().endswith(ZIPS) else tar_items
        yield from opened(file, choice, passed_over)
    except BombError as error:
        yield file.failed("archive_bomb", str(error))
    except Exception as error:  # the readers of the standard library raise various errors for damage
        yield file.failed(code_of(error, "archive_broken"), f"{file.path}: {error or type(error).__name__}")
