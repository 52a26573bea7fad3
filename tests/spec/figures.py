"""`旧 → 新`: the figures that changed, came or went."""

import gongwen


def observe(given: str) -> list[dict[str, object]]:
    old, new = (gongwen.parse(f"关于工作情况的报告\n一、{text}") for text in given.split(" → "))
    return [
        {
            "label": figure.label,
            "left": figure.left and figure.left.text,
            "right": figure.right and figure.right.text,
            "difference": figure.difference,
            "ratio": figure.ratio,
            "operator": figure.operator_changed,
            "relation": figure.relation,
        }
        for pair in gongwen.compare(old, new).pairs
        for figure in pair.figures
    ]
