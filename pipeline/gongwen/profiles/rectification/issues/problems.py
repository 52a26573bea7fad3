"""The wording of a problem and the frame around it: 针对X问题, 关于“X”问题的整改, 在“X”方面, X:……

    针对学习不深入,学用结合不紧问题          学习不深入,学用结合不紧       针对 … 问题
    关于“政治引领有短板”问题的整改。         政治引领有短板               关于“ … ”问题的整改
    关于选人用人不规范方面问题              选人用人不规范               an area (类): other problems stand below it
    在深化改革上下功夫                      the whole                   no frame: a task, not a deficit
    尚未完成整改的问题                      the whole                   a state shared by many problems, not a problem

The problem is the heading without marker and frame; the frame is taken off once, so that 针对对账不及时问题 keeps its
second 对. Deficit words (不够 不到位 有差距 薄弱 滞后 有待 ...) identify a problem without a frame.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from gongwen.rules.outcome_words import ANY as OUTCOME
from gongwen.rules.outcome_words import HOW_IT_GOES

NOT_ENOUGH = tuple(
    "够 足 到位 实 严 深 强 高 大 力 细 透 快 彻底 规范 健全 充分 完善 扎实 及时 明显 坚决 经常 全面 精准 主动 紧密".split()
)
"""Completions of 不 in a deficit: 不够, 不到位."""
GAPS = tuple("差距 偏差 落差 短板 欠缺 温差 不足".split())
"""Completions of 有 in a deficit: 有差距."""
DEFICIT = re.compile(
    rf"""
    不(?: {"|".join(NOT_ENOUGH)}                                              # 学习不够
        | 广|力|清|准|畅|均|多|牢|紧|密|优|佳|当|顺|硬|浓|重|能|善|愿|敢|规|符               # 底数不清
        | 担当|严格|严谨|明确|合理|合规|平衡|协调|统一|一致|匹配|落实|作为|配套|积极|深入|系统      # 标准不统一
        | 具体|重视|理想|稳定|专业|科学|完整|真实|到边|聚焦|突出                               # 数据不真实
      )
    | 有(?:{"|".join(GAPS)}|盲区|盲点|漏洞|缺失|纰漏|缺陷|薄弱环节|弱项|死角|反弹|待)     # 落实有差距
    | (?:尚|仍|亟|还)[需待须]                                                    # 机制仍需完善
    | 存在[^,。;]{{0,16}}(?:差距|偏差|漏洞|风险|隐患|薄弱|不足|短板|盲区|问题|现象|短缺|缺位|交叉|弱项)  # 存在廉政风险
    | 短板|弱项|欠缺|缺乏|缺失|缺位|薄弱|弱化|虚化|淡化|边缘化                          # 监督弱化
    | 滞后|缓慢|迟缓|松懈|松散|松软|混乱|低效|闲置|沉淀|脱节|断层|老化|偏[低高少慢软弱松差]  # 进度滞后
    | 流于形式|形式重于|形式主义|推[脱诿]|应付|两张皮|宽松软|宽松|一手硬|一手软|一刀切       # 检查流于形式
    | 重[^,。;轻]{{1,6}}轻[^,。;]{{1,4}}|时有发生|屡禁不止                            # 重建设轻管理
    | (?<![从尚原])未(?!来|成年|雨|婚)[^,。;]{{1,16}}                                # 未及时入账
    | 违规|违反|违纪|超标准|超范围|截留|挪用|挤占|虚报|漏保|漏收|欠缴|拖欠|空转|流失|浪费|监管不  # 违规发放补贴
    """,
    re.VERBOSE,
)
"""Words for a deficit."""
POSITIVE = re.compile(
    r"""
    (?:进一步|切实|不断|着力|坚决|全面|持续|认真|大力|深入|严格)*                        # 进一步
    (?: 加强|强化|坚持|坚决|提高|提升|压实|压紧|深化|推进|推动|增强|巩固|筑牢|加快|加大|扛[牢起]  # 加强财务管理
      | 整治|解决|消除|防止|防范|严防|查处|纠正|清理|杜绝|破解                           # 整治形式主义
      | 紧盯|聚焦|狠抓|抓好|抓实|抓牢|开展|落实|建立|树立                               # 紧盯重点领域
      | 盘活|清退|追缴|规范|健全|完善|补齐|补强|优化                                   # 盘活闲置资产
    )
    """,
    re.VERBOSE,
)
"""How a task begins; 推动高质量发展有差距 begins like this and is a problem all the same."""
FAILING = re.compile(
    rf"""
    (?: 不(?:{"|".join(NOT_ENOUGH)}|有力)                                    # 学习不深入
      | 有(?:{"|".join(GAPS)})                                              # 落实有差距
      | 存在[^,。;]{{0,16}}(?:差距|偏差|漏洞|不足|短板)                          # 存在短板
      | (?:有待|亟待|仍需|尚需)[^,。;]{{0,6}}                                   # 有待加强
      | 滞后|缓慢|流于形式                                                    # 进度滞后
    )
    [^,。;]{{0,4}}(?=$|[,。;:])
    """,
    re.VERBOSE,
)
"""A deficit as the predicate of its clause."""
REMEDY = re.compile(
    "(?:解决|化解|破解|整治|消除|补齐|防止|克服|纠正|治理|杜绝|避免)(?![^,。;]{0,8}(?:意识|能力|工作|力度|责任|措施|成效|机制|效果|作用|质量))"
)
"""What a task does about a deficit: 着力解决推进缓慢问题."""

OPENING = re.compile(r"(?:针对|关于|对于|聚焦|围绕|在|就|对(?=[“‘]))(?!此)\s*")
SOURCE = re.compile(
    r"(?:[一-鿿\d]{0,12}?(?:巡视|巡察|督察|审计|检查)组?)?(?:反馈|指出|提出|发现|查出)(?:意见)?(?:指出|提出)?的?\s*(?=[“‘\"])"
)
"""Who names the problem, before the quotation that is the problem."""
RECTIFYING = r"(?:的?整改(?:落实|进展|完成|工作|推进)*(?:情况)?)"
CLOSING = re.compile(
    rf"""
    (?: (?P<area>方面(?:存在的?|的)?)?                                       # 方面
        (?:(?<!依然)(?<!仍然)(?<!仍)(?<!普遍)存在的|(?:的|这一|等)(?:具体|突出|主要)?)?  # 的突出
        问题{RECTIFYING}?                                                   # 问题的整改情况
      | (?P<area2>方面){RECTIFYING}?                                         # 选人用人方面
      | (?<=[”’\"]){RECTIFYING}                                             # “政治引领有短板”的整改
      | 的整改(?:落实|进展|完成)*情况                                          # 的整改落实情况
    )?
    [\s。.:;,]*$
    """,
    re.VERBOSE,
)
LABEL = re.compile(r"【(?:反馈|存在|具体|主要|指出)?的?(?:具体)?问题】[:\s]*")
"""【反馈问题】 in front of the problem."""
STATED = re.compile(
    rf"""
    (?:截至目前,?|目前,?)?
    (?P<state>
      (?:{HOW_IT_GOES}|需要|须|应)                                # 已
      [^,。;:的“]{{0,6}}?{OUTCOME}+                               # 按期完成整改
    )
    (?: 的(?:\d+[个项条])?(?:反馈|整改|具体|巡[视察])*              # 的3个反馈
      | (?<=完成|推进|整改)(?!整改[任措])                           # 需长期坚持整改
    )
    (?:问题|事项|任务|内容|项目)(?:情况)?                            # 问题
    (?:(?:及|和|与|以及)[^,。;:]{{2,14}})?                          # 及后续措施
    (?:\(?(?:共|计)?[\d一二三四五六七八九十]+[个项条]\)?)?            # （3项）
    [\s。:]*
    """,
    re.VERBOSE,
)
"""已完成整改的问题, 需长期坚持的整改事项（3项）: the heading of all problems in this state."""
LONGEST_CLOSING = 24
PAIRS = {"“": "”", "‘": "’", "「": "」", '"': '"'}


class Problem(NamedTuple):
    """A problem and the frame it was taken from."""

    start: int
    end: int
    framed: bool
    """It was enclosed in 针对 or 关于 ... 问题."""
    area: bool
    """方面: a class of problems (类), not one."""


def read(folded: str, start: int, end: int) -> Problem:
    """The problem that the heading `[start, end)` names, frame and quotation marks off."""
    line = folded[start:end]
    closing = CLOSING.search(line, max(0, len(line) - LONGEST_CLOSING))
    tail = closing.group().strip(" 。.:;,") if closing else ""
    label = LABEL.match(line)
    opening = OPENING.match(line, label.end() if label else 0)
    left, right = label.end() if label else 0, len(line.rstrip(" 。.:;,"))
    framed = False
    if closing and tail and (opening or closing["area2"] or _is_deficit(line)):
        right, framed = closing.start(), True
    if opening and (
        framed
        or (
            line[opening.start()] in "针关对"
            and (DEFICIT.search(line) or line[opening.end() : opening.end() + 1] in PAIRS)
        )
    ):
        left, framed = opening.end(), True
        if source := SOURCE.match(line, left, right):
            left = source.end()
    left, right = _unquoted(line, left, right)
    if not line[left:right].strip(" ,、。“”"):
        return Problem(start, end, False, False)
    area = bool(framed and closing and (closing["area"] or closing["area2"]))
    return Problem(start + left, start + max(right, left), framed and right > left, area)


def names_problem(folded: str, start: int, end: int) -> bool:
    """Whether a heading names a problem: framed, or worded as a deficit.

    >>> names_problem("财务管理不规范", 0, 7), names_problem("加强财务管理", 0, 6)
    (True, False)
    """
    line = folded[start:end]
    if not line.strip() or stated(folded, start, end):
        return False
    if line.startswith(("针对", "关于")) and line.endswith(("问题", "的整改", "方面")):
        return True
    if line[0] in "针关对在就" and read(folded, start, end).framed:
        return True
    return _is_deficit(line)


def stated(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a heading gives the state of all problems below it without naming one: 已完成整改 of 已完成整改的问题."""
    if folded[start] in "针关":
        return None
    found = STATED.fullmatch(folded, start, end)
    return found.span("state") if found else None


def _is_deficit(line: str) -> bool:
    if not DEFICIT.search(line):
        return False
    if not POSITIVE.match(line):
        return True
    closing = CLOSING.search(line, max(0, len(line) - LONGEST_CLOSING))
    bare = line[: closing.start()] if closing else line
    return bool(FAILING.search(bare)) and not REMEDY.search(bare)


def _unquoted(line: str, left: int, right: int) -> tuple[int, int]:
    """Without quotation marks that enclose all of it, as opposed to just its first word."""
    closing = PAIRS.get(line[left]) if left < right else None
    if closing and line[right - 1] == closing and line.find(closing, left + 1) == right - 1:
        left, right = left + 1, right - 1
        tail = re.search(r"的?问题$", line[left:right])
        if tail and DEFICIT.search(line[left : left + tail.start()]) and tail.group() == "的问题":
            right = left + tail.start()
    return left, right
