"""The names of bodies: what may follow 市, 县, 区 ... (商务局, 委组织部, 人民政府办公室), and national bodies.

    市 + 商务局            市 + 委 + 第五巡察组        区 + 纪委监委        国务院办公厅        财政部

State organs are named after their field: the fields are those of the organs of provinces, cities and counties
since the reform of 2018, and those before it (中国共产党机构编制工作条例; 深化党和国家机构改革方案).
"""

from __future__ import annotations

import re

FIELDS = """
发展和改革 发展改革 发改 发展改革和科技 发展改革和统计 经济和信息化 工业和信息化 经信 工信 科工信 科技和工业信息化 教育 教育体育 教育和体育 教体 科学技术 科技
科技创新 民族宗教事务 民族宗教 民宗 民族事务 公安 民政 司法 财政 财政金融 人力资源和社会保障 人力资源社会保障 人社 自然资源 自然资源和规划 规划和自然资源 国土资源
生态环境 环境保护 环保 住房和城乡建设 住房城乡建设 住房建设 住建 交通运输 交通 水务 水利 农业农村 农业 农委 商务 文化和旅游 文化广电和旅游 文化广电旅游
文化广电旅游体育 文化广电旅游和体育 文旅 文广旅 文广旅体 文体旅游 卫生健康 卫健 卫生和计划生育 卫计 退役军人事务 退役军人 应急管理 应急 审计 外事 国有资产监督管理 国资
市场监督管理 市场监管 体育 统计 医疗保障 医保 信访 林业 林业和草原 园林 园林绿化 绿化和市容管理 海洋 海洋渔业 海洋与渔业 渔业 粮食和物资储备 粮食 粮食储备 地方金融监督管理 地方金融监管
金融工作 金融 金融监管 城市管理 城市管理和综合执法 城市管理综合执法 城市综合管理 城管 行政审批服务 行政审批 政务服务和数据管理 政务服务数据管理 政务服务 政务服务管理 大数据发展管理
大数据管理 大数据 数据 机关事务管理 机关事务 人民防空 人防 国防动员 口岸 港口 港航 扶贫开发 扶贫 乡村振兴 投资促进 招商 合作交流 经济合作 地震 气象 税务 烟草专卖 邮政管理
消防救援 文物 文化遗产 档案 公路 公路管理 河长制 国家保密 保密 密码管理 新闻出版 广播电视 药品监督管理 食品药品监督管理 知识产权 市政 市政管理 水文 供销 侨务 台湾事务 港澳事务 民航 铁路
地方志 住房公积金管理 住房保障 房屋管理 房产管理 征收 重点项目 重大项目 物流 物价 工商行政管理 质量技术监督 安全生产监督管理 安监 旅游 文化 规划 建设 城乡规划 城乡建设 土地储备 残疾人工作 妇女儿童工作
""".split()
PARTY_PARTS = "|".join(
    """
    组织部 宣传部 统战部 统一战线工作部 社会工作部 政法委员会 政法委 网信办 网络安全和信息化委员会办公室 机构编制委员会办公室
    编办 直属机关工作委员会 直属机关工委 机关工委 市直机关工委 教育工委 教育工作委员会 老干部局 老干部工作局 党校 党史研究室
    督查室 政策研究室 机要局 台办 农办 改革办 全面深化改革委员会办公室 审计委员会办公室 国家安全委员会办公室 国安办 财经办
    依法治[市县区省]办 精神文明建设指导委员会办公室 文明办 军民融合办 信访局 办公室 办公厅 常委会 办(?![理公学法事])
    """.split()
)
"""The parts of a party committee: 市委组织部. A longer name precedes the one that it begins with."""
INSPECTION = (
    r"(?:第[一二三四五六七八九十\d]{1,3}轮)?(?:第[一二三四五六七八九十\d]{1,3}|[一二三四五六七八九十]{1,2})?巡[察视]"
    r"(?:工作领导小组办公室|工作领导小组|办公室|办(?!理)|[一二三四五六七八九十]{1,2}组|组)"
)
GROUPS = "总工会 妇联 妇女联合会 团委 工商联 工商业联合会 科协 文联 残联 残疾人联合会 红十字会 侨联 社科联 供销社 供销合作社 融媒体中心 公积金中心 档案馆 总医院 公共资源交易中心"
PARTY_GROUP = r"(?:(?:直属)?机关党委|党组|党委|党工委|党总支|党支部|分党组)"

_fields = "|".join(sorted(FIELDS, key=len, reverse=True))
_first = "".join(sorted({field[0] for field in FIELDS}))
_COURT = r"(?:(?:中级|高级)?人民法院|法院|人民检察院|检察院)"
_GOVERNMENT = (
    r"(?:人民)?政府(?!采购|性|网|债|购买|投资|工作报告|规章|信息|系统|令|奖|职能|补[助贴]|支持|主导|引导)"
    r"(?:办公室|办公厅|办(?![理公学法事])|研究室|参事室|党组)?"
)
LOCAL = re.compile(
    rf"""
    [省市县区州旗盟镇乡](?:
        委(?:员会|(?![托派任屈员]))(?:{INSPECTION}|{PARTY_PARTS})?                   # 市委组织部
      | 纪(?:委监委|委(?!书)|律检查委员会)(?:办公室|机关)?|监(?:察委员会|委)              # 市纪委监委
      | {_GOVERNMENT}                                                             # 市政府
      | 人大(?:常委会|常务委员会)?(?![代会])(?:办公室)?|政协(?!委员)(?:办公室)?            # 市人大常委会
      | {_COURT}                                                                  # 县法院
      | {GROUPS.replace(" ", "|")}                                                # 市总工会
      | (?=[{_first}])(?:{_fields})(?:管理)?
        (?:委员会|局(?![部面限势域]|长(?![期效]))|委(?![员托派任屈])|厅|办公室|办(?![理公学法事]))  # 市水利局
      | (?<=[镇乡区])党(?:工委|委)                                                   # 镇党委
      | (?<=区)管(?:委会|理委员会)                                                   # 经开区管委会
    ){PARTY_GROUP}?
    """,
    re.VERBOSE,
)
"""A body after the level that it belongs to; the single character class at the front is for speed."""

LISTED = re.compile(
    rf"[、和及](?=[{_first}])((?:{_fields})(?:委员会|局(?![部面限势域]|长(?![期效]))|委(?![员托派任屈])|厅))"
)
"""市财政局、审计局: the second shares the level of the first."""

NATIONAL = re.compile(
    rf"""
    [国中全最](?:
        (?<=国)务院
        (?: 办公厅                                                                 # 国务院办公厅
          | [^的关要同批决和与及对由经了立设召\W]{{2,10}}?
            (?:委员会|领导小组|联席会议|联防联控机制)(?:办公室)?                         # 国务院安全生产委员会
          | 国资委                                                                 # 国务院国资委
        )?(?!令)
      | (?<=中)共中央(?:办公厅|组织部|宣传部|统战部|政法委|政治局常委会|政治局)?              # 中共中央办公厅
      | (?<=中)央
        (?: 纪委国家监委|纪委|军委|网信办|编办|组织部|宣传部|统战部|政法委|社会工作部|文明办|改革办  # 中央纪委
          | 农办|财办|依法治国办|全面深化改革委员会|全面依法治国委员会|{INSPECTION}            # 中央第八巡视组
        )
      | (?<=国)家
        (?:监委|监察委员会|税务总局|(?:{_fields})(?:总局|局(?![部面限势域])|委员会|委(?![员托派任屈])))  # 国家能源局
      | (?<=中)国(?:人民银行|证监会|银保监会|科协|科学院|工程院|气象局|地震局|残联)           # 中国人民银行
      | (?<=全)国(?:人大常委会|人民代表大会常务委员会|人大(?!代)|政协(?!委员)|总工会|妇联)     # 全国人大常委会
      | (?<=最)高人民(?:法院|检察院)                                                  # 最高人民法院
    )(?:党组)?
    """,
    re.VERBOSE,
)
OF_SEVERAL_NAMES = re.compile(
    r"""
      国家税务总局[一-鿿]{2,10}?税务局(?:第?[一-鿿]{1,6}?(?:分局|税务所|稽查局))?     # 国家税务总局江临省税务局
    | 国家统计局[一-鿿]{2,8}?调查总?队                                           # 国家统计局江临调查总队
    | 中国人民银行[一-鿿]{2,8}?(?:分行|中心支行|支行)                              # 中国人民银行江临省分行
    | (?:(?:中央|[省市县区州旗])?(?:纪委监委|纪委国家监委|纪委|监委))?派?驻(?=[一-鿿]{2,14}?(?:纪检监察组|纪检组))
      [一-鿿]{2,14}?(?:纪检监察组|纪检组)                                        # 区纪委监委驻区住建局纪检监察组
    | (?:\A|(?<=[^一-鿿])|(?<=[由经对向和与及]))[一-鿿]{2,12}?(?:开发区|高新区|示范区|新区|保税区|园区)(?:管委会|管理委员会)
    """,
    re.VERBOSE,
)
"""Bodies named after a superior body and a place, the body that they are stationed in, or a zone."""
NAMED_ABOVE = ("国家税务总局", "国家统计局", "中国人民银行", "驻", "管委会", "管理委员会")
"""Every text that names such a body contains one of these."""
MINISTRIES = (
    "财政部 商务部 教育部 公安部 民政部 司法部 水利部 科技部 外交部 国防部 生态环境部 交通运输部 农业农村部 自然资源部 应急管理部 应急部 科学技术部 "
    "文化和旅游部 工业和信息化部 住房城乡建设部 住房和城乡建设部 退役军人事务部 人力资源社会保障部 人力资源和社会保障部 海关总署 审计署 国家发展改革委"
).split()
MINISTRY_END = re.compile(
    f"[部署委](?:{'|'.join(f'(?<={name})' for name in MINISTRIES)})(?![门分队件位长级下员])"
)
"""The last character of a ministry's name."""
OWN = re.compile(
    r"""
    [我本局委办厅院校集公学](?:
        (?<=学)校党委                                                          # 学校党委
      | (?<=我|本)(?:局|委|办|厅|院|校|公司|集团|中心)(?![部面限势域员托派任理公长士内法])  # 我局
      | (?<=[局委办厅院校])(?:党组|党委)                                           # 局党组
      | (?<=集)团党委                                                          # 集团党委
      | (?<=公)司党委                                                          # 公司党委
    )
    """,
    re.VERBOSE,
)
"""我局, 局党组: the body that speaks, or is spoken of, without its name."""

BODY_ENDING = "(?:[局厅部署院会委组处科站所台社队馆办]|政府|中央|办公室|大学|学校|中学|小学|集团|公司|中心|总支|[银商总分支]行|专班|海关|调查队|税务所|公所|人民委员会|幼儿园|植物园|[林农牧机]场|水库|电厂|监狱|实验室|船闸)"
"""What the names of bodies end with; alone it is no proof, so each rule adds its own context."""
LEVELS = "省市县区州旗盟镇乡"
PARTY_GROUP_END = re.compile(rf"{PARTY_GROUP}\Z")
OF_ITS_OWN = (*FIELDS, *LEVELS, "工作")
"""What stands before the 委员会 of a state organ, or of a place's party: 卫生健康委员会, 中共江临市委员会."""


def without_party_group(name: str) -> str:
    """The body that a party group belongs to.

    >>> without_party_group("中共江临市水利局党组"), without_party_group("局党组")
    ('中共江临市水利局', '局')
    """
    return PARTY_GROUP_END.sub("", name)


def state_organ(name: str) -> str:
    """The state organ whose party group or committee a name denotes: without 中共 before it and 党组 or 委员会 after it.

    >>> state_organ("中共江临市水利局党组"), state_organ("中共江临大学委员会"), state_organ("中共江临市卫生健康委员会党组")
    ('江临市水利局', '江临大学', '江临市卫生健康委员会')
    """
    body = without_party_group(name)
    organ = body.removeprefix("中国共产党").removeprefix("中共")
    whose = organ.removesuffix("委员会")
    own = organ == body or body != name or whose.endswith(OF_ITS_OWN)
    return organ if own else whose
