"""The same quantity in both notices, told by its label.

城镇新增就业1200万人左右 → 1200万人以上                 城镇新增就业: the operator changed, the number did not
由31%提高到44% → 提高到57%                              the same share, told by where it went
城镇登记失业率4.5%以内 → 城镇调查失业率5.5%左右         redefined: a difference would say nothing
国内生产总值增长6%以上 → 不设定国内生产总值增长目标     explicitly absent
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal

from gongwen.comparison.assignment import assign
from gongwen.comparison.contract import Figure, FigureRelation, Value
from gongwen.comparison.units import Piece
from gongwen.comparison.weights import pairs
from gongwen.contract import Mention, MoneyMention, Notice, PercentMention, QuantityMention, RankMention

Counted = MoneyMention | QuantityMention | PercentMention | RankMention
COUNTED = (MoneyMention, QuantityMention, PercentMention, RankMention)

CLAUSE_END = re.compile(r"[,。;:!?、\n()]")
LINKS = (
    "全年 累计 共计 总计 合计 分别 已经 目前 保持在 控制在 稳定在 维持在 达到 不少于 不低于 超过 突破 提高 上升 增加 下降 降低 减少 压减 压缩 缩短 "
    "达 约 近 共 为 是 至 到 在 了 有 的 由 从 等 已 又 新 再"
).split()
TAIL = re.compile("(?:" + "|".join(LINKS) + ")+$")
"""Words that only lead from a label to its number."""
FROM = re.compile("[由从][^,。;:]{0,12}$")
LONGEST = 16
"""A label is so many characters at most, of those that stand next to its number."""
AFTER = re.compile(r"[^\d,。;:!?、\n()《》“”的和与及]{1,8}")
"""What is counted, where it follows: 46条整改措施."""
ABSENT = re.compile(
    r"(?:不再?|未|没有|无|暂不)(?:提出|设定|设置|设|确定|安排|明确)?(?:具体|全年|年度|量化)*([^,。;\n()]{0,16}?)(?:目标|指标)"
)
QUALIFIERS = (
    {"登记", "调查"},
    {"名义", "实际"},
    {"现价", "可比价"},
    {"户籍", "常住"},
    {"新增", "净增"},
    {"计划", "实际"},
    {"总量", "人均"},
)
"""Words that say which of several measures a number is."""
ALIKE = 0.5
"""Labels with so much in common are one."""
EXACT = Context(prec=130)
LONG = 60
"""A number of more digits is text: nothing is reckoned with it."""


@dataclass(frozen=True, slots=True)
class Counting:
    """A number of a unit with what it counts."""

    before: str
    after: str
    origin: bool
    """It is what the number was before: 由31%."""
    value: Value

    @property
    def label(self) -> str:
        """As a reader would call it."""
        return self.before if len(self.before) > 1 else self.before + self.after


Absence = tuple[str, Value]


def countings(notice: Notice, folded: str, pieces: Sequence[Piece]) -> list[Counting]:
    """The numbers of a unit in the order of its text; `folded` is the text of its notice."""
    found: list[Counting] = []
    for start, end in pieces:
        mentions = [mention for mention in _mentions(notice, start, end) if isinstance(mention, COUNTED)]
        edge, label = start, ""
        for number, mention in enumerate(mentions):
            limit = mentions[number + 1].span[0] if number + 1 < len(mentions) else end
            before = CLAUSE_END.split(folded[edge : mention.span[0]])[-1]
            origin = bool(FROM.search(before))
            bare = TAIL.sub("", before).strip("“”\"' ")[-LONGEST:]
            label = bare or (label if edge > start and before else "")
            after = AFTER.match(folded, mention.span[1], limit)
            found.append(Counting(label, after[0].strip() if after else "", origin, _value(mention)))
            edge = mention.span[1]
    return found


def _mentions(notice: Notice, start: int, end: int) -> Iterator[Mention]:
    at = bisect_left(notice.mentions, start, key=lambda mention: mention.span[0])
    while at < len(notice.mentions) and notice.mentions[at].span[0] < end:
        yield notice.mentions[at]
        at += 1


def _value(mention: Counted) -> Value:
    """What a mention says; of a percentage that goes down, the amount below 0."""
    down = isinstance(mention, PercentMention) and mention.value.change == "down"
    amount, high = mention.value.amount, None if isinstance(mention, RankMention) else mention.value.high
    return Value(
        text=mention.text,
        value=_minus(amount) if down else amount,
        high=_minus(high) if down and high else high,
        bound="eq" if isinstance(mention, RankMention) else mention.value.bound,
        unit=_unit(mention),
        span=mention.span,
    )


def _minus(amount: str) -> str:
    return amount if not amount.strip("0.") else f"-{amount}"


def _unit(mention: Counted) -> str:
    if isinstance(mention, MoneyMention):
        return mention.value.currency
    return "位" if isinstance(mention, RankMention) else mention.value.unit


def figures(
    left: Sequence[Counting],
    right: Sequence[Counting],
    left_absent: Sequence[Absence] = (),
    right_absent: Sequence[Absence] = (),
    *,
    turned: bool = False,
) -> list[Figure]:
    """The numbers that changed, in the order of the new text, those that came among them; then those that went."""
    back = _partners(left, right) if turned else {b: a for a, b in _partners(right, left).items()}
    met = set(back.values())
    rows = [
        _pair(left[back[b]], theirs) if b in back else _alone(None, theirs, left_absent)
        for b, theirs in enumerate(right)
    ]
    rows += [_alone(ours, None, right_absent) for a, ours in enumerate(left) if a not in met]
    return [row for row in rows if row.relation != "equal"]


def _partners(left: Sequence[Counting], right: Sequence[Counting]) -> dict[int, int]:
    """right -> left, of the numbers that count the same."""
    worth = {
        a: {b: value for b, theirs in enumerate(right) if (value := _worth(ours, theirs, a - b)) > 0}
        for a, ours in enumerate(left)
    }
    return {b: a for a, b in assign(worth).items()}


def _worth(left: Counting, right: Counting, distance: int) -> float:
    if left.origin != right.origin:
        return 0.0
    before = _shared(left.before, right.before)
    after = _shared(left.after, right.after)
    likeness = max(before, 0.6 * before + 0.4 * after) if left.before and right.before else after
    if likeness < ALIKE:
        return 0.0
    same_unit = left.value.unit == right.value.unit
    if not same_unit and likeness < 1:
        return 0.0
    return (
        likeness
        + 0.2 * same_unit
        + 0.2 * (left.value.value == right.value.value)
        - 0.001 * min(distance * distance, 100)
    )


def _shared(left: str, right: str) -> float:
    if left == right:
        return 1.0 if left else 0.0
    ours, theirs = pairs(left), pairs(right)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


def _pair(left: Counting, right: Counting) -> Figure:
    old, new = left.value, right.value
    operator = old.bound != new.bound or (old.high is None) != (new.high is None)
    redefined = old.unit != new.unit or _requalified(left.before + left.after, right.before + right.after)
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


def _alone(left: Counting | None, right: Counting | None, absent: Sequence[Absence]) -> Figure:
    """A number of one side; the other may say that it sets none."""
    known = left or right
    assert known
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
    return _plain(EXACT.subtract(Decimal(new), Decimal(old)))


def _ratio(new: str | None, old: str | None) -> str | None:
    if new is None or old is None or max(len(new), len(old)) > LONG or not Decimal(old):
        return None
    return _plain(round(EXACT.divide(Decimal(new), Decimal(old)), 4))


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def absences(text: str, folded: str, pieces: Sequence[Piece]) -> list[Absence]:
    """Where a unit says that it sets no number, with the label it sets none for."""
    return [
        (
            found[1] or found[0],
            Value(
                text=text[slice(*found.span())], value=None, high=None, bound="eq", unit="", span=found.span()
            ),
        )
        for start, end in pieces
        for found in ABSENT.finditer(folded, start, end)
    ]
