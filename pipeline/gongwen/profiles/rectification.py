"""Not written yet: finds nothing."""

from __future__ import annotations

from typing import Any

from gongwen.model import Diagnostic, Draft


def applies(draft: Draft) -> bool:
    """Not written yet: finds nothing."""
    return False


def record(draft: Draft) -> tuple[dict[str, Any], list[Diagnostic]]:
    """Not written yet: finds nothing."""
    return {}, []
