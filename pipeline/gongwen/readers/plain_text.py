"""A notice as plain text or as a Markdown copy: one line, one block.

---                                  front matter becomes fields
title: 关于……的通报
---
## **一、总体情况**                   marks are markup: left out, by name
"""

from __future__ import annotations

import re

from gongwen.model import Block, Dropped, Field, Origin, Page
from gongwen.options import Options

LINE_ENDS = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
MARKDOWN = re.compile(r"(?m)^(?:---\s*$|#{1,6} \S|> |\*\*\S.*\*\*|\{:)")
FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?:(?!---)(?:[A-Za-z_][\w-]*+:|[ \t-]).*\n)++---[ \t]*\r?$", re.MULTILINE
)
MARKUP = re.compile(
    r"^(?:\s*>(?: |$))+(?:\[![a-z]+\][+-]?)?|^\s*#{1,6} +|\*\*|<br ?/?>|^\s*```\w*|^\s*[+*-] (?=\S)|^\[\^?\w+\]: .*|\[\^\w+\]|\{:[^{}]*\}|<!--.*?-->"
)
RULE = re.compile(r"^[\s>]*(?:-{3,}|\*{3,}|_{3,})\s*$")
ALIGNED = re.compile(r"\{:\s*align=(center|right)\s*\}")


def read_plain_text(source: str, encoding: str, options: Options) -> Page:
    """The lines of a text in order; blank ones only leave `Block.gap` on the line below."""
    lines = LINE_ENDS.split(source)
    if options.media_type == "text/markdown" or (options.media_type is None and _is_markdown(source[:20000])):
        return _markdown(lines, encoding)
    blocks, gap = [], False
    for number, line in enumerate(lines, 1):
        if not line or line.isspace():
            gap = True
            continue
        blocks.append(Block(line, Origin(line=number), align=_placing(line), gap=gap))
        gap = False
    return Page(tuple(blocks), "text/plain", encoding)


def _is_markdown(head: str) -> bool:
    return FRONT_MATTER.match(head) is not None or len(MARKDOWN.findall(head)) >= 3


def _placing(line: str) -> str:
    """A line pushed far to the right by blanks is set there; a first-line indent is two characters."""
    indent = line[: len(line) - len(line.lstrip())]
    return "right" if len(indent) + indent.count("\u3000") >= 16 else ""


def _markdown(lines: list[str], encoding: str) -> Page:
    blocks: list[Block] = []
    dropped: list[Dropped] = []
    fields, first = _front_matter(lines, dropped)
    gap = False
    for number, line in enumerate(lines[first:], first + 1):
        if not line.strip() or RULE.match(line):
            if line.strip():
                dropped.append(Dropped(line.strip(), "markup", Origin(line=number)))
            gap = True
            continue
        plain, marks = _without_markup(line)
        if marks:
            dropped.append(Dropped(" ".join(marks), "markup", Origin(line=number)))
        if blocks and not plain.strip() and (aligned := ALIGNED.search(line)):
            blocks[-1] = blocks[-1]._replace(align=aligned[1])
        if plain.strip():
            heading = next((len(mark) for mark in marks if mark.startswith("#")), 0)
            bold = (
                line.count("**") == 2 and line.strip(" >#").startswith("**") and line.rstrip().endswith("**")
            )
            blocks.append(Block(plain, Origin(line=number), bold=bold, heading=heading, gap=gap))
            gap = False
    return Page(tuple(blocks), "text/markdown", encoding, tuple(dropped), tuple(fields))


def _without_markup(line: str) -> tuple[str, list[str]]:
    marks: list[str] = []

    def note(found: re.Match[str]) -> str:
        marks.append(found.group().strip())
        return ""

    plain = MARKUP.sub(note, line)
    if plain != line:  # a heading inside a quotation shows its marks only once the quotation's are gone
        plain = re.sub(r"^\s*#{1,6} +", note, plain)
    return plain, marks


def _front_matter(lines: list[str], dropped: list[Dropped]) -> tuple[list[Field], int]:
    if not lines or lines[0].strip().lstrip("\ufeff") != "---":
        return [], 0
    try:
        end = next(i for i, line in enumerate(lines[1:200], 1) if line.strip() == "---")
    except StopIteration:
        return [], 0
    fields = []
    for number, line in enumerate(lines[: end + 1], 1):
        label, colon, value = line.partition(":")
        if colon and label.strip() == label and label:
            fields.append(Field(label, value.strip().strip("\"'"), f"front_matter:{label}"))
        dropped.append(Dropped(line.strip(), "front_matter", Origin(line=number)))
    return fields, end + 1
