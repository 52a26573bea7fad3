"""Numbers that a notice gives for its whole rectification, each under the words beside it.

    14个问题中已完成整改11个，正在整改2个，整改完成率78.57%   问题 14个 · 已完成整改 11个 · 正在整改 2个 · 整改完成率 78.57%
    出台13个规章制度，对1人予以记大过处分                     出台规章制度 13个 · 记大过处分 1人
    移交问题线索2件3人，追缴资金7.132万元，诫勉0人             one number twice labelled; money in whole yuan; zero is a value

They stand in the lead, in the sections on organisation, and in what a section says before its issues; what an issue or
a section on the next steps says counts for itself alone. Only numbers of problems, tasks, measures, completion, rules,
money and discipline are taken: how often a group met is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from gongwen.model import Draft, Mention, Node

KINDS = frozenset({"quantity", "percent", "money"})
BREAK = re.compile(r"[,。;:、\n()!?]")
TOPIC_WORDS = (
    "问题|任务|措施|举措|整改|完成|成效|销号|推进|延期|制度|规定|办法|文件|追缴|追回|清退|挽回|收缴|上缴|退还|退缴|资金|金额|诫勉|批评教育|处分|处理|调查(?!研)|问责|谈话"
    "|线索|立案|移交|移送|约谈|提醒|通报|检查|追究|方面|留置|结案|查处|处罚|清单|罚款|节约|盘活|核减|序时|未按期|事项"
)
TOPIC = re.compile(TOPIC_WORDS)
NOUN = re.compile(
    r"(?:的)?(?P<noun>[一-鿿“”]{0,8}?(?:问题|任务|措施|举措|方面|制度|文件|办法|规定|线索|资金|清单|事项|意见))"
)
"""What is counted, right behind number and unit."""
VERBS = "出台|制定|修订|修改|完善|建立|健全|废止|印发|追缴|追回|清退|收缴|挽回|查处|移送|移交|立案|约谈|问责|给予|办结|发现|新建|新增|形成|整改|收回"
VERB = re.compile(rf"(?:(?:{VERBS})[及和、并]?)+$")
PRODUCT = re.compile(r"制度|文件|办法|规定|线索|资金")
"""What a verb makes or does away with; 反馈的5个问题 are 问题."""
NOISE = re.compile(
    r"^(?:中|截至|截止|其中|目前|现|已经(?=给予)|共计|总共|一共|合计|累计|先后|共|并|约|近|其余|剩余(?=$)|还有|还|另有|另|有|均|了|通过整改|经整改|对(?!照)|将|针对|的|各类|属|为)+"
)
TAIL_NOISE = re.compile(r"(?:共计|共|达到|达|为|至|约|近|累计|的|了|有|超过|等|余|合计|总计|是)+$")
APPLIED = re.compile(r"\s*(?:予以|进行|给予|作出|实施)了?([一-鿿]{2,12})")
OTHER_NOUN = re.compile(r"[一-鿿]")
GOES_ON = re.compile(
    r"中|均|已|全部|细化|分解|形成|得到|予以|正在|尚|未|的|达|有|需|属|整改|完成|推进|由|实行|以上|左右"
)
MEETINGS = frozenset("次 期 份 轮 场 场次 遍 天 年 个月 小时".split())
"""Units of how often and how long, which are no result."""
PERCENT_UNIT = "%"


def find(
    draft: Draft, issue_spans: Sequence[tuple[int, int]], next_steps: Sequence[str]
) -> list[dict[str, Any]]:
    """The statistics in the order of the text, as the contract has them."""
    closed = sorted([*issue_spans, *_spans(draft.outline, set(next_steps))])
    starts = [start for start, _ in closed]
    tail = _tail(draft)
    found: list[dict[str, Any]] = []
    last: Mention | None = None
    label, noun = "", ""
    for mention in draft.mentions:
        if mention.kind not in KINDS or mention.start >= tail:
            continue
        at = bisect_right(starts, mention.start) - 1
        if at >= 0 and mention.start < closed[at][1]:
            continue
        joined = last is not None and last.end == mention.start
        if not joined:
            begin = last.end + len(noun) if last else 0
            label, noun = _label(draft.body.folded, mention, begin)
        last = mention
        if TOPIC.search(label) and (mention.value.get("unit") not in MEETINGS or "谈" in label):
            found.append(_plain(mention, label))
    return found


def _spans(outline: Sequence[Node], names: set[str]) -> Iterator[tuple[int, int]]:
    pending = list(outline)
    while pending:
        node = pending.pop()
        if node.id in names:
            yield node.span.start, node.span.end
        else:
            pending.extend(node.children)


def _tail(draft: Draft) -> int:
    """Where the notice proper ends: contact and attachments count nothing."""
    ends = ("closing", "contact", "signature", "attachment")
    return next(
        (block.start for block in draft.body.blocks if block.role in ends and block.start),
        len(draft.body.text),
    )


def _label(folded: str, mention: Mention, after: int) -> tuple[str, str]:
    """The words that say what is counted, and the noun behind the number that is part of them.

    The words before the number in its clause, from `after` on; where the noun stands behind it, that noun, with the
    verb that made it.
    """
    begin = mention.start
    while begin > after and mention.start - begin < 30 and not BREAK.match(folded, begin - 1):
        begin -= 1
    before = folded[begin : mention.start]
    if before.endswith("对") and (applied := APPLIED.match(folded, mention.end)):
        return applied[1], ""
    before = _clean(re.split(r"问题中|任务中|措施中|其中|分别|涉及|我市|我县|我区", before)[-1])
    if mention.kind != "quantity":
        return before, ""
    if found := NOUN.match(folded, mention.end):
        noun = _clean(found["noun"])
        verb = VERB.search(before) if PRODUCT.search(noun) else None
        return (verb.group() if verb else "") + noun, found.group()
    counted = OTHER_NOUN.match(folded, mention.end) and not GOES_ON.match(folded, mention.end)
    return ("" if counted else before), ""


def _clean(words: str) -> str:
    words = words.strip(' “”"')
    return TAIL_NOISE.sub("", NOISE.sub("", words)).strip(' “”"')


def _plain(mention: Mention, label: str) -> dict[str, Any]:
    value = mention.value
    unit = value.get("unit") or value.get("currency") or PERCENT_UNIT
    return {
        "label": label,
        "amount": value["amount"],
        "unit": unit,
        "span": (mention.start, mention.end),
    }
