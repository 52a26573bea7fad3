"""The paragraphs of a notice: which numbers do not agree."""

from typing import Any

from gongwen.model import Context
from gongwen.rules import dates, money, quantities, sums
from gongwen.rules.characters import fold


def observe(given: str) -> Any:
    folded = fold("各单位：" + given)
    found = [
        mention for finder in (dates, money, quantities) for mention in finder.find(folded, folded, Context())
    ]
    apart: list[Any] = []
    for mention in found:
        if all(mention.end <= other.start or mention.start >= other.end for other in apart):
            apart.append(mention)
    mentions = sorted(apart, key=lambda mention: mention.start)
    return [f"{doubt.code} {doubt.message}" for doubt in sums.check(folded, mentions)]
