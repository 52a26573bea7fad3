"""One notice gives one outline, whatever file it comes in."""

from typing import Any

import pytest

import gongwen
from gongwen.contract.promises import broken_promises

FORMATS = ("text", "html", "docx", "doc", "rtf", "pdf", "ofd")


def outline(notice: gongwen.Notice) -> list[tuple[Any, ...]]:
    return [
        (
            section.id,
            section.marker and section.marker.text,
            section.depth,
            section.heading,
            notice.text_of(section),
        )
        for section in notice.walk()
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_a_notice_gives_one_outline_in_every_format(name: str, every_format: dict[str, bytes]) -> None:
    notice, wanted = gongwen.parse(every_format[name]), gongwen.parse(every_format["text"])
    assert [section.id for section in wanted.walk()] == "0 1 2 2.1 2.2 2.2.1 2.2.2 2.3 2.3.1 3".split()
    assert outline(notice) == outline(wanted)
    assert broken_promises(notice) == []


@pytest.mark.parametrize("name", FORMATS)
def test_a_notice_has_one_head_and_one_foot_in_every_format(
    name: str, every_format: dict[str, bytes]
) -> None:
    known = gongwen.parse(every_format[name]).metadata
    assert known.title
    assert known.title.value == "江临市人民政府办公室关于开展安全生产检查的通知"
    assert known.signed_on
    assert known.signed_on.value == "2024-05-06"
    assert [one.value for one in known.issuers] == ["江临市人民政府办公室"]
    assert [one.value for one in known.recipients] == ["各县区人民政府", "市直各部门"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_notice_has_the_same_values_in_every_format(name: str, every_format: dict[str, bytes]) -> None:
    notice, wanted = gongwen.parse(every_format[name]), gongwen.parse(every_format["text"])
    values = [(mention.kind, mention.text, mention.section, mention.value) for mention in wanted.mentions]
    assert len(values) > 4
    assert [
        (mention.kind, mention.text, mention.section, mention.value) for mention in notice.mentions
    ] == values


def test_each_format_says_what_it_is_and_where_its_lines_stand(every_format: dict[str, bytes]) -> None:
    found = {name: gongwen.parse(raw) for name, raw in every_format.items()}
    assert found["docx"].source.media_type.endswith("wordprocessingml.document")
    assert found["docx"].blocks[3].origin.path == "body/p[4]"
    assert found["pdf"].source.media_type == "application/pdf"
    assert found["pdf"].blocks[0].origin.path == "page[1]/line[2]"
    assert found["doc"].source.media_type == "application/msword"
    assert found["rtf"].source.media_type == "application/rtf"
    assert found["ofd"].source.media_type == "application/ofd"
    assert found["ofd"].blocks[0].origin.path == "page[1]/line[1]"


def test_a_number_that_word_adds_is_marked_as_such(every_format: dict[str, bytes]) -> None:
    notice = gongwen.parse(every_format["docx"])
    shown = {notice.text_of(block)[:4]: block.origin.synthetic for block in notice.blocks}
    assert shown["二、检查"] == 2
    assert shown["（一）责"] == 3
    assert "synthetic_marker" in {doubt.code for doubt in notice.diagnostics}
