"""What holds for any input, whatever it says."""

import json
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gongwen
from gongwen.contract.promises import broken_promises
from gongwen.errors import GongwenError
from gongwen.rules.text.characters import even, fold

MARKERS = (
    "一、 二、 三、 （一） （二） （三） 1. 2. 3. 1、 2、 （1） （2） ① ② 第一章 第一条 第二条 一是 二是 三是 第一， 首先， "
    "14 —— 附件1 附件： 目录 1.1 〔28〕 ㈠ ⒊ ー、"
).split()
PHRASES = (
    "加强组织领导 2020年4月3日 6月底前已整改完毕。 整改完成情况： 《关于开展巡察的通知》 国发〔2018〕42号 1.5亿元 增长5%左右 "
    "各区人民政府： 江城市商务局 2024年6月3日 特此通知。 （此件公开发布） 来源：本网 分享到： 0 联系电话：0756-2137332 "
    "关于巡察整改情况的通报 “第二条 （一） ” 201944日 〈 《 （ 【 “"
).split()
PIECES = st.sampled_from([*MARKERS, *PHRASES, "\n", "\n\n", "。", "，", "；", "：", " ", "　", "\t"])
NOTICES = st.lists(PIECES | st.text(max_size=6), max_size=60).map("".join)
PAGES = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<br>", "<table><tr><td>", "</td><td>", "</td></tr></table>", "<ol><li>", "</li></ol>", "<div id='zoom'>",
         "</div>", "<b>", "</b>", "<h1>", "</h1>", "<script>x</script>", "<span style='display:none'>", "</span>", "<!--", "-->", "&nbsp;"]
    )
    | PIECES,
    max_size=60,
).map(lambda pieces: "<html><body>" + "".join(pieces))  # fmt: skip
SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def parsed(raw: str | bytes) -> gongwen.Notice | None:
    try:
        return gongwen.parse(raw)
    except GongwenError:
        return None


@SETTINGS
@given(NOTICES)
def test_a_text_keeps_every_promise(raw: str) -> None:
    if notice := parsed(raw):
        assert broken_promises(notice) == []


@SETTINGS
@given(PAGES)
def test_a_page_keeps_every_promise(raw: str) -> None:
    if notice := parsed(raw):
        assert broken_promises(notice) == []


@SETTINGS
@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_but_a_coded_error(raw: bytes) -> None:
    if notice := parsed(raw):
        assert broken_promises(notice) == []


@SETTINGS
@given(NOTICES)
def test_the_same_source_gives_the_same_bytes(raw: str) -> None:
    first, second = parsed(raw), parsed(raw)
    assert (first and first.to_json()) == (second and second.to_json())


@SETTINGS
@given(NOTICES)
def test_json_reads_back_as_the_same_notice(raw: str) -> None:
    if notice := parsed(raw):
        again = gongwen.Notice.model_validate_json(notice.to_json())
        assert again == notice
        assert again.to_json() == notice.to_json()
        json.loads(notice.to_json())


def visible(text: str) -> str:
    """Without blanks and invisible characters: what a reader can see of a text."""
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf", "Cs"))


@SETTINGS
@given(NOTICES)
def test_no_visible_character_of_a_text_is_lost(raw: str) -> None:
    if notice := parsed(raw):
        if notice.source.media_type != "text/plain":
            return
        kept = sorted(
            visible(notice.text.replace("\ufffd", "")) + visible("".join(d.text for d in notice.dropped))
        )
        assert kept == sorted(visible(raw.replace("\ufffd", "")))


WRAPPED = (
    "关于做好水利工作的通知\n"
    + "各县区水利局要认真组织开展汛前检查\n" * 5
    + "— 1 —\n"
    + "并于月底前报送检查结果和整改台账\n" * 4
    + "到市局。\n"
)
DIVIDED = "关于做好水利工作的通知\n各单位：\n要严格按照有关规定使用专项\n－ 3 －\n资金，不得挪作他用。\n"


@pytest.mark.parametrize(("raw", "number"), [(WRAPPED, "— 1 —"), (DIVIDED, "－ 3 －")])
def test_a_page_number_that_leaves_the_text_is_named_as_dropped(raw: str, number: str) -> None:
    notice = gongwen.parse(raw)
    assert [(one.reason, one.text) for one in notice.dropped] == [("page_number", number)]
    assert number not in notice.text
    assert sorted(visible(notice.text + number)) == sorted(visible(raw))


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_evening_out_blanks_is_done_once(text: str) -> None:
    assert even(even(text)) == even(text)


EMPTY = st.sampled_from(
    ["《》", "《 》", "（）", "“”", "〔〕", "【】", "第章", "第条", "附件：", "〔2024〕号", "：", ""]
)
AROUND = st.sampled_from(
    [
        "关于转发{}的通知",
        "批转{}",
        "印发{}{}",
        "根据{}，",
        "（以下简称{}）",
        "{}第一条",
        "附件：{}",
        "联系人：{}",
        "{}：",
        "巡察{}党组",
    ]
)
SIGNS = st.text(
    "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟0123456789０５.,，", min_size=1, max_size=5
)
UNITS = st.sampled_from("元 角 分 万元 年 月 日 % 个百分点 平方米 美元 个 号 条".split())


@SETTINGS
@given(
    st.lists(st.tuples(AROUND, EMPTY).map(lambda one: one[0].replace("{}", one[1])), min_size=1, max_size=6)
)
def test_what_should_be_named_and_is_not_is_no_crash(lines: list[str]) -> None:
    if notice := parsed("\n".join(lines)):
        assert broken_promises(notice) == []


@SETTINGS
@given(st.lists(st.tuples(SIGNS, UNITS).map("".join), min_size=1, max_size=30).map("".join))
def test_numerals_and_units_in_any_order_are_no_crash(raw: str) -> None:
    if notice := parsed(f"共计{raw}。"):
        assert broken_promises(notice) == []
