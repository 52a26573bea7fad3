"""The samples as notices, and the tables made of them."""

from pathlib import Path

import pyarrow
import pytest

import gongwen

ROOT = Path(__file__).parents[2]
SAMPLES = sorted(path for path in (ROOT / "samples").iterdir() if path.suffix in (".html", ".txt", ".md"))


@pytest.fixture(scope="session")
def notices() -> list[gongwen.Notice]:
    return [gongwen.parse(path.read_bytes(), f"samples/{path.name}") for path in SAMPLES]


@pytest.fixture(scope="session")
def tables(notices: list[gongwen.Notice]) -> dict[str, pyarrow.Table]:
    return gongwen.tables(notices)
