"""Tables as files: what was put in comes out again, whatever the program that opens them."""

import csv
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, get_args

import duckdb
import pyarrow
import pytest
from openpyxl import load_workbook
from pyarrow import parquet

import gongwen
from gongwen.batch.sinks import SINKS, comma_separated, row_groups
from gongwen.batch.sinks.ledger import NOT_SAID
from gongwen.contract import Bound, Inspection, Relation, Severity, State
from gongwen.rules.amounts import money
from gongwen.tabular.columns import TABLES
from gongwen.tabular.workbook import sheets
from gongwen.tabular.workbook.words import WORDS, said

Rectified = Callable[..., gongwen.Notice]
Chunks = list[Mapping[str, pyarrow.Table]]
FORMS = ("parquet", "duckdb", "csv", "xlsx")


@pytest.fixture(scope="session")
def chunks(notices: list[gongwen.Notice]) -> Chunks:
    return [gongwen.tables(notices[:4]), gongwen.tables([]), gongwen.tables(notices[4:])]


@pytest.fixture(scope="session")
def folder(chunks: Chunks, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sinks")
    for name in FORMS:
        assert all(path.is_file() for path in SINKS[name].write(iter(chunks), made))
    return made


def values(sheet: Any) -> list[dict[str, Any]]:
    _, names, *found = sheet.iter_rows(values_only=True)
    return [dict(zip(names, row, strict=True)) for row in found]


# -------------------------------------------------------------------------------- parquet, DuckDB


def test_parquet_holds_the_tables(folder: Path, tables: dict[str, pyarrow.Table]) -> None:
    for name, table in tables.items():
        stored = parquet.read_table(folder / "parquet" / f"{name}.parquet")
        assert stored.equals(table)
        assert stored.schema.field(0).metadata[b"comment"]


def test_row_groups_do_not_depend_on_where_the_chunks_end(
    notices: list[gongwen.Notice], tables: dict[str, pyarrow.Table], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(row_groups, "GROUP_ROWS", 40)
    monkeypatch.setattr(row_groups, "WIDE", {"documents": 3})
    cuts = [[gongwen.tables([notice]) for notice in notices], [tables]]
    first, second = (list(row_groups.row_groups(cut)) for cut in cuts)
    for name in TABLES:
        groups = [group for table, group in first if table == name]
        assert groups == [group for table, group in second if table == name]
        assert len({group.num_rows for group in groups[:-1]}) <= 1
        if groups:
            assert pyarrow.concat_tables(groups).equals(tables[name])


def test_duckdb_answers_equal_counts_taken_from_the_json(folder: Path, notices: list[gongwen.Notice]) -> None:
    plain = [notice.model_dump(mode="json") for notice in notices]
    mentions = [mention for one in plain for mention in one["mentions"]]
    issues = [issue for one in plain for record in one["records"] for issue in record.get("issues", [])]
    with duckdb.connect(folder / "notices.duckdb", read_only=True) as connection:

        def ask(question: str) -> list[tuple[Any, ...]]:
            return connection.execute(question).fetchall()

        kinds = Counter(mention["kind"] for mention in mentions)
        assert dict(ask("select kind, count(*) from mentions group by kind")) == kinds
        states = Counter(issue["status"] and issue["status"]["state"] for issue in issues)
        assert dict(ask("select state, count(*) from issues group by state")) == states
        codes = Counter(doubt["code"] for one in plain for doubt in one["diagnostics"])
        assert dict(ask("select code, count(*) from diagnostics group by code")) == codes
        per_issue = Counter(len(issue["measures"]) for issue in issues)
        counted = (
            "select n, count(*) from (select count(measure_id) n from issues left join measures using (issue_id) "
            "group by issue_id) group by n"
        )
        assert dict(ask(counted)) == per_issue
        deepest = max(section.depth for notice in notices for section in notice.walk())
        assert ask("select max(depth) from sections") == [(deepest,)]
        by_2024 = sum(
            mention["kind"] == "date"
            and mention["value"]["relation"] == "by"
            and (mention["value"]["end"] or "") <= "2024-12-31"
            for mention in mentions
        )
        assert ask("select count(*) from mentions where relation = 'by' and end_on <= date '2024-12-31'") == [
            (by_2024,)
        ]


def test_duckdb_finds_no_key_that_points_nowhere_and_says_what_columns_mean(folder: Path) -> None:
    with duckdb.connect(folder / "notices.duckdb", read_only=True) as connection:
        for table in TABLES.values():
            for column in table.columns:
                if column.key not in ("", "primary"):
                    target, key = column.key.split(".")
                    lost = (
                        f"select count(*) from {table.name} a anti join {target} b on a.{column.name} = b.{key} "
                        f"where a.{column.name} is not null"
                    )
                    assert connection.execute(lost).fetchall() == [(0,)]
        comments = connection.execute("select column_name, comment from duckdb_columns()").fetchall()
        assert ("ongoing", "长期坚持: it goes on all the same") in comments


# -------------------------------------------------------------------------------- csv


def test_csv_opens_in_excel_and_reads_back(folder: Path, tables: dict[str, pyarrow.Table]) -> None:
    for name, table in tables.items():
        raw = (folder / "csv" / f"{name}.csv").read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf")
        assert b"\r\n" in raw
        with (folder / "csv" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as stream:
            stored = list(csv.DictReader(stream))
        assert len(stored) == table.num_rows
        for want, got in zip(table.to_pylist(), stored, strict=True):
            for column in TABLES[name].columns:
                value = want[column.name]
                if column.type == "text":
                    assert got[column.name].removeprefix("'") == (value or "")
                elif value is None:
                    assert got[column.name] == ""


@pytest.mark.parametrize(
    "text",
    ["=1+1", " =1+1", "　＝1+1", "\u200b@A1", "＝1+1", "+86", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "'=1"],
)
def test_no_text_is_taken_for_a_formula_and_each_comes_back(text: str) -> None:
    assert comma_separated.cell(text) == "'" + text
    assert comma_separated.cell(text)[1:] == text


@pytest.mark.parametrize("text", ["（一）加强=领导", "-0.5", "-120000"])
def test_a_plain_text_and_a_negative_amount_are_left_alone(text: str) -> None:
    assert comma_separated.cell(text) == text


# -------------------------------------------------------------------------------- xlsx


def test_the_ledger_is_the_first_sheet_with_a_frozen_bold_head_and_a_filter(folder: Path) -> None:
    book = load_workbook(folder / "notices.xlsx")
    assert book.sheetnames == ["问题台账", *(table.heading for table in TABLES.values()), "说明"]
    ledger = book["问题台账"]
    assert {"问题", "措施", "状态", "时限"} <= {cell.value for cell in ledger[1]}
    assert all(cell.font.bold for cell in ledger[1])
    for sheet in book.worksheets[:-1]:
        assert sheet.freeze_panes == "A3"
        assert sheet.auto_filter.ref.startswith("A2:")


def test_the_ledger_fits_the_width_of_a_sheet_of_paper(folder: Path) -> None:
    ledger = load_workbook(folder / "notices.xlsx").worksheets[0]
    first, last = ledger.print_area.replace("$", "").split("!")[-1].split(":")
    assert (first, ledger[last].column_letter) == ("A1", "N")
    assert ledger["N1"].value == "长期坚持"
    assert (ledger.sheet_properties.pageSetUpPr.fitToPage, ledger.page_setup.fitToHeight) == (True, 0)


def test_the_workbook_holds_every_row_with_its_type_in_the_words_of_a_ledger(
    folder: Path, tables: dict[str, pyarrow.Table]
) -> None:
    book = load_workbook(folder / "notices.xlsx")
    for name, table in tables.items():
        stored = values(book[TABLES[name].heading])
        assert len(stored) == table.num_rows
        for want, got in zip(table.to_pylist(), stored, strict=True):
            for column, value in got.items():
                wanted = said(name, column, want[column])
                if isinstance(wanted, date):
                    assert isinstance(value, datetime)
                    assert value.date() == wanted
                elif wanted != "":
                    assert value == wanted, (name, column)
                    assert type(value) is type(wanted) or isinstance(wanted, float)


def test_the_ledger_joins_a_problem_with_its_measures_and_its_notice(
    rectified: Rectified, tmp_path: Path
) -> None:
    SINKS["xlsx"].write([gongwen.tables([rectified()])], tmp_path)
    book = load_workbook(tmp_path / "notices.xlsx")
    first, second = values(book["问题台账"])
    assert first["problem"] == "学习不够深入"
    assert first["measures"] == "一是制定学习计划\n二是每月检查一次"
    assert (first["status"], first["ongoing"], first["deadline_on"]) == ("已完成", "是", None)
    assert (second["status"], second["deadline_on"]) == ("整改中", datetime(2024, 6, 30))
    assert (second["inspected"], second["feedback_on"]) == ("江临市水利局党组", "2023-07")
    problem = book["问题台账"]["G4"]
    assert (problem.value, problem.data_type) == ("=河道采砂监管不到位", "s")
    assert problem.alignment.wrap_text


LEDGER_NOTICE = """中共江临市水利局党组关于市委第一巡察组巡察反馈意见整改进展情况的通报
2023年3月6日至5月12日，市委第一巡察组对江临市水利局党组进行了巡察，并于2023年7月4日反馈了意见。
一、反馈问题整改情况
（一）党的领导方面
1.针对学习不深入的问题。
整改措施：
（1）制定学习计划。
（2）每月检查一次。
整改情况：已完成。
责任领导：周某；责任单位：办公室；整改时限：立行立改
（二）作风建设方面
1.针对巡河不到位的问题。
牵头单位：河道中心；配合单位：办公室
整改措施：加密巡河。
二、下一步打算
持续抓好整改。
中共江临市水利局党组
2023年9月12日
"""


def test_the_ledger_has_what_an_inspection_office_asks_for(tmp_path: Path) -> None:
    chunks = [gongwen.tables([gongwen.parse(LEDGER_NOTICE, uri)]) for uri in ("a.txt", "b.txt")]
    SINKS["xlsx"].write(chunks, tmp_path)
    book = load_workbook(tmp_path / "notices.xlsx")
    ledger = values(book["问题台账"])
    assert [(row["position"], row["number"]) for row in ledger] == [(1, 1), (2, 1), (3, 1), (4, 1)]
    first, second = ledger[:2]
    assert first["feedback_on"] == datetime(2023, 7, 4)
    assert first["measures"] == "（1）制定学习计划。\n（2）每月检查一次。"
    assert (first["responsible_bodies"], first["responsible_persons"]) == ("办公室", "周某")
    assert (first["deadline_on"], first["status"]) == ("立行立改", "已完成")
    assert (second["responsible_bodies"], second["responsible_persons"]) == (
        "牵头单位：河道中心；配合单位：办公室",
        None,
    )
    assert (second["deadline_on"], second["status"]) == (None, NOT_SAID)
    assert any(NOT_SAID in (row[3] or "") for row in book["说明"].iter_rows(values_only=True))


def test_no_sheet_prints_the_names_for_programs_on_every_page(folder: Path) -> None:
    for sheet in load_workbook(folder / "notices.xlsx").worksheets[:-1]:
        assert sheet.print_title_rows == "$1:$1"


@pytest.mark.parametrize(
    ("column", "words"),
    [
        (("issues", "state"), State),
        (("mentions", "bound"), Bound),
        (("mentions", "relation"), Relation),
        (("inspections", "level"), Inspection.model_fields["level"].annotation),
        (("diagnostics", "severity"), Severity),
    ],
)
def test_every_word_of_the_contract_has_one_for_the_workbook(column: tuple[str, str], words: Any) -> None:
    named = get_args(words)
    literal = named if all(isinstance(one, str) for one in named) else get_args(named[0])
    assert literal
    assert set(WORDS[column]) == set(literal)


def test_every_currency_that_is_read_has_a_word_for_the_workbook() -> None:
    assert set(money.CURRENCIES.values()) <= set(WORDS["mentions", "unit"])


def test_rows_are_as_tall_as_their_wrapped_texts(rectified: Rectified, tmp_path: Path) -> None:
    SINKS["xlsx"].write([gongwen.tables([rectified(long="很" * 100), rectified("b", "很" * 300)])], tmp_path)
    sheet = load_workbook(tmp_path / "notices.xlsx")["措施"]
    tall = [sheet.row_dimensions[row].height for row in range(3, 9)]
    assert tall == [tall[0]] * 3 + [tall[3]] * 3
    assert 45 < tall[0] < tall[3] < 400


def test_a_text_over_the_limit_of_a_cell_is_cut_by_name(rectified: Rectified, tmp_path: Path) -> None:
    SINKS["xlsx"].write([gongwen.tables([rectified(long="很" * 40_000)])], tmp_path)
    book = load_workbook(tmp_path / "notices.xlsx")
    text = values(book["措施"])[0]["text"]
    assert len(text) == sheets.MAX_CHARACTERS
    assert text.endswith(sheets.CUT)
    notes = [row for row in book["说明"].iter_rows(values_only=True) if row[0] == "措施" and row[2] == "text"]
    assert [row[1] for row in notes] == [3, 4, 5]
    assert "40006字" in notes[0][3]


def test_a_table_over_the_rows_of_a_sheet_goes_on_on_the_next(
    tmp_path: Path, tables: dict[str, pyarrow.Table], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "MAX_ROWS", 300)
    SINKS["xlsx"].write([tables], tmp_path)
    book = load_workbook(tmp_path / "notices.xlsx")
    parts = [book[name] for name in book.sheetnames if name.startswith("提及")]
    assert [sheet.title for sheet in parts[:2]] == ["提及", "提及 (2)"]
    rows = [row for sheet in parts for row in values(sheet)]
    assert [row["mention_id"] for row in rows] == tables["mentions"].column("mention_id").to_pylist()
    notes = {row[0]: row[3] for row in book["说明"].iter_rows(values_only=True)}
    assert "提及 (2)" in notes


def test_what_no_sheet_should_hold_is_named(folder: Path) -> None:
    notes = list(load_workbook(folder / "notices.xlsx")["说明"].iter_rows(values_only=True))
    assert any(row[0] == "documents" and row[2] == "text" for row in notes)


# -------------------------------------------------------------------------------- all


def test_the_same_notices_give_the_same_bytes_wherever_the_chunks_end(
    folder: Path, tables: dict[str, pyarrow.Table], tmp_path: Path
) -> None:
    for name in FORMS:
        SINKS[name].write([tables], tmp_path)
    for path in sorted(folder.rglob("*.*")):
        first, second = path.read_bytes(), (tmp_path / path.relative_to(folder)).read_bytes()
        if path.suffix == ".duckdb":  # its first block bears a random identifier of the file
            first, second = first[4096:], second[4096:]
        assert first == second, path.name


@pytest.mark.parametrize("name", FORMS)
def test_what_breaks_off_leaves_nothing_behind(
    name: str, tables: dict[str, pyarrow.Table], tmp_path: Path
) -> None:
    def breaking() -> Any:
        yield tables
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        SINKS[name].write(breaking(), tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("name", FORMS)
def test_a_folder_that_can_not_be_written_is_an_os_error(
    name: str, tables: dict[str, pyarrow.Table], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        SINKS[name].write([tables], tmp_path / "file")
