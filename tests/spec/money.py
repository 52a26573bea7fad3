"""The amounts of money of a sentence: `2.55亿元 eq 255000000 CNY`, a range as `20000-50000`."""

from gongwen.model import Context
from gongwen.rules.amounts.money import find_money
from gongwen.rules.text.characters import fold


def observe(given: str) -> str:
    said = []
    for _, start, end, value in find_money(given, fold(given), Context()):
        amount = "-".join(filter(None, (value["amount"], value["high"])))
        said.append(f"{given[start:end]} {value['bound']} {amount} {value['currency']}")
    return "; ".join(said) or "-"
