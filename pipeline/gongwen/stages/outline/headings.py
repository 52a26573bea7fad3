"""Headings are separated from the text below them.

    一、总体要求                                   the whole paragraph            总体要求
    （一）加强领导。各单位要……                     a sentence run in              加强领导
    1.记录规范性需提升:部分支部……                  a colon run in                 记录规范性需提升
    （一）符合规划；                               an item of a list              none
    （四）授权试验区开展试点。（负责部门：……）     a measure with its remark      none

Assumptions (GB/T 15834-2011 B.3, and the usage of notices): a paragraph without a final stop is a heading, however
long; a sentence that ends with 。 is one only when text goes on below it; a run-in heading is one short sentence
without the verbs of a rule, and neighbours of one list are alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import sub as subtract
from typing import NamedTuple

from gongwen.model import Body, Marker, Span
from gongwen.rules.numbering.styles import BY_NAME, DEPTH, TITLED
from gongwen.rules.outcomes import verdicts

RUN_IN = 40
"""The most characters of a run-in heading, unless its neighbours are as long."""
RUN_IN_SURE = 16
RUN_IN_MOST = 56
ALONE = 60
"""The most characters of a heading that ends with a full stop and stands alone."""
QUESTION = 150
"""The most characters of a question that is answered below it."""
COLON = 28
RULES = frozenset({"article"})
CAPTION_MOST = 25
"""The most characters of an article's caption on a line of its own."""
ALIKE = 0.75
"""So many of its neighbours head text below them where a line that ends with a colon does."""
TITLED_SHARE = 0.6
"""How many neighbours must open with a short sentence for a longer one to be a heading."""
CAPTION = re.compile(r"[【\[(]([^】\])]{2,20})[】\])]")

INNER_STOP = re.compile("[。;]")
FINAL = frozenset("。;:,!?、")
CLOSINGS = "”’」』)"
"""What may follow the full stop at the end of a line."""
SENTENCE = re.compile(r"[^。!?;:]{2,}?[。!]")
ASKED = re.compile(r"[^。!?;:]{2,40}\?(?=\s*[^\s”’])")
"""忘带证件怎么办？请立即联系……: a question and its answer."""
DIVIDED = re.compile(r"[一-鿿、]{2,14}(?= [一-鿿(][^。;:]{0,16}:| (?:自|详?见|无$))")
"""三、采购结果 采购包1：……: a blank stands where the line end was lost."""
CLAUSE = re.compile(r"(?:[^。;:,!?“”()]|“[^“”。;:]{1,20}”|\([^()。;:]{1,20}\))+?:")
REMARK = re.compile(r"\s*(?:\((?!略\))[^()]*\)[。;]?\s*)*$")
RULING = re.compile(
    r"""
    应当|不得|可以|必须|予以                                # 应当及时报告
    | 是指|本办法|本规定|本条例|以下简称                      # 本办法所称水库，是指
    | 按照|根据|其中|的,|自\d                               # 自2024年7月1日起
    | 由.{2,12}负责|的\S{1,6}是                            # 由市水利局负责
    | 将.{2,30}[改调]为|(?:删除|增加|修改)第|同意《             # 将“规划局”修改为
    """,
    re.VERBOSE,
)
INTRODUCES = re.compile(
    r"(?:修改|修订|调整|规定|改)为:$|下列|以下|组成:$|(?:认为|指出|强调|要求|是|为|即|包括|如|指|称|有|到|[提指列作给得]出):$|\d:$"
)
STATES = re.compile(r"由|经(?![济营贸费])|自(?![主然查评纠])|凡|对于|该|我国|本(?!地|级)")
"""How a sentence that states a fact or a rule begins, and a heading never does."""
FIGURE = re.compile(r"\d[\d.]*\s*(?:[万亿]|%|个百分点|元)")
CITED = re.compile(r"《[^》]*》?|“[^”]*”?")


@dataclass(slots=True)
class Section:
    """A section while its text is being collected."""

    marker: Marker | None
    closes: int | None
    """Last block it may take text from; `None` for no limit."""
    pieces: list[Span] = field(default_factory=list)
    children: list[Section] = field(default_factory=list)
    head: Span | None = None
    """The lines of an attachment's or enclosed document's head: 附件1 and the title; a chapter's that has no number."""
    title: Span | None = None
    level: int = 0
    """How deep the sequence has placed it; its parent may stand higher than one level above."""

    @property
    def is_headed(self) -> bool:
        """Whether it is a real section, not the text outside all sections."""
        return self.marker is not None or self.head is not None

    @property
    def start(self) -> int:
        """Where its marker or its head begins; 0 for text outside all sections."""
        first = self.marker or self.head
        return first.start if first else 0

    def take(self, start: int, end: int, folded: str) -> None:
        """Add `[start, end)` without the blanks at its ends; nothing if nothing is left."""
        while start < end and folded[start] in " \t\n":
            start += 1
        while start < end and folded[end - 1] in " \t\n":
            end -= 1
        if start < end:
            self.pieces.append(Span(start, end))

    def content(self, heading: Span | None) -> tuple[Span, ...]:
        """The pieces without the heading, which is the first one's beginning."""
        if heading is None or not self.pieces or heading.start != self.pieces[0].start:
            return tuple(self.pieces)
        first = Section(None, None)
        if heading.end < self.pieces[0].end:
            first.pieces.append(Span(heading.end, self.pieces[0].end))
        return (*first.pieces, *self.pieces[1:])


class _Peers(NamedTuple):
    """The features of the sections of one list, counted once for all of them."""

    size: int
    clauses: int
    """End with ; or ；: parts of one sentence."""
    items: int
    """One paragraph that ends with a stop."""
    heads: int
    """Text or sections stand below their first paragraph."""
    titled: int
    """Open with a short sentence and go on."""

    def others(self, one: _Peers) -> _Peers:
        """The same without one of them."""
        return _Peers(*map(subtract, self, one))


def heading_of(body: Body, roots: Sequence[Section]) -> dict[int, Span]:
    """The heading of every section that has one, by the section's `id()`."""
    ends = {block.end for block in body.blocks}
    found: dict[int, Span] = {}
    pending = [roots]
    while pending:
        siblings = pending.pop()
        pending.extend(section.children for section in siblings if section.children)
        for section in siblings:
            if section.title is not None:
                found[id(section)] = section.title
        for peers in _lists(siblings):
            alike = [_likeness(section, body.folded) for section in peers]
            whole = _Peers(*map(sum, zip(*alike, strict=True)))
            for section, own in zip(peers, alike, strict=True):
                if heading := _heading(section, whole.others(own), body, ends):
                    found[id(section)] = heading
    return found


def _lists(siblings: Sequence[Section]) -> Iterator[list[Section]]:
    """The numbered sections under one parent, list by list; 一是 begins a new one."""
    lists: dict[str, list[Section]] = {}
    for section in siblings:
        if section.marker is not None:
            family = BY_NAME[section.marker.style].family
            spoken = BY_NAME[section.marker.style].depth >= DEPTH["ordinal"]
            if spoken and section.marker.ordinal == 1 and family in lists:
                yield lists.pop(family)
            lists.setdefault(family, []).append(section)
    yield from lists.values()


def _likeness(section: Section, folded: str) -> _Peers:
    """The features of a single section; one without text has none."""
    if not section.pieces:
        return _Peers(0, 0, 0, 0, 0)
    start, end = section.pieces[0]
    sentence = SENTENCE.match(folded, start, end)
    return _Peers(
        1,
        folded[section.pieces[-1].end - 1] == ";",
        len(section.pieces) == 1 and not section.children and folded[end - 1] in ";。",
        _heads(section),
        bool(
            sentence
            and sentence.end() - start <= RUN_IN
            and (sentence.end() < end or section.children)
            and _titles(sentence.group())
        ),
    )


def _heading(section: Section, others: _Peers, body: Body, ends: set[int]) -> Span | None:
    marker = section.marker
    piece = section.pieces[0] if section.pieces else None
    if marker is None or piece is None or "\n" in body.text[marker.end : piece.start]:
        return None
    line = body.folded[piece.start : piece.end]
    first = section.children[0].marker if section.children else None
    glued = (
        first is not None and first.start == piece.end and not _is_closed(line)
    )  # 考核内容（一）组织领导。
    whole = piece.end in ends or glued
    if whole and _is_judged_below(section, others, body.folded):
        return None
    length = _length(line, whole, section, others)
    return Span(piece.start, piece.start + length) if length else None


def _length(line: str, whole: bool, section: Section, others: _Peers) -> int:
    """How many characters of the section's first piece form its heading; `whole` if nothing of the piece follows."""
    style = section.marker.style if section.marker else ""
    if style in TITLED:
        return len(line.rstrip("。:;,"))
    if style in RULES:
        return _caption(line, whole, section)
    if not (section.marker and section.marker.inline) and (question := ASKED.match(line)):
        return question.end()
    if whole and (divided := DIVIDED.match(line)):
        return divided.end()
    if whole and not _is_closed(line) and not INNER_STOP.search(CITED.sub("", line)):
        return (_label(line) or len(line)) if _stands_alone(section, others) else 0
    if whole and line.endswith("?"):
        return len(line) if len(line) <= QUESTION and _heads(section) else 0
    if whole and line.endswith("。") and line.find("。") == len(line) - 1 and ":" not in line:
        heads = _heads(section) and _heads_among(line, others)
        return len(line) - 1 if heads and len(line) <= ALONE and _titles(line) else 0
    if (
        whole
        and line.endswith(":")
        and len(line) <= ALONE
        and _heads(section)
        and _is_headed_as_others(others)
    ):
        return len(line) - 1
    return _before_colon(line, whole, section, others) or _first_sentence(line, section, others)


def _caption(line: str, whole: bool, section: Section) -> int:
    """第二条 【落户奖】……, and 第一条 适用范围 on a line of its own above the text."""
    found = CAPTION.match(line)
    if found and (found.end() < len(line) or len(section.pieces) > 1):
        return found.end()
    alone = whole and len(section.pieces) > 1 and len(line) <= CAPTION_MOST
    return len(line) if alone and not INNER_STOP.search(line) and not _is_closed(line) else 0


def _is_closed(line: str) -> bool:
    """Whether a line ends with a stop: 分级管理”。 and 分级管理。” do."""
    return line.rstrip(CLOSINGS)[-1:] in FINAL


def _stands_alone(section: Section, others: _Peers) -> bool:
    """A paragraph without a stop is a heading, unless it is the last of a list of clauses that lacks its stop."""
    return _heads_text(section) or others.items <= others.size / 2


def _heads_text(section: Section) -> bool:
    return len(section.pieces) > 1 or bool(section.children)


def _heads(section: Section) -> bool:
    """Text or sections stand below the section's first paragraph."""
    return len(section.pieces) > 1 or any(
        child.marker and not child.marker.inline for child in section.children
    )


def _is_headed_as_others(others: _Peers) -> bool:
    """Three neighbours or more, and nearly all of them head text: so does one that would else only lead into it."""
    return others.size >= 3 and others.heads >= ALIKE * others.size


def _heads_among(line: str, others: _Peers) -> bool:
    """Neighbours that end with ; are clauses of one sentence; a longer heading needs neighbours that head text too."""
    if 2 * others.clauses >= max(others.size, 1):
        return False
    return len(line) <= RUN_IN_SURE or 2 * others.heads >= others.size


def _introduces(line: str) -> bool:
    """Words that lead into what follows rather than head it."""
    return bool(INTRODUCES.search(line) or RULING.search(line) or line.startswith(("将", "对", "在")))


def _label(line: str) -> int:
    """四、报名时间：2024年5月6日 gives its content on the same line."""
    clause = CLAUSE.match(line)
    return clause.end() - 1 if clause and 2 < clause.end() <= min(COLON, len(line) - 1) else 0


def _before_colon(line: str, whole: bool, section: Section, others: _Peers) -> int:
    """A few words before a colon that head what follows, in the same paragraph or below it."""
    clause = CLAUSE.match(line)
    if clause is None or not 2 < clause.end() <= COLON or _introduces(clause.group()):
        return 0
    if whole and clause.end() == len(line):
        return clause.end() - 1 if 2 * others.clauses < max(others.size, 1) else 0
    if line[clause.end() :].startswith("“") and line[0] != "“":  # 他说：“……”, but “两清单”：“负面清单”是……
        return 0
    return clause.end() - 1 if clause.end() < len(line) or section.children else 0


def _first_sentence(line: str, section: Section, others: _Peers) -> int:
    """A short sentence that heads what follows in the same paragraph."""
    inline = section.marker is not None and section.marker.inline
    sentence = SENTENCE.match(line)
    if sentence is None or sentence.end() > RUN_IN_MOST:
        return 0
    rest = line[sentence.end() :].lstrip("”’」』")
    if REMARK.match(rest) and not section.children:
        return 0
    length = sentence.end() - 1
    if not _titles(sentence.group()) or _is_judged(rest, section, others):
        return 0
    if (length <= RUN_IN_SURE and not (inline and others.size)) or (length <= RUN_IN and not others.size):
        return length
    return length if others.size and others.titled >= TITLED_SHARE * others.size else 0


def _is_judged(rest: str, section: Section, others: _Peers) -> bool:
    """二是培训46人次。该问题已完成整改。 is a measure and the verdict on all; a problem and its verdict is headed."""
    inline = section.marker is not None and section.marker.inline
    alone = inline or (others.size > 0 and others.titled < TITLED_SHARE * others.size)
    return alone and len(section.pieces) == 1 and verdicts.are_verdicts(rest)


def _is_judged_below(section: Section, others: _Peers, folded: str) -> bool:
    """The same with the verdict in the line below the last measure, where its neighbours head no text."""
    pieces = section.pieces
    if len(pieces) != 2 or section.children or 2 * others.heads >= others.size:
        return False
    start, end = pieces[0]
    return _is_closed(folded[start:end]) and verdicts.are_verdicts(folded[pieces[1].start : pieces[1].end])


def _titles(sentence: str) -> bool:
    """A noun or verb phrase, neither the rule of an article nor a statement with figures."""
    bare = CITED.sub("", sentence)
    if STATES.match(bare) or RULING.search(bare):
        return False
    return bare.startswith("关于") or not FIGURE.search(bare)
