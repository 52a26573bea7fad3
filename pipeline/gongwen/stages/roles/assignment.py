"""Every block gets its part in the notice: title, recipient, lead, paragraph, signature, attachment ...

    首页 >> 通知公告            breadcrumb          一、总体要求 ……     paragraph
    ……关于……的通知              title               特此通知。           closing
    江政办发〔2024〕24号        document_number     江城市商务局         signature
    各区人民政府：              recipient           2024年6月3日         date
    现将……通知如下。            lead                （此件公开发布）     annotation

The order of the parts is that of GB/T 9704-2012 section 7: what stands above the title, between title and text, in the
text, and below it. `gongwen.rules.layout.parts` knows what a line looks like, this stage where it may stand. Paragraphs
that turn out to be headings or items are renamed once the outline is known (`gongwen.stages.outline.naming`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from gongwen.model import Body, BodyBlock, Page
from gongwen.model.vocabulary import Role
from gongwen.stages.roles.contents import tables_of_contents, unnumbered_chapters
from gongwen.stages.roles.lower_part import text_and_below
from gongwen.stages.roles.upper_part import above_text, find_title, repeated_title

ROLES: tuple[str, ...] = get_args(Role)
TEXT_ROLES = frozenset("lead heading paragraph item table closing contact".split())
"""The roles whose characters the outline accounts for."""


def roles(body: Body, page: Page) -> Body:
    """The body with a role for every block."""
    lines = [body.folded[block.start : block.end] for block in body.blocks]
    found = ["table" if block.source.row else "" for block in body.blocks]
    tables_of_contents(lines, found)
    unnumbered_chapters(lines, found)
    title = find_title(lines, body.blocks, found, page)
    text_from = above_text(lines, found, body.blocks, title)
    text_and_below(lines, found, body.blocks, text_from)
    repeated_title(lines, found, title)
    blocks = tuple(
        BodyBlock(start, end, role, source)
        for (start, end, _, source), role in zip(body.blocks, found, strict=True)
    )
    return replace(body, blocks=blocks)
