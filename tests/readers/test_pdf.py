"""PDFs: lines become paragraphs, what stands on every page is left out, a picture is no text."""

import subprocess
import sys
import zlib
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib import pdfencrypt

import gongwen
from gongwen.errors import GongwenError
from gongwen.options import Options
from gongwen.readers.pdf.document import read_pdf
from gongwen.readers.pdf.lines import RADICALS

LONG = "各县区、各部门要高度重视，认真组织实施，切实加强组织领导，层层压实工作责任，确保检查工作取得实效。"


def lines(raw: bytes) -> list[str]:
    return [block.text for block in read_pdf(raw, Options())[0].blocks]


def code_of(raw: bytes) -> str:
    with pytest.raises(GongwenError) as caught:
        gongwen.parse(raw)
    return caught.value.code


def test_wrapped_lines_are_one_paragraph_and_indented_ones_are_not(pdf: Any) -> None:
    made = pdf()
    for _ in range(4):
        made.paragraph(LONG)
    assert lines(made.bytes()) == [LONG] * 4


def test_a_paragraph_goes_on_over_the_page(pdf: Any) -> None:
    made = pdf("江临市人民政府公报")
    for _ in range(24):
        made.paragraph(LONG)
    page, _ = read_pdf(made.bytes(), Options())
    assert [block.text for block in page.blocks] == [LONG] * 24
    assert {one.reason for one in page.dropped} == {"page_number", "running_head"}
    assert [one.text for one in page.dropped if one.reason == "page_number"] == ["— 1 —", "— 2 —", "— 3 —"]


def test_a_paragraph_that_ends_at_the_margin_does_not_swallow_the_next(pdf: Any) -> None:
    full = "一" * 53 + "。"
    made = pdf()
    for _ in range(3):
        made.paragraph(full)
        made.paragraph("二、有关要求")
    assert lines(made.bytes()) == [full, "二、有关要求"] * 3


def test_paragraphs_without_indent_end_at_a_stop(pdf: Any) -> None:
    made = pdf()
    for _ in range(4):
        made.line("各县区各部门要高度重视认真组织实施切实加强组织领导压实", made.LEFT)
        made.line("责任。", made.LEFT)
    assert lines(made.bytes()) == ["各县区各部门要高度重视认真组织实施切实加强组织领导压实责任。"] * 4


def test_centred_and_right_lines_are_told(pdf: Any) -> None:
    made = pdf()
    made.centred("关于开展检查的通知")
    for _ in range(3):
        made.paragraph(LONG)
    made.right("江临市商务局")
    page, _ = read_pdf(made.bytes(), Options())
    assert [block.align for block in page.blocks] == ["center", "", "", "", "right"]


def test_a_number_in_the_text_is_no_page_number(pdf: Any) -> None:
    made = pdf()
    made.paragraph(LONG)
    made.paragraph("2024")
    made.paragraph(LONG)
    assert lines(made.bytes()) == [LONG, "2024", LONG]


def test_pieces_on_one_baseline_are_one_line(pdf: Any) -> None:
    made = pdf()
    made.paragraph(LONG)
    made.canvas.drawString(79, 400, "联系人：")
    made.canvas.drawString(160, 400, "林小满")
    assert lines(made.bytes())[-1] == "联系人： 林小满"


def test_the_air_between_ideographs_and_digits_is_no_blank(pdf: Any) -> None:
    made = pdf()
    made.paragraph(LONG)
    for text, left in (("力争", 79), ("2024", 116), ("年底", 153), ("前", 230)):
        made.canvas.drawString(left, 400, text)
    assert lines(made.bytes())[-1] == "力争2024年底 前"


def test_radicals_that_a_font_maps_to_are_the_characters_that_are_printed() -> None:
    assert "⼯作⽅案".translate(RADICALS) == "工作方案"
    assert "一、工作①㎡".translate(RADICALS) == "一、工作①㎡"


def test_a_picture_has_no_text(pdf: Any) -> None:
    made = pdf()
    made.canvas.rect(100, 100, 300, 300, fill=1)
    assert code_of(made.bytes()) == "source_without_text"


def test_pages_with_nothing_but_numbers_have_no_text(pdf: Any) -> None:
    made = pdf()
    made.turn()
    made.turn()
    assert code_of(made.bytes()) == "source_without_text"


def test_a_password_is_named_as_such(pdf: Any) -> None:
    made = pdf(encrypt=pdfencrypt.StandardEncryption("geheim", canPrint=0))
    made.paragraph(LONG)
    assert code_of(made.bytes()) == "source_encrypted"


def test_a_pdf_that_opens_without_its_owners_password_is_read(pdf: Any) -> None:
    made = pdf(encrypt=pdfencrypt.StandardEncryption("", ownerPassword="amt", canCopy=0))
    made.paragraph(LONG)
    assert lines(made.bytes()) == [LONG]


@pytest.mark.parametrize("raw", [b"%PDF-1.7\n", b"%PDF-" + bytes(3000), b"%PDF-1.4\ntrailer<</Root 1 0 R>>"])
def test_what_only_begins_as_a_pdf_is_damaged(raw: bytes) -> None:
    assert code_of(raw) == "source_damaged"


def test_more_characters_than_a_source_may_have_are_too_many(pdf: Any) -> None:
    made = pdf()
    for _ in range(60):
        made.paragraph(LONG)
    raw = made.bytes()
    with pytest.raises(gongwen.SourceError) as caught:
        read_pdf(raw, Options(max_bytes=2000))
    assert caught.value.code == "source_too_large"


def of_forms(*forms: str, page: str = "/X6 Do", packed: bool = False) -> bytes:
    """A PDF whose page draws forms; the first of them is object 6, each names them all in its resources."""
    names = " ".join(f"/X{number} {number} 0 R" for number in range(6, 6 + len(forms)))
    resources = f"/Resources<</Font<</F 5 0 R>>/XObject<<{names}>>>>"
    made = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R{resources}>>".encode(),
    ]
    for number, content in enumerate((page, "", *forms), 4):
        if number == 5:
            made.append(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
            continue
        raw = zlib.compress(content.encode()) if packed else content.encode()
        said = f"/Subtype/Form/BBox[0 0 595 842]{resources}" if number > 5 else ""
        said += "/Filter/FlateDecode" if packed else ""
        made.append(f"<</Length {len(raw)}{said}>>\nstream\n".encode() + raw + b"\nendstream")
    objects = b"".join(b"%d 0 obj\n%b\nendobj\n" % one for one in enumerate(made, 1))
    return b"%PDF-1.7\n" + objects + b"trailer<</Size 99/Root 1 0 R>>\n%%EOF\n"


@pytest.mark.parametrize("place", ["/Resources 9 0 R", "/Resources<</XObject 10 0 R>>/Type/XObject"])
def test_resources_that_stand_elsewhere_are_followed(place: str) -> None:
    raw = of_forms("/Y Do /Y Do")
    head, opens, form = raw.partition(b"6 0 obj")
    form = form.replace(form[form.index(b"/Resources") : form.index(b"\nstream")], place.encode() + b">>", 1)
    more = b"9 0 obj\n<</XObject 10 0 R>>\nendobj\n10 0 obj\n<</Y 6 0 R>>\nendobj\n"
    assert code_of((head + opens + form).replace(b"trailer", more + b"trailer")) == "source_too_large"


SHOWN = "BT /F 12 Tf 72 700 Td (Notice) Tj ET "


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    "forms",
    [
        (SHOWN + "/X6 Do /X6 Do",),
        (SHOWN + "/X7 Do /X7 Do", "/X6 Do"),
        (*(f"/X{number} Do /X{number} Do" for number in range(7, 37)), SHOWN),
    ],
    ids=["itself", "each other", "a chain"],
)
def test_forms_that_unfold_without_end_are_refused(forms: tuple[str, ...], packed: bool) -> None:
    assert code_of(of_forms(*forms, packed=packed)) == "source_too_large"


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    "forms",
    [(SHOWN,), ("/X7 Do", SHOWN), ("/X7 Do /X7 Do", "/X8 Do /X8 Do", SHOWN), (SHOWN + "/X6 Do",)],
    ids=["one", "nested", "twice", "itself once"],
)
def test_forms_that_unfold_to_a_page_are_read(forms: tuple[str, ...], packed: bool) -> None:
    assert "Notice" in "".join(lines(of_forms(*forms, packed=packed)))


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused_with_a_code(
    data: st.DataObject, every_format: dict[str, bytes]
) -> None:
    raw = bytearray(every_format["pdf"])
    for _ in range(data.draw(st.integers(1, 8))):
        raw[data.draw(st.integers(5, len(raw) - 1))] = data.draw(st.integers(0, 255))
    with suppress(gongwen.SourceError):
        gongwen.parse(bytes(raw))


def test_without_pypdfium2_the_caller_is_told_what_to_install(
    every_format: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(gongwen.OptionError, match=r"gongwen\[pdf\]") as caught:
        gongwen.parse(every_format["pdf"])
    assert caught.value.code == "missing_extra"


WITHOUT_FONTS = """
import ctypes, sys
import gongwen
from pypdfium2 import raw

no_folder = (ctypes.POINTER(ctypes.c_char) * 1)()
raw.FPDF_DestroyLibrary()
raw.FPDF_InitLibraryWithConfig(raw.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=no_folder))
sys.stdout.buffer.write(gongwen.parse(sys.stdin.buffer.read()).text.encode())
"""
"""A machine without a Chinese font: PDFium finds no glyph for a font that is not embedded."""


def test_a_single_character_without_a_glyph_is_not_lost(pdf: Any) -> None:
    made = pdf()
    made.paragraph(LONG)
    for text, left in (("年底", 153), ("前", 230)):
        made.canvas.drawString(left, 400, text)
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT_FONTS], input=made.bytes(), capture_output=True, check=True
    )
    assert ran.stdout.decode() == f"{LONG}\n年底 前"


def test_pages_without_text_are_named(pdf: Any) -> None:
    made = pdf()
    made.paragraph(LONG)
    made.turn()
    made.canvas.rect(100, 100, 300, 300, fill=1)
    made.turn()
    made.paragraph(LONG)
    found = [one for one in gongwen.parse(made.bytes()).diagnostics if one.code == "pages_without_text"]
    assert [one.message for one in found] == ["no text of page 2: it is a picture, and was not read"]


def test_a_stream_that_unfolds_beyond_all_measure_is_refused_before_it_is_read(pdf: Any) -> None:
    content = zlib.compress(b"BT (x) Tj ET " * 2_000_000, 9)
    raw = b"%%PDF-1.7\n4 0 obj\n<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream\nendobj\n" % (
        len(content),
        content,
    )
    assert code_of(raw) == "source_too_large"
