"""How hard a problem is worded: 不够 < 不到位 < 薄弱 < 缺失.

党建工作不够严实 → 党建工作严重弱化        harder
"""

from __future__ import annotations

import re

from gongwen.contract.comparison import Tone

SCALE = (
    "不够 有待 仍需 尚需 还需 不太 略显 有所欠缺 不多 不高 不快",
    "不足 不到位 不深 不实 不严 不细 不充分 不规范 不健全 不彻底 不及时 不力 有差距 有偏差 有落差 有短板 有欠缺 有温差 存在差距 存在不足",
    "薄弱 滞后 缓慢 弱化 淡化 虚化 流于形式 形同虚设 两张皮 宽松软 盲区 漏洞 隐患 混乱 时有反弹 突出",
    "严重 缺失 缺位 失守 失职 失责 屡改屡犯 屡禁不止 顶风 违规 违纪 违法 贪腐 腐败 拒不",
)
"""Words for a deficit, each row harder than the one before."""
WORDS = {word: degree for degree, row in enumerate(SCALE, 1) for word in row.split()}
PATTERN = re.compile("|".join(sorted(WORDS, key=len, reverse=True)))


def degree(problem: str) -> int:
    """The hardest word of a problem, 0 for none.

    >>> degree("党建工作不够严实"), degree("党建工作严重弱化")
    (1, 4)
    """
    return max((WORDS[word] for word in PATTERN.findall(problem)), default=0)


def tone(old: str, new: str) -> Tone | None:
    """Is the new wording harder or softer? `None` if it is neither, or one of them gives no degree."""
    before, after = degree(old), degree(new)
    if not before or not after or before == after:
        return None
    return "harder" if after > before else "softer"
