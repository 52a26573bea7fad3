"""A comparison as a ledger for spreadsheets: one row per pair, with its changes; one sheet for sentences, one for figures.

number kind     change            left                  right                 status
12     issue 问题 reworded 改写 …    5. 针对…不严格问题      1. 关于…不深问题        in_progress → completed
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from gongwen.comparison.reading import CHANGES, KINDS, Fragment, Row, figure_line, rows, sentence_texts
from gongwen.contract import Notice
from gongwen.contract.comparison import Comparison, Value
from gongwen.files import unwritable
from gongwen.reports.words import RELATIONS, STATES, TONES
from gongwen.tabular.columns import Column, Table
from gongwen.tabular.formulas import guarded
from gongwen.tabular.workbook.file import workbook
from gongwen.tabular.workbook.sheets import Notes, Sheets, formats

PAIRS: Final = Table(
    "pairs",
    "a pair of two notices",
    "变化台账",
    (
        Column("number", "integer", "place in the comparison, from 1", "序号"),
        Column("kind", "text", "issue, section or measure", "类别"),
        Column("change", "text", "every change of the pair", "变化"),
        Column("left", "text", "the old text with its printed number", "旧"),
        Column("right", "text", "the new text with its printed number", "新"),
        Column("status", "text", "state from, to", "整改状态"),
        Column("tone", "text", "worded harder or softer", "措辞"),
        Column("figures", "text", "figures that changed, a line each", "数字"),
        Column("documents_added", "text", "documents cited now, a line each", "新增引用"),
        Column("documents_dropped", "text", "documents no more cited, a line each", "不再引用"),
        Column("similarity", "number", "of the two texts, 0 to 1", "相似度"),
        Column("left_ids", "text", "ids in the old notice", "旧编号"),
        Column("right_ids", "text", "ids in the new notice", "新编号"),
    ),
)
FIGURES: Final = Table(
    "figures",
    "a figure that changed, came or went",
    "数字变化",
    (
        Column("number", "integer", "the pair it stands in", "序号"),
        Column("label", "text", "what is counted", "指标"),
        Column("left", "text", "as the old notice prints it", "旧"),
        Column("right", "text", "as the new notice prints it", "新"),
        Column("left_value", "number", "the old value", "旧值"),
        Column("right_value", "number", "the new value", "新值"),
        Column("unit", "text", "of the new value, or the old", "单位"),
        Column("difference", "number", "new less old", "差"),
        Column("ratio", "number", "new by old", "比"),
        Column("relation", "text", "what became of it", "说明"),
    ),
)
SENTENCES: Final = Table(
    "sentences",
    "a sentence of two notices",
    "逐句对照",
    (
        Column("number", "integer", "place in the comparison, from 1", "序号"),
        Column("change", "text", "every change of the sentence", "变化"),
        Column("left", "text", "the old sentence", "旧"),
        Column("right", "text", "the new sentence", "新"),
        Column("figures", "text", "figures that changed, a line each", "数字"),
        Column("similarity", "number", "of the two texts, 0 to 1", "相似度"),
        Column("left_ids", "text", "where the old one stands", "旧编号"),
        Column("right_ids", "text", "where the new one stands", "新编号"),
    ),
)
Cells = dict[str, str | int | float | None]


def comparison_csv(comparison: Comparison, old: Notice, new: Notice) -> str:
    """The ledger as CSV (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in front."""
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, [column.name for column in PAIRS.columns])
    writer.writeheader()
    writer.writerows(
        {key: guarded(value) for key, value in row.items()} for row in pair_rows(comparison, old, new)
    )
    return stream.getvalue()


def write_comparison_workbook(comparison: Comparison, old: Notice, new: Notice, path: Path) -> None:
    """The ledger and the figures as an Excel workbook; texts are texts, never formulas or links.

    Raises `OptionError` (`missing_extra`) without xlsxwriter, `GongwenError` (`output_unwritable`).
    """
    try:
        with workbook(path) as book:
            notes, looks = Notes(), formats(book)
            held = (
                (PAIRS, pair_rows(comparison, old, new)),
                (SENTENCES, sentence_rows(comparison, old, new)),
                (FIGURES, figure_rows(comparison)),
            )
            for table, found in held:
                sheet = Sheets(book, table, notes, looks)
                sheet.add(found)
                sheet.close()
            notes.write(book, looks["head"], {})
    except OSError as error:
        raise unwritable(path, error) from error


def pair_rows(comparison: Comparison, old: Notice, new: Notice) -> Iterator[Cells]:
    """One row per pair, including unchanged ones."""
    for number, row in enumerate(rows(comparison, old, new), 1):
        pair = row.pair
        yield {
            "number": number,
            "kind": f"{KINDS[pair.kind]} {pair.kind}",
            "change": " ".join(f"{CHANGES[change]} {change}" for change in pair.changes),
            "left": _side(row.left_marker, row.left),
            "right": _side(row.right_marker, row.right),
            "status": _status(row),
            "tone": f"{TONES[pair.tone]} {pair.tone}" if pair.tone else None,
            "figures": _lines(figure_line(figure) for figure in pair.figures),
            "documents_added": _lines(f"《{title}》" for title in pair.documents.added),
            "documents_dropped": _lines(f"《{title}》" for title in pair.documents.dropped),
            "similarity": pair.similarity,
            "left_ids": " ".join(pair.left) or None,
            "right_ids": " ".join(pair.right) or None,
        }


def sentence_rows(comparison: Comparison, old: Notice, new: Notice) -> Iterator[Cells]:
    """One row per sentence, including unchanged ones."""
    for number, sentence in enumerate(comparison.sentences, 1):
        left, right = sentence_texts(sentence, old, new)
        yield {
            "number": number,
            "change": " ".join(f"{CHANGES[change]} {change}" for change in sentence.changes),
            "left": left or None,
            "right": right or None,
            "figures": _lines(figure_line(figure) for figure in sentence.figures),
            "similarity": sentence.similarity,
            "left_ids": " ".join(one.unit for one in sentence.left) or None,
            "right_ids": " ".join(one.unit for one in sentence.right) or None,
        }


def figure_rows(comparison: Comparison) -> Iterator[Cells]:
    """One row per figure."""
    for number, pair in enumerate(comparison.pairs, 1):
        for figure in pair.figures:
            stated = figure.right or figure.left
            yield {
                "number": number,
                "label": figure.label,
                "left": figure.left.text if figure.left else None,
                "right": figure.right.text if figure.right else None,
                "left_value": _value(figure.left),
                "right_value": _value(figure.right),
                "unit": stated.unit if stated else None,
                "difference": _number(figure.difference),
                "ratio": _number(figure.ratio),
                "relation": f"{RELATIONS[figure.relation]} {figure.relation}",
            }


def _side(marker: str, fragments: tuple[Fragment, ...]) -> str | None:
    return marker + "".join(fragment.text for fragment in fragments) or None


def _status(row: Row) -> str | None:
    if row.pair.status is None:
        return None
    return " → ".join(f"{STATES[one]} {one}" if one else "—" for one in row.pair.status)


def _lines(found: Iterator[str]) -> str | None:
    return "\n".join(found) or None


def _value(value: Value | None) -> float | None:
    return _number(value.value) if value else None


def _number(decimal: str | None) -> float | None:
    """A number as a spreadsheet stores it; the JSON keeps the exact one."""
    return None if decimal is None else float(decimal)
