"""Places in the names of bodies: where 江临市 begins in 对江临市水务局, and which place a bare 市 is.

The title names the places that the notice is about. Another place is read where something shows its beginning: a
mark, a word like 对 or 会同, or another place; where the title names one of the same level, it must occur twice,
because 更新市水务局 names no place 更新市.
"""

from __future__ import annotations

import re

from gongwen.rules.organisations.bodies import LEVELS

BEFORE = frozenset(
    "对向由在与和及从到给经为将被同跟按请让据是了的至于以或赴驻原报送找使把并则即如但含受本待获致因就属归"
)
"""Characters that may stand right before a name and belong to none."""
VERBS = frozenset(
    "组织 协调 会同 联合 督促 指导 要求 推动 通过 配合 参加 召开 报送 提请 牵头 责成 委托 邀请 接受 落实 请示 报请 依托 支持 协助 包括 根据 按照 "
    "依据 聚焦 围绕 作为 成立 根据 以及 推进 反馈 报告 抄送 移交 移送 转交 约谈 通报 印发 转发 征求 商请 函告 借调 抽调 调研 走访 对接 结合 执行 "
    "学习 贯彻 经过 时任 担任 现任 进入 更新 发挥 已获 获得 呈报 上报 批复 征求 派驻 主动 充实 完善 加强 强化 解读 明确 关于 取得 争取 历任 来自 属于 位于 涉及 发现 开展 修订 制定 中共".split()
)
"""Words that may stand right before a name."""
COLLECTIVE = frozenset("全各该每某两多外跨")
"""全市, 各县: no place."""
NO_PLACE = frozenset(
    "的了是在对向由与和及为将被等各全该我你他她本这那其某有无上下不要能会以把个年月日第局委办厅组党部书关并政予届"
)
PAIRED = frozenset("省市县区旗盟镇乡")
"""县区, 乡镇: all of them."""
PLACE = re.compile(
    r"""
    \A(?:\d{4}年)?(?:中共)?(?P<about>关于)?(?:政协)?                     # 2024年
    (?P<province>[一-鿿]{2,3}省|[一-鿿]{2,6}自治区)?                     # 江南省
    (?P<city>[一-鿿]{2,4}?(?:市|自治州|盟)(?!场))?                       # 江临市
    (?P<county>[一-鿿]{1,5}?(?:新区|区|县|市|旗)(?!域))?                 # 云溪县
    (?P<town>[一-鿿]{1,4}?[镇乡])?                                      # 石埠镇
    """,
    re.VERBOSE,
)
"""The places at the beginning of a title; those after 关于 must also occur in the text."""
GENERIC = frozenset(
    "社区 开发区 园区 地区 城区 景区 灾区 山区 小区 校区 库区 辖区 片区 牧区 林区 新区 街区 郊区 市区 县区 库区 保护区 高新区 经开区 保税区 特区 专区 乡镇 城镇 集镇 建制镇".split()
)
LOOK_BACK = 12
"""The most characters of a place's full name: 江临市滨海区石桥镇."""
MOST_DOUBTFUL = 100
"""The most runs of characters that are looked up in the text."""
PROVINCES = frozenset(
    "河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 海南省 四川省 贵州省 云南省 陕西省 甘肃省 青海省 台湾省".split()
)


def is_hanzi(character: str) -> bool:
    """Whether it is one of the common Chinese characters."""
    return "一" <= character <= "鿿"


def _may_be_place(name: str) -> bool:
    """Neither 加强城市 nor 社区 nor 全市."""
    if name in GENERIC or name[:2] in VERBS or NO_PLACE.intersection(name[:-1]) or name[0] in COLLECTIVE:
        return False
    return not name.endswith("城市") or (len(name) == 3 and name[0] not in "大小新老县")


class Places:
    """The places named by the title, by level, and those that the text has revealed."""

    def __init__(self, title: str, folded: str) -> None:
        found = PLACE.match(title)
        self.by_level: dict[str, str] = {}
        self.known: set[str] = set()
        self.doubtful: dict[str, bool] = {}
        whole = ""
        for part in filter(None, found.group("province", "city", "county", "town") if found else ()):
            if not _may_be_place(part) or (found and found["about"] and folded.count(part) < 2):
                break
            whole += part
            self.by_level[part[-1]] = whole
            self.known.update((part, whole))

    def start(self, folded: str, level: int, last: int) -> int | None:
        """Where the place begins whose last character is at `level`; `level` itself for a bare 市, `None` if there is none."""
        end = level + 1
        if (known := self.known_before(folded, end)) is not None:
            return known
        before = folded[level - 1 : level]
        if level == last or not is_hanzi(before) or folded[level - 2 : level] in VERBS:
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
        """Whether a run of characters is a place; one besides the title's, or a long one, must occur twice."""
        if name in self.known:
            return True
        if name[-1] == "省" or name[-1] in self.by_level or name[-2] == "城" or len(name) > 4:
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

    def known_before(self, folded: str, end: int) -> int | None:
        """Where a known place begins that ends at `end`."""
        for length in range(min(LOOK_BACK, end), 1, -1):
            if folded[end - length : end] in self.known:
                return end - length
        return None

    def _opens(self, folded: str, start: int, last: int) -> bool:
        before = folded[start - 1 : start]
        return (
            start == last
            or not is_hanzi(before)
            or before in BEFORE
            or before in LEVELS
            or folded[start - 2 : start] in VERBS
        )
