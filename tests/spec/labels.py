"""What a line says as a label or as pairs."""

from typing import Any

from gongwen.rules.layout.labels import canonical, is_label, opens_pair, split_pairs


def observe(given: str) -> dict[str, Any]:
    pairs = split_pairs(given, given)
    return {
        "label": is_label(given),
        "name": canonical(given),
        "opens": opens_pair(given),
        "pairs": pairs and [list(pair) for pair in pairs],
    }
