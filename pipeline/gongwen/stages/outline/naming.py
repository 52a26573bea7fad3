"""Paragraphs get their final role from the outline: heading, item or plain paragraph.

一、总体要求                 heading       the whole block is a marker and its heading
（一）加强领导。各单位要……  item          it opens with a marker and has text
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gongwen.model import Body, Node


def name_blocks(body: Body, outline: Sequence[Node]) -> Body:
    """The body with `heading` and `item` where the outline has found them."""
    nodes = (node for root in outline for node in root.walk())
    opening = {node.marker.start: node for node in nodes if node.marker and not node.marker.inline}
    blocks = []
    for block in body.blocks:
        if block.role in ("paragraph", "lead", "closing"):
            # the marker of an amended article follows its quotation mark
            node = opening.get(block.start) or opening.get(block.start + 1)
            if node is not None:
                heading_end = node.heading.end if node.heading else 0
                whole = heading_end >= block.end - 1
                blocks.append(block._replace(role="heading" if whole else "item"))
                continue
        blocks.append(block)
    return replace(body, blocks=tuple(blocks))
