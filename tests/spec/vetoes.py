"""The markers of a text, in order."""

import gongwen


def observe(given: str) -> str:
    return " ".join(section.marker.text for section in gongwen.parse(given).walk() if section.marker)
