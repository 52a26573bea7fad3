"""Bodies: 中共江临市商务局党组, 市商务局, 局党组 and 我局 are one, 江临市商务局.

    对市商务局开展巡察              市商务局, no 对
    市委第五巡察组                  中共江临市委第五巡察组
    港口建设指挥部（以下简称“指挥部”）   from here on 指挥部

Which place 市, 县 or 区 is, the title says, and so it does of 我局 and 局党组; where it does not, nothing is guessed. A
place that the title does not name is read where a boundary (a mark, 对, 会同 ...) shows where it begins. Precision
comes before recall: a name without a clear beginning is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gongwen.model import Context, Mention
from gongwen.rules.bodies import LISTED, LOCAL, MINISTRY, NATIONAL, OWN, PARTY_GROUP, STATE_SUFFIX
from gongwen.rules.kinds import read_title

BEFORE = frozenset(
    "对向由在与和及从到给经为将被同跟按请让据是了的至于以或赴驻原报送找使把并则即如但含受本待获致因就"
)
"""Characters that a name may stand right behind, and that belong to none."""
VERBS = frozenset(
    "组织 协调 会同 联合 督促 指导 要求 推动 通过 配合 参加 召开 报送 提请 牵头 责成 委托 邀请 接受 落实 请示 报请 依托 支持 协助 包括 根据 按照 "
    "依据 聚焦 围绕 作为 成立 根据 以及 推进 反馈 报告 抄送 移交 移送 转交 约谈 通报 印发 转发 征求 商请 函告 借调 抽调 调研 走访 对接 结合 执行 "
    "学习 贯彻 经过 时任 担任 现任 进入 更新 发挥 已获 获得 呈报 上报 批复 征求 派驻 主动 充实 完善 加强 强化 解读 明确 关于 取得 争取 历任 来自 属于 位于 涉及 发现 开展 修订 制定 中共".split()
)
"""Words that a name may stand right behind."""
COLLECTIVE = frozenset("全各该每某两多外跨")
"""全市, 各县: no place."""
NO_PLACE = frozenset(
    "的了是在对向由与和及为将被等各全该我你他她本这那其某有无上下不要能会以把个年月日第局委办厅组党部书关并"
)
LEVELS = "省市县区州旗盟镇乡"
PAIRED = frozenset("省市县区旗盟镇乡")
"""县区, 乡镇: all of them."""
PLACE = re.compile(
    r"\A(?:\d{4}年|中共|关于|政协)*(?P<province>[一-鿿]{2,3}省|[一-鿿]{2,6}自治区)?"
    r"(?P<city>[一-鿿]{2,4}?(?:市|自治州|盟)(?!场))?(?P<county>[一-鿿]{1,5}?(?:新区|区|县|市|旗)(?!域))?(?P<town>[一-鿿]{1,4}?[镇乡])?"
)
LOCAL_SUFFIX = re.compile(
    r"(?:局|委员会|委|办公室|办|厅|院|大学|学院|学校|公司|集团|中心|部|站|所|处|队|会|社|馆|指挥部|组|专班)\Z"
)
INTRODUCED = re.compile(r"\(以?下?(?:简称|统称)为?[“\"]?([一-鿿]{2,10})[”\"]?\)")
OF_PARTY = re.compile(r"[省市县区州旗盟镇乡](?:委|纪委(?!监委)|纪律检查委员会|党工?委)")
EXPANSIONS = (
    (re.compile(r"(?<!人民)政府办(?:公室)?\Z"), "人民政府办公室"),
    (re.compile(r"(?<!人民)政府(?=\Z|办公厅)"), "人民政府"),
)
SUFFIX = re.compile(PARTY_GROUP)
LOOK_BACK = 12


MOST_DOUBTFUL = 100
"""Runs of characters that are looked up in the text at most."""
PROVINCES = frozenset(
    "河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 海南省 四川省 贵州省 云南省 陕西省 甘肃省 青海省 台湾省".split()
)


def _is_hanzi(character: str) -> bool:
    return "一" <= character <= "鿿"


class _Claim(NamedTuple):
    start: int
    end: int
    canonical: str | None


def find(text: str, folded: str, context: Context) -> list[Mention]:
    """The bodies of a text, each `{name, canonical}`.

    `name` is as printed without blanks; `canonical` the full name of the state organ, without 中共 and 党组 around it,
    or of the party organ of a place; `None` where neither text nor title tells.
    """
    claims = [*_local(folded, _Places(context.title)), *_national(folded), *_own(folded, context.title)]
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


class _Places:
    """The places that the title names, by level, and those that the text has shown."""

    def __init__(self, title: str) -> None:
        found = PLACE.match(title)
        self.by_level: dict[str, str] = {}
        self.known: set[str] = set()
        self.doubtful: dict[str, bool] = {}
        whole = ""
        for part in found.groups() if found else ():
            if part and not NO_PLACE.intersection(part[:-1]):
                whole += part
                self.by_level[part[-1]] = whole
                self.known.update((part, whole))

    def start(self, folded: str, level: int, last: int) -> int | None:
        """Where the place begins whose last character is at `level`; `level` itself for a bare 市, `None` for none."""
        end = level + 1
        if (known := self._known(folded, end)) is not None:
            return known
        before = folded[level - 1 : level]
        if level == last or not _is_hanzi(before) or folded[level - 2 : level] in VERBS:
            return level
        if before in COLLECTIVE or before in PAIRED:
            return None
        if before in BEFORE:
            return level
        for length in (2, 3, 4):
            start = level - length
            if start < last or NO_PLACE.intersection(folded[start:level]):
                return None
            if self._opens(folded, start, last):
                listed = folded[start - 1 : start] == "、"
                return start if listed or self._is_place(folded, folded[start:end]) else None
        return None

    def _is_place(self, folded: str, name: str) -> bool:
        """Whether a run of characters is a place: not beside one of its level unless it stands there twice."""
        if name in self.known:
            return True
        if name[-1] == "省" or name[-1] in self.by_level or name[-2] == "城":
            if len(self.doubtful) > MOST_DOUBTFUL:
                return False
            if name not in self.doubtful:
                self.doubtful[name] = name in PROVINCES or folded.count(name) > 1
            if not self.doubtful[name]:
                return False
        self.known.add(name)
        return True

    def outermost(self, folded: str, start: int, last: int) -> int:
        """Where the chain of places begins that ends at `start`: 江东省江临市滨海区."""
        for _ in range(3):
            if start - last < 3 or folded[start - 1] not in LEVELS:
                break
            outer = self.start(folded, start - 1, last)
            if outer is None or outer >= start - 1:
                break
            start = outer
        return start

    def _known(self, folded: str, end: int) -> int | None:
        for length in range(LOOK_BACK, 1, -1):
            if folded[end - length : end] in self.known:
                return end - length
        return None

    def _opens(self, folded: str, start: int, last: int) -> bool:
        before = folded[start - 1 : start]
        return (
            start == last
            or not _is_hanzi(before)
            or before in BEFORE
            or before in LEVELS
            or folded[start - 2 : start] in VERBS
        )


def _local(folded: str, places: _Places) -> Iterator[_Claim]:
    last = 0
    for found in LOCAL.finditer(folded):
        level = found.start()
        start = places.start(folded, level, last)
        if start is None:
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
    rest = STATE_SUFFIX.sub("", body[1:])
    for pattern, full in EXPANSIONS:
        rest = pattern.sub(full, rest)
    return place + rest


def _national(folded: str) -> Iterator[_Claim]:
    for pattern in (NATIONAL, MINISTRY):
        for found in pattern.finditer(folded):
            name = found.group().removesuffix("党组")
            yield _Claim(found.start(), found.end(), name)


def _own(folded: str, title: str) -> Iterator[_Claim]:
    """我局 and 局党组, and the body of the title wherever its name stands."""
    printed, full = _speaker(title)
    for found in OWN.finditer(folded):
        name, start = found.group(), found.start()
        before = folded[start - 1 : start]
        if (
            name[0] in "我本"
            or not _is_hanzi(before)
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


def _speaker(title: str) -> tuple[str | None, str | None]:
    """The body that a title begins with: its name there, and its full name as a state organ."""
    issuers = read_title(title).issuers if title else ()
    if issuers and LOCAL_SUFFIX.search(STATE_SUFFIX.sub("", issuers[0])):
        name = issuers[0]
    elif (first := next(_local(title, _Places(title)), None)) and first.start == 0:
        name = title[: first.end]
    else:
        return None, None
    full = STATE_SUFFIX.sub("", name).removeprefix("中共")
    if name.startswith("中共") and full.endswith("委员会") and full[-4] not in LEVELS:
        full = full.removesuffix("委员会")
    return name, full


def _is_called(full: str, own: str) -> bool:
    """Whether a body may call itself so: 江临市商务局 is 局, 江临大学 is 校."""
    own = STATE_SUFFIX.sub("", own)
    ends = {
        "委": ("委", "委员会"),
        "办": ("办", "办公室"),
        "校": ("大学", "学校", "中学", "学院", "党校"),
        "集团": ("集团", "集团有限公司", "集团有限责任公司", "集团公司"),
    }
    return full.endswith(ends.get(own, (own,)))


def _with_short_forms(folded: str, claims: list[_Claim]) -> list[_Claim]:
    """The same with 指挥部 wherever （以下简称“指挥部”） has introduced it."""
    ends = {claim.end: claim for claim in claims}
    short: dict[str, str | None] = {}
    for found in INTRODUCED.finditer(folded) if "称" in folded else ():
        claim = ends.get(found.start())
        if claim is not None and LOCAL_SUFFIX.search(STATE_SUFFIX.sub("", found[1])):
            short[found[1]] = claim.canonical
    if not short:
        return claims
    pattern = re.compile("|".join(map(re.escape, sorted(short, key=len, reverse=True))))
    more = [_Claim(found.start(), found.end(), short[found.group()]) for found in pattern.finditer(folded)]
    return _disjoint(sorted([*claims, *more], key=lambda claim: (claim.start, -claim.end)))
