"""The dates of a sentence in a notice of 9 July 2024, or of the date after an `@`; `@none` is a notice without a date,
`@2024` one that is made for 2024, `@2023-04-12《2022年统计公报》` one of that title.

`6月底前 by ..2024-06-30` is the text, the relation, and both ends; `?` is a date that nothing tells, `??` one that is
reported as unresolved.
"""

import datetime

from gongwen.model import Context
from gongwen.rules.dates.mentions import find_dates, unresolved_dates
from gongwen.rules.text.characters import fold


def observe(given: str) -> str:
    day, _, text = given[1:].partition(" ") if given.startswith("@") else ("2024-07-09", "", given)
    day, _, title = day.partition("《")
    year = int(day) if day.isdecimal() else None
    context = Context(
        None if year or day == "none" else datetime.date.fromisoformat(day), title.rstrip("》"), year
    )
    found = find_dates(text, fold(text), context)
    unresolved = {diagnostic.span for diagnostic in unresolved_dates(text, found)}
    said = []
    for _, start, end, value in found:
        place = f"{value['start'] or ''}..{value['end'] or ''}"
        meant = (
            f"{value['relation']} {place}"
            if value["resolved"]
            else "??"
            if (start, end) in unresolved
            else "?"
        )
        said.append(f"{text[start:end]} {meant}")
    return "; ".join(said) or "-"
