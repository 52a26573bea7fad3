"""Which notices form a series, and in which order.

    中共江临市商务局党组 2020, 江临市商务局 2023, 市商务局 on a page of 江临市        one body
    关于2021年防汛工作的通知, 关于2022年防汛工作的通知                              one subject
    rectification: by inspection; else 成文日期, 发布日期, the year of a report, title or file

Notices with a profile (rectification, work report) are one series a body. Others need the same 文种 and the same title
without years and numbers, or any two 通知 of one body would be a series.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from gongwen.contract import Notice, given_notice
from gongwen.timelines.bodies import body_of, name_of

YEAR = re.compile("(?:19|20)[0-9]{2}")
COUNTED = re.compile(
    r"第?[0-9一二三四五六七八九十〇○零百]+(?:届|次|轮|批|号|期|年度?|月|日|季度)?|年度?|[\s《》“”〈〉()]"
)
"""What differs between the titles of a series."""
REPORT = "政府工作报告"


@dataclass(frozen=True, slots=True)
class Key:
    """What the notices of a series share."""

    issuer: str | None
    profile: str | None
    kind: str | None
    subject: str | None


@dataclass(frozen=True, slots=True)
class Run:
    """A series: its key and its notices, the earliest first."""

    key: Key
    notices: tuple[Notice, ...]


def runs_of(notices: Iterable[Notice], *, each_once: bool = True) -> list[Run]:
    """The series of some notices, ordered by body, kind and subject; by default each source counts once."""
    known = [given_notice(notice) for notice in notices]
    if each_once:
        by_name = sorted(known, key=lambda notice: notice.source.uri or "", reverse=True)
        known = list({notice.id: notice for notice in by_name}.values())
    keys = _with_full_names([key_of(notice) for notice in known])
    groups: dict[Key, list[Notice]] = {}
    for key, notice in zip(keys, known, strict=True):
        groups.setdefault(key, []).append(notice)
    made = []
    for key in sorted(groups, key=_order):
        ordered = tuple(sorted(groups[key], key=_place))
        made.append(Run(_with_kind(key, ordered), ordered))
    return made


def key_of(notice: Notice) -> Key:
    """The series that a notice belongs to."""
    profile = notice.records[0].type if notice.records else None
    issuer = body_of(notice)
    if profile is None and name_of(notice).endswith(REPORT):
        profile = "work_report"
    if profile:
        return Key(issuer, profile, None, None)
    kind = notice.metadata.kind.value if notice.metadata.kind else None
    return Key(issuer, None, kind, COUNTED.sub("", name_of(notice)) or None)


def _with_full_names(keys: Sequence[Key]) -> list[Key]:
    """市商务局 without a place joins the only series that it can belong to; then so does a notice without any name."""
    return _joined(_joined(keys, lambda key: key.issuer is not None), lambda key: key.issuer is None)


def _joined(keys: Sequence[Key], asks: Callable[[Key], bool]) -> list[Key]:
    """The keys; incomplete ones take the name of the only other series whose name ends like theirs."""
    known = {key for key in keys if key.issuer}
    found: list[Key] = []
    for key in keys:
        longer = {
            other.issuer
            for other in known
            if asks(key)
            and (other.profile, other.kind, other.subject) == (key.profile, key.kind, key.subject)
            and other.issuer != key.issuer
            and (other.issuer or "").endswith(key.issuer or "")
        }
        found.append(replace(key, issuer=longer.pop()) if len(longer) == 1 else key)
    return found


def _with_kind(key: Key, notices: Sequence[Notice]) -> Key:
    """The kind of a series with a profile: that of its latest notice."""
    if key.kind or not key.profile:
        return key
    kinds = [notice.metadata.kind.value for notice in notices if notice.metadata.kind]
    return replace(key, kind=kinds[-1]) if kinds else key


def _order(key: Key) -> tuple[str, ...]:
    return tuple(part or "" for part in (key.issuer, key.profile, key.kind, key.subject))


def date_of(notice: Notice) -> str | None:
    """The sort key of a notice: ISO date, or a year if nothing better is known."""
    for record in notice.records:
        if record.type == "rectification":
            held = record.inspection
            if round_date := held.feedback_on or held.ended_on or held.started_on:
                return round_date
    metadata = notice.metadata
    if metadata.signed_on:
        return metadata.signed_on.value
    years = [record.year for record in notice.records if record.type == "work_report" and record.year]
    name = PurePosixPath((notice.source.uri or "").replace("\\", "/"))
    named: list[str] = YEAR.findall(name.name) or YEAR.findall(name.parent.name)
    if years and named and years[0] not in named and not YEAR.search(notice.title or ""):
        return named[0]
    if metadata.published_at and not years:
        return metadata.published_at.value
    titled = YEAR.findall(notice.title or "")
    return next(iter([*years, *titled, *named]), None)


def _place(notice: Notice) -> tuple[str, str, str]:
    return date_of(notice) or "", notice.source.uri or "", notice.id


def labels_of(notices: Sequence[Notice]) -> list[str]:
    """A short name for each notice: its year, with the month or a number where one year has several."""
    dates = [date_of(notice) or "" for notice in notices]
    years = [date[:4] or "?" for date in dates]
    made = [
        year if years.count(year) == 1 else (date[:7] or "?") for year, date in zip(years, dates, strict=True)
    ]
    return [
        label if made.count(label) == 1 else f"{label} ({made[: at + 1].count(label)})"
        for at, label in enumerate(made)
    ]
