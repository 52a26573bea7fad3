"""The percentages of a sentence, the other kinds left out."""

from gongwen.model import Context
from gongwen.rules.amounts.quantities import find_quantities
from gongwen.rules.text.characters import fold


def observe(given: str) -> str:
    said = []
    for kind, start, end, value in find_quantities(given, fold(given), Context()):
        if kind == "percent":
            amount = "-".join(filter(None, (value["amount"], value.get("high"))))
            parts = (given[start:end], value.get("change"), value.get("bound"), amount, value.get("unit"))
            said.append(" ".join(filter(None, parts)))
    return "; ".join(said) or "-"
