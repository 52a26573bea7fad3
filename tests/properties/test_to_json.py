"""The JSON written from plain values is the JSON of the validated notice, byte for byte."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_promises import NOTICES, PAGES, SETTINGS

import gongwen
from gongwen.errors import GongwenError

SAMPLES = sorted(path for path in Path("samples").rglob("*") if path.is_file())


def _json(raw: bytes | str) -> str | None:
    try:
        return gongwen.parse(raw).to_json()
    except GongwenError:
        return None


def _at_once(raw: bytes | str) -> str | None:
    try:
        return gongwen.to_json(raw)
    except GongwenError:
        return None


@pytest.mark.parametrize("path", SAMPLES, ids=str)
def test_every_sample_gives_the_same_bytes(path: Path) -> None:
    raw = path.read_bytes()
    assert _at_once(raw) == _json(raw)


@SETTINGS
@given(NOTICES | PAGES | st.binary(max_size=300))
def test_any_source_gives_the_same_bytes(raw: str | bytes) -> None:
    assert _at_once(raw) == _json(raw)
