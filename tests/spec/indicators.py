"""What a clause of a report says: each number with its indicator, as the report of a city reads."""

from typing import Any

from gongwen.model import Context
from gongwen.profiles.work_report.clauses import statements
from gongwen.profiles.work_report.indicators import name_of
from gongwen.rules.amounts.money import find_money
from gongwen.rules.amounts.quantities import find_quantities
from gongwen.rules.text.characters import fold


def observe(given: str) -> list[dict[str, Any]]:
    folded, context = fold(given), Context()
    found = [*find_money(given, folded, context), *find_quantities(given, folded, context)]
    mentions = tuple(sorted(found, key=lambda mention: mention.start))
    made = []
    for one in statements(folded, mentions, local=True):
        name, sign = name_of(one.noun, one.change, one.unit, local=True)
        made.append(
            {
                "indicator": name,
                "sign": sign,
                "value": one.value["amount"],
                "high": one.value["high"],
                "operator": one.value["bound"],
                "unit": one.unit,
                "text": given[one.start : one.end],
            }
        )
    return made
