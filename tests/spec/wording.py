"""`旧 → 新`: what was inserted, deleted or replaced, as [op, old words, new words]."""

import gongwen
from gongwen.comparison.changes.wording import runs, stretches
from gongwen.comparison.segments import Source


def observe(given: str) -> list[list[str | None]]:
    old, new = map(gongwen.parse, given.split(" → "))
    left, right = Source(old), Source(new)
    found = runs(left, [(0, len(old.text))], right, [(0, len(new.text))])
    return [
        [op, ours and old.text[slice(*ours)], theirs and new.text[slice(*theirs)]]
        for op, ours, theirs in stretches(found, left, right)
        if op != "equal"
    ]
