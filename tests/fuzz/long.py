"""A long run of one target with atheris (`pip install -e '.[fuzz]'`): python tests/fuzz/long.py html -max_total_time=3600

What it finds is written to `crash-...` in the working folder; `python tests/fuzz/long.py html crash-...` shows it again.
"""

from __future__ import annotations

import sys
import tempfile
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import atheris

with atheris.instrument_imports(include=["gongwen"]):
    import gongwen.readers

    for module in iter_modules(
        gongwen.readers.__path__, "gongwen.readers."
    ):  # readers are imported when they are used
        import_module(module.name)
    from targets import TARGETS, seeds

    import gongwen.assembly


def main() -> None:
    """Fuzz the target that the first argument names; the others are libFuzzer's."""
    name, *others = sys.argv[1:]
    with tempfile.TemporaryDirectory() as corpus:
        for seed in seeds(name):
            Path(corpus, sha256(seed).hexdigest()).write_bytes(seed)
        places = [] if any(not other.startswith("-") for other in others) else [corpus]
        atheris.Setup(
            [sys.argv[0], "-timeout=10", "-rss_limit_mb=3000", "-max_len=4096", *others, *places],
            TARGETS[name],
        )
        atheris.Fuzz()


if __name__ == "__main__":
    main()
