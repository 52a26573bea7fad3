"""The heading of every numbered section, `null` where it has none."""

import gongwen


def observe(given: str) -> list[str | None]:
    return [section.heading for section in gongwen.parse(given).walk() if section.marker]
