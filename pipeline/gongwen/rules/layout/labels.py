"""Labels of a page's own table: 索引号 发文字号 成文日期 ..., and the many ways sites print them.

    索 引 号: 000014349/2017-00110 主题分类: 综合政务        two pairs on a line
    文 号:                                                   an empty value
    索引号: | 000… | 信息分类: | |                           a table as text

国办发〔2017〕47号 (政府网站发展指引) names the fields and meta tags; 生成日期 and 发文日期 are not synonyms of 成文日期
and keep their labels, though one of them is used where it is missing.
"""

from __future__ import annotations

import re

LABELS: dict[str, tuple[str, ...]] = {
    "index_number": ("索引号", "信息索引号", "索引码", "信息索引"),
    "document_number": (
        "发文字号",
        "文号",
        "文件编号",
        "公文字号",
        "发文文号",
        "文件字号",
        "fileNum",
        "编号",
    ),
    "written_date": (
        "成文日期",
        "成文时间",
        "生成日期",
        "发文日期",
        "印发日期",
        "签发日期",
        "制发日期",
        "写作日期",
        "落款时间",
        "文件落款时间",
    ),
    "publish_date": (
        "发布日期",
        "发布时间",
        "公开日期",
        "发稿时间",
        "公布日期",
        "信息发布日期",
        "更新时间",
        "PubDate",
        "日期",
        "时间",
        "发布于",
        "发表时间",
        "publishdate",
        "公示时间",
    ),
    "issuer": (
        "发文机关",
        "发文机构",
        "发文单位",
        "发布机构",
        "发布机关",
        "发布单位",
        "制发机关",
        "制定机关",
        "制定方",
        "发起单位",
        "责任部门",
        "公开责任部门",
    ),
    "source": ("来源", "信息来源", "文章来源", "稿源", "稿件来源", "ContentSource"),
    "subject": ("主题分类", "信息分类", "分类", "体裁分类", "主题类别"),
    "title": ("标题", "完整标题", "名称", "文件名称", "信息名称", "文件标题", "ArticleTitle", "title"),
}
"""Canonical name and the printed variants, blanks taken out; the first is the most usual."""

OTHER = (
    "组配分类 主题词 关键词 有效性 是否有效 时效性 文件状态 生效时间 生效日期 实施日期 施行日期 废止时间 废止日期 失效日期 公开方式 公开属性 公开范围 公开形式 "
    "公开时限 内容概述 内容摘要 摘要 服务对象 体裁 浏览量 浏览次数 点击数 点击量 阅读量 阅读次数 作者 字体 字号 分享 打印 网站标识码 主办单位 执行时间 链接 "
    "公开主体 信息公开类别 编辑 责任编辑 发布人 语种 载体类型 政府网站标识码 承办单位 浏览字号 阅读 浏览 点击 发布者 点击 点击率 访问量 类别标记 办理类别 答复类别 签发人 法规类别 最新异动日期 修正日期 公发布日 招标编号 项目编号 采购编号"
).split()

PLACEHOLDERS = frozenset(
    {
        "网站名称",
        "网站域名",
        "政府网站标识码",
        "栏目名称",
        "栏目类型",
        "文章标题",
        "发布时间",
        "内容来源",
        "${title}",
    }
)
"""Placeholders that a template's author left for the site to fill in."""

NOTHING = frozenset({"", "无", "无文号", "暂无", "空", "null", "-", "—"})
"""Values that mean there is none."""

CHROME = frozenset("字体 字号 浏览字号 分享 打印".split())
"""Labels of buttons: they say nothing about the notice and only end the value before them."""
GLUED = (
    "公开方式 公开属性 主题分类 组配分类 发布日期 发布时间 发文日期 成文日期 生成日期 公开日期 更新时间 信息来源 文章来源 发布机构 发文机关 发布单位 发文字号 索引号 责任编辑 浏览次数 浏览字号 浏览量 阅读次数 阅读量 点击 点击数 点击量 点击率 访问量 字体 字号 来源 作者"
).split()
"""Labels that no value ends with, so that one may follow a value at once: 来源:市发改委发布日期:2017-10-13."""

FRONT_MATTER = {"title": "title", "date": "publish_date"}
"""What a Markdown copy calls them; the meta tags of a page mean other things by these names."""

_CANONICAL = {variant: name for name, variants in LABELS.items() for variant in variants}
_CANONICAL |= {variant.lower(): name for variant, name in list(_CANONICAL.items())}
USUAL = {variant: rank for variants in LABELS.values() for rank, variant in enumerate(variants)}
"""The place of a variant among those of its element."""
OPEN_BRACKETS = " 【[［(（"
"""They enclose the pair that follows."""
SPACING = re.compile(r"[\s:：]+")
BULLETS = "·•●▪◆■- "
BLANKS = " |:：\t\u3000\xa0"
KNOWN = frozenset([*_CANONICAL, *OTHER])
OPENINGS = frozenset(label[0] for label in KNOWN)
"""First characters of the labels."""
_SPACED = "|".join(
    r"\s*".join(label)
    for label in sorted(KNOWN, key=lambda label: (-len(label), label))
    if not label.isascii()
)
PAIR = re.compile(
    rf"""
    (?: (?:(?<=^)|(?<=[\s|(【\[:>]))(?P<label>{_SPACED})                    # 索引号:
      | (?<=[^\s|(【\[:>])(?P<glued>{"|".join(GLUED)}|(?<=[\d日])来源)       # 市发改委|发布日期:
    )
    \s*(?P<colon>[:]|(?=\s*\|)|[】\]])                                    # :
    """,
    re.VERBOSE,
)
OPENING_PAIR = re.compile(rf"[【\[(]?(?:{_SPACED})\s*:|[【\[](?:{_SPACED})[】\]]")
NOT_VALUE = re.compile(r"\s\S*(?:公网安备|ICP备|分享|打印|【|\[).*$|\s?[|｜]\s?[一-鿿]{2,6}[:：].*$")
"""What a site prints after the last value of a line."""


def canonical(label: str) -> str | None:
    """The contract's name for a printed label, or `None` where it has none.

    >>> canonical("文 号"), canonical("PubDate"), canonical("公开方式")
    ('document_number', 'publish_date', None)
    """
    if known := _CANONICAL.get(label):
        return known
    bare = SPACING.sub("", label)
    return _CANONICAL.get(bare) or _CANONICAL.get(bare.lower())


def is_label(folded: str) -> bool:
    """Whether a line or cell is nothing but a label.

    >>> is_label("发 文 字 号:"), is_label("一、总体要求")
    (True, False)
    """
    folded = folded.lstrip(BULLETS)
    return (
        0 < len(folded) < 24 and folded[0] in OPENINGS and "".join(folded.split()).replace(":", "") in KNOWN
    )


def opens_pair(folded: str) -> bool:
    """Whether a line begins with a label and its colon.

    >>> opens_pair("索 引 号: 000014349/2017-00110"), opens_pair("总体要求:加快发展")
    (True, False)
    """
    return OPENING_PAIR.match(folded.lstrip(BULLETS)) is not None


def _closes(match: re.Match[str], line: str) -> bool:
    """【索引号】: a bracket stands for the colon where one stands before the label, too."""
    return match["colon"] not in ("】", "]") or line[match.start() - 1 : match.start()] in ("【", "[")


def split_pairs(folded_line: str, text_line: str) -> list[tuple[str, str]] | None:
    """The label-value pairs of a line, `None` where it is no such line; a label followed by a label is empty.

    Both arguments have one length: labels are found in the first, values quoted from the second.

    >>> split_pairs("来源:本网 发布日期:2020-11-10 17:08", "来源:本网 发布日期:2020-11-10 17:08")
    [('来源', '本网'), ('发布日期', '2020-11-10 17:08')]
    """
    found = list(PAIR.finditer(folded_line)) if any(sign in folded_line for sign in ":|】]") else None
    found = [match for match in found or () if _closes(match, folded_line)]
    if not found or found[0].start() > 40 or (found[0]["glued"] and not folded_line[0].isdecimal()):
        return None
    ends = [match.start() for match in found[1:]] + [len(folded_line)]
    pairs = []
    for match, end in zip(found, ends, strict=True):
        label = re.sub(r"\s+", "", match["label"] or match["glued"])
        if label not in CHROME:
            value = NOT_VALUE.sub("", text_line[match.end() : end].strip(BLANKS)).strip(BLANKS)
            pairs.append((label, value.rstrip(OPEN_BRACKETS)))
    return pairs or None
