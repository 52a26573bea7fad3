"""What may not follow a number, because the number then refers, counts or dates instead of numbering a section.

    （一）项            refers          2.5万平方米        measures        一、二级河道      a list of numerals
    第一章、第二章      refers          3个方面            counts          第一编外人员      another word begins here

Each veto is a negative lookahead after the number in the pattern of its style. A row of `COUNTERS` is a character
that counts, with the words that merely begin with it: 3项 counts, 3项目管理 is a heading.
"""

from __future__ import annotations

import re

NUMERAL = "[一二三四五六七八九十百零〇○]"
LARGE_NUMERAL = "[一二三四五六七八九十百千零〇○]"
"""Of articles, which run past a thousand: 第一千二百六十条."""


def _unless(rows: dict[str, str]) -> str:
    """The characters of a table, except where a word of the row begins."""
    return "|".join(rf"{char}(?!{words})" if words else char for char, words in rows.items())


COUNTERS = {
    "年": "度|限|龄|审|检|鉴",  # 3年内 / 3年度考核
    "月": "度|报",
    "日": "常|程|报",
    "号": "召|码",
    "时": "间|限|序",
    "分": "工|类|级|别|析|配|布|包|解|步|段|项|组|区",
    "秒": "",
    "点": "位|检|评|对|名",
    "个": "人|性|体|案",
    "项": "目",
    "条": "件|例|款|文",
    "家": "庭|具|长|校|政|禽|电",
    "次": "序|要|生",
    "人": "员|力|才|事|民|工|文|大|口|身|选|居|均|物",
    "元": "素|旦",
    "届": "",
    "轮": "岗|换|训|候",
    "批": "准|复|示|评",
    "版": "权|面|式|本",
    "期": "限|满|间|末",
    "辆": "",
    "户": "外|籍|型|口|主",
    "名": "称|单|录|额|词|誉",
    "位": "置|次",
    "座": "谈|位",
    "套": "餐|期|牌|用",
    "件": "",
    "种": "植|子|苗|养|质",
    "类": "别|型|目",
    "起": "草|诉|点|始|步|源|降",
    "宗": "旨|教",
    "笔": "试|录",
    "例": "外|会|行|题|证",
    "所": "有|需|在|属|得|称",
    "处": "置|理|罚|室|分|方",
    "台": "账|风|帐",
    "只": "",
    "艘": "",
    "架": "构|设",
    "间": "接|距|歇|隔",
    "栋": "",
    "幢": "",
    "层": "级|次|面",
    "支": "持|付|撑|出|部|援|委|队",
    "部": "门|署|分|委|队",
    "章": "程|节",
    "节": "约|能|水|日|点|假|俭",
    "页": "面|岩",
    "行": "政|业|动|为|程|使|驶|文|车|道",
    "列": "支|入|表|席|车|管",
    "第": "",
}
"""Counts of things, which are whole: 3项 counts, and 1.3处室职责 never can."""

MEASURES = {
    "万": "",
    "亿": "",
    "千": "",
    "百": "货|姓|日",
    "%": "",
    "‰": "",
    "℃": "",
    "㎡": "",
    "度": "假|汛|量",
    "倍": "增",
    "成": "果|效|立|就|本|员|品|交|绩|果|长|人|教|分",
    "吨": "",
    "斤": "",
    "亩": "",
    "里": "程",
    "米": "",
    "瓦": "斯",
    "天": "然|气|文|线",
    "周": "期|边|转|报|末|密",
    "岁": "",
    "季": "度|节",
    "级": "别",
}
"""Measures, which have decimals too: 1.2亿元, 4.5级."""

MEASURING_WORDS = r"公[里斤顷]|千[伏瓦米克]|平方|立方|小时|分钟|美元|港元|星级|热线|多|余|几|个(?:百分点|月|小时)|元(?!素|旦)|分(?:以上|以下|,|。)|年(?:左右|以上|以内)|G\b"

COUNTED = rf"(?!\s*(?:{_unless(COUNTERS)}|{_unless(MEASURES)}|{MEASURING_WORDS}))"
"""3个方面, 12月, 5公里: no list continues with these."""
MEASURED = (
    rf"(?!\s*(?:个|{_unless(MEASURES)}|{MEASURING_WORDS}))(?:{COUNTED}|(?=[^。;,:.\n\d]{{2,20}}(?:\n|$)))"
)
"""The same behind a decimal: 2.5万平方米, but 1.3处室职责 alone on its line, for 处 counts no decimals."""

REFERENCE = r"(?!\s*(?:(?:项(?!目)|款(?!项)|条(?![件例线块目理])|目(?![标录前的光]))|[至、和或与及]\s*[(第]))"
"""（一）项, （二）、（三）项."""

NO_YEAR = r"(?![一二三四五六七八九零〇○]{3})"
"""一九五八 is no ordinal."""

ENUMERATED = rf"""(?x:(?!
    (?:{NUMERAL}、)*
    (?:
        {NUMERAL}{{1,2}}(?:、|线城市|巡[察视]|督[察导])     # 第四、五巡察组
      | [二三四五六七八九十]{{1,2}}(?:[级轮类批届期]|季度)   # 一、二级河道, 二、三季度
    )
))"""
"""What may not follow 一、: the next numeral of a list."""

AFTER_PART = "(?![制辑委写纂号外])"
"""第一编外人员, 第二编辑部."""
AFTER_CHAPTER = r"""(?x:(?!
    程(?!序)                        # 第一章程
  | 节(?![能约水])                  # 第一章节
  | 的 | 第 | [、和与至及或]\s?第     # 第一章、第二章的内容
  | 规定[的了中,。] | 所[称列] | 中[的,]
))"""
"""第二章规定的措施 refers; 第二章 规划编制 is a title."""
AFTER_DIVISION = r"(?![约课目的第]|能(?![源力])|车厢|、第|[和与至及或]第|规定[的,])"
"""第一节车厢, 第二节课."""
AFTER_ARTICLE = r"""(?x:(?!
    (?:\s*第[一二三四五六七八九十百零〇○\d]{1,4}[款项目条章节])   # 第三条第二款
  | \s*(?:款(?!项)|项(?!目)|的|之|规定[的,。]|所[称列]|[和至]第|、|,|修改为)
  | 中(?:[的规第,、]|$)
))"""
"""第三条规定的, 第三条和第四条; 第二条　第一类医疗器械…… is an article."""

ROUTE = re.compile(
    r"""
    (?: [^\s,。;:]{0,8}?
        (?: 公路|铁路|高速|地铁|轻轨|[环干支主]线|街|干道|通道|隧道|跑道      # 第三条公路
          | 线路|生产线|流水线|航线|专线|战线                              # 第三条生产线
          | 河|渠|管道|船|鱼                                           # 第三条渠
          | 消息|短信|建议|意见|理由|经验                                # 第三条建议
        )
    )
    """,
    re.VERBOSE,
)
"""What is counted by 条: 第三条生产线 is the third production line, unless articles stand around it."""
