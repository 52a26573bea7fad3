"""Every block gets its part in the notice: title, recipient, lead, paragraph, signature, attachment ...

    首页 >> 通知公告            breadcrumb          一、总体要求 ……     paragraph
    ……关于……的通知              title               特此通知。           closing
    江政办发〔2024〕24号        document_number     江城市商务局         signature
    各区人民政府：              recipient           2024年6月3日         date
    现将……通知如下。            lead                （此件公开发布）     annotation

The order of the parts is that of GB/T 9704-2012 section 7: what stands above the title, between title and text, in the
text, and below it. `gongwen.rules.parts` knows what a line looks like, this stage where it may stand. Paragraphs
that turn out to be headings or items are renamed once the outline is known (`gongwen.stages.headings`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gongwen.model import Body, BodyBlock, Page
from gongwen.rules import labels, parts
from gongwen.rules.dates import is_date_line
from gongwen.rules.document_numbers import is_document_number_line
from gongwen.rules.furniture import furniture_reason
from gongwen.rules.kinds import TITLE_END
from gongwen.rules.markers import OPENING

ROLES = (
    "breadcrumb title byline document_number recipient lead heading paragraph item table "
    "closing contact signature date annotation attachment_list attachment toc chrome"
).split()
TEXT_ROLES = frozenset("lead heading paragraph item table closing contact".split())
"""The roles whose characters the outline accounts for."""

LONG = 150
"""A line longer than this is text, whatever it looks like."""
PAGE_ENDS = frozenset("0123456789)-")
CONTACT_SIGNS = ("电", "传", "邮", "址", "信", "系", "@", "mail")
"""A line without any of these gives no telephone number, address or mail."""
NUMBER_OR_MAIL = re.compile(r"\d{5}|@")
SENTENCE_END = re.compile(r"[。;!?:]$")
MAYBE = frozenset({"arabic_bare", "arabic_point_bare", "chinese_bare", "must", "grasp"})
"""Markers that a title may begin with by chance: 一抓到底……"""
NOT_TITLE = re.compile(r"[。;:!?]$|^(?!(?:19|20)\d\d年)[\d(]|^附件|>>")
LISTED = re.compile(r"^\d{1,2}\s?[.、.]|\.(?:docx?|xlsx?|pdf|wps|zip|rar|ofd)\)?$", re.IGNORECASE)


def roles(body: Body, page: Page) -> Body:
    """The body with a role for every block."""
    lines = [body.folded[block.start : block.end] for block in body.blocks]
    found = [
        "table" if block.source.row else "toc" if _is_contents_line(line) else ""
        for block, line in zip(body.blocks, lines, strict=True)
    ]
    _tables_of_contents(lines, found)
    title = _find_title(lines, body.blocks, found, page)
    text_from = _above_text(lines, found, body.blocks, title)
    _text_and_below(lines, found, body.blocks, text_from)
    _repeated_title(lines, found, title)
    blocks = tuple(
        BodyBlock(start, end, role, source)
        for (start, end, _, source), role in zip(body.blocks, found, strict=True)
    )
    return replace(body, blocks=blocks)


# -------------------------------------------------------------------------------- above the text


def _is_contents_line(line: str) -> bool:
    return 6 < len(line) < 80 and line[-1] in PAGE_ENDS and parts.TOC_LINE.search(line) is not None


def _tables_of_contents(lines: Sequence[str], found: list[str]) -> None:
    """目录 and the entries under it, up to where the first entry stands again as a heading."""
    for start, line in enumerate(lines):
        if len(line) < 8 and parts.TOC_HEAD.match(line):
            found[start] = "toc"
            first = _bare(lines[start + 1]) if start + 1 < len(lines) else ""
            for at in range(start + 1, len(lines)):
                bare = _bare(lines[at])
                again = (
                    at > start + 1
                    and bool(bare)
                    and (bare == first or (len(bare) > 1 and first.endswith(bare)))
                )
                if again or len(bare) > 45 or SENTENCE_END.search(lines[at]):
                    break
                found[at] = "toc"
            return


def _bare(line: str) -> str:
    return re.sub(r"[\s….·\d()-]+", "", line)


def _find_title(
    lines: Sequence[str], blocks: Sequence[BodyBlock], found: list[str], page: Page
) -> int | None:
    """The block that most looks like a title before the text begins, `None` where none does."""
    named = {
        _bare(field.value)
        for field in page.fields
        if field.label in ("ArticleTitle", "标题", "名称", "文件名称", "title")
    }
    best, best_score = None, 3.5
    for at, (line, block) in enumerate(zip(lines[:40], blocks, strict=False)):
        if found[at]:
            continue
        if len(line) > 40 and line.endswith("。") and block.source.part != "title":
            break
        score = _title_score(line, block, named)
        if score > best_score:
            best, best_score = at, score
        elif best is None and score >= 0 and parts.RECIPIENT.match(line):
            break
    return best


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
    score += 8 if _bare(line) in named else 0
    score += 4 if TITLE_END.search(line) else 0
    score += 2 if "关于" in line else 0
    score += {1: 4, 2: 3, 3: 2}.get(source.heading, 0)
    score += 1 if source.align == "center" or source.bold else 0
    score += 0.5 if len(line) > 8 else 0
    score -= 6 if marker and marker.lastgroup not in MAYBE else 0
    letterhead = parts.LETTERHEAD.match(line) and "关于" not in line
    score -= 3 if letterhead or furniture_reason(line) else 0
    return score


def _above_text(
    lines: Sequence[str], found: list[str], blocks: Sequence[BodyBlock], title: int | None
) -> int:
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
    recipients = 0
    while at < len(lines):
        role = (
            found[at] if found[at] in ("toc", "chrome") else _heading_line(lines[at]) or _labelled(lines, at)
        )
        if not role and blocks[at].source.part == "byline":
            role = "byline"
        if not role and recipients < 5 and _is_recipient(lines[at]):
            role, recipients = "recipient", recipients + 1
        if not role and title is not None and not recipients:
            role = "title" if _same_matter(lines[at], lines[title]) else _under_title(lines, at)
        if not role:
            break
        found[at] = role
        at += 1
    return at


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
    """The role of a line that may stand above the text, by its look alone; empty for anything else."""
    if len(line) > LONG:
        return ""
    if is_document_number_line(line):
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
    return "byline" if at and labels.is_label(lines[at - 1]) and len(lines[at]) < LONG else ""


def _under_title(lines: Sequence[str], at: int) -> str:
    line = lines[at]
    if len(line) > LONG:
        return "annotation" if line[0] == "(" and parts.ADOPTED.match(line) else ""
    if is_date_line(line):
        return "byline" if parts.POSTED.search(line) else "date"
    if parts.OCCASION.match(line) or parts.REPORTER.match(line) or parts.OFFICE.match(line):
        return "byline"
    if parts.COUNTERSIGNED.match(line):
        return "byline"
    if at and parts.OFFICE.match(lines[at - 1]) and parts.NAME.match(line):
        return "byline"
    if parts.HISTORY.match(line) or (line.startswith("(") and line.endswith(")") and len(line) < 120):
        return "annotation"
    if line.startswith(("——", "--")) and not SENTENCE_END.search(line) and len(line) < 60:
        return "byline"
    if (parts.BODY_NAME.match(line) or parts.ORDER.match(line)) and not OPENING.match(line):
        return "byline"
    return ""


def _is_recipient(line: str) -> bool:
    if len(line) >= 600 or not parts.RECIPIENT.match(line) or OPENING.match(line):
        return False
    return not parts.NO_RECIPIENT.search(line)


def _repeated_title(lines: Sequence[str], found: list[str], title: int | None) -> None:
    """A page often prints its title again above the text."""
    if title is not None:
        same = _bare(lines[title])
        for at in range(title + 1, min(title + 12, len(lines))):
            near = abs(len(lines[at]) - len(lines[title])) < 20
            if near and found[at] in ("lead", "paragraph", "byline", "chrome") and _bare(lines[at]) == same:
                found[at] = "title"


def _same_matter(line: str, title: str) -> bool:
    """The title once more with its issuers in full: 市财政局等三部门关于……, 市财政局 市教育局 市水利局关于……"""
    matter = title.partition("关于")[2]
    return len(matter) > 6 and len(line) <= LONG and _bare(line.partition("关于")[2]) == _bare(matter)


# -------------------------------------------------------------------------------- the text and below


def _text_and_below(lines: Sequence[str], found: list[str], blocks: Sequence[BodyBlock], first: int) -> None:
    lead = signed = False
    for at in range(first, len(lines)):
        line = lines[at]
        if not found[at]:
            found[at] = (len(line) <= LONG and _short_line(lines, found, blocks, at, signed)) or "paragraph"
        if found[at] in ("signature", "date"):
            signed = True
        if found[at] == "paragraph" and not lead:
            lead = True
            if not OPENING.match(line):
                found[at] = "lead"
    _attachment_titles(lines, found, blocks)
    _last_signature(lines, found)
    _contacts(lines, found)


def _short_line(
    lines: Sequence[str], found: list[str], blocks: Sequence[BodyBlock], at: int, signed: bool
) -> str:
    """The role of a short line in or below the text."""
    line = lines[at]
    if at and found[at - 1] == "attachment_list" and LISTED.search(line) and not line.endswith("。"):
        return "attachment_list"
    if len(line) < 16 and parts.GLOSSARY_HEAD.match(line) and _explains(lines, at, signed):
        return "attachment"
    if line[0] == "附" and not line.endswith("。"):
        if parts.ATTACHMENT_HEAD.match(line):
            return "attachment" if _is_attached(lines, at) else "attachment_list"
        if parts.ATTACHMENT_LIST.match(line):
            return "attachment_list"
    if "." in line and parts.ATTACHED_FILE.match(line):
        return "attachment_list"
    if len(line) < 30 and is_date_line(line) and not _is_heading(lines[at - 1] if at else ""):
        _sign(lines, found, at)
        return "date"
    if line[-1] == "日" and parts.SIGNED_IN_LINE.match(line):
        return "signature"
    if parts.ANNOTATION.match(line) and (signed or "公开" in line):
        return "annotation"
    if parts.CLOSING.match(line):
        return "closing"
    if furniture_reason(line) or parts.PAGE_NUMBER.match(line) or parts.BREADCRUMB.match(line):
        return "chrome"
    if parts.BYLINE.match(line) and not SENTENCE_END.search(line):
        return "byline"
    if signed and labels.is_label(line):
        return "byline"
    if signed and is_document_number_line(line):
        return "document_number"
    if signed and found[at - 1] in ("title", "document_number") and _is_recipient(line):
        return "recipient"
    return ""


def _explains(lines: Sequence[str], at: int, signed: bool) -> bool:
    """附：名词解释 above the signature is the name of an attachment, elsewhere the terms follow."""
    below = lines[at + 1] if at + 1 < len(lines) else ""
    return lines[at][0] != "附" or signed or OPENING.match(below) is not None


def _is_heading(line: str) -> bool:
    """三、考试时间: a date below it is what it heads."""
    return bool(OPENING.match(line)) and not SENTENCE_END.search(line)


def _is_attached(lines: Sequence[str], at: int) -> bool:
    """附件 with a colon is a label: its attachments follow as a list of names, or there are none."""
    if not lines[at].endswith(":"):
        return True
    below = [line for line in lines[at + 1 : at + 3] if not furniture_reason(line)]
    return bool(below) and not LISTED.search(below[0])


def _sign(lines: Sequence[str], found: list[str], date: int) -> None:
    """The bodies named right above a date line have signed."""
    for at in range(date - 1, max(date - 12, -1), -1):
        signs = parts.BODY_NAME.match(lines[at]) or parts.COUNTERSIGNED.match(lines[at])
        if found[at] not in ("paragraph", "lead") or not signs or OPENING.match(lines[at]):
            return
        found[at] = "signature"


def _last_signature(lines: Sequence[str], found: list[str]) -> None:
    """A body named on the last line of the text has signed without a date."""
    if "signature" in found:
        return
    for at in range(len(lines) - 1, -1, -1):
        if found[at] in ("chrome", "annotation", "attachment_list", "byline", "contact"):
            continue
        named = parts.BODY_NAME.match(lines[at]) and not OPENING.match(lines[at])
        if found[at] == "paragraph" and at > 1 and named and SENTENCE_END.search(lines[at - 1]):
            found[at] = "signature"
        return


def _attachment_titles(lines: Sequence[str], found: list[str], blocks: Sequence[BodyBlock]) -> None:
    """The line under 附件1 is the attachment's title; a title after the signature opens an enclosed document."""
    signed = False
    for at in range(1, len(lines)):
        line, above = lines[at], found[at - 1]
        signed = signed or above in ("signature", "date")
        if found[at] not in ("paragraph", "lead"):
            continue
        short = len(line) < 80 and not SENTENCE_END.search(line) and not OPENING.match(line)
        if above == "attachment" and short and parts.ATTACHMENT_HEAD.match(lines[at - 1]):
            found[at] = "attachment"
        elif short and _is_enclosed_title(line, blocks[at], above, signed):
            found[at] = "title"


def _is_enclosed_title(line: str, block: BodyBlock, above: str, signed: bool) -> bool:
    if above not in (
        "date",
        "signature",
        "annotation",
        "attachment",
        "document_number",
        "closing",
        "lead",
        "paragraph",
    ):
        return False
    if not TITLE_END.search(line) or len(line) < 5:
        return False
    shown = block.source.align == "center" or block.source.bold or block.source.heading
    return (
        signed if above in ("date", "signature", "annotation", "document_number") else bool(shown and signed)
    )


def _contacts(lines: Sequence[str], found: list[str]) -> None:
    """A line of nothing but telephone and address is a contact, a last sentence that gives them closes the text."""
    last = max((at for at, role in enumerate(found) if role in ("paragraph", "lead")), default=-1)
    for at, line in enumerate(lines):
        if found[at] != "paragraph" or len(line) > 400 or not any(sign in line for sign in CONTACT_SIGNS):
            continue
        if not NUMBER_OR_MAIL.search(line) or not (parts.CONTACT.search(line) or parts.HOTLINE.match(line)):
            continue
        if parts.CONTACT_ONLY.match(line) and not OPENING.match(line):
            found[at] = "contact"
        elif at >= last - 1 and not OPENING.match(line):
            found[at] = "closing"
