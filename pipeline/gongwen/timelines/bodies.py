"""Which body a notice is by, under its full name.

中共江临市商务局党组, 江临市商务局, 市商务局 on a page of 江临市        江临市商务局
政府工作报告——2025年1月10日在江临市第八届人民代表大会……会议上          江临市人民政府
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from gongwen.contract import Notice
from gongwen.model import Context
from gongwen.rules.organisations.bodies import state_organ
from gongwen.rules.organisations.mentions import find_organisations
from gongwen.rules.text.characters import fold

ON_BEHALF = re.compile(
    "(?:代表|我受[一-鿿]{0,6}?)(国务院|中央人民政府|[一-鿿]{1,12}?人民政府|[一-鿿]{0,8}[省市县区州]政府)"
)
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


def body_of(notice: Notice) -> str | None:
    """The body that a notice is by, under its full name: the one that signs, was inspected, or reports.

    A short name, 市商务局, gets its place from the title or from what the page says about itself.
    """
    stated = _places(notice)
    for name in _names(notice):
        bare = state_organ(name).removeprefix("中华人民共和国")
        for place in stated:
            if full := _full(name, place) or _full(bare, place):
                return full
        return SHORT_FORM.sub("人民政府", bare)
    return None


def _names(notice: Notice) -> Iterator[str]:
    """Candidates for the name of the body, the best first."""
    kinds = {record.type for record in notice.records}
    if "work_report" in kinds and (name := _government(notice)):
        yield name
    yield from (issuer.value for issuer in notice.metadata.issuers[:1])
    for record in notice.records:
        if record.type == "rectification" and record.inspection.inspected:
            yield record.inspection.inspected
    title = fold(notice.title or "")
    found = find_organisations(title, title, Context(title=title))
    yield from (mention.value["canonical"] or mention.value["name"] for mention in found[:1])
    if notice.metadata.published_by:
        yield notice.metadata.published_by.value


def _government(notice: Notice) -> str | None:
    """国务院, or the government of the place given by title, congress, byline or file name."""
    opening = fold(notice.text[:3000])
    if titled := GOVERNMENT_OF.search(fold(notice.title or "")):
        return f"{titled[1]}人民政府"
    found = ON_BEHALF.search(opening)
    if found and found[1] in CENTRAL:
        return "国务院"
    place = CONGRESS_OF.search(opening) or HEAD_OF.search(opening) or NAMED_AFTER.match(name_of(notice))
    if place:
        return f"{place[1]}人民政府"
    return found[1] if found else None


def _places(notice: Notice) -> list[str]:
    """Texts that name the place of a short name: the title, the source, the labels of the page."""
    metadata = notice.metadata
    values = [notice.title, metadata.published_by.value if metadata.published_by else None]
    values += [field.value for field in metadata.fields.values() if len(field.value) < 40]
    return [fold(text) for text in values if text] or [""]


def _full(name: str, place: str) -> str | None:
    """The full name of a body, if the table of bodies knows its form."""
    folded = fold(name)
    for mention in find_organisations(folded, folded, Context(title=place)):
        if mention.start <= 2 and mention.end >= len(folded) - 1:
            canonical = mention.value["canonical"]
            return str(canonical) if canonical else None
    return None


def name_of(notice: Notice) -> str:
    """The title, or the name of the file if the text has none."""
    return fold(notice.title or PurePosixPath((notice.source.uri or "").replace("\\", "/")).stem)
