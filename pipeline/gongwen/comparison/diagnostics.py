"""What makes a comparison doubtful as a whole.

one notice twice · two kinds of notices · two bodies · a notice without sections · nothing in common
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongwen.comparison.rounds import of_one_body
from gongwen.contract import Diagnostic, Notice, Severity
from gongwen.contract.comparison import Pair


def diagnose(old: Notice, new: Notice, pairs: Sequence[Pair]) -> list[Diagnostic]:
    """The diagnostics on comparing these two; empty for two notices of one kind that have something in common."""
    return list(_found(old, new, pairs))


def _found(old: Notice, new: Notice, pairs: Sequence[Pair]) -> Iterator[Diagnostic]:
    if old.id == new.id:
        yield _doubt("same_source", "info", "both are the same source, byte for byte")
    before, after = _kind(old), _kind(new)
    if before and after and before != after:
        yield _doubt("different_kinds", "warning", f"one is a {before}, the other a {after}")
    if not of_one_body(old, new):
        yield _doubt("different_bodies", "info", f"one is by {_issuer(old)}, the other by {_issuer(new)}")
    empty = [name for name, notice in (("old", old), ("new", new)) if not notice.outline]
    for name in empty:
        yield _doubt("nothing_to_compare", "warning", f"the {name} notice has no sections")
    if pairs and not empty and not any(pair.left and pair.right for pair in pairs):
        yield _doubt("nothing_in_common", "warning", "no section of one is like any of the other")


def _doubt(code: str, severity: Severity, message: str) -> Diagnostic:
    return Diagnostic(code=code, severity=severity, message=message, span=None)


def _kind(notice: Notice) -> str | None:
    return notice.metadata.kind.value if notice.metadata.kind else None


def _issuer(notice: Notice) -> str:
    return "、".join(issuer.value for issuer in notice.metadata.issuers)
