"""Runs of words that may be 提法: cut by jieba's dictionary, frequent enough, cohesive and complete.

供给|侧|结构性|改革      cohesive: no part of it often occurs without the others
供给侧结构性             not complete: 改革 follows nearly every time
加快|推进, 的|积极性      begin or end with connectives or exhortations
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from gongwen.comparison.segments import cut

EMPTY = frozenset(
    "的 了 和 与 及 在 是 为 等 对 中 上 下 把 将 要 也 都 不 有 到 从 以 之 其 这 那 个 我 我们 他 他们 你 就 并 或 而 更 最 很 又 使 让 被 所 于 向 由 因 但 还 已 已经"
    " 一是 二是 三是 四是 五是 六是 一要 二要 三要 四要 一个 一些 这些 那些 这个 这样 这种 各 各种 各位 每 某 些 着 过 地 得 来 去 说 能 可 可以 应 应当 必须 需要 同 同时 进行 通过 根据 按照 以及 如果 因为 所以 由于 对于 关于"
    " 并且 而且 但是 只 只有 只要 就是 不是 没有 不能 十分 非常 比较 特别 尤其 今年 去年 明年 目前 现在 当前 年 月 日 亿 万 千 百 几 多 第 余 元 亿元 万元"
    " 约 达到 增长 比 上年 比上年 以上 以下 左右 百分之 点 个百分点 代表 同志 问题 方面 情况 工作 做好 加强 加快 继续 进一步 积极 努力 坚持 推进 推动 促进 全面 大力 深入 切实 认真 不断"
    " 提高 完善 建立 健全 发展 建设 改革 实施 落实 开展 支持 确保 实现 完成 保持 扩大 增加 制定 深化 强化 优化 新 大 高 好 小".split()
)
"""Words that no phrase begins or ends with: connectives, counts and exhortations of any notice of any year."""
NUMERALS = frozenset("一 二 三 四 五 六 七 八 九 十 两".split())
"""三大攻坚战 may begin with one; no phrase ends with one."""
URGES = frozenset("发展 建设 改革 实施 落实 新 大 高 好 小 增长 工作 问题 深化 扩大 提高 保持 完善".split())
"""Those of them that a phrase may begin or end with if the rest is rare enough to be distinctive."""
MOST_WORDS, SHORTEST_PHRASE, LONGEST_PHRASE = 5, 3, 12
FEWEST = 2
"""The fewest occurrences of a phrase in all."""
TOGETHER = 0.2
"""The share of the rarer part's occurrences that are in the phrase, at its weakest cut."""
WHOLE = 0.6
"""A phrase followed by one and the same word this often is not complete."""
COUNTING = re.compile(
    "年(?:度|内|间|来|初|底|末)?$|年[均内]|每年|百分之|[〇○零]|[一二三四五六七八九]{2}|倍$|^[比到]"
)
"""Dates and numbers in words."""


def candidates(texts: Sequence[str]) -> dict[str, list[int]]:
    """Runs of words that are frequent enough, cohesive and complete, with how often each is cut this way."""
    runs, home = _runs(texts)
    counts: Counter[str] = Counter(word for words in runs for word in words)
    found = {word for word, count in counts.items() if len(word) > SHORTEST_PHRASE and word not in EMPTY}
    rows: dict[str, list[int]] = {word: [0] * len(texts) for word in found}
    for number, words in enumerate(runs):
        for word in words:
            if word in found:
                rows[word][home[number]] += 1
    going = [(number, start) for number, words in enumerate(runs) for start in range(len(words) - 1)]
    for size in range(2, MOST_WORDS + 1):
        spots = list(_spots(runs, going, size))
        here = Counter(text for _, _, text in spots)
        spots = [spot for spot in spots if here[spot[2]] >= FEWEST]
        going = [(number, start) for number, start, _ in spots]
        first = {text: (number, start) for number, start, text in reversed(spots)}
        counts.update({text: here[text] for text in first})
        for text, (number, start) in first.items():
            words = runs[number][start : start + size]
            _outgrown(words, here[text], counts, found)
            if len(text) >= SHORTEST_PHRASE and _stands_alone(words) and _together(words, counts):
                found.add(text)
                rows[text] = [0] * len(texts)
        for number, _, text in spots:
            if text in found:
                rows[text][home[number]] += 1
    return {
        text: rows[text]
        for text in rows
        if text in found and counts[text] >= FEWEST and not COUNTING.search(text)
    }


def _runs(texts: Sequence[str]) -> tuple[list[list[str]], list[int]]:
    """The words of every run of Chinese characters, and the text of each run."""
    runs: list[list[str]] = []
    home: list[int] = []
    for at, text in enumerate(texts):
        open_run = False
        for word in cut(text):
            if not "一" <= word[0] <= "鿿":
                open_run = False
            elif open_run:
                runs[-1].append(word)
            else:
                runs.append([word])
                home.append(at)
                open_run = True
    return runs, home


def _spots(
    runs: Sequence[Sequence[str]], going: Iterable[tuple[int, int]], size: int
) -> Iterator[tuple[int, int, str]]:
    """Every run of so many words that extends a frequent one."""
    for number, start in going:
        words = runs[number]
        if start + size <= len(words):
            text = "".join(words[start : start + size])
            if len(text) <= LONGEST_PHRASE:
                yield number, start, text


def _outgrown(words: Sequence[str], count: int, counts: Counter[str], found: set[str]) -> None:
    """供给侧结构性 is no phrase if 供给侧结构性改革 is nearly as frequent.

    Connectives don't extend a phrase, unless it ends with a single character: 贯彻党 is followed by 的.
    """
    ends = (words[:-1], words[-1], words[-2]), (words[1:], words[0], words[1])
    for part, added, short in (("".join(rest), word, len(beside) == 1) for rest, word, beside in ends):
        if (
            part in found
            and (short or added not in EMPTY or added in URGES)
            and count >= WHOLE * counts[part]
        ):
            found.discard(part)


def _stands_alone(words: Sequence[str]) -> bool:
    """Neither end is a connective, count or exhortation; one end may be a word like 发展."""
    ends = [word for word in (words[0], words[-1]) if word in EMPTY]
    return words[-1] not in NUMERALS and len(ends) < 2 and all(word in URGES for word in ends)


def _together(words: Sequence[str], counts: Counter[str]) -> bool:
    """Whether there is no cut into two parts that both often occur without each other."""
    whole = counts["".join(words)]
    return all(
        whole >= TOGETHER * min(counts["".join(words[:at])], counts["".join(words[at:])])
        for at in range(1, len(words))
    )
