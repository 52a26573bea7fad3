"""A wrong argument is told by a coded error with what to do; nothing is guessed."""

import pytest
from typer.testing import CliRunner

import gongwen
from gongwen.cli.app import app


def test_a_profile_that_is_none_is_refused() -> None:
    with pytest.raises(gongwen.OptionError) as refused:
        gongwen.parse("关于检查的通知", options=gongwen.Options(profiles=("rectifications",)))
    assert refused.value.code == "unknown_profile"
    assert "rectification" in str(refused.value)


@pytest.mark.parametrize(
    "work", [gongwen.timeline, gongwen.tables, lambda given: gongwen.compare(*given, *given)]
)
def test_what_is_no_notice_is_refused(work) -> None:
    with pytest.raises(gongwen.ContractError) as refused:
        work(["关于检查的通知"])
    assert refused.value.code == "not_a_notice"


def test_a_text_that_is_too_long_for_one_notice_is_refused() -> None:
    with pytest.raises(gongwen.SourceError) as refused:
        gongwen.parse("一、检查\n" * 30, options=gongwen.Options(max_characters=100))
    assert refused.value.code == "source_too_large"


def test_an_address_needs_the_engine_that_has_one() -> None:
    done = CliRunner().invoke(app, ["convert", "samples", "--address", "auto"])
    assert done.exit_code == 2
    assert "--engine ray" in done.output
