"""Numbers that a notice gives for its whole rectification, each under the words beside it.

    14个问题中已完成整改11个，正在整改2个，整改完成率78.57%   问题 14个 · 已完成整改 11个 · 正在整改 2个 · 整改完成率 78.57%
    出台13个规章制度，对1人予以记大过处分                     出台规章制度 13个 · 记大过处分 1人
    移交问题线索2件3人，追缴资金7.132万元，诫勉0人             one number twice labelled; money in whole yuan; zero is a value
    其余2项正在推进，1项长期坚持；给予1人党内警告处分         正在推进 2项 · 长期坚持 1项 · 党内警告处分 1人

They stand in the lead, in the sections on organisation, and in what a section says before its issues; what an issue or
a section on the next steps says counts for itself alone. Only numbers of problems, tasks, measures, completion, rules,
money and discipline are taken: how often a group met is none, nor is who takes charge of what (领办重点问题5个).
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
    "|警告|记过|记大过|降级|撤职|开除|留党察看|免职|停职|训诫"
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
IN_CHARGE = re.compile(r"领办|包抓|包案|认领|领衔|带头|牵头")
OF_AN_OFFICE = re.compile(r"的[一-鿿]*谈")
"""对进度滞后的科室约谈2次 says how often an office was pressed."""
STATE = re.compile(
    r"(?:已经?|正在?|在|基本|持续|长期|阶段性|全部|均|尚未|暂未|未|仍|还|需要?|按|有序|加快|积极|抓紧){1,4}"
    r"(?:整改|完成|推进|坚持|到位|销号|办结|落实|进行|序时|进度){1,3}(?=中?[,。;:、\n)])"
)
"""What has come of a count, behind it: 1项正在整改中."""
COUNTED_UNITS = frozenset("个 项 条 件 类".split())
GIVEN = re.compile(r"([一-鿿]{2,14}?(?:处分|处理|警告|谈话|教育|诫勉|问责|处置))(?=[,。;、\n)])")
"""给予1人党内警告处分."""
FEW = re.compile(
    r"(?P<count>(?P<amount>[二两三四五六七八九])(?P<unit>个))(?P<noun>方面|(?:[具突主][体出要])?问题)"
)
"""Small counts in characters, which elsewhere seldom count: read in what was fed back alone."""
FED_BACK = re.compile(r"(?:反馈|指出)的?[^,。;\n]{0,20}$")
DIGITS = {character: str(number) for number, character in enumerate("二三四五六七八九", 2)} | {"两": "2"}
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
    folded = draft.body.folded
    found = [one for one in _few(folded, tail) if not _within(closed, starts, one["span"][0])]
    last: Mention | None = None
    label, noun = "", ""
    counts = [one for one in draft.mentions if one.kind in KINDS and one.start < tail]
    for at, mention in enumerate(counts):
        if _within(closed, starts, mention.start):
            continue
        if last is None or last.end != mention.start:
            begin = last.end + len(noun) if last else 0
            label, noun = _label(folded, mention, begin, _chain_end(folded, counts, at))
        last = mention
        if _tells(label, mention.value.get("unit", "")):
            found.append(_plain(mention, label))
    return sorted(found, key=lambda one: one["span"])


def _within(closed: Sequence[tuple[int, int]], starts: Sequence[int], place: int) -> bool:
    at = bisect_right(starts, place) - 1
    return at >= 0 and place < closed[at][1]


def _chain_end(folded: str, counts: Sequence[Mention], at: int) -> int:
    """Where the numbers end that stand side by side: 3大类14个具体问题, 3大类、14个具体问题."""
    while at + 1 < len(counts):
        classes = str(counts[at].value.get("unit", "")).endswith("类")
        if folded[counts[at].end : counts[at + 1].start] not in ("", "、" if classes else ""):
            break
        at += 1
    return counts[at].end


def _tells(label: str, unit: str) -> bool:
    """Whether words and unit name a result of the rectification."""
    if not (TOPIC.search(label) or label.endswith("坚持")) or IN_CHARGE.search(label):
        return False
    return unit not in MEETINGS or ("谈" in label and not OF_AN_OFFICE.search(label))


def _few(folded: str, tail: int) -> Iterator[dict[str, Any]]:
    """反馈的三个方面九个问题: single numerals, which are no mentions."""
    for found in FEW.finditer(folded, 0, tail):
        if FED_BACK.search(folded, max(0, found.start() - 30), found.start()):
            yield {
                "label": found["noun"],
                "amount": DIGITS[found["amount"]],
                "unit": found["unit"],
                "span": found.span("count"),
            }


def _spans(outline: Sequence[Node], names: set[str]) -> Iterator[tuple[int, int]]:
    """The sections of these ids, without those that stand in another of them."""
    end = 0
    for node in (node for root in outline for node in root.walk()):
        if node.id in names and node.span.start >= end:
            end = node.span.end
            yield node.span.start, end


def _tail(draft: Draft) -> int:
    """Where the notice proper ends: contact and attachments count nothing."""
    ends = ("closing", "contact", "signature", "attachment")
    return next(
        (block.start for block in draft.body.blocks if block.role in ends and block.start),
        len(draft.body.text),
    )


def _label(folded: str, mention: Mention, after: int, end: int) -> tuple[str, str]:
    """The words that say what is counted, and the noun behind the number that is part of them.

    The words before the number in its clause, from `after` on; where the noun stands behind it and those beside it,
    which end at `end`, that noun, with the verb that made it; else the state or the discipline behind it.
    """
    begin = mention.start
    while begin > after and mention.start - begin < 30 and not BREAK.match(folded, begin - 1):
        begin -= 1
    before = folded[begin : mention.start]
    if before.endswith("对") and (applied := APPLIED.match(folded, mention.end)):
        return applied[1], ""
    if before.endswith("给予") and (given := GIVEN.match(folded, mention.end)):
        return given[1], given[1]
    before = _clean(re.split(r"问题中|任务中|措施中|其中|分别|涉及|我市|我县|我区", before)[-1])
    if mention.kind != "quantity":
        return before, ""
    if found := NOUN.match(folded, end):
        noun = _clean(found["noun"])
        verb = VERB.search(before) if PRODUCT.search(noun) else None
        return (verb.group() if verb else "") + noun, found.group()
    counts = mention.value["unit"] in COUNTED_UNITS and not TOPIC.search(before)
    if counts and (state := STATE.match(folded, end)):
        return state.group(), state.group()
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
