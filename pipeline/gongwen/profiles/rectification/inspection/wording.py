"""The wording of inspections (巡视巡察): the act, the inspector, the kind, the level.

    市委第一巡察组对市水利局党组进行了常规巡察        inspector, inspected, kind
    第六轮常规巡察  营造“三个环境”专项巡视            常规巡察  专项巡视: round and scope are not part of the kind
    省委  市委  县委  校党委                       province  city  county  unit

巡视 is done by the centre and the provinces, 巡察 by cities and counties (中国共产党巡视工作条例); units inspect their own
branches under either name.
"""

from __future__ import annotations

import re

INSPECTING = r"(?:巡视巡察|巡视|巡察|巡查|督察|审计)"
REVISIT = r"(?:[“\"‘]回头看[”\"’])?"
ACT = re.compile(
    rf"""
    (?:(?<![针面相应绝])对(?P<inspected>[^。;]{{2,160}}?),?)?                     # 对市水利局党组
    (?:(?<!党)组织)?(?:进行|开展|实施)了?(?:为期[^,。;的]{{1,10}}的?)?              # 开展了为期两个月的
    (?P<kind>[^,。;对]{{0,30}}?{INSPECTING}{REVISIT})                           # 常规巡察
    (?!意见|情况|反馈|组|整改|工作部署)
    """,
    re.VERBOSE,
)
"""What was done: 对X进行了常规巡察."""
PASSIVE = re.compile(
    rf"(?:接受|迎接)了?(?P<inspector>[^,。;]{{2,24}}?组)(?:的)?(?P<kind>[^,。;]{{0,12}}?{INSPECTING}{REVISIT})"
)
INSPECTOR = re.compile(
    r"[一-鿿\d、“”()]{2,40}组$|[一-鿿]{0,12}(?:党委|党组|[省市县区旗州盟]委|审计[厅局署])$"
)
IN_TITLE = re.compile(
    r"""
    (?:关于)?(?:落实|整改)?
    (?P<inspector>
      (?:[一-鿿]{0,8}?(?:中央|[省市县区旗州盟]委|党委|党组|工委|集团))             # 市委
      第?[一-鿿\d]{0,6}(?:巡视|巡察|督察)(?:[一二三四五六七八九十]{1,2})?组        # 第三巡察组
    )
    """,
    re.VERBOSE,
)
TITLE_BODY = re.compile(
    r"^(?:中共|中国共产党)?(?P<body>[一-鿿()]{2,40}?(?:党组|党委|党工委|党总支|党支部|委员会))(?=关于|[省市县区]委|落实|整改|巡)"
)
AUTHORITY = re.compile(
    r"(?:根据|按照|遵照)(?P<authority>[^,。;]{1,30}?)(?:的)?(?:巡视|巡察|统一|工作|部署|安排|要求|计划|年度|授权)"
)
AUDITED = re.compile(
    r".{1,30}?(?:局|厅|委员会|委|部|政府|中心|医院|学校|大学|学院|集团|公司|镇|街道)(?=\d{4}|及所属|部门|预算|本级|$)"
)
SENT_OUT = re.compile(r"派出.*组$")
AUDITOR = re.compile(r"(?<![一-鿿])审计署|[一-鿿]{0,6}?[省市县区旗州盟]审计[局厅]")
KIND_NOISE = re.compile(
    r".*(?:第[一二三四五六七八九十\d]+[轮批]|[”’\"](?=[^“”]*?[巡督审])|了|的(?=[^的]*$))|^(?:一轮|一次)"
)
LEVELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "unit",
        re.compile(
            r"(?<!自治区)(?<!省)(?<!市)(?<!县)(?<!区)(?:党组|校党委|院党委|集团|公司|大学|学院|学校|[部局厅]党|国资委|教育工委|医院)|^[^省市县区旗州盟]*党委"
        ),
    ),
    ("central", re.compile(r"中央|国务院|审计署")),
    (
        "province",
        re.compile(
            r"省委|省级|自治区党?委|(?:北京|天津|上海|重庆)市委|省审计|自治区审计|省人民|兵团党委|^省"
        ),
    ),
    ("city", re.compile(r"[市州盟]委|市级|[市州盟]审计|地委|^市")),
    ("county", re.compile(r"[县区旗]委|[县区旗]审计|^[县区旗]")),
    ("unit", re.compile(r"党委|党组|工委|部|厅|局")),
)
"""Level of the authority, the first that fits; 校党委 and 委党组 inspect their own units."""


def kind_of(text: str) -> str | None:
    """常规巡察, without its round and quoted scope; `None` where no inspection is named."""
    found = re.search(rf"[一-鿿、]*?{INSPECTING}(?P<again>{REVISIT})$", text) or re.search(
        rf"(?:常规|专项|政治|提级|交叉|联动|机动)*{INSPECTING}(?P<again>{REVISIT})", text
    )
    if found is None:
        return None
    again = found["again"]
    stem = found.group()[: len(found.group()) - len(again)]
    return KIND_NOISE.sub("", stem).lstrip("了的") + again


def level_of(inspector: str | None, lead: str, title: str) -> str | None:
    """Level of the inspector by its own name, else by the authority that the lead invokes, else by the title."""
    authority = AUTHORITY.search(lead)
    in_title = re.search(r"中央|[省市县区旗州盟]委(?=.{0,8}(?:巡|督))", title)
    for name in (inspector, authority and authority["authority"], in_title and in_title.group()):
        for level, words in LEVELS if name else ():
            if words.search(name or ""):
                return level
    return None


def inspector_in(title: str) -> str | None:
    """The inspector that a title names: 关于市委第三巡察组反馈意见……"""
    found = IN_TITLE.search(title)
    return found["inspector"] if found else None
