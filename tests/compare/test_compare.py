"""What holds for any two notices."""

import json
import subprocess
import sys
from itertools import combinations, pairwise
from pathlib import Path

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mirrors import faces, mirrored
from sampled import ROOT, SAMPLES, sample

import gongwen
from gongwen.comparison.units import units_of
from gongwen.errors import ContractError, GongwenError
from gongwen.stored import COMPARISON

NAMES = [path.name for path in SAMPLES]
TWO = ("rectification-2019.txt", "rectification-2022.html")
NEIGHBOURS = list(pairwise(NAMES))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_changed_between_a_notice_and_itself(name: str) -> None:
    same = gongwen.compare(sample(name), sample(name))
    assert same.changed == []
    assert same.summary["unchanged"] == len(same.pairs)
    assert [doubt.code for doubt in same.diagnostics] == ["same_source"]
    assert all(edit.op == "equal" for pair in same.pairs for edit in pair.wording)


@pytest.mark.parametrize(("old", "new"), [TWO, *NEIGHBOURS])
def test_the_other_way_round_is_the_mirror(old: str, new: str) -> None:
    there = gongwen.compare(sample(old), sample(new))
    back = gongwen.compare(sample(new), sample(old))
    assert mirrored(back) == faces(there)


@pytest.mark.parametrize(("old", "new"), [TWO, *NEIGHBOURS])
def test_every_unit_is_in_one_pair(old: str, new: str) -> None:
    comparison = gongwen.compare(sample(old), sample(new))
    for side, name in (("left", old), ("right", new)):
        said = sorted(unit for pair in comparison.pairs for unit in getattr(pair, side))
        assert said == sorted(unit.id for unit in units_of(sample(name)))


@pytest.mark.parametrize(("old", "new"), [TWO, *NEIGHBOURS])
def test_the_wording_is_the_whole_text_of_both_sides(old: str, new: str) -> None:
    comparison = gongwen.compare(sample(old), sample(new))
    for side, name in (("left", old), ("right", new)):
        text = sample(name).text
        own = {unit.id: [text[start:end] for start, end in unit.pieces] for unit in units_of(sample(name))}
        for pair in comparison.pairs:
            spans = [span for edit in pair.wording if (span := getattr(edit, side))]
            assert spans == sorted(spans)
            want = "".join(piece for unit in getattr(pair, side) for piece in own[unit])
            assert "".join("".join(text[slice(*span)] for span in spans).split()) == "".join(want.split())


@pytest.mark.parametrize(("old", "new"), [TWO, *NEIGHBOURS])
def test_no_number_and_no_title_is_cut(old: str, new: str) -> None:
    comparison = gongwen.compare(sample(old), sample(new))
    for side, name in (("left", old), ("right", new)):
        whole = [m.span for m in sample(name).mentions if m.kind not in ("organization", "contact")]
        ends = {
            end for pair in comparison.pairs for edit in pair.wording for end in getattr(edit, side) or ()
        }
        assert not [(end, span) for end in ends for span in whole if span[0] < end < span[1]]


@pytest.mark.parametrize(("old", "new"), [TWO, *NEIGHBOURS])
def test_equal_words_are_equal(old: str, new: str) -> None:
    left, right = sample(old), sample(new)
    for pair in gongwen.compare(left, right).pairs:
        for edit in pair.wording:
            assert (edit.left is None) == (edit.op == "insert")
            assert (edit.right is None) == (edit.op == "delete")
        for figure in pair.figures:
            for value, notice in ((figure.left, left), (figure.right, right)):
                assert value is None or notice.text[slice(*value.span)] == value.text


def test_the_result_follows_the_published_schema() -> None:
    schema = json.loads((ROOT / "schemas/gongwen.comparison-1.schema.json").read_text(encoding="utf-8"))
    assert schema == gongwen.schema(COMPARISON)
    made = gongwen.compare(sample(TWO[0]), sample(TWO[1])).to_json()
    assert [
        error.message for error in jsonschema_rs.Draft202012Validator(schema).iter_errors(json.loads(made))
    ] == []
    assert gongwen.Comparison.model_validate_json(made).to_json() == made


def test_the_same_notices_give_the_same_bytes_in_any_process() -> None:
    code = (
        "import sys, gongwen, hashlib\n"
        "made = gongwen.compare(*map(gongwen.read, sys.argv[1:])).to_json()\n"
        "print(hashlib.sha256(made.encode()).hexdigest())"
    )
    sources = [str(ROOT / "samples" / name) for name in TWO]
    printed = {
        subprocess.run(
            [sys.executable, "-c", code, *sources],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(printed) == 1


def test_comparing_loads_the_dictionary_for_words_alone() -> None:
    code = (
        "import sys, gongwen\n"
        "one = gongwen.parse('关于工作情况的报告\\n一、抓好项目建设。\\n二、守牢安全底线。')\n"
        "gongwen.compare(one, one)\n"
        "print('jieba' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


# ---------------------------------------------------------------------------------- what can't be compared


def test_nothing_in_common_is_said() -> None:
    one = gongwen.parse("关于推进养老服务的通知\n一、扩建社区食堂。\n二、培训护理人员。")
    other = gongwen.parse("关于冬季供暖的通知\n一、储备燃煤。\n二、检修管网。")
    comparison = gongwen.compare(one, other)
    assert "nothing_in_common" in [doubt.code for doubt in comparison.diagnostics]
    assert {change for pair in comparison.pairs for change in pair.changes} == {"added", "removed"}


def test_two_kinds_are_said() -> None:
    comparison = gongwen.compare(sample("regulation.txt"), sample("work-report-2025.txt"))
    assert "different_kinds" in [doubt.code for doubt in comparison.diagnostics]


def test_a_notice_without_sections_is_said() -> None:
    bare = gongwen.parse("关于冬季供暖的通知").model_copy(update={"outline": []})
    comparison = gongwen.compare(bare, sample("opinion.html"))
    assert [doubt.code for doubt in comparison.diagnostics if doubt.severity == "warning"][
        -1
    ] == "nothing_to_compare"
    assert {change for pair in comparison.pairs for change in pair.changes} == {"added"}
    assert gongwen.compare(bare, bare.model_copy(update={"id": "0" * 16})).pairs == []


def test_anything_else_is_refused() -> None:
    with pytest.raises(ContractError) as refused:
        gongwen.compare("2019.txt", sample("opinion.html"))
    assert refused.value.code == "not_a_notice"


def test_another_version_is_refused(tmp_path: Path) -> None:
    newer = sample("opinion.html").model_copy(update={"format": "gongwen.notice/2"})
    with pytest.raises(ContractError) as refused:
        gongwen.compare(sample("opinion.html"), newer)
    assert refused.value.code == "other_version"
    (tmp_path / "newer.json").write_text(newer.to_json(), encoding="utf-8")
    with pytest.raises(ContractError) as refused:
        gongwen.load(tmp_path / "newer.json")
    assert refused.value.code == "other_version"
    assert "gongwen.notice/2" in str(refused.value)


# ---------------------------------------------------------------------------------- any text

LINES = st.sampled_from(
    "一、总体要求 二、主要任务 （一）加强领导。各单位要落实责任。 （二）强化保障。 1.针对学习不深入问题 整改完成情况：已完成。 2.针对管理不规范问题 "
    "一是健全制度。 二是开展培训8次。 追缴资金3.5万元。 第一条 第二条 《工作规则》 附件 提高政治站位".split()
)
NOTICES = st.lists(LINES | st.text(max_size=8), min_size=1, max_size=25).map("\n".join)


def parsed(text: str) -> gongwen.Notice | None:
    try:
        return gongwen.parse(text)
    except GongwenError:
        return None


@settings(max_examples=120, deadline=None)
@given(NOTICES, NOTICES)
def test_any_two_texts_are_compared_alike_from_both_sides(one: str, other: str) -> None:
    old, new = parsed(one), parsed(other)
    if old and new:
        assert mirrored(gongwen.compare(new, old)) == faces(gongwen.compare(old, new))
        assert gongwen.compare(old, old).changed == []


def test_a_long_list_of_the_same_is_compared_in_time() -> None:
    line = "开展专项检查，整改问题8个。"
    old = gongwen.parse("关于工作情况的报告\n" + "\n".join(f"{n}.{line}" for n in range(1, 400)))
    new = gongwen.parse("关于工作情况的报告\n" + "\n".join(f"{n}.{line}" for n in range(1, 420)))
    summary = gongwen.compare(old, new).summary
    assert summary["unchanged"] >= 390
    assert summary["removed"] == 0


@pytest.mark.parametrize(("one", "other"), list(combinations(NAMES, 2))[::7])
def test_notices_about_other_matters_stay_apart(one: str, other: str) -> None:
    """Boilerplate makes no pairs: of unrelated samples few sections meet."""
    if one.startswith("rectification") and other.startswith("rectification"):
        return
    comparison = gongwen.compare(sample(one), sample(other))
    met = [pair for pair in comparison.pairs if pair.left and pair.right and pair.kind != "section"]
    assert len(met) <= 0.1 * len(comparison.pairs)
