"""Workbooks: a sheet is a table, and a ledger of problems gives their record."""

import io
from collections.abc import Sequence

import openpyxl
import pytest

import gongwen

LEDGER = (
    ("中共江临市水利局党组巡察整改问题台账",),
    ("序号", "反馈问题", "整改措施", "整改进展", "责任单位"),
    (1, "党组会议记录不规范", "一是统一记录格式。二是定期检查。", "已完成整改", "办公室"),
    (2, "专项资金拨付滞后", "一是梳理结余资金。二是限期拨付。", "正在整改，预计2024年12月底前完成", "财务科"),
    (3, "下属单位监管不力", "一是开展专项检查。", "已完成整改并长期坚持", "人事科"),
)


def workbook(*sheets: Sequence[Sequence[object]], hidden: int | None = None) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"表{number + 1}")
        for row in rows:
            sheet.append(list(row))
        sheet.sheet_state = "hidden" if number == hidden else "visible"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_sheet_is_a_table_below_its_title() -> None:
    notice = gongwen.parse(workbook(LEDGER))
    assert notice.source.media_type.endswith("spreadsheetml.sheet")
    assert notice.title == LEDGER[0][0]
    rows = [notice.text_of(block).split("\t") for block in notice.blocks if block.role == "table"]
    assert rows[1][:2] == ["1", "党组会议记录不规范"]
    assert notice.blocks[2].origin.path == "sheet[表1]/row[3]"


def test_a_ledger_gives_the_record_of_its_problems() -> None:
    issues = gongwen.parse(workbook(LEDGER)).issues
    assert [issue.problem for issue in issues] == [row[1] for row in LEDGER[2:]]
    assert [issue.status and issue.status.state for issue in issues] == [
        "completed",
        "in_progress",
        "completed",
    ]


def test_a_hidden_sheet_is_no_part_of_it() -> None:
    notice = gongwen.parse(workbook(LEDGER, (("内部备注", "勿公开"),), hidden=1))
    assert "内部备注" not in notice.text


def test_numbers_and_days_stand_as_they_are_read() -> None:
    notice = gongwen.parse(workbook((("项目", "金额", "数量"), ("堤防加固", 12.5, 3.0), ("河道清淤", 8, 2))))
    assert "堤防加固\t12.5\t3" in notice.text


@pytest.mark.parametrize("cut", [40, 400])
def test_a_damaged_workbook_is_refused(cut: int) -> None:
    with pytest.raises(gongwen.SourceError) as caught:
        gongwen.parse(workbook(LEDGER)[:cut])
    assert caught.value.code in ("source_damaged", "source_binary")
