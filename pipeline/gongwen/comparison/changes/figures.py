"""The same quantity in both notices, identified by its label.

城镇新增就业1200万人左右 → 1200万人以上                 城镇新增就业: the operator changed, the number did not
由31%提高到44% → 提高到57%                              the same share, by its new value
城镇登记失业率4.5%以内 → 城镇调查失业率5.5%左右         redefined: a difference would be meaningless
国内生产总值增长6%以上 → 不设定国内生产总值增长目标     explicitly absent
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Context, Decimal

from gongwen.comparison.changes.countings import Absence, Counting
from gongwen.comparison.matching.assignment import assign
from gongwen.comparison.matching.weights import pairs
from gongwen.contract.comparison import Figure, FigureRelation
from gongwen.rules.numerals import decimal_text

QUALIFIERS = (
    {"登记", "调查"},
    {"名义", "实际"},
    {"现价", "可比价"},
    {"户籍", "常住"},
    {"新增", "净增"},
    {"计划", "实际"},
    {"总量", "人均"},
)
"""Words that distinguish similar measures."""
ALIKE = 0.5
"""Labels with this much in common are the same."""
MANY, NEAR = 2500, 60
NAMED = 4
"""From so many characters on, a label names the same indicator wherever it stands."""
OPENING = 0.8
"""One label is the beginning of the other: 问题中, 问题中已完成整改."""
EXACT = Context(prec=130)
"""Differences of numbers as long as notices print them, without rounding."""
LONG = 60
"""A number with more digits is treated as text."""


def figures(
    left: Sequence[Counting],
    right: Sequence[Counting],
    facing: Mapping[int, int],
    left_absent: Sequence[Absence] = (),
    right_absent: Sequence[Absence] = (),
    *,
    turned: bool = False,
) -> list[Figure]:
    """The numbers that changed or were added, in the order of the new text; then those that were removed.

    `facing` maps numbers, left -> right, that correspond by their wording.
    With `turned`, two sides given the other way round find the same partners.
    """
    partner = {a: b for a, b in facing.items() if _one_unit(left[a], right[b])}
    ours = {a: one for a, one in enumerate(left) if a not in partner}
    taken = set(partner.values())
    theirs = {b: one for b, one in enumerate(right) if b not in taken}
    if turned:
        partner |= {a: b for b, a in assign(_worths(theirs, ours)).items()}
    else:
        partner |= assign(_worths(ours, theirs))
    back = {b: a for a, b in partner.items()}
    rows = [
        _pair(left[back[b]], one) if b in back else _alone(one, None, one, left_absent)
        for b, one in enumerate(right)
    ]
    rows += [_alone(one, one, None, right_absent) for a, one in enumerate(left) if a not in partner]
    return [row for row in rows if row.relation != "equal"]


def _one_unit(left: Counting, right: Counting) -> bool:
    return left.value.unit == right.value.unit and left.change == right.change


def _worths(ours: Mapping[int, Counting], theirs: Mapping[int, Counting]) -> dict[int, dict[int, float]]:
    """The worth of each pair of numbers. If there are very many, only those with equal labels are considered."""
    many = len(ours) * len(theirs) > MANY
    by_label: dict[str, list[int]] = defaultdict(list)
    for b, one in theirs.items():
        by_label[one.label if many else ""].append(b)
    return {
        a: {
            b: value
            for b in by_label[one.label if many else ""][:NEAR]
            if (value := _worth(one, theirs[b], a - b)) > 0
        }
        for a, one in ours.items()
    }


def _worth(left: Counting, right: Counting, distance: int) -> float:
    if left.origin != right.origin or left.change != right.change or _averages(left) != _averages(right):
        return 0.0
    if left.home != right.home and not (left.before == right.before and len(left.before) >= NAMED):
        return 0.0
    before, after = _shared(left.before, right.before), _shared(left.after, right.after)
    likeness = max(before, 0.6 * before + 0.4 * after) if left.before and right.before else after
    if likeness < (ALIKE if _one_unit(left, right) else 1):
        return 0.0
    same = 0.2 * _one_unit(left, right) + 0.2 * (left.value.value == right.value.value)
    return likeness + same - 0.001 * min(distance * distance, 100)


def _averages(one: Counting) -> bool:
    """A yearly average covers several years, and is not comparable with a single year."""
    return "年均" in one.before or "平均每年" in one.before


def _shared(left: str, right: str) -> float:
    if left == right:
        return 1.0 if left else 0.0
    if min(len(left), len(right)) > 1 and (left.startswith(right) or right.startswith(left)):
        return OPENING
    ours, theirs = pairs(left), pairs(right)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


def _pair(left: Counting, right: Counting) -> Figure:
    old, new = left.value, right.value
    operator = old.bound != new.bound or (old.high is None) != (new.high is None)
    redefined = (
        old.unit != new.unit
        or _requalified(left.before + left.after, right.before + right.after)
        or _averages(left) != _averages(right)
    )
    same = old.value == new.value and old.high == new.high
    relation: FigureRelation = (
        "redefined"
        if redefined
        else "value_changed"
        if not same
        else "operator_changed"
        if operator
        else "equal"
    )
    difference = None if redefined else _less(new.value, old.value)
    return Figure(
        label=right.label,
        left=old,
        right=new,
        difference=difference,
        ratio=None if redefined else _ratio(new.value, old.value),
        operator_changed=operator,
        relation=relation,
    )


def _alone(
    known: Counting, left: Counting | None, right: Counting | None, absent: Sequence[Absence]
) -> Figure:
    """A number, `known`, on one side only; the other may say that it sets none."""
    none = next((value for label, value in absent if _shared(label, known.before) >= ALIKE), None)
    relation: FigureRelation = "added" if right else "explicitly_absent" if none else "dropped"
    return Figure(
        label=known.label,
        left=left.value if left else none,
        right=right.value if right else none,
        difference=None,
        ratio=None,
        operator_changed=False,
        relation=relation,
    )


def _requalified(left: str, right: str) -> bool:
    return any(
        (ours := {word for word in group if word in left})
        and (theirs := {word for word in group if word in right})
        and not ours & theirs
        for group in QUALIFIERS
    )


def _less(new: str | None, old: str | None) -> str | None:
    if new is None or old is None or max(len(new), len(old)) > LONG:
        return None
    return decimal_text(EXACT.subtract(Decimal(new), Decimal(old)))


def _ratio(new: str | None, old: str | None) -> str | None:
    if new is None or old is None or max(len(new), len(old)) > LONG or not Decimal(old):
        return None
    return decimal_text(EXACT.plus(round(EXACT.divide(Decimal(new), Decimal(old)), 4)))  # -0 is 0
