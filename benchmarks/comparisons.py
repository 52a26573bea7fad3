"""Two notices compared, beside what compares two JSON or XML trees: `python -m benchmarks.comparisons [--notice FILE]`.

A notice and a copy of it with a dozen edits. gongwen compares the two notices; deepdiff and xmldiff compare the trees of
both, `{marker, heading, text, children}`, without the offsets that would change everywhere. Parsing is done and
dictionaries are loaded before the clock starts.
"""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from xml.etree import ElementTree

import gongwen
from benchmarks.notices import rectification
from benchmarks.table import Row, milliseconds, table, times
from benchmarks.timing import Turn, pin_to_one_core, take_turns

LIMIT = 0.015
"""Seconds that the alignment and its edits may take for a notice of 12,000 characters."""
ADDED = "由第三方评估机构随机抽取点位核验，结果向社会公示，并纳入年度考核。"
Tree = dict[str, Any]


def edited(text: str, random: Random) -> str:
    """A copy with three figures changed, three paragraphs reworded, two moved, two removed and two added."""
    lines = text.split("\n")
    body = [at for at, line in enumerate(lines) if len(line) > 40]
    counted = random.sample([at for at in body if any(mark.isdecimal() for mark in lines[at])], 3)
    chosen = counted + random.sample([at for at in body if at not in counted], 9)
    for at in chosen[:3]:
        lines[at] = lines[at].translate(str.maketrans("123456789", "234567891"))
    for at in chosen[3:6]:
        lines[at] = lines[at].replace("，", "，进一步", 1).replace(",", ",进一步", 1)
    moved = [lines[at] for at in chosen[6:8]]
    gone = set(chosen[6:10])
    for at in chosen[10:12]:
        lines[at] += "\n" + lines[at][:2] + ADDED
    kept = [line for at, line in enumerate(lines) if at not in gone]
    seats = [at for at, line in enumerate(kept) if len(line) > 40]
    for line in moved:
        kept.insert(random.choice(seats), line)
    return "\n".join(kept)


def tree_of(notice: gongwen.Notice) -> list[Tree]:
    """The outline as plain values, without offsets."""

    def plain(section: Any) -> Tree:
        return {
            "marker": section.marker.text if section.marker else "",
            "heading": section.heading or "",
            "text": notice.text_of(section),
            "children": [plain(child) for child in section.children],
        }

    return [plain(section) for section in notice.outline]


def element_of(tree: list[Tree]) -> ElementTree.Element:
    """The same tree as XML, for xmldiff."""

    def element(node: Tree) -> ElementTree.Element:
        made = ElementTree.Element("section", marker=node["marker"])
        ElementTree.SubElement(made, "heading").text = node["heading"]
        ElementTree.SubElement(made, "text").text = node["text"]
        made.extend(element(child) for child in node["children"])
        return made

    root = ElementTree.Element("notice")
    root.extend(element(node) for node in tree)
    return root


def deep_operations(left: list[Tree], right: list[Tree], ignore_order: bool) -> int:
    """How many differences deepdiff reports."""
    from deepdiff import DeepDiff

    found = DeepDiff(left, right, ignore_order=ignore_order)
    return sum(len(rows) for rows in found.values())


def xml_operations(left: str, right: str) -> int:
    """How many operations xmldiff reports."""
    from xmldiff.main import diff_texts

    return len(diff_texts(left, right))


def measure(source: str | bytes, rounds: int, where: str) -> list[Row]:
    """gongwen beside both on one notice and its edited copy."""
    old = gongwen.parse(source)
    new = gongwen.parse(edited(old.text, Random(1)))
    trees = tree_of(old), tree_of(new)
    texts = [ElementTree.tostring(element_of(tree), encoding="unicode") for tree in trees]
    works: dict[str, Any] = {
        "gongwen": partial(gongwen.compare, old, new),
        "deepdiff": partial(deep_operations, *trees, False),
        "deepdiff, any order": partial(deep_operations, *trees, True),
        "xmldiff": partial(xml_operations, *texts),
    }
    comparison = works["gongwen"]()
    said = {"gongwen": len(comparison.changed)} | {
        name: work() for name, work in works.items() if name != "gongwen"
    }
    turn: Turn = works
    taken = take_turns([turn], rounds)
    rows = [
        Row(
            f"gongwen, {len(old.text)} characters, {len(comparison.pairs)} pairs ({where})",
            milliseconds(taken["gongwen"]),
            f"<= {milliseconds(LIMIT)}",
            ", ".join(f"{change} {count}" for change, count in comparison.summary.items() if count),
        )
    ]
    for name in said:
        rows.append(Row(f"operations of {name}", str(said[name]), "-", milliseconds(taken[name])))
        if name != "gongwen":
            rows.append(Row(f"{name} / gongwen, time", times(taken[name] / taken["gongwen"]), "-"))
    return rows


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser("benchmarks.comparisons")
    parser.add_argument("--notice", type=Path, help="a notice, .txt or .html (one written for this run)")
    parser.add_argument("--rounds", type=int, default=9, help="rounds, of which the median counts (9)")
    chosen = parser.parse_args(arguments)
    print(pin_to_one_core(), "-", f"median of {chosen.rounds} rounds", flush=True)
    source = chosen.notice.read_bytes() if chosen.notice else rectification()
    print(table(measure(source, chosen.rounds, str(chosen.notice or "written for this run"))))


if __name__ == "__main__":
    main()
