"""The whole JSON of every sample stands in `output/`; `pytest tests/golden --update` rewrites it for reading."""

from pathlib import Path

import pytest

import gongwen
from gongwen.batch import Sources
from gongwen.promises import broken_promises

ROOT = Path(__file__).parents[2]
SAMPLES = list(Sources([str(ROOT / "samples")]))


@pytest.mark.parametrize("sample", SAMPLES, ids=[item.uri for item in SAMPLES])
def test_a_sample_gives_the_committed_result(sample, request) -> None:
    made = gongwen.parse(Path(sample.path).read_bytes(), sample.uri).to_json(indent=1) + "\n"
    kept = ROOT / "output" / f"{sample.target}.json"
    if request.config.getoption("--update"):
        kept.write_text(made, encoding="utf-8", newline="\n")
    assert kept.exists(), f"{kept} is missing: read the result, then --update"
    assert made == kept.read_text(encoding="utf-8"), (
        f"{sample.uri} changed: read the difference, then --update"
    )


def test_no_result_is_left_behind() -> None:
    kept = {path.name for path in (ROOT / "output").glob("*.json")} - {"summary.json"}
    assert kept == {f"{item.target}.json" for item in SAMPLES}


@pytest.mark.parametrize("sample", SAMPLES, ids=[item.uri for item in SAMPLES])
def test_a_sample_keeps_every_promise(sample) -> None:
    assert broken_promises(gongwen.read(sample.path)) == []
