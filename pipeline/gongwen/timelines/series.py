"""Which notices are of one series, and in which order.

    中共江临市商务局党组 2020, 江临市商务局 2023, 市商务局 on a page of 江临市        one body
    关于2021年防汛工作的通知, 关于2022年防汛工作的通知                              one subject
    rectification: by inspection; else 成文日期, 发布日期, the year of a report, title or file

Notices with a profile (rectification, work report) are one series a body. Others need the same 文种 and the same title
without years and numbers, or any two 通知 of one body would be a series.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from gongwen.contract import Notice, given_notice
from gongwen.model import Context
from gongwen.rules import organisations
from gongwen.rules.characters import fold

PARTY = re.compile("^中共|(?:直属)?(?:机关党委|党组|党委|党工委|分党组)$")
YEAR = re.compile("(?:19|20)[0-9]{2}")
COUNTED = re.compile(
    r"第?[0-9一二三四五六七八九十〇○零百]+(?:届|次|轮|批|号|期|年度?|月|日|季度)?|年度?|[\s《》“”〈〉()]"
)
"""What changes from one title of a series to the next."""
ON_BEHALF = re.compile("代表(国务院|中央人民政府|[一-鿿]{1,12}?人民政府|[一-鿿]{0,8}[省市县区州]政府)")
REPORT = "政府工作报告"
CENTRAL = frozenset({"国务院", "中央人民政府"})
_place_name = "[一-鿿]{2,12}?[省市县区州旗盟]"
GOVERNMENT_OF = re.compile(f"^(?:[0-9]{{4}}年)?({_place_name})(?:人民)?政府")
CONGRESS_OF = re.compile(f"在({_place_name})\\s?第?[一二三四五六七八九十]{{1,3}}届")
"""在江临市第五届人民代表大会第四次会议上."""
HEAD_OF = re.compile(
    f"(?:^|\n)({_place_name})(?:人民政府)?代?(?:省长|市长|县长|区长|州长|旗长|盟长|主席)[ :]", re.MULTILINE
)
NAMED_AFTER = re.compile(f"(?:[0-9]{{4}}年?[_ -]?)?({_place_name})")
SHORT_FORM = re.compile("(?<=[省市县区州旗盟])政府$")


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
    """The series of some notices, ordered by body, kind and subject; one source once unless told otherwise."""
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
    if profile is None and _called(notice).endswith(REPORT):
        profile = "work_report"
    if profile:
        return Key(issuer, profile, None, None)
    kind = notice.metadata.kind.value if notice.metadata.kind else None
    return Key(issuer, None, kind, COUNTED.sub("", _called(notice)) or None)


def _called(notice: Notice) -> str:
    """The title, or the name of the file where the text has none."""
    return fold(notice.title or PurePosixPath((notice.source.uri or "").replace("\\", "/")).stem)


def body_of(notice: Notice) -> str | None:
    """The body that a notice is of, under its full name: who signs it, was inspected, or reports.

    A short name, 市商务局, gets its place from the title or from what the page says of itself.
    """
    told = _places(notice)
    for name in _names(notice):
        bare = PARTY.sub("", PARTY.sub("", name)).removeprefix("中华人民共和国")
        for place in told:
            if full := _full(name, place) or _full(bare, place):
                return full
        return SHORT_FORM.sub("人民政府", bare)
    return None


def _names(notice: Notice) -> Iterator[str]:
    """What may name the body, the best first."""
    kinds = {record.type for record in notice.records}
    if "work_report" in kinds and (name := _government(notice)):
        yield name
    yield from (issuer.value for issuer in notice.metadata.issuers[:1])
    for record in notice.records:
        if record.type == "rectification" and record.inspection.inspected:
            yield record.inspection.inspected
    title = fold(notice.title or "")
    found = organisations.find(title, title, Context(title=title))
    yield from (mention.value["canonical"] or mention.value["name"] for mention in found[:1])
    if notice.metadata.published_by:
        yield notice.metadata.published_by.value


def _government(notice: Notice) -> str | None:
    """国务院, or the government of the place that title, congress, byline or file name tell."""
    opening = fold(notice.text[:3000])
    if titled := GOVERNMENT_OF.search(fold(notice.title or "")):
        return f"{titled[1]}人民政府"
    found = ON_BEHALF.search(opening)
    if found and found[1] in CENTRAL:
        return "国务院"
    place = CONGRESS_OF.search(opening) or HEAD_OF.search(opening) or NAMED_AFTER.match(_called(notice))
    if place:
        return f"{place[1]}人民政府"
    return found[1] if found else None


def _places(notice: Notice) -> list[str]:
    """Texts that name the place of a short name: the title, the source, the labels of the page."""
    metadata = notice.metadata
    told = [notice.title, metadata.published_by.value if metadata.published_by else None]
    told += [field.value for field in metadata.fields.values() if len(field.value) < 40]
    return [fold(text) for text in told if text] or [""]


def _full(name: str, place: str) -> str | None:
    """The full name of a body, where the table of bodies knows its form."""
    folded = fold(name)
    for mention in organisations.find(folded, folded, Context(title=place)):
        if mention.start <= 2 and mention.end >= len(folded) - 1:
            canonical = mention.value["canonical"]
            return str(canonical) if canonical else None
    return None


def _with_full_names(keys: Sequence[Key]) -> list[Key]:
    """市商务局 without a place joins the one series that it can be of; then so does a notice without any name."""
    return _joined(_joined(keys, lambda key: key.issuer is not None), lambda key: key.issuer is None)


def _joined(keys: Sequence[Key], asks: Callable[[Key], bool]) -> list[Key]:
    """The keys, those that ask with the name of the only other series whose name ends as theirs."""
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
    """What a notice is ordered by: ISO date, or a year where nothing better is known."""
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
