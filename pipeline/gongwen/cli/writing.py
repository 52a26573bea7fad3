"""Writing the text made by a command to a file or standard output.

gongwen compare 2019.html 2022.html --to html -o report.html
"""

from __future__ import annotations

import sys
from pathlib import Path

from gongwen.errors import GongwenError
from gongwen.files import replacing, unwritable


def write_text(text: str, output: Path | None, *, mark: bool = False) -> None:
    """Write UTF-8, completely or not at all; `mark` begins a file with a byte order mark, which spreadsheets look for.

    Without `output` it goes to standard output. Raises `GongwenError` (`output_unwritable`).
    """
    if output is None:
        sys.stdout.write(text)
        return
    if output.is_dir():
        raise GongwenError("output_unwritable", f"{output} is a folder; name a file in it")
    try:
        with replacing(output) as partial:
            partial.write_text(text, encoding="utf-8-sig" if mark else "utf-8", newline="")
    except OSError as error:
        raise unwritable(output, error) from error
