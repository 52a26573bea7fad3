"""`旧 → 新`: two small notices, and what became of each part that changed, as [old ids, new ids, changes]."""

import gongwen


def observe(given: str) -> list[list[object]]:
    old, new = (gongwen.parse(f"关于重点工作情况的报告\n{text}") for text in given.split(" → "))
    return [
        [" ".join(pair.left), " ".join(pair.right), " ".join(pair.changes)]
        for pair in gongwen.compare(old, new).changed
    ]
