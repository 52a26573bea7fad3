"""Parts of a notice that a copy has glued into one line are cut apart, in the order of GB/T 9704-2012 section 7.

    江临市人民政府办公室文件 | 江政办〔2007〕42号 | 江临市人民政府办公室关于……的通知 | 各县（区）人民政府：| 为扎实推进……
    ……自查报告于12月12日前报市政府办公室。 | 江临市人民政府办公室 | 二○○七年十一月十六日

Named assumptions: a title ends with its 文种, and behind it stands whom it addresses or a word that leads into the text;
a signature stands behind the last stop of a long line.
"""

from __future__ import annotations

import re
from itertools import pairwise

from gongwen.model import Block
from gongwen.rules.dates.pattern import FULL_DATE
from gongwen.rules.documents.kinds import KIND
from gongwen.rules.layout.parts import BODY_NAME

TOP = 12
"""So many lines may stand above a glued title."""
LONG = 100
"""Characters of a line that holds text and not a title alone."""
LETTERHEAD = r"[一-鿿、·()]{2,40}?文件"
NUMBER = r"[一-鿿A-Za-z]{1,14}[〔\[(](?:19|20)\d\d[〕\])]\s?\d{1,5}\s?号"
RECIPIENTS = r"(?:各|全[省市县区]|[省市县区]直|国务院各|有关|机关各)[^。:;]{1,160}:"
LEAD = r"根据|按照|为(?:了|进一步|深入|贯彻|落实|认真|切实|加强|扎实|做好)|现[将就]|近日|日前|经(?![济营])|\d{4}年"
ADDRESSED = re.compile(
    rf"((?:{LETTERHEAD}(?={NUMBER}))?)((?:{NUMBER})?)([^。;:]{{4,90}}?(?:{KIND})(?:\([^()]{{1,20}}\))?)({RECIPIENTS})"
)
LED = re.compile(
    rf"((?:{LETTERHEAD}(?={NUMBER}))?)((?:{NUMBER})?)([^。;:,]{{0,60}}?关于[^。;:,]{{2,80}}?(?:{KIND}))(?={LEAD})"
)
ENACTED = re.compile(
    r"[^。;:,()]{2,60}(?:条例|办法|规定|决定|细则|规则|法)(?=\((?:19|20)\d\d年[^()]{6,600}(?:通过|公布|发布|批准)[^()]{0,200}\)$)"
)
"""……条例（2019年5月30日……通过）: the history of a regulation on the line of its title."""
SIGNED = re.compile(rf"[。;!]([^。;!]{{0,60}}?)({FULL_DATE})$")


def cut_apart(block: Block, line: str, position: int) -> list[Block]:
    """The parts of a line in order; the line alone where nothing is glued to it. `line` is its text, folded."""
    if block.row or position >= TOP or len(line) < 20:
        return [block]
    cuts = _head(line, position)
    if len(line) > LONG:
        cuts += _tail(line)
    if not cuts:
        return [block]
    pieces = [block.text[start:end].strip() for start, end in pairwise([0, *cuts, len(line)])]
    return [block._replace(text=piece) for piece in pieces if piece]


def _head(line: str, position: int) -> list[int]:
    """Where letterhead, number, title and recipients end."""
    if line[-1] == ")" and (enacted := ENACTED.match(line)):
        return [enacted.end()]
    found = ADDRESSED.match(line) if ":" in line else None
    if found is None and not position and len(line) > LONG:
        found = LED.match(line)
    return [found.end(group) for group in range(1, len(found.groups()) + 1)] if found else []


def _tail(line: str) -> list[int]:
    """Where the text ends, and the signature."""
    found = SIGNED.search(line, len(line) - 80)
    if found is None or (found[1] and not BODY_NAME.match(found[1].strip())):
        return []
    return [found.start(1), found.end(1)]
