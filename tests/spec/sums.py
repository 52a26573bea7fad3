"""The paragraphs of a notice: which numbers do not agree."""

from typing import Any

from gongwen.model import Context
from gongwen.rules.amounts import sums
from gongwen.rules.amounts.money import find_money
from gongwen.rules.amounts.quantities import find_quantities
from gongwen.rules.dates.mentions import find_dates
from gongwen.rules.text.characters import fold


def observe(given: str) -> Any:
    folded = fold("各单位：" + given)
    finders = (find_dates, find_money, find_quantities)
    found = [mention for find in finders for mention in find(folded, folded, Context())]
    apart: list[Any] = []
    for mention in found:
        if all(mention.end <= other.start or mention.start >= other.end for other in apart):
            apart.append(mention)
    mentions = sorted(apart, key=lambda mention: mention.start)
    return [f"{doubt.code} {doubt.message}" for doubt in sums.check(folded, mentions)]
