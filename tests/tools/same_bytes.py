"""What every file of some folders becomes, a line a file, to hold two states of the code side by side.

    python tests/tools/same_bytes.py samples FOLDER... > before.txt
    ... the change ...
    python tests/tools/same_bytes.py samples FOLDER... > after.txt && diff before.txt after.txt

A line is a path and the SHA-256 of the notice's JSON, or the error that the file ends in.
"""

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

import gongwen


def fingerprints(folders: list[str]) -> Iterator[str]:
    for folder in folders:
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file():
                yield f"{path} {fingerprint(path)}"


def fingerprint(path: Path) -> str:
    try:
        made = gongwen.read(path).to_json()
    except gongwen.GongwenError as error:
        return f"{type(error).__name__}: {error}"
    return hashlib.sha256(made.encode()).hexdigest()


if __name__ == "__main__":
    for line in fingerprints(sys.argv[1:]):
        print(line)
