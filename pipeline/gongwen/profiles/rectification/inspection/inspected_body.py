"""被巡察党组织 that calls itself 我局党组: the body named by the title or the signature.

市委第二巡察组对我局党组进行了巡察      中共江临市水利局党组关于……的通报      江临市水利局党组
市委第二巡察组对我校党委进行了巡察      signed 江临市第一中学                江临市第一中学党委
市委第二巡察组对我市教育系统进行了巡察                                       as printed: a place, not a body
"""

from __future__ import annotations

import re

from gongwen.model import Draft
from gongwen.profiles.rectification.inspection import wording as inspections

OURS = re.compile(
    r"""
    (?:我|本)?
    (?P<sort>单位|部门|机关|局|厅|委|办|院|校|中心|集团|公司|企业|镇|乡|街道|村|社区|学院|医院)  # 我局
    (?P<party>党组织?|党委|党工委|党总支|党支部)?                                       # 我局党组
    (?P<others>(?:及|和)(?:其|所)[一-鿿]{2,20})?                                     # 我局党组及所属单位
    """,
    re.VERBOSE,
)
SORTS = {
    "单位": "", "部门": "", "机关": "", "校": "校学院", "学院": "院", "医院": "院", "集团": "团司", "公司": "团司",
    "企业": "团司厂", "街道": "道", "社区": "区", "中心": "心", "办": "办室", "委": "委会",
}  # fmt: skip
"""Endings of the names of such bodies: the word itself if it is not listed, anything for `""`."""
PARTY = re.compile(r"(?:党组|党委|党工委|党总支|党支部|(?:工作|总支部|支部)?委员会)$")
COMMUNIST = re.compile(r"^(?:中共|中国共产党)")


def named(draft: Draft, printed: str) -> str:
    """The body meant by 我局党组; the printed words if they name one, or no name can be found."""
    ours = OURS.fullmatch(printed)
    if ours is None:
        return printed
    title = draft.metadata.title.value if draft.metadata.title else ""
    titled = inspections.TITLE_BODY.match(title)
    names = [titled["body"]] if titled else []
    if len(draft.metadata.issuers) == 1:
        names.append(COMMUNIST.sub("", draft.metadata.issuers[0].value))
    ends = SORTS.get(ours["sort"], ours["sort"])
    for name in names:
        party = PARTY.search(name)
        stem = name[: party.start()] if party and not name.endswith(("管理委员会", "健康委员会")) else name
        if len(stem) > len(ours["sort"]) and (not ends or stem[-1] in ends):
            return _with_party(name, stem, ours["party"]) + (ours["others"] or "")
    return printed


def _with_party(name: str, stem: str, party: str | None) -> str:
    """The name with the party organ that is printed, for 党组织 with its own: 我单位党组织 is 江临市水利局党组."""
    if party is None:
        return stem
    return name if name != stem and party == "党组织" else stem + party
