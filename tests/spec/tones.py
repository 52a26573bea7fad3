"""`旧 → 新`: is the new wording of a problem harder, softer, or neither?"""

from gongwen.comparison.changes.tones import tone


def observe(given: str) -> str | None:
    return tone(*given.split(" → "))
