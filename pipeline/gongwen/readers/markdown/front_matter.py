"""Front matter: the pairs between two `---` that a Markdown copy opens with.

---
title: "关于……的通报"
发布日期: 2024-06-03
---
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gongwen.model import Dropped, Field, Origin

PAIR_LINE = re.compile(r"[^\W\d][\w-]*+:(?:\s|$)|[ \t]|- |#|\s*$")
"""A key and its value, or a continuation of the one above."""
MOST_LINES = 200


def front_matter(lines: Sequence[str]) -> tuple[list[Field], list[Dropped]]:
    """The pairs, and the lines that are left out; both empty if a text has no front matter."""
    if not lines or lines[0].strip().lstrip("\ufeff") != "---":
        return [], []
    end = next((at for at, line in enumerate(lines[1:MOST_LINES], 1) if line.strip() == "---"), None)
    if end is None or not all(map(PAIR_LINE.match, lines[1:end])):
        return [], []
    fields, left_out = [], []
    for number, line in enumerate(lines[: end + 1], 1):
        label, colon, value = line.partition(":")
        if colon and label.strip() == label and label:
            fields.append(Field(label, _scalar(value), f"front_matter:{label}"))
        left_out.append(Dropped(line.strip(), "front_matter", Origin(line=number)))
    return fields, left_out


def _scalar(value: str) -> str:
    """A YAML value on one line; one folded over several lines is not read."""
    value = value.strip()
    if value[:1] in ("'", '"'):
        return value[1:].partition(value[0])[0]
    value = value.partition(" #")[0].strip()
    return "" if value in (">", "|", ">-", "|-") else value
