"""Bodies: 中共江临市商务局党组, 市商务局, 局党组 and 我局 are one, 江临市商务局.

    对市商务局开展巡察              市商务局, no 对
    市委第五巡察组                  中共江临市委第五巡察组
    江临市港口局（以下简称“港口局”）  from here on 港口局

The title tells which place 市, 县 or 区 means, and which body 我局 and 局党组 are; where it doesn't, nothing is guessed. A
place that the title does not name is read where a boundary (a mark, 对, 会同 ...) shows where it begins. Precision
comes before recall: a name whose beginning is unclear is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gongwen.model import Context, Mention
from gongwen.rules.documents.kinds import read_title
from gongwen.rules.organisations.bodies import (
    BODY_ENDING,
    LISTED,
    LOCAL,
    MINISTRIES,
    MINISTRY_END,
    NAMED_ABOVE,
    NATIONAL,
    OF_SEVERAL_NAMES,
    OWN,
    PARTY_GROUP,
    state_organ,
    without_party_group,
)
from gongwen.rules.organisations.places import BEFORE, VERBS, Places, is_hanzi

SIGNED_WITHIN = 400
"""How many characters at the end of a notice may hold its signature."""
ENDS_IN_BODY = re.compile(rf"(?!政府){BODY_ENDING}\Z")
"""政府 is only read together with its place: 江临市政府工作报告 names a report."""
INTRODUCED = re.compile(r"\(以?下?(?:简称|统称)为?[“\"]?([一-鿿]{2,10})[”\"]?\)")
OF_PARTY = re.compile(r"[省市县区州旗盟镇乡](?:委|纪委(?!监委)|纪律检查委员会|党工?委)")
EXPANSIONS = (
    (re.compile(r"(?<!人民)政府办(?:公室)?\Z"), "人民政府办公室"),
    (re.compile(r"(?<!人民)政府(?=\Z|办公厅)"), "人民政府"),
)
AGENCY = re.compile(
    "[^\\W\\da-zA-Z的及和与或将已对关一组各有其由批决授令](?:[^\\Wa-zA-Z\\d的及和与或将已对关组各有其由批决授令]|、){1,11}?(?:主管|行政|管理)部门"
)
"""国务院地名行政主管部门 is an agency that the text does not name, and not 国务院."""
SUFFIX = re.compile(PARTY_GROUP)


ANY_PLACE = "直辖市"
"""各省、自治区、直辖市人民政府 names no body."""


class _Claim(NamedTuple):
    start: int
    end: int
    canonical: str | None


def find_organisations(text: str, folded: str, context: Context) -> list[Mention]:
    """The bodies of a text, each `{name, canonical}`.

    `name` is as printed without blanks; `canonical` the full name of the state organ, without 中共 and 党组 around it,
    or of the party organ of a place; `None` where neither text nor title tells it.
    """
    claims = [
        *_local(folded, Places(context.title, folded)),
        *_national(folded),
        *_of_several_names(folded),
        *_own(folded, context.title),
    ]
    claims.sort(key=lambda claim: (claim.start, -claim.end))
    claims = _with_short_forms(folded, _disjoint(claims))
    return [
        Mention(
            "organization", start, end, {"name": text[start:end].replace(" ", ""), "canonical": canonical}
        )
        for start, end, canonical in claims
    ]


def _disjoint(claims: list[_Claim]) -> list[_Claim]:
    kept: list[_Claim] = []
    for claim in claims:
        if not kept or claim.start >= kept[-1].end:
            kept.append(claim)
    return kept


def _local(folded: str, places: Places) -> Iterator[_Claim]:
    last = 0
    for found in LOCAL.finditer(folded):
        level = found.start()
        start = places.start(folded, level, last)
        if start is None or folded.startswith(ANY_PLACE, start):
            continue
        place = folded[start : level + 1] if start < level else places.by_level.get(folded[level], "")
        if start < level and (outer := places.outermost(folded, start, last)) < start:
            start, place = outer, folded[outer : level + 1]
        if folded[start - 2 : start] == "中共":
            start -= 2
        last = found.end()
        yield _Claim(start, last, _full_name(place, found.group()) if place else None)
        while listed := LISTED.match(folded, last):
            last = listed.end()
            yield _Claim(listed.start(1), last, _full_name(place, " " + listed[1]) if place else None)


def _full_name(place: str, body: str) -> str:
    """江临市 and 市政府办 give 江临市人民政府办公室; the party organs of a place keep their 中共."""
    if OF_PARTY.match(body):
        return f"中共{place}{body[1:].replace('委员会', '委', body[1:] == '委员会')}"
    rest = without_party_group(body[1:])
    for pattern, full in EXPANSIONS:
        rest = pattern.sub(full, rest)
    return place + rest


def _national(folded: str) -> Iterator[_Claim]:
    for found in NATIONAL.finditer(folded):
        name = found.group()
        if name == "国务院" and (agency := AGENCY.match(folded, found.end())):
            yield _Claim(found.start(), agency.end(), None)
        else:
            yield _Claim(found.start(), found.end(), name.removesuffix("党组"))
    for found in MINISTRY_END.finditer(folded):
        end = found.end()
        name = max((name for name in MINISTRIES if folded.endswith(name, 0, end)), key=len)
        yield _Claim(end - len(name), end, name)


def _of_several_names(folded: str) -> Iterator[_Claim]:
    """国家税务总局江临省税务局, whole: one body, not the one above it and another."""
    if any(name in folded for name in NAMED_ABOVE):
        for found in OF_SEVERAL_NAMES.finditer(folded):
            yield _Claim(found.start(), found.end(), found.group())


def _own(folded: str, title: str) -> Iterator[_Claim]:
    """我局 and 局党组, and the body of the title wherever its name stands."""
    printed, full = _speaker(title) or _signer(folded, title) or (None, None)
    for found in OWN.finditer(folded):
        name, start = found.group(), found.start()
        before = folded[start - 1 : start]
        if (
            name[0] in "我本"
            or not is_hanzi(before)
            or before in BEFORE
            or folded[start - 2 : start] in VERBS
        ):
            yield _Claim(
                start, found.end(), full if full and _is_called(full, name.lstrip("我本学")) else None
            )
    for name in dict.fromkeys(name for name in (printed, full) if name and len(name) > 3):
        at = folded.find(name)
        while at >= 0:
            suffix = SUFFIX.match(folded, at + len(name))
            end = suffix.end() if suffix else at + len(name)
            yield _Claim(at, end, full)
            at = folded.find(name, end)


def _speaker(title: str) -> tuple[str, str] | None:
    """The body that a title begins with: its name there, and its full name as a state organ."""
    issuers = read_title(title).issuers if title else ()
    if issuers and ENDS_IN_BODY.search(without_party_group(issuers[0])):
        name = issuers[0]
    elif (first := next(_local(title, Places(title, title)), None)) and first.start == 0:
        name = title[: first.end]
    else:
        return None
    return name, state_organ(name)


def _signer(folded: str, title: str) -> tuple[str, str] | None:
    """The body that signs at the end, where there is only one."""
    places = Places(title, folded)
    signed: set[tuple[str, str]] = set()
    for line in folded[-SIGNED_WITHIN:].split("\n")[1:]:
        claim = next(_local(line, places), None)
        if claim and claim.canonical and (claim.start, claim.end) == (0, len(line)):
            signed.add((line, claim.canonical))
    return signed.pop() if len(signed) == 1 else None


def _is_called(full: str, own: str) -> bool:
    """Whether a body may call itself so: 江临市商务局 is 局, 江临大学 is 校."""
    own = without_party_group(own)
    ends = {
        "委": ("委", "委员会"),
        "办": ("办", "办公室"),
        "校": ("大学", "学校", "中学", "学院", "党校"),
        "集团": ("集团", "集团有限公司", "集团有限责任公司", "集团公司"),
    }
    return full.endswith(ends.get(own, (own,)))


def _with_short_forms(folded: str, claims: list[_Claim]) -> list[_Claim]:
    """The same for 港口局, once （以下简称“港口局”） has introduced it."""
    ends = {claim.end: claim for claim in claims}
    short: dict[str, str | None] = {}
    for found in INTRODUCED.finditer(folded) if "称" in folded else ():
        claim = ends.get(found.start())
        if claim is not None and ENDS_IN_BODY.search(without_party_group(found[1])):
            short[found[1]] = claim.canonical
    if not short:
        return claims
    pattern = re.compile("|".join(map(re.escape, sorted(short, key=len, reverse=True))))
    more = [_Claim(found.start(), found.end(), short[found.group()]) for found in pattern.finditer(folded)]
    return _disjoint(sorted([*claims, *more], key=lambda claim: (claim.start, -claim.end)))
