"""The amounts of money of a sentence: `2.55亿元 eq 255000000 CNY`, a range as `20000-50000`."""

from gongwen.model import Context
from gongwen.rules import money
from gongwen.rules.characters import fold


def observe(given: str) -> str:
    said = []
    for _, start, end, value in money.find(given, fold(given), Context()):
        amount = "-".join(filter(None, (value["amount"], value["high"])))
        said.append(f"{given[start:end]} {value['bound']} {amount} {value['currency']}")
    return "; ".join(said) or "-"
