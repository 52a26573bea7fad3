"""The upper part of a notice: its title and everything else above the text.

    首页 >> 通知公告 · ……文件 · 江政办发〔2024〕24号 · 标题 · 来源：…… · （2024年……通过） · 各区人民政府：

版头 and the beginning of 主体, GB/T 9704-2012 7.2 to 7.3.2, with what a page puts between them. Each function takes the
folded lines and fills in the roles that it recognises in `found`, one for each line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gongwen.model import BodyBlock, Page
from gongwen.rules.dates.alone import is_date_line
from gongwen.rules.documents.document_numbers import is_damaged_number_line, is_document_number_line
from gongwen.rules.documents.kinds import TITLE_END
from gongwen.rules.layout import labels, parts
from gongwen.rules.layout.furniture import furniture_reason
from gongwen.rules.numbering.markers import OPENING
from gongwen.rules.text.characters import fold
from gongwen.stages.roles.contents import SENTENCE_END, matter_of

LONG = 150
"""A line longer than this is text, whatever it looks like."""
ABOVE_ADDRESS = frozenset({"title", "document_number", "date", "annotation"})
"""What stands right above 主送机关."""
FIELDS = 16
"""So many lines below its letterhead a letter says whom it is for."""
MAYBE = frozenset({"arabic_bare", "arabic_point_bare", "chinese_bare", "must", "grasp"})
"""Markers that a title may begin with by chance: 一抓到底……"""
NOT_TITLE = re.compile(r"[。;:!?]$|^(?!(?:19|20)\d\d年)[\d(]|^附件|>>")


def find_title(lines: Sequence[str], blocks: Sequence[BodyBlock], found: list[str], page: Page) -> int | None:
    """The block that most looks like a title before the text begins, `None` where none does.

    A speech begins with its salutation: what follows 各位代表： is no title, even if it ends in 意见 or 总结.
    """
    named = {
        matter_of(fold(field.value)) for field in page.fields if labels.canonical(field.label) == "title"
    }
    if (
        len(lines) > 1
        and not found[1]
        and parts.ATTACHMENT_HEAD.match(lines[0])
        and _names_attachment(lines[1])
    ):
        return 1
    best, best_score = None, 3.5
    for at, (line, block) in enumerate(zip(lines[:40], blocks, strict=False)):
        if found[at]:
            continue
        text = len(line) > 40 or (best is not None and OPENING.match(line))
        if text and line.endswith("。") and block.source.part != "title" and not labels.opens_pair(line):
            break
        if best is None and parts.SALUTED.match(line):
            break
        score = _title_score(line, block, named)
        if score > best_score:
            best, best_score = at, score
        elif best is None and score >= 0 and parts.RECIPIENT.match(line):
            break
    return best


def _names_attachment(line: str) -> bool:
    """附件2：, and on the line below what the file holds: ……申请表"""
    return 3 < len(line) <= 60 and not (
        NOT_TITLE.search(line) or OPENING.match(line) or is_date_line(line) or is_document_number_line(line)
    )


def _title_score(line: str, block: BodyBlock, named: set[str]) -> float:
    source = block.source
    if source.part == "title":
        return 9.0
    if not 3 < len(line) <= LONG or NOT_TITLE.search(line) or source.row:
        return -9.0
    if (
        parts.BREADCRUMB.match(line)
        or parts.TOC_HEAD.match(line)
        or is_date_line(line)
        or labels.opens_pair(line)
    ):
        return -9.0
    marker = OPENING.match(line)
    score = 0.0
    score += 8 if matter_of(line) in named else 0
    score += 4 if TITLE_END.search(line) else 0
    score += 2 if "关于" in line else 0
    score += {1: 4, 2: 3, 3: 2}.get(source.heading, 0)
    score += 1 if source.align == "center" or source.bold else 0
    score += 0.5 if len(line) > 8 else 0
    score -= 6 if marker and marker.lastgroup not in MAYBE else 0
    letterhead = parts.LETTERHEAD.match(line) and "关于" not in line
    score -= 3 if letterhead or furniture_reason(line) else 0
    return score


def above_text(lines: Sequence[str], found: list[str], blocks: Sequence[BodyBlock], title: int | None) -> int:
    """Roles of all that stands above the text; returns the index of the first block of the text."""
    if title is None:
        title = _fallback_title(lines, found)
    for at in range(title or 0):
        known = found[at] or _heading_line(lines[at]) or _labelled(lines, at)
        found[at] = known or _letterhead(lines[at])
    at = 0
    if title is not None:
        found[title] = "title"
        at = title + 1
    letter = any(map(parts.ADDRESSEE.match, lines[at : at + FIELDS]))
    recipients, chronicle = 0, False
    while at < len(lines):
        role = (
            found[at] if found[at] in ("toc", "chrome") else _heading_line(lines[at]) or _labelled(lines, at)
        )
        if not role and blocks[at].source.part == "byline":
            role = (
                "annotation" if parts.ADOPTED.match(lines[at]) or parts.HISTORY.match(lines[at]) else "byline"
            )
        chronicle = (chronicle or parts.CHRONICLE.match(lines[at]) is not None) and not _is_article(lines[at])
        if chronicle:
            role = "annotation"
        if not role and letter:
            role = _field_of_letter(lines[at])
            recipients += role == "recipient"
        addressed = is_recipient(lines[at]) or (
            at and found[at - 1] in ABOVE_ADDRESS and _is_addressed(lines[at])
        )
        if not role and recipients < 5 and addressed:
            role, recipients = "recipient", recipients + 1
        if not role and title is not None and not recipients:
            role = "title" if _same_matter(lines[at], lines[title]) else _under_title(lines, at)
        if not role:
            break
        found[at] = role
        at += 1
    return at


def _is_article(line: str) -> bool:
    marker = OPENING.match(line)
    return marker is not None and marker.lastgroup in ("part", "chapter", "article")


def _field_of_letter(line: str) -> str:
    """The role of a field between the letterhead of a letter (函) and its 主旨."""
    if parts.ADDRESSEE.match(line):
        return "recipient"
    if parts.ATTACHMENT_LIST.match(line):
        return "attachment_list"
    return "byline" if parts.LETTER_FIELD.match(line) else ""


def _letterhead(line: str) -> str:
    """The role of any other line above the title; minutes (10.3) bear issuer and date there."""
    if parts.SIGNED_IN_LINE.match(line):
        return "signature"
    return "byline" if parts.LETTERHEAD.match(line) else "chrome"


def _fallback_title(lines: Sequence[str], found: list[str]) -> int | None:
    """The first line that is no sentence, where something follows it: a title without a 文种."""
    for at, line in enumerate(lines[:12]):
        if found[at] or _heading_line(line):
            continue
        if (
            len(lines) > at + 1
            and 4 < len(line) <= 60
            and not NOT_TITLE.search(line)
            and not OPENING.match(line)
        ):
            return at if not is_date_line(line) and "," not in line else None
        return None
    return None


def _heading_line(line: str) -> str:
    """The role of a line that may stand above the text, by its shape alone; empty for anything else."""
    if len(line) > LONG:
        return ""
    if is_document_number_line(line) or is_damaged_number_line(line):
        return "document_number"
    if parts.BREADCRUMB.match(line):
        return "breadcrumb"
    if (labels.opens_pair(line) or parts.BYLINE.search(line)) and not line.endswith("。"):
        return "byline"
    if furniture_reason(line) or parts.PAGE_NUMBER.match(line):
        return "chrome"
    return ""


def _labelled(lines: Sequence[str], at: int) -> str:
    """A value on the line below its label."""
    labelled = at and labels.is_label(lines[at - 1]) and len(lines[at]) < LONG
    return "byline" if labelled and not is_recipient(lines[at]) else ""


def _under_title(lines: Sequence[str], at: int) -> str:
    line = lines[at]
    if line[0] == "(" and parts.ADOPTED.match(line):
        return "annotation"
    if len(line) > LONG:
        return ""
    if is_date_line(line):
        return "byline" if parts.POSTED.search(line) else "date"
    if parts.SIGNED_IN_LINE.match(line):
        return "signature"
    if parts.OCCASION.match(line) or parts.REPORTER.match(line) or parts.OFFICE.match(line):
        return "byline"
    if parts.COUNTERSIGNED.match(line):
        return "byline"
    if at and parts.OFFICE.match(lines[at - 1]) and parts.NAME.match(line):
        return "byline"
    if parts.HISTORY.match(line) or (line.startswith("(") and line.endswith(")") and len(line) < 120):
        return "annotation"
    if line.startswith(("——", "――", "--")) and not SENTENCE_END.search(line) and len(line) < 60:
        return "byline"
    if (parts.BODY_NAME.match(line) or parts.ORDER.match(line)) and not OPENING.match(line):
        return "byline"
    return ""


def repeated_title(lines: Sequence[str], found: list[str], title: int | None) -> None:
    """A page often prints its title again above the text."""
    if title is not None:
        same = matter_of(lines[title])
        for at in range(title + 1, min(title + 12, len(lines))):
            near = abs(len(lines[at]) - len(lines[title])) < 20
            if (
                near
                and found[at] in ("lead", "paragraph", "byline", "chrome")
                and matter_of(lines[at]) == same
            ):
                found[at] = "title"


def _same_matter(line: str, title: str) -> bool:
    """The title repeated with its issuers in full: 市财政局等三部门关于……, 市财政局 市教育局 市水利局关于……"""
    matter = title.partition("关于")[2]
    return len(matter) > 6 and len(line) <= LONG and matter_of(line.partition("关于")[2]) == matter_of(matter)


def _is_addressed(line: str) -> bool:
    """Whether a line right below title and number is a recipient without a word for a body: 石埠市某建材商行："""
    plain = 3 < len(line) < 40 and not OPENING.match(line) and not parts.NO_RECIPIENT.search(line)
    return plain and parts.ADDRESSED.match(line) is not None


def is_recipient(line: str) -> bool:
    """Whether a folded line names the recipients: 各县（区）人民政府：

    >>> is_recipient("各县(区)人民政府:"), is_recipient("经市政府研究,决定:")
    (True, False)
    """
    if len(line) >= 600 or not parts.RECIPIENT.match(line) or OPENING.match(line):
        return False
    return not parts.NO_RECIPIENT.search(line)
