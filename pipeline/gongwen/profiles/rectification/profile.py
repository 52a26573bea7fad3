"""巡视巡察整改: the record of a notice that answers the findings of an inspection or audit.

    中共江临市水利局党组关于市委第三巡察组巡察反馈意见整改进展情况的通报
    市审计局关于2023年度市级预算执行审计查出问题整改情况的报告

A notice that only mentions 巡察, arranges for it or plans a 整改方案 gets none: its title must announce the 整改情况,
or its lead must say 现将……整改情况……公布 of an inspection that it names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gongwen.model import Diagnostic, Draft, Mention, Span
from gongwen.model.records import Issue, IssueStatus, Rectification, Statistic
from gongwen.profiles.rectification import measures, responsible, statistics
from gongwen.profiles.rectification.inspection import record as inspection
from gongwen.profiles.rectification.issues import problems
from gongwen.profiles.rectification.issues import record as issues
from gongwen.profiles.rectification.issues import tables as issue_tables
from gongwen.profiles.rectification.issues.titles import Found
from gongwen.profiles.rectification.passages import labels_in
from gongwen.profiles.rectification.status import stated as stated_status
from gongwen.profiles.rectification.status.stated import Status

CHECKED = r"(?:巡视|巡察|巡查(?=组|反馈|意见)|督察|审计|反馈(?:意见|问题)|[“\"]回头看)"
ACCOUNT = r"整改(?:落实|完成|进展|集中|阶段性?|工作|推进|措施|任务|成效|问题)*(?:的)?(?:进展|落实|完成)?(?:的)?(?:情况|结果|进展|成效|报告|通报|公告|公示)"
TITLE = re.compile(rf"{CHECKED}.{{0,60}}?{ACCOUNT}|{ACCOUNT}.{{0,20}}{CHECKED}")
NO_ACCOUNT = re.compile(
    r"""
    印发|转发|方案|办法|规定|细则|制度|要点|计划|工作总结$             # 关于印发整改方案的……
    | 工作的通知                                                # 关于开展整改工作的通知
    | (?:做好|开展|加强|推进|抓好|报送|上报|督办).{0,40}(?:通知|意见|函)$  # 关于报送整改情况的函
    | 会议|动员|推进会|培训|招标|采购|检查的                         # 整改工作推进会
    """,
    re.VERBOSE,
)
LEDGER = re.compile(r"整改(?:问题|落实|工作|情况|任务|进展)*(?:台账|清单|一览表|情况表|销号表)")
"""A table by itself: 巡察整改问题台账, 反馈问题整改清单."""
LEAD = re.compile(
    rf"(?:现将|现就|现把)[^。]{{0,60}}{ACCOUNT}[^。]{{0,24}}(?:公布|公开|通报|公示|报告|公告|如下)"
)
LEAD_REACH = 1500
LABEL_REACH = 12
"""The most characters of a label of a 时限."""


def applies(draft: Draft) -> bool:
    """Whether a notice accounts for a rectification."""
    title = draft.metadata.title.value if draft.metadata.title else ""
    if NO_ACCOUNT.search(title):
        return False
    if "整改" in title and (TITLE.search(title) or LEDGER.search(title)):
        return True
    blocks = draft.body.blocks
    start = next((block.start for block in blocks if block.role in ("lead", "paragraph")), 0)
    lead = draft.body.folded[start : start + LEAD_REACH]
    return "整改" in lead and bool(LEAD.search(lead)) and bool(re.search("巡视|巡察|审计|督察", lead))


def record(draft: Draft) -> tuple[Rectification, list[Diagnostic]]:
    """The record, with the diagnostics on it."""
    outlined = issues.find(draft)
    found = [_outlined(draft, one) for one in outlined.issues]
    found += issue_tables.find(draft)
    cited = [mention for mention in draft.mentions if mention.kind == "document"]
    found = [
        replace(issue, id=f"issue-{number}", documents=_documents(cited, issue.span))
        for number, issue in enumerate(sorted(found, key=lambda issue: issue.span), 1)
    ]
    numbers = statistics.find(draft, [issue.span for issue in found], outlined.next_steps)
    result = Rectification(inspection.read(draft), found, numbers, outlined.next_steps)
    return result, [*_without_status(found), *(_miscounted(found, numbers) if outlined.named else ())]


def _outlined(draft: Draft, found: Found) -> Issue:
    node, title, theme, bracketed, marker, group = found
    text = draft.body.text
    problem = problems.read(draft.body.folded, *title)
    account = measures.account(draft, node, title, bracketed)
    return Issue(
        number=marker.ordinal if marker else None,
        section=node.id,
        span=node.span,
        theme=text[theme.start : theme.end] if theme else None,
        problem=text[problem.start : problem.end],
        status=_of_group(draft, group, account.status) if group else account.status,
        measures=account.measures,
        responsible=responsible.find(draft, *node.span),
    )


def _of_group(draft: Draft, group: Span, own: IssueStatus | None) -> IssueStatus | None:
    """The state that a heading gives to all issues below it, for an issue that states none or only a deadline."""
    if own and own.state != "unknown" and not _is_term(draft, own.span[0]):
        return own
    reading = stated_status.read(draft, *group)
    if reading is None:
        return own
    return stated_status.issue_status(draft, Status(reading, *group), own.deadline if own else None)


def _is_term(draft: Draft, start: int) -> bool:
    """Whether this place holds what a 时限 gives."""
    folded = draft.body.folded
    return any(
        label.lastgroup == "deadline" and label.end() == start
        for label in labels_in(folded, max(0, start - LABEL_REACH), start)
    )


def _documents(cited: Sequence[Mention], span: tuple[int, int]) -> list[str]:
    """The titles cited in an issue, each once; a short form counts as the document that it stands for."""
    titles: dict[str, None] = {}
    for mention in cited[bisect_left(cited, span[0], key=_start) : bisect_left(cited, span[1], key=_start)]:
        titles[mention.value["refers_to"] or mention.value["title"]] = None
    return list(titles)


def _start(mention: Mention) -> int:
    return mention.start


def _without_status(found: list[Issue]) -> Iterator[Diagnostic]:
    if not any(one.status for one in found):
        return
    for one in found:
        if one.status is None:
            start, end = one.span
            problem = one.problem
            yield Diagnostic(
                "issue_without_status", f"nothing says what came of {problem[:40]!r}", Span(start, end)
            )


def _miscounted(found: list[Issue], numbers: list[Statistic]) -> Iterator[Diagnostic]:
    """The announced number of problems is not quite that of the issues; much fewer may be a selection."""
    announced = [one for one in numbers if re.fullmatch(r"(?:反馈|具体|反馈具体|反馈的)?问题", one.label)]
    counted = str(len(found))
    close = [one for one in announced if 0.8 * float(one.amount) <= len(found) <= 1.2 * float(one.amount)]
    if close and all(one.amount != counted for one in announced):
        one = close[0]
        yield Diagnostic(
            "count_mismatch",
            f"{one.amount}{one.unit}问题 are announced, {len(found)} are told of",
            Span(*one.span),
        )
