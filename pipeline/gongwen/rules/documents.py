"""Not written yet: finds nothing."""

from __future__ import annotations

from gongwen.model import Context, Mention


def find(text: str, folded: str, context: Context) -> list[Mention]:
    """Not written yet: finds nothing."""
    return []
