"""Tidy tables: keys that hold, every column described, values that can be reckoned with."""

import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import gongwen
from gongwen.contract import notice_of
from gongwen.errors import GongwenError
from gongwen.tabular import arrow
from gongwen.tabular.arrow import batches, schema
from gongwen.tabular.columns import TABLES
from gongwen.tabular.documentation import renewed
from gongwen.tabular.rows.notice import document_key, rows

ROOT = Path(__file__).parents[2]
Tables = dict[str, pyarrow.Table]


def broken_keys(tables: Tables) -> list[str]:
    """A sentence for each key that is doubled, missing, or points nowhere."""
    broken = []
    for table in TABLES.values():
        for column in table.columns:
            if not column.key:
                continue
            values = tables[table.name].column(column.name).to_pylist()
            if column.key == "primary":
                if None in values or len(values) != len(set(values)):
                    broken.append(f"{table.name}.{column.name} does not tell its rows apart")
            else:
                target, name = column.key.split(".")
                if lost := {*values} - {None} - {*tables[target].column(name).to_pylist()}:
                    broken.append(f"{table.name}.{column.name} points to {lost} in {column.key}")
    return broken


def one(text: str, uri: str | None = None) -> dict[str, list[dict[str, Any]]]:
    return rows(gongwen.parse(text, uri))


# -------------------------------------------------------------------------------- keys


def test_keys_hold_over_the_samples(tables: Tables) -> None:
    assert broken_keys(tables) == []


PIECES = st.sampled_from(
    (
        "一、 二、 （一） （二） 1. 2. 一是 二是 第一条 《关于开展巡察的通知》 （国发〔2018〕42号） 2020年4月3日 6月底前已整改完毕。 近日 "
        "整改完成情况： 1.5亿元 增长5%左右 关于巡察整改情况的通报 市委第三巡察组 反馈意见 整改措施： 问题： 江临市商务局 电话：0756-2137332 "
        "2024年6月3日 。 ，"
    ).split()
    + ["\n"] * 8
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@example(["江临市商务局\n一、"])
@given(st.lists(st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join), max_size=4))
def test_keys_hold_over_any_notices(sources: list[str]) -> None:
    def parsed() -> Iterable[gongwen.Notice]:
        for number, source in enumerate(sources):
            try:
                yield gongwen.parse(source, f"{number}.txt")
            except GongwenError:
                continue

    assert broken_keys(gongwen.tables(parsed())) == []


def test_two_pages_with_the_same_bytes_are_two_documents() -> None:
    text = "关于开展检查的通知\n一、检查时间\n6月底前完成。"
    found = gongwen.tables([gongwen.parse(text, "a/1.txt"), gongwen.parse(text, "b/1.txt")])
    assert broken_keys(found) == []
    assert len(set(found["documents"].column("notice_id").to_pylist())) == 1


def test_a_key_is_the_same_in_every_run() -> None:
    notice = gongwen.parse("关于开展检查的通知", "pages/1.html")
    assert document_key(notice) == "beb590e774668f99"
    assert document_key(gongwen.parse("关于开展检查的通知")) == notice.id


# -------------------------------------------------------------------------------- nothing lost


def test_the_tables_count_what_the_json_counts(notices: list[gongwen.Notice], tables: Tables) -> None:
    plain = [notice.model_dump(mode="json") for notice in notices]
    issues = [issue for one in plain for record in one["records"] for issue in record.get("issues", [])]
    assert tables["documents"].num_rows == len(plain)
    assert tables["sections"].num_rows == sum(len(list(notice.walk())) for notice in notices) > 200
    assert tables["mentions"].num_rows == sum(len(one["mentions"]) for one in plain) > 300
    assert tables["diagnostics"].num_rows == sum(len(one["diagnostics"]) for one in plain)
    assert tables["issues"].num_rows == len(issues)
    reports = [record for one in plain for record in one["records"] if record["type"] == "work_report"]
    assert (
        tables["indicators"].num_rows
        == sum(len(one["indicators"]) + len(one["absent"]) for one in reports)
        > 5
    )
    assert tables["measures"].num_rows == sum(len(issue["measures"]) for issue in issues)
    named = sum(mention["kind"] == "document" for one in plain for mention in one["mentions"])
    titled = [title for title in tables["citations"].column("title").to_pylist() if title]
    assert len(titled) == named > 30


def test_a_span_of_any_row_counts_in_the_text_of_its_document(tables: Tables) -> None:
    texts = {row["document_id"]: row["text"] for row in tables["documents"].to_pylist()}
    for row in tables["mentions"].to_pylist():
        assert texts[row["document_id"]][row["start"] : row["end"]] == row["text"]


def test_batches_hold_the_same_rows_and_are_bounded(
    notices: list[gongwen.Notice], tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrow, "BATCH_ROWS", 50)
    held: dict[str, list[pyarrow.RecordBatch]] = {name: [] for name in TABLES}
    for name, batch in batches(notices):
        held[name].append(batch)
    assert len(held["mentions"]) > 5
    for name, found in held.items():
        assert pyarrow.Table.from_batches(found, schema(name)).equals(tables[name])


def test_no_notices_give_tables_without_rows() -> None:
    found = gongwen.tables([])
    assert list(found) == list(TABLES)
    assert {table.num_rows for table in found.values()} == {0}


# -------------------------------------------------------------------------------- values


def test_a_section_knows_its_path_its_headings_and_its_own_text() -> None:
    text = "关于开展检查的通知\n一、检查安排\n（一）检查时间\n1.开展自查\n各单位自查。\n2.开展抽查\n市里抽查。\n二、有关要求\n从严。"
    found = {row["path"]: row for row in one(text)["sections"]}
    assert list(found) == ["一", "一/（一）", "一/（一）/1", "一/（一）/2", "二"]
    assert found["一/（一）/1"]["headings"] == "检查安排 / 检查时间 / 开展自查"
    assert found["一/（一）/1"]["text"] == "各单位自查。"
    assert found["一/（一）/2"]["parent_section_id"] == found["一/（一）"]["section_id"]
    assert found["二"]["text"] == "从严。"


@pytest.mark.parametrize(
    ("iso", "day"),
    [
        ("2024-06-03", date(2024, 6, 3)),
        ("2024-06-03T09:30", date(2024, 6, 3)),
        ("2024-06", None),
        ("2024", None),
        (None, None),
    ],
)
def test_a_day_is_a_date_where_the_iso_text_names_one(iso: str | None, day: date | None) -> None:
    notice = gongwen.parse("关于开展检查的通知").model_dump()
    notice["metadata"]["published_at"] = iso and {"value": iso, "span": None, "origin": "meta:PubDate"}
    row = rows(notice_of(notice))["documents"][0]
    assert (row["published_on"], row["published_iso"]) == (day, iso)


def test_an_amount_is_exact_as_text_and_a_double_beside_it() -> None:
    money = [row for row in one("一、资金\n安排资金1.07亿元。")["mentions"] if row["kind"] == "money"]
    assert [(row["amount"], row["amount_number"], row["unit"]) for row in money] == [
        ("107000000", 107000000.0, "CNY")
    ]


def test_an_amount_beyond_a_double_stays_as_text() -> None:
    notice = gongwen.parse("一、资金\n安排资金1.07亿元。").model_dump()
    notice["mentions"][0]["value"]["amount"] = "1" + "0" * 400
    row = rows(notice_of(notice))["mentions"][0]
    assert row["amount"] == "1" + "0" * 400
    assert row["amount_number"] is None


def test_other_columns_of_the_source_are_metadata() -> None:
    notice = gongwen.parse("关于开展检查的通知").model_dump()
    notice["source"]["fields"] = {"栏目": "通知公告"}
    row = rows(notice_of(notice))["metadata"][-1]
    assert (row["name"], row["label"], row["value"], row["origin"]) == (
        "source",
        "栏目",
        "通知公告",
        "column",
    )


def test_an_indicator_is_a_row_with_its_target() -> None:
    text = "2025年江临市人民政府工作报告\n一、2024年工作回顾\n地区生产总值增长5.2%。\n二、2025年主要目标\n地区生产总值增长5%左右。"
    found = [(row["indicator"], row["kind"], row["amount"], row["period"]) for row in one(text)["indicators"]]
    assert [(kind, amount, period) for _, kind, amount, period in found] == [
        ("result", "5.2", "2024"),
        ("target", "5", "2025"),
    ]


def test_a_citation_bears_its_number_once() -> None:
    text = (
        "江临市商务局关于开展检查的通知\n江商发〔2024〕3号\n"
        "根据《江临市市场管理办法》（江政发〔2020〕12号）和江政办发〔2021〕7号文件，开展检查。"
    )
    assert [(row["title"], row["document_number"], row["itself"]) for row in one(text)["citations"]] == [
        (None, "江商发〔2024〕3号", True),
        ("江临市市场管理办法", "江政发〔2020〕12号", False),
        (None, "江政办发〔2021〕7号", False),
    ]


# -------------------------------------------------------------------------------- columns


def test_every_row_has_the_columns_that_are_described(notices: list[gongwen.Notice]) -> None:
    seen = set()
    for notice in notices:
        for name, found in rows(notice).items():
            for row in found:
                assert list(row) == [column.name for column in TABLES[name].columns], name
                seen.add(name)
    assert {"documents", "metadata", "sections", "mentions", "citations"} <= seen


def test_names_suit_r_stata_and_sql() -> None:
    for table in TABLES.values():
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names))
        for column in table.columns:
            assert column.name.isascii()
            assert column.name.islower()
            assert column.name.isidentifier()
            assert len(column.name) <= 32  # Stata's limit
            assert column.what
            assert column.heading


def test_no_column_is_nested() -> None:
    for name in TABLES:
        assert not any(pyarrow.types.is_nested(field.type) for field in schema(name))
        assert all(field.metadata[b"comment"] for field in schema(name))


def test_a_key_points_to_a_table_that_comes_before() -> None:
    order = list(TABLES)
    for at, table in enumerate(TABLES.values()):
        for column in table.columns:
            if column.key not in ("", "primary"):
                target, name = column.key.split(".")
                assert order.index(target) <= at
                assert TABLES[target].columns[0].name == name


def test_the_page_of_the_tables_is_current() -> None:
    page = (ROOT / "docs/tables.md").read_text(encoding="utf-8")
    assert renewed(page) == page, "run `python -m gongwen.tabular.documentation docs/tables.md`"


def test_arrow_is_loaded_only_when_tables_are_made() -> None:
    code = "import sys, gongwen; gongwen.tables; print('pyarrow' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_without_arrow_the_caller_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(gongwen.OptionError, match=r"gongwen\[tables\]") as caught:
        gongwen.tables([])
    assert caught.value.code == "missing_extra"
