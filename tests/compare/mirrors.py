"""A comparison and its mirror: the same two notices from the other side."""

import gongwen

TURNED = {"added": "removed", "removed": "added", "split": "merged", "merged": "split"}


def faces(comparison: gongwen.Comparison) -> list[tuple]:
    """What each pair says, in an order that has nothing to do with the sides."""
    return sorted(face(pair, False) for pair in comparison.pairs)


def mirrored(comparison: gongwen.Comparison) -> list[tuple]:
    """The same of a comparison whose sides are exchanged."""
    return sorted(face(pair, True) for pair in comparison.pairs)


def face(pair, turned: bool) -> tuple:
    left, right = (pair.right, pair.left) if turned else (pair.left, pair.right)
    changes = sorted(TURNED.get(change, change) if turned else change for change in pair.changes)
    ops = [
        (edit.right or (), edit.left or ()) if turned else (edit.left or (), edit.right or ())
        for edit in pair.wording
    ]
    numbers = sorted(repr((one.right, one.left) if turned else (one.left, one.right)) for one in pair.figures)
    status = pair.status and tuple(reversed(pair.status) if turned else pair.status)
    return pair.kind, left, right, changes, pair.similarity, sorted(ops), numbers, repr(status)
