"""Random edits of a notice, with the truth about each known.

case(notice, random)      a few edits of one notice; the edited text; what a comparison must say of it
judge(case, comparison)   which of the edits it names right, and what it names that nobody did
"""

from __future__ import annotations

import copy
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from trees import Node, Tree, plant, render
from words import HEADINGS, INSERTS, MEASURES, PROBLEMS, SENTENCES, STATUSES, SWAPS

import gongwen

DIGITS = "零一二三四五六七八九十"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
NUMERAL = re.compile(r"\d+|[零一二三四五六七八九十百]+|[①-⑩]")
CLAUSES = re.compile(r"[^，。；：,;:]+[，。；：,;:]")
NAMED = re.compile(r"[。：:]?$")


class NotHereError(Exception):
    """The edit does not fit the node."""


def printed(marker: str, ordinal: int) -> str:
    """The marker with another number: （三） and 4 is （四）."""

    def other(found: re.Match[str]) -> str:
        if found[0].isdecimal():
            return str(ordinal)
        if found[0] in CIRCLED:
            if ordinal > len(CIRCLED):
                raise NotHereError
            return CIRCLED[ordinal - 1]
        return chinese(ordinal)

    return NUMERAL.sub(other, marker, count=1)


def chinese(number: int) -> str:
    tens, units = divmod(number, 10)
    if tens > 9:
        raise NotHereError
    return ("" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十") + (
        DIGITS[units] if units else ""
    )


def number_of(marker: str) -> int:
    found = NUMERAL.search(marker)
    if not found:
        raise NotHereError
    text = found[0]
    if text.isdecimal():
        return int(text)
    if text in CIRCLED:
        return CIRCLED.index(text) + 1
    tens, _, units = text.rpartition("十")
    return (DIGITS.index(tens or "一") * 10 if "十" in text else 0) + (DIGITS.index(units) if units else 0)


@dataclass
class Editing:
    """A tree while it is edited."""

    tree: Tree
    random: Random
    touched: set[int]
    reordered: set[int]

    def siblings(self, node: Node) -> list:
        for family in self.tree.families():
            if any(part is node for part in family):
                return family
        raise NotHereError

    def free(self, node: Node) -> bool:
        return all(id(part) not in self.touched for part in node.walk())


# ---------------------------------------------------------------------------------- edits of one node


def rename(edit: Editing, node: Node) -> Node:
    core = node.heading.rstrip("。：:")
    if len(core) < 4 or not node.parts:
        raise NotHereError
    if node.problem or edit.random.random() < 0.5:
        new = swapped(core, edit.random, 1)
    else:
        new = edit.random.choice(HEADINGS)
    return changed_heading(node, core, new, "reworded")


def changed_heading(node: Node, core: str, new: str, name: str) -> Node:
    if new == core:
        raise NotHereError
    node.heading = new + node.heading[len(core) :]
    node.edits.add(name)
    return node


def swapped(text: str, random: Random, count: int) -> str:
    """Other words for some; raises where there are none."""
    ways = [(old, new) for pair in SWAPS for old, new in (pair, pair[::-1]) if old in text]
    random.shuffle(ways)
    for old, new in ways[:count]:
        text = text.replace(old, new, 1)
    if not ways:
        raise NotHereError
    return text


def reword(edit: Editing, node: Node) -> Node:
    at = body_of(node, edit.random)
    text = node.parts[at]
    for _ in range(edit.random.randint(1, 4)):
        text = edit.random.choice((swap_once, insert_once, drop_once, append_once))(text, edit.random)
    if re.sub(r"\W", "", text) == re.sub(r"\W", "", node.parts[at]):
        raise NotHereError
    node.parts[at] = text
    node.edits.add("reworded")
    return node


def body_of(node: Node, random: Random) -> int:
    """A part with enough text that is no status line."""
    fit = [
        at
        for at, part in enumerate(node.parts)
        if isinstance(part, str) and len(part) > 14 and not (node.status and node.status[0] in part)
    ]
    if not fit:
        raise NotHereError
    return random.choice(fit)


def swap_once(text: str, random: Random) -> str:
    try:
        return swapped(text, random, 1)
    except NotHereError:
        return text


def insert_once(text: str, random: Random) -> str:
    clause = random.choice(list(CLAUSES.finditer(text)) or [None])
    if clause is None:
        return text
    return text[: clause.start()] + leading(text[clause.start() :], random.choice(INSERTS))


def leading(text: str, word: str) -> str:
    mark = re.match(r"[\s。，]*", text)
    assert mark
    return text[: mark.end()] + word + text[mark.end() :]


def drop_once(text: str, random: Random) -> str:
    clauses = [
        c
        for c in CLAUSES.finditer(text)
        if not re.search(r"[\d《》“”（）()\n一二三四五六七八九十]", c[0]) and len(c[0]) > 3
    ]
    if not clauses or len(text) < 40:
        return text
    clause = random.choice(clauses)
    return text[: clause.start()] + text[clause.end() :]


def append_once(text: str, random: Random) -> str:
    return text + random.choice(SENTENCES) if text.endswith("。") else text


def change_figure(edit: Editing, node: Node) -> Node:
    found = [
        (at, match)
        for at, part in enumerate(node.parts)
        if isinstance(part, str)
        for match in re.finditer(
            r"(?<![×÷=\d.〔第\-－—/年月])(\d{1,5}(?:\.\d+)?)(?=(?:余|多)?(?:万|亿)?(?:个|家|人|次|项|件|万元|亿元|元|处|名|%|％|公里|亩|户|场))",
            part,
        )
        if not part[: match.start()].endswith(("、", "-", "至")) and part[max(0, match.start() - 1)] != "《"
    ]
    if not found:
        raise NotHereError
    at, match = edit.random.choice(found)
    old = match[1]
    new = old
    while new == old or (new.startswith("0") and "." not in new):
        new = re.sub(r"\d", lambda _: str(edit.random.randint(0, 9)), old)
        if "." in new:
            new = str(float(new)) if float(new) else old
    node.parts[at] = node.parts[at][: match.start(1)] + new + node.parts[at][match.end(1) :]
    node.edits.add("figures_changed")
    return node


def change_status(edit: Editing, node: Node) -> Node:
    if not node.status:
        raise NotHereError
    words, state = node.status
    new, _ = edit.random.choice([row for row in STATUSES if row[1] != state])
    for at, part in enumerate(node.parts):
        if isinstance(part, str) and words in part:
            node.parts[at] = part.replace(words, new, 1)
            node.edits.add("status_changed")
            return node
    raise NotHereError


# ---------------------------------------------------------------------------------- edits of the tree


def move(edit: Editing, node: Node) -> Node:
    family = edit.siblings(node)
    others = [part for part in family if isinstance(part, Node)]
    homes = [
        parent
        for parent in edit.tree.walk()
        if parent.parts is not family
        and any(child.style == node.style and child.lead == node.lead for child in parent.children)
        and all(part is not parent for part in node.walk())
    ]
    if id(family) in edit.reordered or not node.marker or len(others) < 2:
        raise NotHereError
    if homes and (edit.random.random() < 0.6 or len(others) < 4):
        home = edit.random.choice(homes).parts
        if id(home) in edit.reordered:
            raise NotHereError
        family.remove(node)
        seats = [at for at, part in enumerate(home) if isinstance(part, Node) and part.style == node.style]
        home.insert(edit.random.choice(seats) + edit.random.randint(0, 1), node)
        edit.reordered |= {id(family), id(home)}
    else:
        alike = [at for at, part in enumerate(family) if isinstance(part, Node) and part.style == node.style]
        here = next(at for at, part in enumerate(family) if part is node)
        seats = [at for at in alike if abs(alike.index(at) - alike.index(here)) >= 2] if here in alike else []
        if not seats:
            raise NotHereError
        seat = edit.random.choice(seats)
        family.insert(seat, family.pop(here))
        edit.reordered.add(id(family))
    node.edits.add("moved")
    return node


def split(edit: Editing, node: Node) -> Node:
    family = edit.siblings(node)
    if not node.marker or node.lead not in ("\n", ""):
        raise NotHereError
    second = Node(
        node.origins, node.marker, node.style, "", [], node.lead, node.kind, node.problem, node.status
    )
    children = node.children
    if children:
        halve_children(node, second, children, edit.random)
    else:
        halve_text(node, second, edit.random)
    family.insert(next(at for at, part in enumerate(family) if part is node) + 1, second)
    edit.touched.add(id(second))
    return node


def halve_children(node: Node, second: Node, children: list[Node], random: Random) -> None:
    if len(children) < 4:
        raise NotHereError
    cut = random.randint(2, len(children) - 2)
    words = re.split(r"(?<=[，,])", node.heading)
    if node.problem:
        if len(words) != 2 or min(map(len, words)) < 6:
            raise NotHereError
        node.heading, second.heading = words[0].rstrip("，,") + "问题", "关于" + words[1]
    elif node.heading:
        second.heading = random.choice(HEADINGS)
    tail = children[cut:]
    second.parts = [part for part in node.content if node.status and node.status[0] in part] + tail
    node.parts = [part for part in node.parts if not any(part is child for child in tail)]


def halve_text(node: Node, second: Node, random: Random) -> None:
    at = body_of(node, random)
    text = node.parts[at]
    seams = [m.end() for m in re.finditer("[。；]", text) if m.end() > 14 and len(text) - m.end() > 14]
    if not seams or node.problem:
        raise NotHereError
    cut = min(seams, key=lambda seam: abs(seam - len(text) // 2))
    if min(cut, len(text) - cut) * 4 < len(text):
        raise NotHereError
    second.parts = [text[cut:].lstrip()]
    node.parts[at:] = [text[:cut]]
    if node.heading:
        second.heading = random.choice(HEADINGS) + "。"


def merge(edit: Editing, node: Node) -> Node:
    family = edit.siblings(node)
    here = next(at for at, part in enumerate(family) if part is node)
    if here + 1 >= len(family) or not isinstance(family[here + 1], Node):
        raise NotHereError
    other = family[here + 1]
    if (
        not edit.free(other)
        or other.style != node.style
        or not node.marker
        or bool(node.children) != bool(other.children)
    ):
        raise NotHereError
    if node.children and not node.problem and min(len(node.children), len(other.children)) < 2:
        raise NotHereError
    if node.problem != other.problem or node.lead not in ("\n", "") or other.lead not in ("\n", ""):
        raise NotHereError
    join(node, other)
    family.remove(other)
    node.origins |= other.origins
    return node


def join(node: Node, other: Node) -> None:
    if node.problem:
        if not node.heading.endswith("问题") or not other.heading.endswith("问题"):
            raise NotHereError
        first = node.heading.removesuffix("问题").removesuffix("的")
        node.heading = first + "，" + re.sub("^(针对|关于)", "", other.heading)
        node.parts += [
            part
            for part in other.parts
            if not (isinstance(part, str) and other.status and other.status[0] in part)
        ]
        return
    if not node.children:
        text = "".join(map(str, other.parts)).lstrip("。：:\n")
        if len(text) < 15 or len("".join(map(str, node.parts))) < 15:
            raise NotHereError
        core = other.heading.rstrip("。：:")
        node.parts.append((core + "，" if core else "") + text)
        return
    node.parts += other.parts


def delete(edit: Editing, node: Node) -> Node:
    family = edit.siblings(node)
    if sum(isinstance(part, Node) for part in family) < 3 or not node.marker:
        raise NotHereError
    family.remove(node)
    return node


def add(edit: Editing, node: Node) -> Node:
    if not node.marker or node.lead not in ("\n", ""):
        raise NotHereError
    family = edit.siblings(node)
    new = Node(frozenset(), node.marker, node.style, "", [], node.lead, node.kind)
    text = edit.random.choice(MEASURES).format(n=edit.random.randint(11, 99))
    if node.problem:
        if not node.children:
            raise NotHereError
        new.heading = f"关于{edit.random.choice(PROBLEMS)}问题"
        new.problem, status = True, edit.random.choice(STATUSES)
        new.parts = [f"\n整改完成情况：{status[0]}。"]
        for number, child in enumerate(node.children[:2], 1):
            text = edit.random.choice(MEASURES).format(n=edit.random.randint(11, 99))
            new.parts.append(
                Node(
                    frozenset(), printed(child.marker, number), child.style, "", [text], child.lead, "measure"
                )
            )
    elif node.children:
        raise NotHereError
    else:
        new.heading = edit.random.choice(HEADINGS) if node.heading else ""
        new.parts = ["。" + text if new.heading else text]
    family.insert(next(at for at, part in enumerate(family) if part is node) + 1, new)
    edit.touched |= {id(part) for part in new.walk()}
    return node


def renumber(edit: Editing, node: Node) -> Node:
    family = [part for part in edit.siblings(node) if isinstance(part, Node) and part.style == node.style]
    if id(edit.siblings(node)) in edit.reordered or len(family) < 2 or not NUMERAL.search(node.marker):
        raise NotHereError
    shift = edit.random.choice((0, 1))
    for sibling in family:
        number = number_of(sibling.marker) + shift
        sibling.marker = printed(sibling.marker, number)
        if not shift:
            bare = re.fullmatch(r"(\d+)[.、．]|[（(](\d+)[）)]", sibling.marker)
            if not bare:
                raise NotHereError
            sibling.marker = f"（{bare[1]}）" if bare[1] else f"{bare[2]}."
    edit.reordered.add(id(edit.siblings(node)))
    return node


EDITS: dict[str, Callable[[Editing, Node], Node]] = {
    "rename": rename,
    "reword": reword,
    "move": move,
    "split": split,
    "merge": merge,
    "delete": delete,
    "add": add,
    "renumber": renumber,
    "figure": change_figure,
    "status": change_status,
}
UNMARKED = {"renumber"}


def number_anew(tree: Tree) -> None:
    """Give the siblings their numbers in order, lists that run on through the notice among them."""
    lists: dict[tuple[int, str], list[list[Node]]] = defaultdict(list)

    def gather(parts: list, depth: int) -> None:
        styles: dict[str, list[Node]] = defaultdict(list)
        for part in parts:
            if isinstance(part, Node):
                if NUMERAL.search(part.marker):
                    styles[part.style].append(part)
                gather(part.parts, depth + 1)
        for style, family in styles.items():
            lists[depth, style].append(family)

    gather(tree.roots, 1)
    for families in lists.values():
        starts = [number_of(family[0].marker) for family in families]
        runs_on = len(families) > 1 and starts.count(1) < 2
        number = 0
        for family in families:
            number = number if runs_on else 0
            for node in family:
                number += 1
                node.marker = printed(node.marker, number)


# ---------------------------------------------------------------------------------- a case and its truth


@dataclass
class Truth:
    """What a comparison must say of one group of sections."""

    left: frozenset[str]
    right: frozenset[str]
    changes: frozenset[str]
    loose: bool
    """A split or a merge: words may have changed on the way."""


@dataclass
class Case:
    """Two notices and the truth about what lies between them."""

    old: gongwen.Notice
    new: gongwen.Notice
    edits: list[str]
    truths: list[Truth]


def case(notice: gongwen.Notice, random: Random, most: int = 4) -> Case | None:
    """A few edits of a notice; `None` where they made a text whose outline reads otherwise than it was meant."""
    tree = plant(notice)
    edit = Editing(tree, random, set(), set())
    done = []
    for name in random.choices(list(EDITS), k=random.randint(1, most)):
        if apply(edit, name):
            done.append(name)
    if not done:
        return None
    if "renumber" not in done and random.random() < 0.7:
        try:
            number_anew(tree)
        except (NotHereError, ValueError):
            return None
    new = gongwen.parse(render(tree))
    truths = truth(notice, new, tree)
    return Case(notice, new, done, truths) if truths else None


def apply(edit: Editing, name: str) -> bool:
    """Try the edit on nodes in random order until it fits one."""
    nodes = [node for node in edit.tree.walk() if edit.free(node) and node.lead in ("\n", "")]
    edit.random.shuffle(nodes)
    for node in nodes[:12]:
        kept = copy.deepcopy((node.heading, node.marker, node.status)), list(node.parts)
        try:
            EDITS[name](edit, node)
        except (NotHereError, ValueError):
            (node.heading, node.marker, node.status), node.parts[:] = kept[0], kept[1]
            continue
        edit.touched.add(id(node))
        return True
    return False


def truth(old: gongwen.Notice, new: gongwen.Notice, tree: Tree) -> list[Truth] | None:
    """What became of every section; `None` where the new text was not read as it was printed."""
    starts = {section.span[0]: section for section in new.walk()}
    nodes = list(tree.walk())
    if len(starts) != len(nodes) or any(node.start not in starts for node in nodes):
        return None
    ids = {id(node): starts[node.start].id for node in nodes}
    if any(depth(ids[id(node)]) != depth(ids[id(child)]) - 1 for node in nodes for child in node.children):
        return None
    was, now = (
        {section.id: section for section in old.walk()},
        {section.id: section for section in new.walk()},
    )
    states = {
        name: {issue.section: issue.status and issue.status.state for issue in notice.issues}
        for name, notice in (("old", old), ("new", new))
    }
    homes: dict[str, list[Node]] = defaultdict(list)
    truths: list[Truth] = []
    for node in nodes:
        for origin in node.origins:
            homes[origin].append(node)
        if not node.origins:
            truths.append(Truth(frozenset(), frozenset([ids[id(node)]]), frozenset(["added"]), False))
    for section in old.walk():
        found = homes.get(section.id, [])
        if not found:
            truths.append(Truth(frozenset([section.id]), frozenset(), frozenset(["removed"]), False))
            continue
        node = found[0]
        right = frozenset(ids[id(one)] for one in found)
        if len(node.origins) > 1 or len(right) > 1:
            name = "merged" if len(node.origins) > 1 else "split"
            told = Truth(node.origins, right, frozenset([name]), True)
            if told not in truths:
                truths.append(told)
            continue
        changes = set(node.edits)
        (name,) = right
        if "status_changed" in changes and states["old"].get(section.id) == states["new"].get(name):
            return None
        if (section.id in states["old"]) != (name in states["new"]):
            return None
        if marker(was[section.id]) != marker(now[name]):
            changes.add("renumbered")
        truths.append(Truth(frozenset([section.id]), right, frozenset(changes or {"unchanged"}), False))
    return truths


def depth(name: str) -> int:
    return name.count(".")


def marker(section: gongwen.contract.Section) -> tuple[str, int | None] | None:
    return (section.marker.style, section.marker.ordinal) if section.marker else None


def judge(made: Case, comparison: gongwen.Comparison) -> tuple[list[tuple[Truth, bool]], list[str]]:
    """Every edit with whether it was named right, and what was named that nobody did.

    What a paragraph of an issue says that is a measure without a number of its own is said of the issue.
    """
    old_ids, new_ids = section_ids(made.old), section_ids(made.new)
    said: dict[tuple[frozenset[str], frozenset[str]], frozenset[str]] = defaultdict(frozenset)
    groups = {(told.left, told.right) for told in made.truths}
    for pair in comparison.pairs:
        left = frozenset(old_ids.get(name.partition("/")[0], name) for name in pair.left)
        right = frozenset(new_ids.get(name.partition("/")[0], name) for name in pair.right)
        if (left, right) in groups or not any("/" in name for name in (*pair.left, *pair.right)):
            said[left, right] |= frozenset(pair.changes)
    for key, changes in said.items():
        if len(changes) > 1:
            said[key] = changes - {"unchanged"}
    settle_neighbours(made.truths, said)
    results, false = [], []
    for told in made.truths:
        got = said.pop((told.left, told.right), None)
        right = got is not None and (told.changes <= got if told.loose else told.changes == got)
        if told.changes != {"unchanged"}:
            results.append((told, right))
        elif not right:
            false.append(f"{set(told.left)} {set(told.right)}: unchanged, named {set(got or ())}")
    false += [f"{set(left)} {set(right)}: named {set(changes)}" for (left, right), changes in said.items()]
    return results, false


def settle_neighbours(truths: list[Truth], said: dict) -> None:
    """Of two neighbours that changed places either may be called moved: the one that was, is."""
    missed, blamed = [], []
    for told in truths:
        got = said.get((told.left, told.right), frozenset())
        if "moved" in told.changes - got:
            missed.append(told)
        elif "moved" in got - told.changes:
            blamed.append(told)
    for told in missed:
        for other in blamed:
            if crossed(told, other):
                blamed.remove(other)
                said[told.left, told.right] = (said[told.left, told.right] - {"unchanged"}) | {"moved"}
                said[other.left, other.right] = (said[other.left, other.right] - {"moved"}) or frozenset(
                    ["unchanged"]
                )
                break


def crossed(one: Truth, other: Truth) -> bool:
    """Siblings whose order is the other way round in the new notice."""
    if any(len(side) != 1 for told in (one, other) for side in (told.left, told.right)):
        return False
    (a,), (b,), (c,), (d,) = one.left, other.left, one.right, other.right
    family = a.rpartition(".")[0] == b.rpartition(".")[0] and c.rpartition(".")[0] == d.rpartition(".")[0]
    return family and (place(a) < place(b)) != (place(c) < place(d))


def place(name: str) -> int:
    return int(name.rpartition(".")[2])


def section_ids(notice: gongwen.Notice) -> dict[str, str]:
    return {issue.id: issue.section for issue in notice.issues if issue.section}
