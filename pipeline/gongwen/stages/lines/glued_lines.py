"""Parts of a notice that a copy has glued into one line are cut apart, in the order of GB/T 9704-2012 section 7.

    江临市人民政府办公室文件 | 江政办〔2007〕42号 | 江临市人民政府办公室关于……的通知 | 各县（区）人民政府：| 为扎实推进……
    江临市商务局关于……的批复 | 江商函〔2001〕18号 | 石桥镇人民政府：| 你镇……收悉。……
    ……自查报告于12月12日前报市政府办公室。 | 江临市人民政府办公室 | 二○○七年十一月十六日

Named assumptions: a title ends with its 文种, followed by its number, its recipients or a word that leads into the
text; a signature follows the last full stop of a long line, or precedes the title of what the notice encloses. Copies
that have a whole notice on one line are cut further by `one_line`.
"""

from __future__ import annotations

import re
from itertools import pairwise

from gongwen.model import Block
from gongwen.rules.dates.pattern import FULL_DATE
from gongwen.rules.documents.kinds import KIND
from gongwen.rules.layout import parts
from gongwen.rules.text.characters import even
from gongwen.stages.lines.one_line import article_cuts, list_cuts

TOP = 12
"""How many lines may stand above a glued title."""
LAST = 4
"""How many lines at the end may hold a glued signature."""
LONG = 100
"""From so many characters on, a line holds more than a title."""
LETTERHEAD = r"[一-鿿、·()]{2,40}?[文函]件"
NUMBER = r"(?![等及和与])(?:(?!的)[一-鿿A-Za-z]){2,14}[〔\[(](?:19|20)\d\d[〕\])]\s?\d{1,5}\s?号"
LEAD = r"根据|按照|为(?:了|进一步|深入|贯彻|落实|认真|切实|加强|扎实|做好)|现[将就]|近日|日前|经(?![济营])|\d{4}年"
"""How the text begins after a title."""
SENTENCE = re.compile(rf"(?:{LEAD})|依据|鉴于|为")
REGULATION = "条例|办法|规定|决定|细则|规则"
HEAD = rf"((?:{LETTERHEAD}(?=\s?{NUMBER}))?)\s?((?:{NUMBER})?)"
"""江临市人民政府文件, 江政发〔2007〕42号"""
ADDRESSED = re.compile(
    rf"""{HEAD}\s?
         ([^。;:]{{4,90}}?(?:{KIND})(?:\([^()]{{1,20}}\))?)\s?    # ……关于……的通知
         (?![等及和与])((?:各[^。:;〔]|[^。:;〔的]{{2}})[^。:;〔的]{{0,160}}:)    # 各县（区）人民政府：
    """,
    re.VERBOSE,
)
NUMBERED = re.compile(
    rf"""{HEAD}\s?
         ([^。;:]{{4,90}}(?:{KIND})(?!件)(?:\([^()]{{1,20}}\))?)\s?     # ……关于……的批复
         (?<!\()({NUMBER})(?![文的,精要规)])\s?                    # 江商函〔2001〕18号
         ((?:[^。:;《]{{2,160}}?:)?)                               # 石桥镇人民政府：
    """,
    re.VERBOSE,
)
LED = re.compile(rf"{HEAD}([^。;:,]{{0,60}}?关于[^。;:,]{{2,80}}?(?:{KIND}))(?={LEAD})")
TO_ALL = re.compile(r"各|全[省市县区]|[省市县区]直|国务院各|有关|机关各")
"""How a notice to many begins its recipients."""
ENACTED = re.compile(
    rf"""[^。;:,()]{{2,60}}(?:{REGULATION}|法)                    # 江临市节约用水条例
         (?=\((?:19|20)\d\d年[^()]{{6,600}}(?:通过|公布|发布|批准)[^()]{{0,200}}\)$)   # （2019年5月30日……通过）
    """,
    re.VERBOSE,
)
"""The history of a regulation, on the line of its title."""
ORDER = re.compile(
    rf"""[一-鿿]{{2,30}}(?<!条)令\s?\(?第\s?\d{{1,4}}\s?号\)?      # 江临市人民政府令第12号
         (?=\s?(?:《|现|经|根据|为                              # 现公布《……》
           |[一-鿿]{{4,40}}(?:{REGULATION})[已由于经]))            # 江临市供热管理办法已经……通过
    """,
    re.VERBOSE,
)
"""An order and its text."""
SIGNED = re.compile(rf"[。;!]\s?([^。;!]{{0,60}}?)\s?({FULL_DATE})(?=$|\(此[件文]|抄送:|主题词:)")
SIGNED_ABOVE = re.compile(
    rf"""[。!]\s?([^。;!:,]{{2,60}}?)\s?({FULL_DATE})\s?       # 江临市人民政府一九八一年十二月十二日
         (?= [^。;:,]{{0,24}}关于[^。;:,]{{4,60}}?(?:{KIND})   # 关于……的请示
           | [^。;:,]{{4,60}}?(?:{KIND})\s?(?:{LEAD}|[^。:;,]{{2,40}}:|第一[编章条]|一、)   # 江临市供热管理办法第一章
         )""",
    re.VERBOSE,
)
"""……请贯彻执行。江临市人民政府一九八一年十二月十二日关于……的请示市政府：: what the notice encloses comes next."""
COUNTERSIGNED = re.compile(rf"[一-鿿]{{0,20}}{parts.OFFICES}\s?[一-鿿·]{{1,4}}$")


def cut_apart(block: Block, line: str, position: int, count: int) -> list[Block]:
    """The parts of a line in order; the line alone where nothing is glued to it.

    `line` is its text, folded, the one at `position` of `count`.
    """
    if block.row or len(line) < 20 or TOP <= position < count - LAST:
        return [block]
    cuts = _whole(line, position) if position < TOP else _tail(line)
    if not cuts:
        return [block]
    pieces = [block.text[start:end].strip() for start, end in pairwise([0, *sorted(set(cuts)), len(line)])]
    return [block._replace(text=even(piece, False)) for piece in pieces if piece]


def _whole(line: str, position: int) -> list[int]:
    """All cuts of a line: of a notice, and of what it encloses behind its signature."""
    above = SIGNED_ABOVE.search(line) if len(line) > LONG and "日" in line else None
    if above and _signs(above[1]):
        enclosed = above.end()
        return [
            *_parts(line[: above.start(1)], position),
            above.start(1),
            above.end(1),
            enclosed,
            *(enclosed + cut for cut in _whole(line[enclosed:], 0)),
        ]
    return [*_parts(line, position), *_tail(line)]


def _parts(line: str, position: int) -> list[int]:
    """Where the parts above the text of one notice end, and those of a text whose line ends are blanks."""
    cuts = _head(line, position)
    cuts += article_cuts(line, cuts[-1] if cuts else 0)
    return cuts or list_cuts(line)


def _head(line: str, position: int) -> list[int]:
    """Where letterhead, number, title and recipients end."""
    if line[-1] == ")" and (enacted := ENACTED.match(line)):
        return [enacted.end()]
    if order := ORDER.match(line):
        return [order.end()]
    numbered = NUMBERED.match(line) if "号" in line else None
    if numbered and _is_title(numbered[3]):
        return [*_ends(numbered, 4), *(_ends(numbered, 5)[4:] if _addresses(numbered[5], sure=True) else ())]
    addressed = ADDRESSED.match(line) if ":" in line else None
    if (
        addressed
        and _addresses(addressed[4], sure=bool(addressed[2]))
        and (addressed[2] or "关于" in addressed[3] or TO_ALL.match(addressed[4]))
    ):
        return _ends(addressed, 4)
    led = LED.match(line) if not position and len(line) > LONG else None
    return _ends(led, 3) if led else []


def _ends(found: re.Match[str], last: int) -> list[int]:
    return [found.end(group) for group in range(1, last + 1)]


def _is_title(text: str) -> bool:
    """根据市政府《关于……的通知》 is not one."""
    return text.count("《") == text.count("》") and not SENTENCE.match(text)


def _addresses(names: str, sure: bool) -> bool:
    """Whether the words between a title and a colon are recipients; `sure` where a document number confirms the head."""
    if not names or parts.NO_RECIPIENT.search(names):
        return False
    if TO_ALL.match(names):
        return True
    if sure and (parts.RECIPIENT.match(names) or parts.ADDRESSED.match(names)):
        return True
    return all(map(parts.BODY_NAME.match, re.split("[,、]", names[:-1])))


def _signs(name: str) -> bool:
    plain = "".join(name.split())
    return bool(parts.BODY_NAME.match(plain) or COUNTERSIGNED.match(plain))


def _tail(line: str) -> list[int]:
    """Where the text ends and where the signature does."""
    found = SIGNED.search(line, max(0, len(line) - 120)) if "日" in line[-40:] else None
    if found is None or not (_signs(found[1]) if found[1] else len(line) > LONG):
        return []
    return [found.start(1), found.end(1), found.end()]
