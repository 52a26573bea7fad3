"""The numbers of a unit, with what each counts.

反馈问题25个，已完成整改19个        反馈问题: 25个, 已完成整改: 19个
占比由31%提高到44%                  占比: 31% before, 44% now
细化为46条整改措施                  细化: 46条 整改措施
公路、铁路投资分别增长9.4%、8.9%    公路增长: 9.4%, 铁路投资增长: 8.9%
补助标准再提高30元                  补助标准: a change of 30元, not a level
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gongwen.comparison.changes.wording import Run
from gongwen.comparison.segments import Segment, cut
from gongwen.comparison.units import Piece, mentions_in
from gongwen.contract import MoneyMention, Notice, PercentMention, QuantityMention, RankMention
from gongwen.contract.comparison import Value
from gongwen.profiles.work_report.targets import SETTING

Counted = MoneyMention | QuantityMention | PercentMention | RankMention
COUNTED = (MoneyMention, QuantityMention, PercentMention, RankMention)

CLAUSE_END = re.compile(r"[,。;:!?、\n()]")
LINKS = (
    "全年 累计 共计 总计 合计 分别 已经 目前 保持在 控制在 稳定在 维持在 达到 不少于 不低于 超过 突破 提高 上升 增加 下降 降低 减少 压减 压缩 缩短 "
    "提升至 提升到 上升至 回升至 升至 升到 降至 降到 降为 增至 增加到 达 约 近 共 为 是 至 到 在 了 有 的 由 从 等 已 又 新 再"
).split()
LINK = re.compile("|".join(LINKS))
TAIL = re.compile(f"(?:{LINK.pattern})+$")
"""Words that merely lead from a label to its number."""
LEADS = re.compile(
    "^(?:全年|今年|去年[底末]?|年[底末]|其中|累计|共计?|将|对(?![照比外口应接]))+(?=[一-鿿]{3})"
)
"""Words on when a number was reached, or how it was counted, belong to no label: 全年国内生产总值增长3%, 共查摆问题33条."""
HOW_RECKONED = "比上年|同比|名义|实际|年均|平均每年"
CHANGE = "增长|增加|上涨|下降|减少|提高|降低"
BARE_CHANGE = re.compile(f"(?:{HOW_RECKONED}|同口径)*(?:{CHANGE})\\Z")
"""A change without a noun concerns the number before it in the sentence: 国内生产总值114万亿元、增长8.1%."""
CHANGED = re.compile(f"(?:{HOW_RECKONED}|分别)*(?:{CHANGE})\\Z")
SENTENCE_END = re.compile(r"[。;:!?\n]")
AGE = frozenset("来前间")
"""After a number of years: 40多年来 counts nothing."""
FROM = re.compile("[由从][^,。;:]{0,12}$")
NOUN = 2
"""So short a word between two numbers is what the first one counts: 4个方面14个问题."""
SHORT = 4
"""So short a label is completed by what follows the number."""
LONGEST_LABEL = 16
"""The most characters of a label: those next to its number."""
AFTER = re.compile(r"[^\d,。;:!?、\n()《》“”]{1,12}")
"""What is counted, if it follows the number: 46条整改措施."""
COUNTED_NOUN = 8
ENDS_NOUN = frozenset("的 和 与 及 已 到 为 由 向 对 将 并 未 在 等 以上 以内 左右 分别 并且 以及".split())
OPENS_NO_LABEL = frozenset("的 和 与 及 将 把 对 由 从 在 为 比 并 等 其中 以 使 让".split())
SHARED_OUT = re.compile(
    r"(?P<names>[^,。;:!?\n()\d]+?)(?P<verb>(?:年均|同比)?分别(?:年均|同比)?[^,。;:!?、\n()\d]{0,8})$"
)
"""公路、铁路投资分别增长: as many numbers follow as there are names."""
NAMES = re.compile("[、和与及]|以及")
ENUMERATED = frozenset(("、", "和", ",", "及", "与"))
BY = re.compile("(?:提高|增加|上调|上涨|下降|下调|减少|降低|压减|增长)了?(?:约|近|超|超过|大约)?$")
"""The number is the size of a change; 提高到84元 is what it is now."""
ABSENT = re.compile(
    rf"(?:不再?|未|没有|无|暂不)(?:{SETTING})?(?:具体|全年|年度|量化)*([^,。;\n()]{{0,16}}?)(?:目标|指标)"
)


@dataclass(frozen=True, slots=True)
class Counting:
    """A number of a unit, with what it counts."""

    before: str
    after: str
    origin: bool
    """It is the previous value: 由31%."""
    value: Value
    change: bool = False
    """It is the size of a change, not a level: 再提高30元."""
    home: int = 0
    """The passage of both texts that it belongs to."""

    @property
    def label(self) -> str:
        """As a reader would call it."""
        return self.before if len(self.before) > SHORT else self.before + self.after


Absence = tuple[str, Value]


def countings(notice: Notice, folded: str, pieces: Sequence[Piece]) -> list[Counting]:
    """The numbers of a unit in the order of its text; `folded` is the text of its notice."""
    found: list[Counting] = []
    for start, end in pieces:
        mentions = [mention for mention in mentions_in(notice, (start, end)) if isinstance(mention, COUNTED)]
        shared = _shared_out(folded, start, mentions)
        edge, label, subject, by = start, "", "", False
        for number, mention in enumerate(mentions):
            limit = mentions[number + 1].span[0] if number + 1 < len(mentions) else end
            between = folded[edge : mention.span[0]]
            before = CLAUSE_END.split(between)[-1]
            if _unit(mention) == "年" and folded[mention.span[1] : mention.span[1] + 1] in AGE:
                continue
            bare = LEADS.sub("", _last_words(TAIL.sub("", before[-4 * LONGEST_LABEL :]).strip("“”\"' ")))
            if SENTENCE_END.search(between):
                subject = ""
            if number in shared:
                bare = shared[number]
            elif BARE_CHANGE.fullmatch(bare):
                bare = _last_words(subject + bare)
            elif bare:
                subject = CHANGED.sub("", bare)
            label = bare or (label if edge > start and (before or not between) else "")
            if found and len(label) <= NOUN and label == found[-1].after:
                label = ""
            noun = _noun_behind(folded, mention.span[1], limit)
            if not found or between.strip() not in ENUMERATED:
                by = BY.search(before) is not None
            found.append(Counting(label, noun, bool(FROM.search(before)), _value(mention), by))
            edge = mention.span[1]
    return found


def _last_words(text: str) -> str:
    """The last whole words of a text that fit into a label, without mere connectives."""
    if len(text) <= LONGEST_LABEL:
        return text
    kept: list[str] = []
    for word in reversed(cut(text)):
        if sum(map(len, kept)) + len(word) > LONGEST_LABEL:
            break
        kept.append(word)
    while len(kept) > 1 and kept[-1] in OPENS_NO_LABEL:
        kept.pop()
    return "".join(reversed(kept))


def _noun_behind(folded: str, start: int, limit: int) -> str:
    """What follows a number as whole words: 整改措施 of 46条整改措施并抓好落实."""
    behind = AFTER.match(folded, start, limit)
    if behind is None or LINK.match(behind[0]):
        return ""
    noun = ""
    for word in cut(behind[0]):
        if word in ENDS_NOUN or len(noun) + len(word) > COUNTED_NOUN:
            break
        noun += word
    return noun.strip()


def _shared_out(folded: str, start: int, mentions: Sequence[Counted]) -> dict[int, str]:
    """The labels of numbers that one 分别 gives to as many names, by the place of the number."""
    labels: dict[int, str] = {}
    edge = start
    for number, mention in enumerate(mentions):
        between = folded[edge : mention.span[0]]
        edge = mention.span[1]
        if "分别" not in between or (given := SHARED_OUT.search(between)) is None:
            continue
        names = [name.strip() for name in NAMES.split(given["names"]) if name.strip()]
        if len(names) == 1 + _enumerated(folded, mentions, number):
            verb = given["verb"].replace("分别", "")
            labels |= {number + at: _last_words(name + verb) for at, name in enumerate(names)}
    return labels


def _enumerated(folded: str, mentions: Sequence[Counted], first: int) -> int:
    """How many numbers directly follow one: 9.4%、8.9%和7.1%."""
    count = 0
    for one, other in pairwise(mentions[first:]):
        if folded[one.span[1] : other.span[0]].strip() not in ENUMERATED:
            break
        count += 1
    return count


def _value(mention: Counted) -> Value:
    """The value of a mention; a percentage that falls has a negative amount."""
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


def absences(text: str, folded: str, pieces: Sequence[Piece]) -> list[Absence]:
    """Where a unit says that it sets no number, with the label in question."""
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


def facing(runs: Iterable[Run], left: Sequence[Counting], right: Sequence[Counting]) -> dict[int, int]:
    """The numbers that correspond to each other, left -> right: in equal words, or one replacing the other."""
    pairs: dict[int, int] = {}
    for run in runs:
        ours, theirs = _inside(run.left, left), _inside(run.right, right)
        if run.equal:
            seats = {seat: number for number, seat in theirs}
            pairs |= {number: seats[seat] for number, seat in ours if seat in seats}
        elif len(ours) == len(theirs) == len(run.left) == len(run.right) == 1:
            pairs[ours[0][0]] = theirs[0][0]
    return pairs


def _inside(segments: Sequence[Segment], numbers: Sequence[Counting]) -> list[tuple[int, tuple[int, int]]]:
    """The numbers in some segments, each with the index of its segment and its own in the segment."""
    found = []
    for place, segment in enumerate(segments):
        at = bisect_left(numbers, segment.start, key=lambda number: number.value.span[0])
        while at < len(numbers) and numbers[at].value.span[0] < segment.end:
            found.append((at, (place, numbers[at].value.span[0] - segment.start)))
            at += 1
    return found
