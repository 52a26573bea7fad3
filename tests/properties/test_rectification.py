"""What holds for the record of any rectification notice, however its lines are broken, shuffled or cut."""

from hypothesis import given, settings
from hypothesis import strategies as st

import gongwen
from gongwen.contract.promises import broken_promises

HEAD = (
    "中共江临市水利局党组关于巡察整改进展情况的通报\n根据市委统一部署，2023年10月9日至12月8日，市委第二巡察组对市水利局党组进行了巡察。"
    "现将整改情况通报如下：\n"
)
LINES = st.sampled_from(
    "一、反馈问题整改落实情况|二、下一步工作打算|（一）关于责任落实不力方面问题|（二）在“选人用人”方面|1.针对学习不深入问题|2.针对“”问题|3针对对账不及时问题"
    "|4.财务管理不规范（已完成，长期坚持）|5.（已完成）|6.关于|7.在方面|整改完成情况：6月底前已整改到位。|整改完成情况：|整改时限：2月29日前|责任单位：办公室；整改时限：13月底前"
    "|一是健全制度。二是强化督学。|一是|（1）修订规则。|（1）|已完成整改，并长期坚持。|该问题已整改到位。|（基本完成）|针对档案管理不严格问题。修订制度4项。"
    "|反馈问题14个，已完成11个，正在整改2个，整改率90%。|主要有三方面问题：一是学习不深；二是执行不力。|问题|。|（|“|2024年7月5日|附件|。已完成。".split(
        "|"
    )
)
NOTICES = st.lists(
    st.one_of(LINES, st.text(alphabet="一1（）。、.：“”问题针对关于已完成整改年月底前 \t", max_size=12)),
    max_size=24,
)


@settings(max_examples=150, deadline=None)
@given(NOTICES)
def test_a_record_quotes_what_stands_in_its_issue(lines: list[str]) -> None:
    notice = gongwen.parse(HEAD + "\n".join(lines))
    assert broken_promises(notice) == []
    for record in (one for one in notice.records if one.type == "rectification"):
        assert [issue.id for issue in record.issues] == [
            f"issue-{n}" for n in range(1, len(record.issues) + 1)
        ]
        for issue in record.issues:
            start, end = issue.span
            assert issue.problem
            assert issue.problem in notice.text[start:end]
            assert issue.status is None or start <= issue.status.span[0] < issue.status.span[1] <= end
            for measure in issue.measures:
                assert start <= measure.span[0] < measure.span[1] <= end
                assert notice.text[slice(*measure.span)] == measure.text


@settings(max_examples=60, deadline=None)
@given(NOTICES)
def test_the_same_lines_give_the_same_record(lines: list[str]) -> None:
    text = HEAD + "\n".join(lines)
    assert gongwen.parse(text).to_json() == gongwen.parse(text).to_json()
