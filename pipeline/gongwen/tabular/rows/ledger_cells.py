"""What a ledger (问题台账) shows about an issue besides the values of the record, as printed.

整改时限：立行立改        deadline_text 立行立改, where the record has a date or nothing
一是修订规则。            marker 一是, the number before a measure
责任单位 办公室           responsible_bodies 办公室;  牵头单位：办公室；配合单位：财务科 where there are several
"""

from __future__ import annotations

import re

from gongwen.contract import Issue, Measure, Responsible
from gongwen.tabular.cells import Row, joined

AT_ONCE = r"(?:立行立改|[即立]知[即立]改|即查即改|边查边改|立整立改|长期坚持|长期整改|长期推进|常态化(?:坚持|推进)?|长期)"
TERM = re.compile(
    rf"(?:(?:时限|期限|时间)(?:要求)?[：:]|\t)\s*(?P<term>(?:已|并|需|需要)?{AT_ONCE}(?:[，,、；;并及和]*{AT_ONCE})*)(?=[。；;，,）)\s]|$)"
)
"""A deadline in words, after its label or alone in a cell."""
MARKER = re.compile(
    r"""
    (?: [（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)][、.．]?     # （一）
      | (?:\d{1,2}|[一二三四五六七八九十]{1,3})[.．、)）]            # 一、
      | [①-⒛]                                                # ①
      | [一二三四五六七八九十]{1,3}[是要]                          # 一是
      | [一二三四五六七八九十]{1,3}抓                             # 一抓
      | 第[一二三四五六七八九十]{1,3}[，,、：:]?                   # 第一，
      | (?:首先|其次|再次|最后)[，,]?                            # 首先，
      | \d{1,2}                                              # 1
    )\s*$
    """,
    re.VERBOSE,
)
"""The number before a measure."""
LONGEST_MARKER = 8
PERSONS = re.compile("领导|[校院]长|人员|人$|人[(（]|同志|者$")
BODIES = re.compile("单位|部门|[科处股]室|站所|机构|党组织|支部|主体")


def term(text: str, issue: Issue) -> str | None:
    """The words of a deadline that name no day, in the issue's own passage of the notice's `text`."""
    if issue.status is not None and issue.status.deadline:
        return None
    found = TERM.search(text[slice(*issue.span)])
    return found["term"] if found else None


def printed_number(text: str, measure: Measure) -> str | None:
    """The number before a measure as it is printed in the notice's `text`: `（1）`."""
    if measure.ordinal is None:
        return None
    start = measure.span[0]
    found = MARKER.search(text[max(0, start - LONGEST_MARKER) : start])
    return found.group().strip() if found else None


def responsible_cells(issue: Issue) -> Row:
    """Bodies and persons; a label for both (责任单位及责任人) counts as bodies."""
    persons = [one for one in issue.responsible if PERSONS.search(one.label) and not BODIES.search(one.label)]
    bodies = [one for one in issue.responsible if one not in persons]
    return {"responsible_bodies": _named(bodies), "responsible_persons": _named(persons)}


def _named(found: list[Responsible]) -> str | None:
    if len({one.label for one in found}) < 2:
        return joined(one.value for one in found)
    return joined(f"{one.label}：{one.value}" for one in found)
