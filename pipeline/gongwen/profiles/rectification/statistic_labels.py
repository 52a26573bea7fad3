"""The words beside a number that say what is counted.

已完成整改11个         已完成整改       before the number, in its clause
14个具体问题           具体问题         behind the number and those beside it
出台13个规章制度       出台规章制度     the noun behind, with the verb that made it
给予1人党内警告处分    党内警告处分     the discipline behind, or the state: 1项正在整改中
"""

from __future__ import annotations

import re

from gongwen.model import Mention
from gongwen.rules.outcome_words import ANY as OUTCOME
from gongwen.rules.outcome_words import DONE_BY_ITSELF, HOW_IT_GOES

BREAK = re.compile(r"[,。;:、\n()!?]")
MATTERS = "问题 任务 措施 举措 方面 清单 事项"
TOPIC_WORDS = (
    MATTERS,  # what is put right
    "整改 成效 推进 序时 延期 未按期",  # how far
    "制度 规定 办法 文件",  # what is made for it
    "资金 金额 罚款 追缴 追回 清退 挽回 收缴 上缴 退还 退缴 节约 盘活 核减",  # money
    "线索 立案 结案 移交 移送 查处 检查 追究 问责 处理 处分 处罚 留置",  # proceedings
    "谈话 约谈 提醒 通报 诫勉 训诫 批评教育 警告 记过 记大过 降级 撤职 开除 留党察看 免职 停职",  # discipline
)
TOPIC = re.compile(f"{'|'.join(' '.join(TOPIC_WORDS).split())}|{DONE_BY_ITSELF}|调查(?!研)")
"""What the numbers of a whole rectification count."""
PRODUCTS = "制度|文件|办法|规定|线索|资金"
NOUN = re.compile(rf"(?:的)?(?P<noun>[一-鿿“”]{{0,8}}?(?:{MATTERS.replace(' ', '|')}|意见|{PRODUCTS}))")
"""What is counted, right after number and unit."""
VERBS = (
    "出台 制定 修订 修改 完善 建立 健全 废止 印发 形成 新建 新增",  # rules
    "追缴 追回 清退 收缴 挽回 收回",  # money
    "查处 移送 移交 立案 约谈 问责 给予 发现 办结 整改",  # proceedings
)
VERB = re.compile(f"(?:(?:{'|'.join(' '.join(VERBS).split())})[及和、并]?)+$")
PRODUCT = re.compile(PRODUCTS)
"""What is made or abolished; 反馈的5个问题 are 问题."""
NOISE = re.compile(
    r"""^(?:
        中|截至|截止|其中|目前|现|已经(?=给予)|通过整改|经整改           # 截至目前
      | 共计|总共|一共|合计|累计|先后|共|并|约|近|均|了                  # 共计
      | 其余|剩余(?=$)|还有|还|另有|另|有                             # 其余
      | 对(?!照)|将|针对|的|各类|属|为                               # 针对
    )+""",
    re.VERBOSE,
)
TAIL_NOISE = re.compile(r"(?:共计|共|达到|达|为|至|约|近|累计|的|了|有|超过|等|余|合计|总计|是)+$")
_state = f"(?:{HOW_IT_GOES}|在|需要|按){{1,4}}(?:{OUTCOME}|序时|进度){{1,3}}"
ONLY_STATE = re.compile(_state)
STATE = re.compile(rf"{_state}(?=中?[,。;:、\n)])")
"""The state of what is counted, after it: 1项正在整改中."""
COUNTED_UNITS = frozenset("个 项 条 件 类".split())
GIVEN = re.compile(r"([一-鿿]{2,14}?(?:处分|处理|警告|谈话|教育|诫勉|问责|处置))(?=[,。;、\n)])")
"""给予1人党内警告处分."""
APPLIED = re.compile(r"\s*(?:予以|进行|给予|作出|实施)了?([一-鿿]{2,12})")
OTHER_NOUN = re.compile(r"[一-鿿]")
GOES_ON = re.compile(
    r"中|均|已|全部|细化|分解|形成|得到|予以|正在|尚|未|的|达|有|需|属|整改|完成|推进|由|实行|以上|左右"
)


def words_for(folded: str, mention: Mention, after: int, end: int) -> tuple[str, str]:
    """The words that say what is counted, and the noun after the number that is part of them.

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
