"""Codes of the diagnostics about the numbering, with the text each points at."""

import gongwen

NUMBERING = (
    "gap duplicate backwards restart starts_late continued_across_parent skipped_level missing_dot extra_point "
    "mixed_brackets confusable_marker"
).split()


def observe(given: str) -> str:
    notice = gongwen.parse(given)
    return " ".join(
        f"{doubt.code}:{notice.text[slice(*doubt.span)]}"
        for doubt in notice.diagnostics
        if doubt.code in NUMBERING and doubt.span
    )
