"""Names that run over two lines, of signatories and attachments, are joined.

    江临市农村人居环境整治提升          附件：江临市中小学校舍安全排查情况
    工作领导小组办公室                  汇总表                                -> one line each
    2024年5月6日                        江临市教育局

Named assumptions: a line above the date that looks like the end of a body's name, and is no body by itself, continues the
line above it; the name of an attachment runs on until a word that such names end with.
"""

from __future__ import annotations

import re

from gongwen.model import Block
from gongwen.rules.dates.alone import is_date_line
from gongwen.rules.documents.kinds import KIND
from gongwen.rules.layout import parts
from gongwen.rules.numbering.markers import OPENING
from gongwen.stages.lines.titles import Line

REST_OF_BODY = re.compile(
    r"""(?: (?:工作|协调|推进|建设|专项|管理)*(?:领导小组|协调小组|指挥部|联席会议|委员会|工作组|工作专班)(?:办公室)?
          | 办公[室厅] | 秘书处 | 筹备组 | 有限(?:责任)?公司 | 管理(?:局|处|中心|委员会) )$""",
    re.VERBOSE,
)
"""工作领导小组办公室, 办公室: no body has such a name by itself."""
BEGINS_NAME = re.compile(r"[一-鿿()“”、·]{4,30}$")
ATTACHMENT = re.compile(r"附\s?件?\s?:?\s?\d{0,2}\s?[.、:]\s?\S|\d{1,2}\s?[.、]\s?\S")
END_OF_ATTACHMENT = re.compile(
    rf"(?:{KIND}|表|册|图|名[录单]|样[式本]|范本|模板|材料|说明书|协议|合同|申报书|证明|函|书|汇总|统计|台账|流程|格式|\.[A-Za-z]{{3,4}})[》\d]?$"
)
REST_OF_ATTACHMENT = re.compile(r"[一-鿿()《》、·\d]{2,30}$")


def join_names(lines: list[Line]) -> list[Line]:
    """The lines, with each such name on one line."""
    joined: list[Line] = []
    for at, (block, line) in enumerate(lines):
        if joined and _goes_on(joined, block, line, lines[at + 1 : at + 2]):
            last, above = joined[-1]
            joined[-1] = last._replace(text=last.text + block.text), above + line
        else:
            joined.append((block, line))
    return joined


def _goes_on(above: list[Line], block: Block, line: str, below: list[Line]) -> bool:
    if len(line) > 30 or block.row or above[-1][0].row or OPENING.match(line):
        return False
    last = above[-1][1]
    if REST_OF_BODY.match(line):
        dated = bool(below) and is_date_line(below[0][1])
        return dated and BEGINS_NAME.match(last) is not None and len(above) > 2
    return (
        ATTACHMENT.match(last) is not None
        and _lists(above)
        and not END_OF_ATTACHMENT.search(last)
        and END_OF_ATTACHMENT.search(line) is not None
        and REST_OF_ATTACHMENT.match(line) is not None
        and not parts.BODY_NAME.match(line)
        and not is_date_line(line)
    )


def _lists(lines: list[Line]) -> bool:
    """Whether the last line names an attachment: 附件：…, or a number below such a line."""
    for _, line in reversed(lines[-6:]):
        if line[0] == "附":
            return parts.ATTACHMENT_LIST.match(line) is not None
        if not line[0].isdecimal():
            return False
    return False
