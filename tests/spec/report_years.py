"""The year that 今年 means in a report without a date; `null` where nothing tells it."""

from gongwen.assembly import parse


def observe(given: str) -> int | None:
    years = [
        str(mention.value.start)
        for mention in parse(given).mentions
        if mention.kind == "date" and mention.text == "今年" and mention.value.resolved
    ]
    return int(years[0][:4]) if years else None
