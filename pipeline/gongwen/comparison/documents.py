"""Cited documents that one side has and the other hasn't.

按照《党务公开条例(试行)》…… → 按照《党务公开条例》……        the same document: status and number may change
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from gongwen.comparison.contract import Citations
from gongwen.comparison.units import Piece
from gongwen.contract import DocumentMention, Notice


def cited(notice: Notice, pieces: Sequence[Piece]) -> list[str]:
    """The titles that some pieces of a notice cite, in order, each once; of a short form, what it stands for."""
    titles: dict[str, None] = {}
    for start, end in pieces:
        at = bisect_left(notice.mentions, start, key=lambda mention: mention.span[0])
        while at < len(notice.mentions) and notice.mentions[at].span[0] < end:
            mention = notice.mentions[at]
            if isinstance(mention, DocumentMention):
                titles[mention.value.refers_to or mention.value.title] = None
            at += 1
    return list(titles)


def citations(left: Sequence[str], right: Sequence[str]) -> Citations:
    """What came and what went."""
    return Citations(
        added=[title for title in right if title not in left],
        dropped=[title for title in left if title not in right],
    )
