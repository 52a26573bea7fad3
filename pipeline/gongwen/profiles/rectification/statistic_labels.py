"""The words beside a number that say what is counted.

已完成整改11个         已完成整改       before the number, in its clause
14个具体问题           具体问题         behind the number and those beside it
出台13个规章制度       出台规章制度     the noun behind, with the verb that made it
给予1人党内警告处分    党内警告处分     the discipline behind, or the state: 1项正在整改中
"""

from __future__ import annotations

import re

from gongwen.model import Mention

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
STATE = re.compile(
    r"(?:已经?|正在?|在|基本|持续|长期|阶段性|全部|均|尚未|暂未|未|仍|还|需要?|按|有序|加快|积极|抓紧){1,4}"
    r"(?:整改|完成|推进|坚持|到位|销号|办结|落实|进行|序时|进度){1,3}(?=中?[,。;:、\n)])"
)
"""What has come of a count, behind it: 1项正在整改中."""
COUNTED_UNITS = frozenset("个 项 条 件 类".split())
GIVEN = re.compile(r"([一-鿿]{2,14}?(?:处分|处理|警告|谈话|教育|诫勉|问责|处置))(?=[,。;、\n)])")
"""给予1人党内警告处分."""
APPLIED = re.compile(r"\s*(?:予以|进行|给予|作出|实施)了?([一-鿿]{2,12})")
OTHER_NOUN = re.compile(r"[一-鿿]")
GOES_ON = re.compile(
    r"中|均|已|全部|细化|分解|形成|得到|予以|正在|尚|未|的|达|有|需|属|整改|完成|推进|由|实行|以上|左右"
)


def words_for(folded: str, mention: Mention, after: int, end: int) -> tuple[str, str]:
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
