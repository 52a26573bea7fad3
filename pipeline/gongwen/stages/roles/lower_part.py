"""The text of a notice and what stands below it: signature, date, annotations, attachments, contacts.

    现将……通知如下。 · 特此通知。 · 附件：1.任务清单 · 江临市水利局 · 2024年6月3日 · （此件公开发布） · 附件1

主体 from 正文 on and 版记, GB/T 9704-2012 7.3.3 to 7.4. `gongwen.rules.layout.parts` says what a line looks like; a
signature stands above a date, and a title below a signature opens an enclosed document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gongwen.model import BodyBlock
from gongwen.rules.dates.alone import is_date_line
from gongwen.rules.documents.document_numbers import is_document_number_line
from gongwen.rules.documents.kinds import TITLE_END
from gongwen.rules.layout import labels, parts
from gongwen.rules.layout.file_names import ENDS_IN_FILE, ONLY_FILE
from gongwen.rules.layout.furniture import furniture_reason
from gongwen.rules.numbering.markers import OPENING
from gongwen.stages.roles.contents import SENTENCE_END
from gongwen.stages.roles.upper_part import LONG, is_recipient

LICENCE_BOX = 12
"""The most lines of the box in which an archive states the licence of a text."""
LINK = 80
"""The most characters of another page's title."""
NUMBER_OR_MAIL = re.compile(r"\d{5}|@")
LISTED = re.compile(rf"^\d{{1,2}}\s?[.、.]|{ENDS_IN_FILE.pattern}", re.IGNORECASE)
NUMBERS_TEXT = frozenset({"part", "chapter", "article", "chinese", "chinese_parenthesis"})
"""Styles that number the text of an attachment, never a list of attachments."""
CITED_NAME = re.compile("《([^《》]{2,40})》")
FORWARDS = re.compile("(?:批转|转发|印发)(?!《)")
SHORTEST_TITLE = 8
"""Characters of a title that the title of the notice names without 《》: 批转市水利局关于冬修工作报告的批示."""
SIGNED = frozenset({"date", "signature", "annotation", "document_number"})
"""Roles below which the title of an enclosed document may stand, however it is set."""
UNSIGNED = frozenset({"attachment", "closing", "lead", "paragraph"})
"""Roles below which it may stand if it is set apart."""


def text_and_below(lines: Sequence[str], found: list[str], blocks: Sequence[BodyBlock], first: int) -> None:
    """Roles of the text, from the line `first` on, and of all below it."""
    lead = signed = False
    for at in range(first, len(lines)):
        line = lines[at]
        if not found[at]:
            found[at] = (len(line) <= LONG and _short_line(lines, found, at, signed)) or "paragraph"
        if found[at] in ("signature", "date"):
            signed = True
        if found[at] == "paragraph" and not lead:
            lead = True
            if not OPENING.match(line):
                found[at] = "lead"
    _attachment_titles(lines, found, blocks)
    _other_pages(lines, found)
    _licence_box(lines, found)
    _last_signature(lines, found)
    _contacts(lines, found)


def _short_line(lines: Sequence[str], found: list[str], at: int, signed: bool) -> str:
    """The role of a short line in or below the text."""
    line = lines[at]
    if at and found[at - 1] == "attachment_list" and LISTED.search(line) and not line.endswith("。"):
        return "attachment_list"
    if len(line) < 16 and parts.GLOSSARY_HEAD.match(line) and _explains(lines, at, signed):
        return "attachment"
    if line[0] == "附" and not line.endswith("。"):
        if parts.ATTACHMENT_HEAD.match(line):
            return "attachment" if _is_attached(lines, at) else "attachment_list"
        if parts.ATTACHMENT_NAMED.match(line) and _opens_text(lines, at + 1):
            return "attachment"
        if parts.ATTACHMENT_LIST.match(line):
            return "attachment_list"
    if "." in line and ONLY_FILE.match(line):
        return "attachment_list"
    if len(line) < 30 and is_date_line(line) and not _is_heading(lines[at - 1] if at else ""):
        _sign(lines, found, at)
        return "date"
    if line[-1] == "日" and parts.SIGNED_IN_LINE.match(line):
        return "signature"
    if parts.ANNOTATION.match(line) and (
        signed or "公开" in line or (2 * at > len(lines) and parts.COPIES.search(line))
    ):
        return "annotation"
    if parts.CLOSING.match(line):
        return "closing"
    if _is_furniture(lines, at):
        return "chrome"
    if parts.BYLINE.match(line) and not SENTENCE_END.search(line):
        return "byline"
    if signed and labels.is_label(line):
        return "byline"
    if signed and is_document_number_line(line):
        return "document_number"
    if signed and found[at - 1] in ("title", "document_number") and is_recipient(line):
        return "recipient"
    return ""


def _explains(lines: Sequence[str], at: int, signed: bool) -> bool:
    """附：名词解释 above the signature names an attachment; elsewhere the terms follow."""
    below = lines[at + 1] if at + 1 < len(lines) else ""
    return lines[at][0] != "附" or signed or OPENING.match(below) is not None


def _is_heading(line: str) -> bool:
    """三、考试时间: a date below it is its content; （五）压实责任。……（责任单位：市水利局） heads nothing."""
    return bool(OPENING.match(line)) and "。" not in line and not SENTENCE_END.search(line)


def _is_attached(lines: Sequence[str], at: int) -> bool:
    """附件 with a colon is a label: its attachments follow as a list of names, or there are none."""
    if not lines[at].endswith(":"):
        return True
    below = [line for line in lines[at + 1 : at + 3] if not furniture_reason(line)]
    return bool(below) and not LISTED.search(below[0])


def _opens_text(lines: Sequence[str], at: int) -> bool:
    """Whether numbered text begins on a line, so that the line above is no list of names."""
    found = OPENING.match(lines[at]) if at < len(lines) else None
    return found is not None and found.lastgroup in NUMBERS_TEXT


def _is_furniture(lines: Sequence[str], at: int) -> bool:
    line = lines[at]
    if reason := furniture_reason(line):
        return reason != "licence" or _ends_page(lines, at + 1)
    return bool(parts.PAGE_NUMBER.match(line) or parts.BREADCRUMB.match(line))


def _ends_page(lines: Sequence[str], at: int) -> bool:
    """Whether the lines from here on can belong to a licence: few, and none numbered, dated or attached."""
    below = lines[at : at + LICENCE_BOX + 1]
    return len(below) <= LICENCE_BOX and not any(
        line[0] == "附" or OPENING.match(line) or is_date_line(line) or parts.SIGNED_IN_LINE.match(line)
        for line in below
    )


def _other_pages(lines: Sequence[str], found: list[str]) -> None:
    """What a site prints in the end below 相关链接 and 主办单位：…: titles of other pages, and where to find it."""
    inside = False
    for at in range(len(lines) // 2, len(lines)):
        if found[at] == "chrome":
            inside |= furniture_reason(lines[at]) in ("related", "footer")
        elif inside and found[at] == "paragraph" and len(lines[at]) < LINK and "。" not in lines[at]:
            found[at] = "chrome"
        else:
            inside = False


def _licence_box(lines: Sequence[str], found: list[str]) -> None:
    """What an archive adds below the licence that it states in the end."""
    first = max(len(lines) - LICENCE_BOX, 1)
    licences = (at for at in range(first, len(lines)) if found[at] == "chrome")
    licence = next((at for at in licences if furniture_reason(lines[at]) == "licence"), len(lines))
    for at in range(licence, len(lines)):
        if found[at] == "paragraph":
            found[at] = "chrome"


def _sign(lines: Sequence[str], found: list[str], date: int) -> None:
    """The bodies named right above a date line have signed."""
    for at in range(date - 1, max(date - 12, -1), -1):
        signs = parts.BODY_NAME.match(lines[at]) or parts.COUNTERSIGNED.match(lines[at])
        if found[at] not in ("paragraph", "lead") or not signs or OPENING.match(lines[at]):
            return
        found[at] = "signature"


def _without_brackets(line: str) -> str:
    """(江临市统计局) at the end is who signs."""
    return line[1:-1] if line[0] == "(" and line[-1] == ")" else line


def _last_signature(lines: Sequence[str], found: list[str]) -> None:
    """A body named on the last line of the text has signed without a date."""
    if "signature" in found:
        return
    for at in range(len(lines) - 1, -1, -1):
        if found[at] in ("chrome", "annotation", "attachment_list", "byline", "contact"):
            continue
        named = parts.BODY_NAME.match(_without_brackets(lines[at])) and not OPENING.match(lines[at])
        if found[at] == "paragraph" and at > 1 and named and SENTENCE_END.search(lines[at - 1]):
            found[at] = "signature"
        return


def _attachment_titles(lines: Sequence[str], found: list[str], blocks: Sequence[BodyBlock]) -> None:
    """The line under 附件1 is the attachment's title; a title after the signature opens an enclosed document."""
    signed = False
    titles = [line for line, role in zip(lines, found, strict=True) if role == "title"]
    enclosed = {name for title in titles for name in CITED_NAME.findall(title)}
    forwards = "".join(titles[:1]).replace("的", "") if any(map(FORWARDS.search, titles[:1])) else ""
    for at in range(1, len(lines)):
        line, above = lines[at], found[at - 1]
        signed = signed or above in ("signature", "date")
        if found[at] not in ("paragraph", "lead"):
            continue
        short = len(line) < 80 and not SENTENCE_END.search(line) and not OPENING.match(line)
        if above == "attachment" and short and parts.ATTACHMENT_HEAD.match(lines[at - 1]):
            found[at] = "attachment"
        elif (line in enclosed and signed and above in SIGNED) or (
            short
            and (
                _is_enclosed_title(line, blocks[at], above, signed)
                or (len(line) > SHORTEST_TITLE and line.replace("的", "") in forwards)
            )
        ):
            found[at] = "title"


def _is_enclosed_title(line: str, block: BodyBlock, above: str, signed: bool) -> bool:
    if len(line) < 5 or parts.CAPTION.match(line):
        return False
    if not TITLE_END.search(line) and block.source.heading != 1:
        return False
    if above in SIGNED:
        return signed
    if block.source.heading == 1 and TITLE_END.search(line):
        return True
    shown = block.source.align == "center" or block.source.bold or block.source.heading
    return above in UNSIGNED and bool(shown and signed)


def _contacts(lines: Sequence[str], found: list[str]) -> None:
    """A line that only gives a telephone number or address is a contact; a last sentence that gives them is a closing."""
    last = max((at for at, role in enumerate(found) if role in ("paragraph", "lead")), default=-1)
    for at, line in enumerate(lines):
        if found[at] != "paragraph" or len(line) > 400:
            continue
        if not NUMBER_OR_MAIL.search(line) or not (parts.CONTACT.search(line) or parts.HOTLINE.match(line)):
            continue
        if parts.CONTACT_ONLY.match(line) and not OPENING.match(line):
            found[at] = "contact"
        elif at >= last - 1 and not OPENING.match(line):
            found[at] = "closing"
