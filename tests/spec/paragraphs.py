"""The blocks of a text after its lines are joined and parted."""

import gongwen


def observe(given: str) -> str:
    return gongwen.parse(given).text
