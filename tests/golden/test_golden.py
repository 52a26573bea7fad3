"""The whole JSON of every sample stands in `output/`, as `gongwen convert samples -o output` writes it.

`pytest tests/golden --update` rewrites the results for reading.
"""

from pathlib import Path

import pytest
from typer.testing import CliRunner

import gongwen
from gongwen.cli.app import app
from gongwen.contract.promises import broken_promises

ROOT = Path(__file__).parents[2]
SAMPLES = sorted(path for path in (ROOT / "samples").iterdir() if path.name != "README.md")
NAMES = [path.name for path in SAMPLES]


def kept_result(sample: Path) -> Path:
    return ROOT / "output" / f"{sample.stem}.json"


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_a_sample_gives_the_committed_result(sample: Path, request) -> None:
    made = gongwen.parse(sample.read_bytes(), f"samples/{sample.name}").to_json(indent=1) + "\n"
    kept = kept_result(sample)
    if request.config.getoption("--update"):
        kept.write_text(made, encoding="utf-8", newline="\n")
    assert kept.exists(), f"{kept} is missing: read the result, then --update"
    assert made == kept.read_text(encoding="utf-8"), (
        f"{sample.name} changed: read the difference, then --update"
    )


def test_the_command_of_the_readme_writes_the_committed_results(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(ROOT)
    done = CliRunner().invoke(app, ["convert", "samples", "-o", str(tmp_path)])
    assert done.exit_code == 0, done.output
    written = {
        path.name: path.read_bytes() for path in tmp_path.glob("*.json") if path.name != "summary.json"
    }
    assert written == {kept_result(sample).name: kept_result(sample).read_bytes() for sample in SAMPLES}


def test_no_result_is_left_behind() -> None:
    kept = {path.name for path in (ROOT / "output").glob("*.json")} - {"summary.json"}
    assert kept == {kept_result(sample).name for sample in SAMPLES}


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_a_sample_keeps_every_promise(sample: Path) -> None:
    assert broken_promises(gongwen.read(sample)) == []
