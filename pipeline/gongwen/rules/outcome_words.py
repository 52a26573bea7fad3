"""The words for what has come of a problem, a task or a project, each once.

    已完成整改12项          done           正在推进3项            under way
    整改率100%              a rate         问题整改情况            整改 alone is no outcome

`sums`, `statuses`, `verdicts` and the profiles build their patterns from these rows, so that a word that is done in
one of them is done in all.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Says = Literal["done", "act", "under_way"]
"""`done` by itself; an `act`, which is done only after 已 or 全部, since it also names the task; `under_way`."""


class OutcomeWord(NamedTuple):
    """One word and what it says."""

    word: str
    says: Says
    example: str
    rate: bool = False
    """It forms a rate with 率: 完成率."""


OUTCOME_WORDS: tuple[OutcomeWord, ...] = (
    OutcomeWord("完成", "done", "25项任务已完成19项", rate=True),
    OutcomeWord("完毕", "done", "问题已整改完毕"),
    OutcomeWord("到位", "done", "资金已追缴到位", rate=True),
    OutcomeWord("办结", "done", "信访件已全部办结", rate=True),
    OutcomeWord("解决", "done", "证照难办问题已解决"),
    OutcomeWord("销号", "done", "18个问题已验收销号", rate=True),
    OutcomeWord("完工", "done", "管网改造已完工", rate=True),
    OutcomeWord("竣工", "done", "3个安置点已竣工", rate=True),
    OutcomeWord("整改", "act", "已整改11个; 整改措施 names what is to be done", rate=True),
    OutcomeWord("落实", "act", "已落实9条; 落实情况 names what is reported", rate=True),
    OutcomeWord("推进", "under_way", "正在推进2项"),
    OutcomeWord("推动", "under_way", "有序推动"),
    OutcomeWord("办理", "under_way", "正在办理"),
    OutcomeWord("实施", "under_way", "正在实施"),
    OutcomeWord("进行", "under_way", "整改正在进行"),
    OutcomeWord("坚持", "under_way", "长期坚持"),
)
AT_ONCE = tuple("立行立改 即知即改 立知立改 即知立改 立知即改 即查即改 立整立改".split())
"""What is put right as soon as it is found: a deadline where nothing else is said, done after 已."""
AIMED = "(?:预计|力争|计划|确保|争取|拟)"
"""What is still to come begins with one of these."""
STEADILY = tuple("有序 积极 加快 加紧 抓紧 稳步 扎实 持续 逐步 全力 常态化".split())
"""How what is under way goes on."""
HOW: tuple[str, ...] = STEADILY + tuple(
    """
    已经 已 己 均 全部 全面 全 都 皆 基本上 基本 大部分 绝大多数 部分 正在 正 尚未 仍未 还未 暂未 仍在 尚在 尚 仍 还 未能 未 没有
    长期 逐一 逐项 立即 继续 并 需 地 得到 取得 达到 如期 按期 按时 提前
    按照计划 按计划 按照时序进度 按时序进度 按照序时进度 按序时进度 序时进度 序时 时序进度 阶段性 初步 明显 显著 较好 良好 一定 整体 彻底 完全
    """.split()
)
"""How far, how and when; no outcome by itself. 己 is a misprint of 已."""


def words(*says: Says) -> tuple[str, ...]:
    """The words that say one of these, in the order of the table.

    >>> words("act")
    ('整改', '落实')
    """
    return tuple(row.word for row in OUTCOME_WORDS if row.says in says)


def alternatives(*says: Says) -> str:
    """The same words as a group for a pattern.

    >>> alternatives("act")
    '(?:整改|落实)'
    """
    return f"(?:{'|'.join(words(*says))})"


ANY = alternatives("done", "act", "under_way")
"""Every word of the table."""
HOW_IT_GOES = f"(?:{'|'.join(sorted(HOW, key=lambda word: (-len(word), word)))})"
DONE = alternatives("done", "act")
"""Every word for done, for a pattern that has 已, 全部 or 未 in front of it."""
DONE_BY_ITSELF = alternatives("done")
WORK_DONE = "(?:完工|竣工)"
"""Done, of building work."""
RATE = f"(?:{'|'.join(row.word for row in OUTCOME_WORDS if row.rate)})率"
