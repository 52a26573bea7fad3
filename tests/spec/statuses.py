"""A status phrase in a notice of 5 July 2024, or of the day in a second line."""

import datetime
from typing import Any

from gongwen.model import Context
from gongwen.rules.dates.mentions import find_dates
from gongwen.rules.outcomes import labels, statuses
from gongwen.rules.text.characters import fold


def observe(given: str) -> Any:
    phrase, _, day = given.partition("\n")
    written = datetime.date.fromisoformat(day or "2024-07-05")
    folded = fold(phrase)
    label = labels.LABEL.match(folded)
    start = label.end() if label else 0
    found = find_dates(folded, folded, Context(written))
    reading = statuses.read(folded[start:], [date for date in found if date.start >= start], start, written)
    return reading and {"state": reading.state, "ongoing": reading.ongoing, "deadline": reading.deadline}
