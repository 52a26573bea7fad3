"""explain and schema: what a code means, what a document must look like."""

import json
from pathlib import Path

import jsonschema_rs
import pytest

from gongwen import parse
from gongwen.codes import CODES
from gongwen.stored import SCHEMA_FILES
from gongwen.version import VERSION


@pytest.mark.parametrize("code", sorted(CODES))
def test_each_code_is_explained(gongwen, code: str) -> None:
    done = gongwen("explain", code)
    row = CODES[code]
    assert done.exit_code == 0
    assert done.stdout.startswith(f"{code} ({row.severity})")
    assert all(part in done.stdout for part in (row.what, row.why, row.advice))


def test_all_codes_are_listed(gongwen) -> None:
    listed = {line.split()[0] for line in gongwen("explain").stdout.splitlines() if line.strip()}
    assert set(CODES) <= listed


def test_all_pages_come_as_one_document(gongwen) -> None:
    text = gongwen("explain", "--all").stdout
    assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == sorted(CODES)


def test_an_unknown_code_is_wrong_usage(gongwen) -> None:
    done = gongwen("explain", "gaps")
    assert done.exit_code == 2
    assert "unknown_code" in done.stderr


def test_the_schema_is_printed_and_valid(gongwen) -> None:
    printed = json.loads(gongwen("schema").stdout)
    jsonschema_rs.meta.validate(printed)
    assert printed["properties"]["format"]["const"] == "gongwen.notice/1"


def test_the_schema_accepts_a_notice(gongwen) -> None:
    notice = parse("关于检查的通知\n一、时间\n6月底前。\n二、内容\n制度建设。\n")
    validator = jsonschema_rs.Draft202012Validator(json.loads(gongwen("schema").stdout))
    assert validator.is_valid(json.loads(notice.to_json()))


def test_schema_files_are_written(gongwen) -> None:
    assert gongwen("schema", "--write", "deep/schemas").exit_code == 0
    assert {path.name for path in Path("deep/schemas").iterdir()} == set(SCHEMA_FILES.values())


def test_the_version_is_printed(gongwen) -> None:
    assert gongwen("--version").stdout.strip() == f"gongwen {VERSION}"


def test_an_unknown_command_is_wrong_usage(gongwen) -> None:
    assert gongwen("translate").exit_code == 2


def test_help_names_every_command(gongwen) -> None:
    text = gongwen("--help").stdout
    assert all(name in text for name in ("convert", "show", "explain", "schema", "validate"))
