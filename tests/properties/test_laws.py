"""A law of any shape comes out as it was built: 编, 分编, 章, 节, 条, 款, 项 and 目, each where it stands."""

from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gongwen

DIGITS = "零一二三四五六七八九"
TITLES = (
    "总则",
    "一般规定",
    "规划与建设",
    "监督管理",
    "法律责任",
    "附则",
    "程序",
    "节约用水",
    "所有权",
    "条件与期限",
)
SENTENCES = (
    "为了规范管理，根据有关法律，制定本法。",
    "第一类器械实行备案管理。",
    "上、下半年各检查一次。",
    "一切单位和个人都有义务遵守本法。",
    "公路管理机构负责日常养护。",
    "违反前款规定的，责令限期改正；逾期不改正的，处五千元以上二万元以下罚款。",
    "依照本法第十条第二款的规定处理。",
)
PARAGRAPHS = (
    "前款规定以外的情形，由国务院规定。",
    "本法所称单位，包括个体工商户。",
    "主管部门应当公布名录。",
)
CLAUSES = ("持有相应证件", "有固定的场所", "依法应当公开的其他事项", "有必要的资金")
LEVELS = ("编", "分编", "章", "节")
SHAPES = ((), ("章",), ("章", "节"), ("编", "章"), ("编", "分编", "章"), ("编", "分编", "章", "节"))


def numeral(number: int) -> str:
    """1260 as 一千二百六十."""
    if number < 20:
        return ("十" if number > 9 else "") + (DIGITS[number % 10] if number % 10 or number == 0 else "")
    printed, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            printed += ("零" if gap and printed else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = bool(printed)
    return printed


class Law:
    """A law while it is written: its lines, and the sections that they are."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.lines = ["江临市公用事业法"]
        self.sections: list[tuple[int, str]] = []
        self.article = draw(st.sampled_from([0, 0, 0, 97, 998, 1197]))

    def write(self) -> None:
        """All of it."""
        self.units(self.draw(st.sampled_from(SHAPES)), 1)

    def units(self, levels: tuple[str, ...], depth: int) -> None:
        """Titled units of the first level, and what stands in them."""
        if not levels:
            for _ in range(self.draw(st.integers(1, 3))):
                self.write_article(depth)
            return
        for number in range(1, self.draw(st.integers(2, 3)) + 1):
            marker = f"第{numeral(number)}{levels[0]}"
            self.add(depth, marker, " " + self.draw(st.sampled_from(TITLES)))
            self.units(levels[1:], depth + 1)

    def write_article(self, depth: int) -> None:
        """An article with its paragraphs, items and points; now and then one that was put in behind it."""
        self.article += 1
        self.add(depth, f"第{numeral(self.article)}条", "　" + self.draw(st.sampled_from(SENTENCES)))
        if self.draw(st.booleans()):
            self.lines.append("符合下列条件的，应当准许：")
            self.items(depth + 1)
            if self.draw(st.booleans()):
                self.lines.append(self.draw(st.sampled_from(PARAGRAPHS)))
        if self.draw(st.integers(0, 5)) == 0:
            self.add(depth, f"第{numeral(self.article)}条之一", "　" + self.draw(st.sampled_from(SENTENCES)))

    def items(self, depth: int) -> None:
        """（一） to （四）, the second with points of its own now and then."""
        count = self.draw(st.integers(2, 4))
        points = self.draw(st.booleans())
        for number in range(1, count + 1):
            end = "。" if number == count else "；"
            if number == 2 and points:
                self.add(depth, "（二）", "有下列资料之一：")
                self.add(depth + 1, "1.", "证明；")
                self.add(depth + 1, "2.", "申请书" + end)
            else:
                self.add(depth, f"（{numeral(number)}）", self.draw(st.sampled_from(CLAUSES)) + end)

    def add(self, depth: int, marker: str, text: str) -> None:
        """A section and its line."""
        self.lines.append(marker + text)
        self.sections.append((depth, marker))


@st.composite
def laws(draw: st.DrawFn) -> Law:
    law = Law(draw)
    law.write()
    return law


def found(text: str) -> Iterator[tuple[int, str]]:
    for section in gongwen.parse(text).walk():
        if section.marker:
            yield section.depth, section.marker.text


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(laws())
def test_a_law_comes_out_as_it_was_built(law: Law) -> None:
    assert list(found("\n".join(law.lines))) == law.sections
