"""Page furniture: lines that a site puts around a notice. Each row is a reason and what its lines look like."""

from __future__ import annotations

import re

FURNITURE: tuple[tuple[str, str], ...] = (
    (
        "share",
        r"""
        【?分享(?:到|至|给|[:】\]]|$|\s)                                  # 分享到: 0
        | (?:微信|微博|QQ|新浪|腾讯)?扫一扫|扫描二维码|转发到|一键分享          # 微信扫一扫
        """,
    ),
    (
        "print",
        r"""
        【?\[?\s?
        (?:打印|关闭|收藏|下载|全屏|朗读|复制|返回|刷新|加入收藏|保存|纠错|我要纠错|设为首页)  # 【打印
        (?:本页|窗口|正文|此页|文字|顶部|列表|首页)?(?:】|\]|$|\s)                        # 本页】
        | (?:本页)?打印本页                                                          # 打印本页 关闭窗口
        """,
    ),
    (
        "font_size",
        r"""
        【?\[?\s?(?:字体|字号|文字大小|字\s?号)                              # 【字体: 大 中 小】
        | ^(?:大|中|小)(?:\s?[大中小])*】?$|^(?:加大|减小|还原|超大)$|^】$      # 大 中 小】
        """,
    ),
    (
        "related",
        r"""
        相关(?:报道|文章|阅读|新闻|链接|信息|附件下载|解读|稿件|推荐|文件|政策|文档|附件)(?:\s?[:：]|\s?>|$)  # 相关链接:
        | 上一[篇条页]|下一[篇条页]                                         # 上一篇:
        | 猜你喜欢|热门(?:文章|推荐)|更多\s?>*$|您访问的链接即将离开             # 更多>>
        """,
    ),
    (
        "editor",
        r"""
        (?: 责任编辑|编辑|责编|审核|校对|初审|复审|终审|撰稿人?|通讯员|摄影|录入|供稿|稿源  # 责任编辑:张三
          | \(撰稿人|\(责任编辑|\[责任编辑|【责任编辑                          # (责任编辑:张三)
        )\s?[:：]
        """,
    ),
    (
        "counter",
        r"(?:浏览|点击|阅读|访问|查看)(?:次数|量|数|人数)?\s?[:：]?\s?\d*\s?次?$",  # 浏览次数:128
    ),
    (
        "footer",
        r"""
        版权所有                                                         # 版权所有:江临市人民政府
        | (?:主办|承办|主管|维护)(?:单位)?\s?[:：]
          (?=.{0,60}(?:政府|办公[厅室]|(?:主办|承办)单位|网站|大数据|备案|ICP|版权|技术支持))  # 主办:江临市人民政府
        | 技术支持|网站标识码|.{0,12}公网安备|.{0,6}ICP备|备案(?:序)?号         # 江ICP备00000001号
        | 联系我们|网站地图|网站声明|Copyright|版权声明|本站地图|中国政府网$|政府网站找错  # 网站地图
        """,
    ),
    (
        "navigation",
        r"""
        (?:当前|您的|所在)?位置\s?[:：]                                     # 您的位置:首页
        | 无障碍|长者(?:模式|版|助手)|适老化                                 # 无障碍
        | 登录\s?\|?|注册$|简体\s|繁體|繁体版|English$                       # 登录 | 注册
        | 收起$|展开$|回到顶部|返回顶部|搜索$|站内搜索                         # 返回顶部
        """,
    ),
    (
        "style",
        r"""
        \.?(?:TRS_Editor|[\w#.-]+)\s?[\w.#-]*\s?\{[^{}]*\}               # .TRS_Editor P{margin:0}
        | (?:var|function|document\.)\s                                  # var page = 1
        """,
    ),
    (
        "licence",
        r"""
        Public[ ]domain\W*$|CC[ -](?:BY|0)\b                             # CC BY-SA 4.0
        | (?:本(?:作品|文档?|页面?|网?站(?:内容)?|资料)|除[^,。]{0,12}(?:声明|注明|说明)外)
          .{0,200}(?:公有领域|知识共享|创作共用|CC[ -](?:BY|0)\b)            # 本作品来自……，属于公有领域
        """,
    ),
    (
        "follow",
        r"""
        点击.{0,6}蓝字.{0,4}关注|(?:长按|扫码|识别).{0,8}(?:二维码|关注)       # 点击上方蓝字关注
        | 点个(?:在看|赞)|点亮.{0,4}在看                                   # 点个在看
        | [-—\s]{0,4}END[-—\s]{0,4}$                                     # — END —
        """,
    ),
    ("binding_line", r"(?:\||装|订|线|装\s?订\s?线)$"),  # 装订线
    (
        "page_end",
        r"""
        【?本文来源|\(?原标题[:：]                                         # (原标题:……)
        | 点击(?:此处)?(?:下载|查看)|附件下载\s?[:：]?$|下载(?:地址|链接)\s?[:：]  # 附件下载:
        | (?:建议|推荐)(?:您)?使用.{0,40}(?:浏览|分辨率)                     # 建议使用1024×768分辨率浏览
        """,
    ),
)
"""Reason and verbose pattern, matched at the start of a folded line; an example beside each alternative."""

STYLE_RULES = re.compile(
    r"(?:<!--\s*)?(?:[a-zA-Z0-9_.#@*>:,\s-]{1,200}+\{(?:[^{}:]{1,50}+:[^{}]{1,2000}+)?\}\s*+)++(?:-->)?"
)


_PATTERN = re.compile(
    "|".join(f"(?P<{reason}>{pattern})" for reason, pattern in FURNITURE), re.IGNORECASE | re.VERBOSE
)
_IDEOGRAPHS = ("一", "鿿")
_OPENINGS = frozenset(
    "分微新腾扫转一打关收下全朗复返刷加保纠我设本字文大中小减还超相上猜热更您责编审校初终撰通摄录供稿浏点阅访查版主承维技网"
    "备联政当所位无长适登注简繁展回搜站公原附除建推装订线长识"
)
"""The Chinese characters that the rows begin with (a new row adds its own); most lines of a text begin with others."""


def furniture_reason(folded_line: str) -> str | None:
    """Why a line is furniture, or `None` where it is not.

    >>> furniture_reason("分享到: 0"), furniture_reason("一、总体要求")
    ('share', None)
    """
    if (
        _IDEOGRAPHS[0] <= folded_line[:1] <= _IDEOGRAPHS[1]
        and folded_line[0] not in _OPENINGS
        and "备" not in folded_line  # 江公网安备 ...
        and "{" not in folded_line  # 正文{margin:0}
    ):
        return None
    found = _PATTERN.match(folded_line)
    return found.lastgroup if found else None


def is_style_sheet(line: str) -> bool:
    """Whether a line is nothing but CSS that an editor left in the text of a page.

    >>> is_style_sheet(".TRS_Editor P{margin:0} .TRS_Editor DIV{margin:0}"), is_style_sheet("集合{1,2}")
    (True, False)
    """
    return "{" in line and STYLE_RULES.fullmatch(line) is not None
