"""HTML pages: what is hidden, damaged or written by a script is read or named, never lost in silence."""

import json
import time

import pytest

import gongwen

TITLE = "江临市商务局关于开展检查的通知"
BODY = (
    "<p>各县区商务局：</p><p>现将有关事项通知如下。</p><p>一、检查时间</p><p>请于6月30日前完成自查。</p>"
    "<p>二、检查要求</p><p>各单位要按照职责分工抓好落实，确保按期完成。</p>"
)
LAST = "确保按期完成。"


def page(body: str, head: str = "") -> gongwen.Notice:
    return gongwen.parse(
        f"<html><head><title>{TITLE}</title>{head}</head><body><h1>{TITLE}</h1>{body}</body></html>"
    )


def codes(notice: gongwen.Notice) -> set[str]:
    return {one.code for one in notice.diagnostics}


HIDDEN = (
    '<div id="js_content" style="visibility: hidden; opacity: 0;">{}</div>',
    "<div hidden>{}</div>",
    '<div style="display:none">{}</div>',
    '<div style="font-size:0">{}</div>',
    "<noscript>{}</noscript>",
    "<template>{}</template>",
    "<textarea>{}</textarea>",
)


@pytest.mark.parametrize("hidden", HIDDEN)
def test_a_document_that_the_page_hides_is_the_document(hidden: str) -> None:
    notice = page(hidden.format(BODY))
    assert LAST in notice.text
    assert "hidden_body" in codes(notice)


def test_the_second_half_of_a_document_is_part_of_it() -> None:
    half = BODY.index("<p>二、")
    notice = page(
        f'<div class="c">{BODY[:half]}<div class="more" style="display:none">{BODY[half:]}</div></div>'
    )
    assert [section.marker.text for section in notice.outline if section.marker] == ["一、", "二、"]


@pytest.mark.parametrize(
    "box",
    [
        "<div hidden>二维码已失效</div>",
        '<p style="display:none">请先登录，再打印本页。</p>',
        f"<div hidden>{BODY}</div>",
    ],
)
def test_a_small_hidden_box_and_a_copy_of_the_text_are_dropped_by_name(box: str) -> None:
    notice = page(f'<div class="c">{BODY}{box}</div>')
    assert notice.text.count(LAST) == 1
    assert {one.reason for one in notice.dropped} == {"hidden"}


STRINGS = (
    f"<script>var pages_content={json.dumps(BODY, ensure_ascii=False)};</script>",
    f"<script>var c='{BODY}';</script>",
    f"<script>var c={json.dumps(BODY)};</script>",
    '<script type="application/ld+json">{"articleBody": "各县区商务局：\\n现将有关事项通知如下。\\n各单位要按照职责分工抓好落实，'
    '做到有部署、有检查、有结果，确保按期完成。"}</script>',
    f'<iframe srcdoc="{BODY}"></iframe>',
)


@pytest.mark.parametrize("string", STRINGS)
def test_a_document_in_a_string_of_the_page_is_read(string: str) -> None:
    notice = page(f'<div id="app"></div>{string}')
    assert LAST in notice.text
    assert "hidden_body" in codes(notice)


@pytest.mark.parametrize(
    "held", ['<div id="app"></div>', '<img src="1.jpg">', '<iframe src="1.pdf"></iframe>']
)
def test_a_page_without_a_text_says_so(held: str) -> None:
    assert "no_body" in codes(page(held))


@pytest.mark.parametrize(
    "struck",
    [
        "<del>两次</del>",
        "<s>两次</s>",
        "<strike>两次</strike>",
        '<span style="text-decoration:line-through">两次</span>',
    ],
)
def test_what_is_struck_out_is_not_joined_to_what_replaces_it(struck: str) -> None:
    notice = page(f"{BODY}<p>检查{struck}三次以上。</p>")
    assert "检查三次以上。" in notice.text
    assert [(one.text, one.reason) for one in notice.dropped] == [("两次", "struck_out")]


def test_a_power_is_no_longer_number() -> None:
    notice = page(f"{BODY}<p>发电<b>10</b><sup>8</sup>千瓦时，占地500m<sup>2</sup>。</p>")
    assert "10⁸千瓦时，占地500m2。" in notice.text


def test_code_of_the_server_is_no_text() -> None:
    notice = gongwen.parse(
        f'<%@ page import="java.util.*" pageEncoding="UTF-8"%>\n<html><body><h1>{TITLE}</h1>{BODY}'
    )
    assert "<%" not in notice.text
    assert [one.reason for one in notice.dropped] == ["server_code"]


DAMAGED = (
    '<p align="center"">{}</p>',
    '<p style="font-family:"宋体";font-size:16px">{}</p>',
    '<p style="font-family:"宋体"">{}</p>',
    '<p class="a" "b" c>{}</p>',
    "<p =a>{}</p>",
    '<p title=">">{}</p>',
    "<p\u3000align=center>{}</p>",
    '<p\x0balign="center">{}</p>',
    "<p <b <c>{}</p>",
    '<a "><a "><p>{}</p>',
    "<xmp>{}</xmp>",
    "<plaintext>{}",
)


@pytest.mark.parametrize("damaged", DAMAGED)
def test_damaged_markup_costs_no_text(damaged: str) -> None:
    line = "三、加强领导。各单位要提高认识。"
    notice = page(f'<div id="zoom">{BODY}{damaged.format(line)}</div>')
    assert line in notice.text


@pytest.mark.parametrize("raw", ['<a "><a ">', "<xmp><p></t></a>", "<plaintext><script </t></r></d></div>"])
def test_no_markup_breaks_the_reader(raw: str) -> None:
    gongwen.parse(raw)


@pytest.mark.parametrize("attribute", ["a{}", 'a{}="x"', "<a{}", 'a{}=">"', 'a{}="><"'])
def test_time_does_not_grow_with_the_square_of_attributes(attribute: str) -> None:
    tag = " ".join(attribute.format(at) for at in range(50_000))
    began = time.process_time()
    notice = page(f"{BODY}<p {tag}>三、加强领导。</p>")
    assert time.process_time() - began < 5
    assert "三、加强领导。" in notice.text
