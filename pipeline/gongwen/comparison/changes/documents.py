"""Cited documents that one side has and the other hasn't.

按照《党务公开条例(试行)》…… → 按照《党务公开条例》……        the same document: status and number may change
"""

from __future__ import annotations

from collections.abc import Sequence

from gongwen.comparison.units import Piece, mentions_in
from gongwen.contract import DocumentMention, Notice
from gongwen.contract.comparison import Citations


def cited(notice: Notice, pieces: Sequence[Piece]) -> list[str]:
    """The titles cited in some pieces of a notice, in order, each once; short forms are resolved."""
    titles: dict[str, None] = {}
    for piece in pieces:
        for mention in mentions_in(notice, piece):
            if isinstance(mention, DocumentMention):
                titles[mention.value.refers_to or mention.value.title] = None
    return list(titles)


def citations(left: Sequence[str], right: Sequence[str]) -> Citations:
    """What was added and what was removed."""
    return Citations(
        added=[title for title in right if title not in left],
        dropped=[title for title in left if title not in right],
    )
