"""The markers inside the one paragraph of a text."""

import gongwen


def observe(given: str) -> str:
    return " ".join(section.marker.text for section in gongwen.parse(given).walk() if section.marker)
