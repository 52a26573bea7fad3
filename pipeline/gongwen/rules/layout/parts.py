"""What the lines around the text of a notice look like: 主送机关, 署名, 成文日期, 附注, 附件说明, 抄送 ...

Each row is one element of GB/T 9704-2012 section 7 (or what a web page makes of it) with the shape of its line. A
shape is no proof: where a line may stand is for `gongwen.stages.roles.assignment` to say. All patterns run on folded text.
"""

from __future__ import annotations

import re

from gongwen.rules.contacts.labels import LINE_LABEL, WORD
from gongwen.rules.dates.pattern import FULL_DATE
from gongwen.rules.dates.years import YEAR_DIGITS
from gongwen.rules.organisations.bodies import BODY_ENDING

BREADCRUMB = re.compile(
    r"(?:当前|您的|所在)?位置|^(?:[>»›]{1,2}\s?)?首\s?页\s?(?:[>»›/→|-]|政|新|信|机)|^首页.{0,40}[>»›]"
)
"""首页 >> 政务公开 >> 通知公告, 您的位置：……"""

BYLINE = re.compile(
    r"""
    (?:^|[\s|【\[(]|(?<=:\d\d))
    (?: (?:信息|文章|稿件)?来源|稿源|作者|[发公]布人                                  # 来源:
      | (?:发布|发稿|更新|公开|生成|成文|发文|录入)(?:日期|时间|机构|单位)|日期|时间        # 发布日期:
      | 浏览(?:次数|量)|点击(?:数|率|次数)|访问量|阅读(?:数|次数|量)?                   # 浏览次数:
      | 字号|字体                                                               # 字体:
      | 信息索引号|索\s?引\s?号|主\s?题\s?分\s?类|主\s?题\s?词                       # 索 引 号:
      | 发\s?文\s?字\s?号|文\s?号|有\s?效\s?性                                    # 文 号:
    )
    \s*:
    """,
    re.VERBOSE,
)
"""来源:本网 发布日期:2020-11-10 17:08"""

POSTED_AT = re.compile(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s?\d{1,2}:\d\d(?::\d\d)?")
"""A day with its time, wherever it stands in a byline: 江临招考 2024年06月03日 16:00"""
POSTED = re.compile(r"日?\s?\d{1,2}\s?[:时]\s?\d{2}")
"""A date with a time of day is when the page was posted: 2025年01月20日 09时16分"""

LETTERHEAD = re.compile(
    r"^[一-鿿、·()\s]{2,60}(?:文件|公报|函件)$|^[一-鿿、·()\s]{2,40}(?:令|公告|通告|纪要)$"
)
"""发文机关标志 (7.2.4): 湖南省人民政府办公厅文件, 江西省人民政府令"""
ORDER = re.compile(r"[一-鿿、·()\s]{2,60}(?<!条)令(?P<number>\s?\(?第\s?\d{1,4}\s?号\)?)?$")
"""命令（令）格式 (10.2): an order has a letterhead and a number, 江临市人民政府令 第12号, and no title."""

RECIPIENT = re.compile(
    r"""
    ^(?=[^。;!?]{2,600}:$)
    (?:.*(?:
        各|政府|部门|机构|单位|[局厅部办院会署委市县区省](?=[、,:(])        # 各县(区)人民政府:
      | 党组|党委|支部                                              # 市直各单位党组:
      | 公司|集团|银行|企业|商户|中心                                  # 江临供水集团:
      | 大学|学院|学校                                              # 江临大学:
      | 委员|代表|同志|主任|主席|同学|老师|朋友|居民|市民                  # 李某委员:
    ).*):$
    """,
    re.VERBOSE,
)
"""主送机关 (7.3.2): 各省、自治区、直辖市人民政府，国务院各部委、各直属机构："""
ADDRESSED = re.compile(r"^[一-鿿()、,某×X*]{3,38}[行店厂所站社会委室科处村镇乡校队组团户部局院坊馆场]:$")
"""Right below title and number, any name with a colon is a recipient: 某建材商行：, 各区公所："""
NO_RECIPIENT = re.compile(
    r"""
    (?: 如下|以下|分别为|分别是|修改为|包括|是                              # 现将有关事项通知如下:
      | 事项|情况|通知|要求|任务|内容|问题|措施|条件|规定|名单|职责|决定|意见       # 重点任务:
      | 名称|姓名|编号|类别|方式|地点|目的|对象|范围|依据|结果                  # 单位名称:
    )\W*:$
    | ^\S{0,8}(?:责任单位|牵头|联系|附件|来源)                            # 牵头单位:
    | ^(?: 为(?!民)|经(?![济开贸信销])|根据|按照|依据|鉴于|由于              # 经市政府研究,决定:
        | 近日|日前|近年|今年|当前|随着|针对|围绕|现[将就予]|自(?!治)          # 现将有关情况
      )
    | 《|提出|研究|\d年
    """,
    re.VERBOSE,
)
"""A sentence that leads into the text ends with a colon, too: 经市政府研究，决定："""

CHRONICLE = re.compile("沿革\\s?:")
"""法規沿革 of a law of 台灣, line by line down to its first article."""
ADDRESSEE = re.compile(r"受文者\s?:\s*")
"""Whom a letter (函) of 台湾 is for, by its own label: 受文者：新竹縣立東興國民中學"""
LETTER_FIELD = re.compile(
    r"(?:受文者|速别|密等[一-鿿]{0,12}|档号|保存年限|地址|承办人|联络人|电话|传真|电子(?:信箱|邮件)|联络(?:电话|方式))\s?:"
)
"""The fields between letterhead and text of such a letter (文書處理手冊)."""

ADOPTING = "通过|批准|公布|施行|修订"
"""What was done with a regulation on a day."""
ANNOTATION = re.compile(
    rf"""
    ^\((?:此件|此文|本文)?(?:[^()]{{0,14}})?(?:公开|不予公开|依申请)[^()]{{0,20}}\)$  # (此件公开发布)
    | ^(?:抄\s?送|抄\s?报|分\s?送|主\s?送|报\s?送|内部发送)\s*:                  # 抄送:市委办公室
    | ^\(此[件文][^()]{{1,20}}\)$                                            # (此件发至县级)
    | ^[^。]{{0,40}}办公[室厅]\s*{YEAR_DIGITS}.{{2,12}}日\s*印发$               # 市水利局办公室 2024年3月20日印发
    | ^\(.{{0,40}}(?:讨论|审议|会议)?(?:{ADOPTING}|修正).{{0,20}}\)$             # (2024年3月1日市政府常务会议通过)
    """,
    re.VERBOSE,
)
"""附注 (7.3.6), 抄送机关 and 印发日期 (7.4), the history in brackets under a regulation's title"""

COPIES = re.compile(r"^(?:抄\s?送|抄\s?报|分\s?送|内部发送)\s*:|办公[室厅]\s*\S{4}\s?年.{2,12}日\s*印发$")
"""版记 (7.4): who gets copies, and who printed them."""

HISTORY = re.compile(
    rf"^\(?{YEAR_DIGITS}\s?年.{{1,12}}日.{{0,60}}(?:通过|批准|公布|修订|修正|施行|发布|印发)\)?$"
)
"""2005年7月30日 河南省第十届人民代表大会常务委员会第十八次会议通过"""

ADOPTED = re.compile(rf"^\({YEAR_DIGITS}[^()]{{4,60}}(?:通过|批准|公布|发布)[^()]{{0,600}}\)$")
"""A history of many days in one bracket: （2015年3月27日……通过 …… 根据2021年9月29日……修正）"""

DASH = "(?:——|—|──|――|--)"
OFFICES = (
    "(?:总理|省长|市长|县长|区长|主席|州长|部长|厅长|局长|行长|署长|主任|审计长|书记|院长|检察长|盟长|旗长)"
)
SPEAKER = rf"(?:\s[一-鿿]{{0,20}}{OFFICES}\s[一-鿿·\s]{{2,8}})?"
OCCASION = re.compile(
    rf"^(?:{DASH}|\()?\s?{YEAR_DIGITS}\s?年.{{1,10}}日.{{0,8}}在.{{4,80}}(?:会议?上?|大会)\)?{SPEAKER}$"
    r"|^(?:常务委员会|人民代表大会|全体|第.{1,4}次).{0,30}会议上$"
)
"""——2024年3月5日在第十四届全国人民代表大会第二次会议上"""

SUBTITLE = re.compile(
    rf"^{DASH}\s?(?:\d{{4}}年.{{1,8}}日)?在.{{4,60}}(?:会议?|大会)上(?:的(?:报告|讲话|发言))?$"
)
"""——在中国共产党江临市第八次代表大会上的报告: what stands above it is the title, on one line or several"""

REPORTER = re.compile(rf"^[一-鿿]{{2,20}}{OFFICES}\s?[一-鿿·]\s?[一-鿿·]{{1,5}}$")
"""广东省审计厅厅长 张三"""
OFFICE = re.compile(rf"^[一-鿿]{{2,20}}{OFFICES}$")
COUNTERSIGNED = re.compile(rf"^{OFFICES}(?:\s[一-鿿·\s]{{2,8}})?$")
"""Who signs an order (10.2), above its date: 市长 林远"""
NAME = re.compile(r"^[一-鿿]{1,2}[\s·]?[一-鿿·]{1,6}$")
"""国务院总理 and the name on the line below"""
SALUTATION = re.compile(
    r"各位(?!.{0,6}(?:考生|家长|业主|居民|村民|市民|纳税人|用户|客户|旅客|投资者|申请人))|同志们|主任、|女士|朋友"
)
"""Whom a speech addresses; 李某委员： in the answer to a proposal is a recipient."""
SALUTED = re.compile("^(?:各位[一-鿿、]{2,12}|同志们|[一-鿿、]{0,8}女士们[一-鿿、]{0,8})[,、]?[:!]$")
"""The line that a speech opens with: 各位代表！"""

CLOSING = re.compile(
    r"""
    ^(?: 特此(?:通知|通报|通告|公告|批复|报告|函告|函达|函复|公示|说明|复函|请示|公布)?(?:,请[^。,]{2,16})?  # 特此通知
      | 专此(?:批复|报告|函达|函复)?|此复|此令|此布                                                # 专此批复
      | 以上(?:报告|请示|意见|方案).{0,30}                                                       # 以上报告,请审议
      | 妥否.{0,20}|当否.{0,20}                                                               # 妥否,请批示
      | 现予(?:公布|公告|公示)|请予?(?:审议|审批|批准|审查|审定|批示)                                # 现予公布
    )[。.!]?$
    """,
    re.VERBOSE,
)
"""特此通知。 专此批复。"""

CONTACT = re.compile(
    rf"""
    {WORD}(?:号码?)?
    (?: \s*[:(][^。]{{0,60}}?                                  # 联系电话：张某，0780-2137332
      | (?:及|和|或|、|/|\s){{0,2}}(?:\s[一-鿿]{{2,4}}\s)?(?:为|是)?\s?  # 联系电话 张某 0780-2137332
    )
    (?:\d{{3,4}}[-)\s]?\d{{5}}|\d{{6}}|[\w.+-]{{0,40}}@)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A label and a number or a mail address behind it; 手机用户1200000户 has no label."""
HOTLINE = re.compile(rf"^{LINE_LABEL}\s*:\s*12\d{{3}}(?:[,、;。(].{{0,40}})?$", re.IGNORECASE)
"""投诉电话：12345. A sentence that names such a number is text."""
CONTACT_ONLY = re.compile(rf"^\(?(?:具体)?{LINE_LABEL}", re.IGNORECASE)
"""联系电话：……: a line that gives nothing else; a sentence that ends in a telephone number is text"""

ATTACHMENT_LIST = re.compile(
    r"^附\s?件?\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s?:\s*\S|^附\s?件\s?\d{1,2}\s?[.、]\s*\S(?!.*。$)"
)
"""附件说明 (7.3.3 note): 附件：1.任务清单"""
ATTACHMENT_NUMBER = r"(?:\d{1,2}(?:[-—]\d{1,2})?|[一二三四五六七八九十]{1,2}|[①-⑳]|[A-H](?:\.?\d{1,2})?)"
ATTACHMENT_HEAD = re.compile(
    rf"""^附\s?(?:
        [件录錄表图]\s?{ATTACHMENT_NUMBER}?(?:-\d{{1,2}})?\s?[.:]?           # 附件1, 附录A, 附表: alone
      | [件录錄表图]\s?{ATTACHMENT_NUMBER}(?:[\s:-]\s?\S.{{0,60}})          # 附件1 年度任务清单, 附表1 收费标准
      | (?:[件录錄表图]\s?)?{ATTACHMENT_NUMBER}?\s?\([^()]{{2,12}}\)(?:\s\S.{{0,60}})?   # 附录A（规范性附录）, 附1（补充）
      | :                                                                # 附：
    )$""",
    re.VERBOSE,
)
"""附件1 alone above its title, or 附件1 年度任务清单 as one line"""
ATTACHMENT_NAMED = re.compile(
    rf"""^附\s?(?:
        [件录錄表图]?\s?(?:{ATTACHMENT_NUMBER}|\({ATTACHMENT_NUMBER}\))?(?:\s|\s?:|\s?—{{1,2}})\s*[^\d\s,。;][^,。;]{{1,40}}
      | [件录錄表图]\d{{1,2}}[一-鿿][^,。;]{{1,40}}                        # 附件1区旗图案
      | {ATTACHMENT_NUMBER}                                             # 附1
    )$""",
    re.VERBOSE,
)
"""附件　区旗图案, 附：收费标准, 附件——任务清单: the name of an attachment that follows, or of one that does not"""
GLOSSARY_HEAD = re.compile(r"^(?:附[:：]?)?(?:有关)?(?:名词|用语|术语|词语)(?:解释|注释|说明)$|^注释:?$")

LABELLED = re.compile(
    r"""
    (?: 整改|落实|完成|办理|工作|主要|责任|牵头|配合                                # 整改完成情况:
      | 联系|咨询|监督|报名|考试|附                                              # 报名时间:
    )
    [一-鿿]{0,6}
    (?: 情况|结果|成效|进展|目标|任务|措施|单位|部门|领导|人|件
      | 时限|期限|时间|电话|方式|地点
    )\s?:
    """,
    re.VERBOSE,
)
"""整改完成情况：……, 责任单位：……, 附件：……: a line that begins anew, even if the one above is unfinished."""

PAGE_NUMBER = re.compile(
    r"""
    ^(?: [-—－–·\s]{0,4}\d{1,4}[-—－–·\s]{1,4}                          # — 3 —
      | [-—－–·]\s?\d{1,4}                                             # -3
      | 第\s?\d{1,4}\s?页(?:\s?[,/]?\s?共\s?\d{1,4}\s?页)?               # 第3页共18页
    )$
    """,
    re.VERBOSE,
)
"""页码: — 3 —, 第3页共18页"""

CAPTION = re.compile(
    r"^[图表]\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:-\d{1,2})?(?![一-鿿]{0,2}[年月日])"
)
"""图1 编码规则 names a picture or a table."""

TOC_HEAD = re.compile(r"^目\s*[录次]$")
TOC_LINE = re.compile(r"(?:…{2,}|\.{4,}|·{4,}|…\s?)\s*[-(]?\d{1,4}[-)]?$")
"""第一章 总则………………1"""

BODY_NAME = re.compile(rf"^(?=[^。;:!?]{{2,60}}$)[\s一-鿿()“”、·]*{BODY_ENDING}(?:\([^()]{{1,12}}\))?$")
"""发文机关署名 (7.3.5)"""
SIGNED_IN_LINE = re.compile(rf"^(?P<name>[一-鿿()“”、·\s]{{1,60}}?{BODY_ENDING})\s*(?P<date>{FULL_DATE})$")
"""Name and date on one line."""
