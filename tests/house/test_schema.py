"""Output validates against the published schema with a validator that knows nothing of pydantic."""

import json
from pathlib import Path

import jsonschema_rs
import pytest

ROOT = Path(__file__).parents[2]
VALIDATOR = jsonschema_rs.Draft202012Validator(
    json.loads((ROOT / "schemas/gongwen.notice-1.schema.json").read_text(encoding="utf-8"))
)
RESULTS = sorted(path for path in (ROOT / "output").glob("*.json") if path.name != "summary.json")


@pytest.mark.parametrize("path", RESULTS, ids=[path.stem for path in RESULTS])
def test_a_result_is_valid(path: Path) -> None:
    assert [
        error.message for error in VALIDATOR.iter_errors(json.loads(path.read_text(encoding="utf-8")))
    ] == []


def test_a_wrong_role_is_not_valid() -> None:
    notice = json.loads(RESULTS[0].read_text(encoding="utf-8"))
    notice["blocks"][0]["role"] = "poem"
    assert not VALIDATOR.is_valid(notice)
