"""Why a line is page furniture; nothing where it is not."""

from gongwen.rules.layout.furniture import furniture_reason


def observe(given: str) -> str | None:
    return furniture_reason(given)
