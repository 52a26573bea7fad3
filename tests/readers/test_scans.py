"""Scans and pictures are recognised: the notice is that of the text."""

from pathlib import Path

import pytest

import gongwen
from gongwen.options import Options

SCAN = (Path(__file__).parent / "files/scan.png").read_bytes()


def test_a_scan_gives_the_outline_of_its_text(every_format: dict[str, bytes]) -> None:
    notice, wanted = gongwen.parse(SCAN), gongwen.parse(every_format["text"])
    assert notice.source.media_type == "image/png"
    assert notice.title == wanted.title
    assert notice.metadata.signed_on
    assert notice.metadata.signed_on.value == "2024-05-06"
    assert [(section.id, section.heading) for section in notice.walk()] == [
        (section.id, section.heading) for section in wanted.walk()
    ]
    read, printed = "".join(notice.text.split()), "".join(wanted.text.split())
    assert abs(len(read) - len(printed)) <= 0.01 * len(printed)


def test_a_picture_is_refused_by_name_where_recognition_is_off() -> None:
    with pytest.raises(gongwen.OptionError, match="--ocr auto") as caught:
        gongwen.parse(SCAN, options=Options(ocr="never"))
    assert caught.value.code == "ocr_is_off"


def test_a_damaged_picture_is_refused() -> None:
    with pytest.raises(gongwen.SourceError) as caught:
        gongwen.parse(SCAN[:200])
    assert caught.value.code == "source_damaged"
