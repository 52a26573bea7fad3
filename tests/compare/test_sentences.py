"""A comparison names what became of each sentence, wherever it went.

A notice is made of sentences that the samples hold; some are reworded, moved, split, joined, dropped or added, and the
comparison must say of each sentence just that, and of all others that nothing changed.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from random import Random

import pytest
from sampled import SAMPLES, sample
from words import INSERTS, SENTENCES, SWAPS

import gongwen

NUMERALS = "一二三四五六"
TITLE = "江临市水利局关于重点工作进展情况的报告"
HEADINGS = ("组织领导情况", "任务落实情况", "资金使用情况", "问题整改情况", "队伍建设情况", "下一步工作安排")
NUMBER = re.compile(r"(?<![\d.〔年月第—-])([1-9]\d{0,3})(?=个|家|人|次|项|件|处|名|公里|万元|亿元)")
CASES, SEEDS, FLOOR = 100, range(4), 0.98

Sentences = frozenset[str]


@dataclass
class Edited:
    """Two notices, and what became of each sentence that was edited: old ones, new ones, what it must be called."""

    old: gongwen.Notice
    new: gongwen.Notice
    truths: dict[tuple[Sentences, Sentences], set[str]]


@cache
def stock() -> tuple[str, ...]:
    """Sentences of the samples that can stand anywhere."""
    found = {
        sentence
        for path in SAMPLES
        for sentence in re.findall(r"[^。！？\n]{16,90}。", sample(path.name).text)
        if not re.match(r"[\W\d一二三四五六七八九十第（]", sentence)
        and "：" not in sentence
        and "\t" not in sentence
        and sentence.count("“") == sentence.count("”")
        and sentence.count("《") == sentence.count("》")
    }
    return tuple(sorted(found))


def notice(sections: list[list[str]]) -> gongwen.Notice:
    lines = [TITLE]
    for numeral, heading, sentences in zip(NUMERALS, HEADINGS, sections, strict=False):
        lines += [f"{numeral}、{heading}", "".join(sentences)]
    return gongwen.parse("\n".join(lines))


def edited(random: Random) -> Edited:
    drawn = random.sample(stock(), 24)
    sections = [drawn[at : at + 6] for at in range(0, 24, 6)]
    new = [list(section) for section in sections]
    truths: dict[tuple[Sentences, Sentences], set[str]] = {}
    untouched = list(drawn)
    random.shuffle(untouched)
    for _ in range(random.randint(1, 4)):
        edit = random.choice(EDITS)
        edit(new, untouched, truths, random)
    return Edited(notice(sections), notice(new), truths)


def _home(new: list[list[str]], sentence: str) -> list[str]:
    return next(section for section in new if sentence in section)


def reword(new: list, untouched: list, truths: dict, random: Random) -> None:
    sentence = untouched.pop()
    ways = [(a, b) for pair in SWAPS for a, b in (pair, pair[::-1]) if a in sentence]
    if not ways:
        clause = sentence.find("，")
        if clause < 0:
            return
        changed = sentence[: clause + 1] + random.choice(INSERTS) + sentence[clause + 1 :]
    else:
        changed = sentence.replace(*random.choice(ways), 1)
    home = _home(new, sentence)
    home[home.index(sentence)] = changed
    truths[frozenset([sentence]), frozenset([changed])] = {"reworded"}


def figure(new: list, untouched: list, truths: dict, random: Random) -> None:
    sentence = next((one for one in untouched if NUMBER.search(one)), None)
    if sentence is None:
        return
    untouched.remove(sentence)
    found = NUMBER.search(sentence)
    assert found
    changed = (
        sentence[: found.start(1)] + str(int(found[1]) + random.randint(1, 9)) + sentence[found.end(1) :]
    )
    home = _home(new, sentence)
    home[home.index(sentence)] = changed
    truths[frozenset([sentence]), frozenset([changed])] = {"figures_changed"}


def move(new: list, untouched: list, truths: dict, random: Random) -> None:
    sentence = untouched.pop()
    home = _home(new, sentence)
    target = random.choice([section for section in new if section is not home])
    home.remove(sentence)
    target.insert(random.randint(0, len(target)), sentence)
    truths[frozenset([sentence]), frozenset([sentence])] = {"moved"}


def drop(new: list, untouched: list, truths: dict, random: Random) -> None:
    sentence = untouched.pop()
    _home(new, sentence).remove(sentence)
    truths[frozenset([sentence]), frozenset()] = {"removed"}


def add(new: list, untouched: list, truths: dict, random: Random) -> None:
    present = {sentence for section in new for sentence in section}
    fresh = [one for one in (*SENTENCES, *stock()) if one not in present and len(one) > 12]
    sentence = random.choice(fresh)
    if (frozenset([sentence]), frozenset()) in truths:
        return
    section = random.choice(new)
    section.insert(random.randint(0, len(section)), sentence)
    truths[frozenset(), frozenset([sentence])] = {"added"}


def split(new: list, untouched: list, truths: dict, random: Random) -> None:
    sentence = untouched.pop()
    seams = [at for at, sign in enumerate(sentence) if sign in "，；" and 12 < at < len(sentence) - 14]
    seams = [at for at in seams if sentence[:at].count("《") == sentence[:at].count("》")]
    if not seams:
        return
    at = min(seams, key=lambda seam: abs(seam - len(sentence) // 2))
    parts = [sentence[:at] + "。", sentence[at + 1 :]]
    home = _home(new, sentence)
    here = home.index(sentence)
    home[here : here + 1] = parts
    truths[frozenset([sentence]), frozenset(parts)] = {"split"}


def join(new: list, untouched: list, truths: dict, random: Random) -> None:
    sentence = untouched.pop()
    home = _home(new, sentence)
    here = home.index(sentence)
    if here + 1 >= len(home) or home[here + 1] not in untouched:
        return
    other = home[here + 1]
    untouched.remove(other)
    joined = sentence[:-1] + "，" + other
    home[here : here + 2] = [joined]
    truths[frozenset([sentence, other]), frozenset([joined])] = {"merged"}


EDITS = (reword, figure, move, drop, add, split, join)


def judge(made: Edited) -> tuple[Counter[str], Counter[str], list[str]]:
    """How often each change was made, how often it was named, and what nobody did."""
    comparison = gongwen.compare(made.old, made.new)
    said = {}
    for pair in comparison.sentences:
        left = frozenset(made.old.text[slice(*one.span)] for one in pair.left)
        right = frozenset(made.new.text[slice(*one.span)] for one in pair.right)
        said[left, right] = set(pair.changes)
    done, right_ones, false = Counter(), Counter(), []
    for sides, changes in made.truths.items():
        got = said.pop(sides, set())
        for change in changes:
            done[change] += 1
            right_ones[change] += change in got
    for sides, changes in said.items():
        # Of two neighbours that changed places either may be called moved; a part of a miss is no second miss.
        known = {text for truth in made.truths for side in truth for text in side}
        if changes != {"unchanged"} and not (sides[0] | sides[1]) & known:
            false.append(f"{sides}: {changes}")
    return done, right_ones, false


@pytest.mark.parametrize("seed", SEEDS)
def test_sentences_are_named_right(seed: int) -> None:
    random, done, right, false = Random(seed), Counter(), Counter(), []
    for _ in range(CASES):
        made, named, wrong = judge(edited(random))
        done, right, false = done + made, right + named, false + wrong
    assert set(done) >= {"reworded", "moved", "split", "merged", "added", "removed", "figures_changed"}
    assert right.total() / (done.total() + len(false)) >= FLOOR, (done - right, done, false)


def test_every_sentence_is_in_one_pair() -> None:
    made = edited(Random(7))
    comparison = gongwen.compare(made.old, made.new)
    for side, text in (("left", made.old.text), ("right", made.new.text)):
        spans = sorted(one.span for pair in comparison.sentences for one in getattr(pair, side))
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        said = "".join(text[slice(*span)] for span in spans)
        assert all(sentence in said for sentence in re.findall(r"[^。\n]{16,}。", text))
