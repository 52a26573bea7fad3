"""The samples as notices, read once."""

from functools import cache
from pathlib import Path

import gongwen

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "samples").iterdir())


@cache
def sample(name: str) -> gongwen.Notice:
    """A sample by its file name."""
    return gongwen.read(ROOT / "samples" / name)
