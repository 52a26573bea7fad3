"""Word files: what is text, what is not, and what no file may do to its reader."""

import io
import re
import sys
import tracemalloc
import zipfile
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gongwen
from gongwen.errors import GongwenError
from gongwen.options import Options
from gongwen.readers.docx.document import read_docx

W = nsdecls("w")


def lines(raw: bytes) -> list[str]:
    return [block.text for block in read_docx(raw, Options())[0].blocks]


def dropped(raw: bytes) -> list[tuple[str, str]]:
    return [(one.text, one.reason) for one in read_docx(raw, Options())[0].dropped]


def remade(raw: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The archive with one part changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, change(data) if entry.filename == name else data)
    return stream.getvalue()


def body(xml: str, docx: Any) -> bytes:
    """A file whose body is this XML."""
    made = f"<w:body {W}>{xml}</w:body>".encode()
    return remade(
        docx.bytes(),
        "word/document.xml",
        lambda old: re.sub(rb"(?s)<w:body>.*</w:body>", lambda _: made, old),
    )


# -------------------------------------------------------------------------------- text


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:r><w:t>江临</w:t></w:r><w:r><w:t>市</w:t></w:r>", ["江临市"]),
        ("<w:ins><w:r><w:t>新增</w:t></w:r></w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>", ["新增"]),
        ("<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>新</w:t></w:r></w:moveTo>", ["新"]),
        ("<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>", ["链接"]),
        ("<w:smartTag><w:r><w:t>江临市</w:t></w:r></w:smartTag>", ["江临市"]),
        ("<w:r><w:t>一行</w:t><w:br/><w:t>二行</w:t></w:r>", ["一行", "二行"]),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", ["甲\t乙"]),
        ("<w:r><w:t>0756</w:t><w:noBreakHyphen/><w:t>2137</w:t></w:r>", ["0756-2137"]),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGEREF x</w:instrText>'
            '<w:fldChar w:fldCharType="separate"/><w:t>3</w:t><w:fldChar w:fldCharType="end"/></w:r>',
            ["3"],
        ),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:t>显示</w:t></w:r>", ["显示"]),
        ("<w:sdt><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>", ["控件"]),
    ],
)  # fmt: skip
def test_what_a_paragraph_shows(xml: str, text: list[str], docx: Any) -> None:
    assert lines(body(f"<w:p>{xml}</w:p>", docx)) == text


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        ("<w:del><w:r><w:delText>删去</w:delText></w:r></w:del>", "deleted_revision"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>", "hidden"),
        ("<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>", "text_box"),
    ],
)  # fmt: skip
def test_what_is_left_out_has_a_reason(xml: str, reason: str, docx: Any) -> None:
    raw = body(f"<w:p><w:r><w:t>正文</w:t></w:r>{xml}</w:p>", docx)
    assert lines(raw) == ["正文"]
    assert [why for _, why in dropped(raw)] == [reason]


def test_a_text_box_that_is_said_twice_is_left_out_once(docx: Any) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    twice = f"<mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert dropped(body(f"<w:p><w:r>{twice}<w:t>正文</w:t></w:r></w:p>", docx)) == [("框内", "text_box")]


def test_heads_and_feet_of_pages_are_left_out_by_name(docx: Any) -> None:
    docx.paragraph("正文")
    docx.document.sections[0].header.paragraphs[0].text = "江临市人民政府公报"
    docx.document.sections[0].footer.paragraphs[0].text = "第1页"
    assert sorted(dropped(docx.bytes())) == [
        ("江临市人民政府公报", "running_head"),
        ("第1页", "running_head"),
    ]


def test_comments_and_footnotes_are_left_out_by_name(docx: Any) -> None:
    made = docx.paragraph("正文")
    docx.document.add_comment(made.runs[0], text="请核实", author="审核")
    note = f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>据统计年鉴</w:t></w:r></w:p></w:footnote></w:footnotes>'
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    raw = remade(
        docx.bytes(),
        "word/_rels/document.xml.rels",
        lambda old: old.replace(
            b"</Relationships>",
            b'<Relationship Id="n1" Type="' + kind + b'" Target="footnotes.xml"/></Relationships>',
        ),
    )
    stream = io.BytesIO(raw)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/footnotes.xml", note)
    assert lines(stream.getvalue()) == ["正文"]
    assert sorted(dropped(stream.getvalue())) == [("据统计年鉴", "footnote"), ("请核实", "comment")]


def test_a_deleted_item_is_not_counted(docx: Any) -> None:
    docx.numbering(60, ("decimal %1.",))
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="60"/></w:numPr>'
    gone = f"<w:p><w:pPr>{item}<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>"
    kept = "".join(f"<w:p><w:pPr>{item}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>{gone}" for text in "甲丙")
    assert lines(body(kept, docx)) == ["1.甲", "2.丙"]


def test_alignment_bold_and_headings_come_from_paragraph_and_style(docx: Any) -> None:
    docx.paragraph("题", align="center")
    docx.paragraph("署名", align="right")
    docx.document.add_heading("总则", level=2)
    docx.document.add_paragraph().add_run("重点").bold = True
    page, _ = read_docx(docx.bytes(), Options())
    assert [(block.text, block.align, block.bold, block.heading) for block in page.blocks] == [
        ("题", "center", False, 0),
        ("署名", "right", False, 0),
        ("总则", "", True, 2),
        ("重点", "", True, 0),
    ]


# -------------------------------------------------------------------------------- numbers


def test_a_style_numbers_its_paragraphs(docx: Any) -> None:
    docx.numbering(60, ("chineseCounting %1、", "chineseCounting （%2）"))
    for name, level in (("Heading 1", 0), ("Heading 2", 1)):
        settings = docx.document.styles[name].element.get_or_add_pPr()
        settings.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="60"/></w:numPr>'))
    for text, level in (("要求", 1), ("学习", 2), ("整改", 2), ("监督", 1)):
        docx.document.add_heading(text, level)
    assert lines(docx.bytes()) == ["一、要求", "（一）学习", "（二）整改", "二、监督"]


def test_list_nought_takes_the_number_of_a_style_away(docx: Any) -> None:
    docx.numbering(60, ("chineseCounting %1、",))
    settings = docx.document.styles["Heading 1"].element.get_or_add_pPr()
    settings.append(parse_xml(f'<w:numPr {W}><w:numId w:val="60"/></w:numPr>'))
    docx.document.add_heading("要求", 1)
    bare = docx.document.add_heading("附言", 1)
    bare._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {W}><w:numId w:val="0"/></w:numPr>'))
    assert lines(docx.bytes()) == ["一、要求", "附言"]


def test_an_empty_paragraph_of_a_list_is_counted_and_left_out_by_name(docx: Any) -> None:
    docx.numbering(60, ("decimal %1.",))
    for text in ("甲", "", "乙"):
        docx.paragraph(text, 60)
    assert lines(docx.bytes()) == ["1.甲", "3.乙"]
    assert ("2.", "empty_item") in dropped(docx.bytes())


def test_a_bullet_is_no_number(docx: Any) -> None:
    docx.numbering(60, ("bullet \uf0b7",))
    docx.paragraph("要点", 60)
    page, _ = read_docx(docx.bytes(), Options())
    assert [(block.text, block.synthetic) for block in page.blocks] == [("要点", 0)]


# -------------------------------------------------------------------------------- tables


def table(docx: Any, rows: list[list[str]]) -> Any:
    made = docx.document.add_table(rows=len(rows), cols=len(rows[0]))
    for line, row in zip(made.rows, rows, strict=True):
        for cell, text in zip(line.cells, row, strict=True):
            cell.text = text
    return made


ROWS = [["序号", "任务", "时限"], ["1", "建设市场", "6月底前"], ["2", "修订办法", "9月底前"]]


def test_a_table_is_read_row_by_row(docx: Any) -> None:
    table(docx, ROWS)
    page, _ = read_docx(docx.bytes(), Options())
    assert [(block.text, block.row, block.origin.path) for block in page.blocks] == [
        ("\t".join(row), True, f"body/tbl[1]/tr[{at}]") for at, row in enumerate(ROWS, 1)
    ]


def test_merged_cells_keep_their_places(docx: Any) -> None:
    made = table(docx, ROWS)
    made.cell(1, 0).merge(made.cell(2, 0)).text = "1"
    made.cell(0, 1).merge(made.cell(0, 2)).text = "任务和时限"
    assert lines(docx.bytes()) == ["序号\t任务和时限\t", "1\t建设市场\t6月底前", "\t修订办法\t9月底前"]


def test_a_column_that_word_numbers_shows_its_numbers(docx: Any) -> None:
    docx.numbering(60, ("decimal %1",))
    made = table(docx, [["序号", "任务"], ["", "建设市场"], ["", "修订办法"]])
    for row in (1, 2):
        cell = made.cell(row, 0).paragraphs[0]
        cell._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {W}><w:ilvl w:val="0"/><w:numId w:val="60"/></w:numPr>')
        )
    page, _ = read_docx(docx.bytes(), Options())
    assert [(block.text, block.synthetic) for block in page.blocks] == [
        ("序号\t任务", 0),
        ("1\t建设市场", 1),
        ("2\t修订办法", 1),
    ]


def test_a_table_that_only_places_text_gives_its_lines(docx: Any) -> None:
    table(docx, [["江临市人民政府文件"]])
    page, _ = read_docx(docx.bytes(), Options())
    assert [(block.text, block.row, block.origin.path) for block in page.blocks] == [
        ("江临市人民政府文件", False, "body/tbl[1]/tr[1]/tc[1]/p[1]")
    ]


# -------------------------------------------------------------------------------- hostile


def code_of(raw: bytes, options: Options | None = None) -> str:
    with pytest.raises(GongwenError) as caught:
        gongwen.parse(raw, options=options)
    return caught.value.code


def test_a_bomb_is_refused_before_it_is_unpacked(docx: Any) -> None:
    bomb = remade(docx.bytes(), "word/document.xml", lambda old: b" " * 100_000_000)
    assert len(bomb) < 500_000
    tracemalloc.start()
    try:
        assert code_of(bomb) == "source_too_large"
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "'
        + "&a;" * 50
        + '">'
        + "".join(
            f'<!ENTITY c{at} "{("&" + ("b" if at == 0 else f"c{at - 1}") + ";") * 50}">' for at in range(9)
        )
        + "]>",
        '<!DOCTYPE d [<!ENTITY c8 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/d.dtd">',
    ],
    ids=["billion laughs", "file", "network"],
)
def test_a_document_type_is_refused_and_no_entity_resolved(declared: str, docx: Any) -> None:
    def hostile(old: bytes) -> bytes:
        text = f"<w:p><w:r><w:t>{'&c8;' if 'c8' in declared else ''}</w:t></w:r></w:p>"
        return f'<?xml version="1.0"?>{declared}<w:document {W}><w:body>{text}</w:body></w:document>'.encode()

    tracemalloc.start()
    try:
        assert code_of(remade(docx.bytes(), "word/document.xml", hostile)) == "source_damaged"
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_endless_nesting_is_refused_or_read_but_never_a_crash(docx: Any) -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000
    assert code_of(body(deep, docx)) == "source_damaged"
    allowed = (
        "<w:tbl><w:tr><w:tc>" * 80 + "<w:p><w:r><w:t>底</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * 80
    )
    assert lines(body(allowed, docx)) == ["底"]


def test_wide_spans_do_not_fill_the_memory(docx: Any) -> None:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>'
    found = lines(body(f"<w:tbl><w:tr>{cell * 3}</w:tr><w:tr>{cell * 3}</w:tr></w:tbl>", docx))
    assert sum(map(len, found)) < 2000


def test_a_list_that_points_to_itself_ends(docx: Any) -> None:
    docx.paragraph("甲", 60)
    settings = docx.document.styles["Normal"].element.get_or_add_pPr()
    settings.append(parse_xml(f'<w:numPr {W}><w:numId w:val="60"/></w:numPr>'))
    loop = f'<w:abstractNum {W} w:abstractNumId="60"><w:numStyleLink w:val="Normal"/></w:abstractNum>'
    lists = docx.document.part.numbering_part.element
    lists.insert(0, parse_xml(loop))
    lists.append(parse_xml(f'<w:num {W} w:numId="60"><w:abstractNumId w:val="60"/></w:num>'))
    assert lines(docx.bytes()) == ["甲"]


def test_a_style_that_is_based_on_itself_ends(docx: Any) -> None:
    docx.document.add_heading("总则", 1)
    style = docx.document.styles["Heading 1"].element
    style.find(f"{{{style.nsmap['w']}}}basedOn").set(f"{{{style.nsmap['w']}}}val", "Heading1")
    assert lines(docx.bytes()) == ["总则"]


def test_a_part_that_is_missing_or_stands_elsewhere_does_no_harm(docx: Any) -> None:
    docx.paragraph("正文")
    rels = "word/_rels/document.xml.rels"
    raw = remade(docx.bytes(), rels, lambda old: old.replace(b'"styles.xml"', b'"../../../etc/passwd"'))
    assert lines(raw) == ["正文"]
    assert lines(remade(docx.bytes(), rels, lambda old: old.replace(b'"numbering.xml"', b'"NULL"'))) == [
        "正文"
    ]


def test_other_archives_are_named(docx: Any) -> None:
    def archive(name: str) -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as made:
            made.writestr(name, "x")
        return stream.getvalue()

    with pytest.raises(gongwen.SourceError, match="workbook"):
        gongwen.parse(archive("xl/workbook.xml"))
    with pytest.raises(gongwen.SourceError, match="OFD"):
        gongwen.parse(archive("OFD.xml"))
    assert code_of(archive("readme.txt")) == "source_binary"
    assert code_of(docx.bytes()[:2000]) == "source_damaged"


def test_a_password_is_named_as_such(docx: Any) -> None:
    ole = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    )
    assert code_of(ole) == "source_encrypted"
    assert code_of(ole[:600]) == "source_binary"


def test_a_file_without_text_says_so(docx: Any) -> None:
    assert [doubt.code for doubt in gongwen.parse(docx.bytes()).diagnostics if doubt.severity == "error"] == [
        "no_text"
    ]


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused_with_a_code(
    data: st.DataObject, every_format: dict[str, bytes]
) -> None:
    raw = bytearray(every_format["docx"])
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(4, len(raw) - 1))] = data.draw(st.integers(0, 255))
    with suppress(gongwen.SourceError):
        gongwen.parse(bytes(raw))


def test_without_lxml_the_caller_is_told_what_to_install(docx: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(gongwen.OptionError, match=r"gongwen\[docx\]") as caught:
        gongwen.parse(docx.bytes())
    assert caught.value.code == "missing_extra"


@pytest.mark.parametrize("setting", ["strike", "dstrike"])
def test_a_run_that_is_struck_out_is_left_out_by_name(setting: str, docx: Any) -> None:
    struck = f"<w:r><w:rPr><w:{setting}/></w:rPr><w:t>30万元</w:t></w:r>"
    raw = body(f"<w:p><w:r><w:t>补助</w:t></w:r>{struck}<w:r><w:t>50万元</w:t></w:r></w:p>", docx)
    assert lines(raw) == ["补助50万元"]
    assert dropped(raw) == [("30万元", "struck_out")]


@pytest.mark.parametrize("before", [-1, -9, 0, 2, 10**9])
def test_columns_left_free_before_a_row_cost_no_cell(before: int, docx: Any) -> None:
    row = (
        f'<w:tr><w:trPr><w:gridBefore w:val="{before}"/></w:trPr>'
        "<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr>"
    )
    text = "".join(lines(body(f"<w:tbl>{row * 3}</w:tbl>", docx)))
    assert (text.count("甲"), text.count("乙")) == (3, 3)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_damage_to_the_directory_of_the_archive_ends_in_a_code(
    data: st.DataObject, every_format: dict[str, bytes]
) -> None:
    raw = bytearray(every_format["docx"])
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(len(raw) - 600, len(raw) - 1))] = data.draw(st.integers(0, 255))
    with suppress(gongwen.SourceError):
        gongwen.parse(bytes(raw))
