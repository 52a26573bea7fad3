"""Makers of Word files and PDFs, and one notice in every format."""

import io
import re
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

LEVELS = ("chineseCountingThousand %1、", "chineseCounting （%2）", "decimal %3.", "decimal （%4）")


class Part(NamedTuple):
    """A line of the notice: its kind, its text, and the number that is printed before it."""

    kind: str
    text: str
    number: str = ""
    level: int = -1


NOTICE = (
    Part("title", "江临市人民政府办公室关于开展安全生产检查的通知"),
    Part("recipient", "各县区人民政府，市直各部门："),
    Part("paragraph", "为进一步强化安全生产责任落实，坚决防范和遏制重特大事故，经市人民政府同意，现将有关事项通知如下。"),
    Part("item", "总体要求", "一、", 0),
    Part("paragraph", "坚持安全第一、预防为主、综合治理的方针，切实把安全生产责任落实到位，确保全市安全生产形势持续稳定，力争2024年事故起数下降5%以上。"),
    Part("item", "检查内容", "二、", 0),
    Part("item", "责任落实情况。主要检查各县区、各部门落实安全生产责任制情况，领导干部带队检查情况，以及隐患排查治理情况。", "（一）", 1),
    Part("item", "重点行业领域。主要检查危险化学品、建筑施工、道路交通、消防等重点行业领域安全管理情况。", "（二）", 1),
    Part("item", "危险化学品。严格落实危险化学品安全管理规定，全面排查整治各类隐患，2024年6月底前完成。", "1.", 2),
    Part("item", "建筑施工。加强施工现场管理，投入资金1.07亿元。", "2.", 2),
    Part("item", "督促整改情况。对照《江临市安全生产条例》逐项销号。", "（三）", 1),
    Part("item", "建立台账。各单位要逐条登记。", "1.", 2),
    Part("item", "有关要求", "三、", 0),
    Part("paragraph", "各县区、各部门要高度重视，认真组织实施，确保检查工作取得实效。"),
    Part("signature", "江临市人民政府办公室"),
    Part("signature", "2024年5月6日"),
)  # fmt: skip


# -------------------------------------------------------------------------------- Word


class Docx:
    """A Word file while it is made."""

    def __init__(self) -> None:
        self.document = Document()
        self._lists = self.document.part.numbering_part.element

    def xml(self, text: str) -> Any:
        return parse_xml(text.replace(">", f" {nsdecls('w')}>", 1))

    def numbering(
        self, list_id: int, levels: Iterable[str], overrides: str = "", shares: int | None = None
    ) -> None:
        """A list whose levels are `form text` each; `shares` is a list whose abstract list it has."""
        if shares is None:
            made = "".join(
                f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{level.split(" ", 1)[0]}"/>'
                f'<w:suff w:val="nothing"/><w:lvlText w:val="{level.split(" ", 1)[1]}"/></w:lvl>'
                for at, level in enumerate(levels)
            )
            self._lists.insert(
                0, self.xml(f'<w:abstractNum w:abstractNumId="{list_id}">{made}</w:abstractNum>')
            )
        self._lists.append(
            self.xml(
                f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{list_id if shares is None else shares}"/>{overrides}</w:num>'
            )
        )

    def paragraph(self, text: str, list_id: int = 0, level: int = 0, align: str = "") -> Any:
        made = self.document.add_paragraph(text)
        if list_id:
            number(made, list_id, level)
        if align:
            made.alignment = WD_ALIGN_PARAGRAPH[align.upper()]
        return made

    def bytes(self) -> bytes:
        stream = io.BytesIO()
        self.document.save(stream)
        return stream.getvalue()


def number(paragraph: Any, list_id: int, level: int) -> None:
    settings = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(settings))


def as_docx(parts: Iterable[Part]) -> bytes:
    """The notice with every number left to Word."""
    made = Docx()
    made.numbering(50, LEVELS)
    for part in parts:
        align = {"title": "center", "signature": "right"}.get(part.kind, "")
        made.paragraph(part.text, 50 if part.level >= 0 else 0, part.level, align)
    return made.bytes()


# -------------------------------------------------------------------------------- PDF


class Pdf:
    """A PDF as a word processor sets a notice (GB/T 9704-2012): 28 characters a line, page numbers at the foot."""

    WIDTH, HEIGHT, LEFT, SIZE, CHARACTERS, LEADING = 595, 842, 79, 16, 28, 29

    def __init__(self, head: str = "", **settings: Any) -> None:
        pdfmetrics.registerFont(
            UnicodeCIDFont("STSong-Light")
        )  # a font that every reader has; none is embedded
        self._stream = io.BytesIO()
        self.canvas = canvas.Canvas(self._stream, pagesize=(self.WIDTH, self.HEIGHT), invariant=1, **settings)
        self._head, self._page, self._y = head, 0, 0

    def turn(self) -> None:
        if self._page:
            self.canvas.showPage()
        self._page += 1
        self._y = self.HEIGHT - 105
        self.canvas.setFont("STSong-Light", 14)
        self.canvas.drawCentredString(self.WIDTH / 2, 40, f"— {self._page} —")
        if self._head:
            self.canvas.drawString(self.LEFT, self.HEIGHT - 50, self._head)

    def line(self, text: str, left: float, size: int = SIZE) -> None:
        if not self._page or self._y < 100:
            self.turn()
        self.canvas.setFont("STSong-Light", size)
        self.canvas.drawString(left, self._y, text)
        self._y -= self.LEADING

    def paragraph(self, text: str) -> None:
        """Set as word processors do: a run of digits is not parted, a stop may stand beyond the margin."""
        room, left, line = self.CHARACTERS - 2.0, self.LEFT + 2 * self.SIZE, ""
        for word in re.findall(r"[!-~]+|.", text):
            width = sum(0.5 if char.isascii() else 1 for char in word)
            if width > room and word not in "，。；：、）》":
                self.line(line, left)
                room, left, line = self.CHARACTERS, self.LEFT, ""
            line, room = line + word, room - width
        self.line(line, left)

    def centred(self, text: str, size: int = 22) -> None:
        for at in range(0, len(text), 18):
            piece = text[at : at + 18]
            self.line(piece, (self.WIDTH - size * len(piece)) / 2, size)

    def right(self, text: str) -> None:
        self.line(text, self.WIDTH - self.LEFT - self.SIZE * (len(text) + 4))

    def bytes(self) -> bytes:
        if not self._page:
            self.canvas.showPage()
        self.canvas.save()
        return self._stream.getvalue()


def as_pdf(parts: Iterable[Part], head: str = "") -> bytes:
    made = Pdf(head)
    for part in parts:
        text = part.number + part.text
        if part.kind == "title":
            made.centred(text)
        elif part.kind == "signature":
            made.right(text)
        elif part.kind == "recipient":
            made.line(text, made.LEFT)
        else:
            made.paragraph(text)
    return made.bytes()


# -------------------------------------------------------------------------------- every format


def as_text(parts: Iterable[Part]) -> bytes:
    return "\n".join(part.number + part.text for part in parts).encode()


def as_page(parts: Iterable[Part]) -> bytes:
    title, *rest = parts
    lines = "".join(f"<p>{part.number}{part.text}</p>\n" for part in rest)
    return (
        f'<html><head><meta charset="utf-8"><title>{title.text}</title></head><body><h1>{title.text}</h1>'
        f'<div class="TRS_Editor">{lines}</div></body></html>'
    ).encode()


def as_rich_text(parts: Iterable[Part]) -> bytes:
    """As a word processor on a Chinese system writes it: characters as UTF-16, code page 936 for readers without it."""
    lines = "".join(f"\\pard {escaped(part.number + part.text)}\\par\n" for part in parts)
    return (
        b"{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 FangSong;}}\n"
        + lines.encode()
        + b"}"
    )


def escaped(text: str) -> str:
    return "".join(
        char if char.isascii() else f"\\u{ord(char) - (ord(char) > 32767) * 65536}?" for char in text
    )


def as_ofd(parts: Iterable[Part]) -> bytes:
    """An OFD file (GB/T 33190) as a word processor writes it: 28 characters a line, each line a text object."""
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    objects, y, made = [], 45.0, 10
    for part in parts:
        text = part.number + part.text
        indent = 0.0 if part.kind in ("title", "signature", "recipient") else 2.0
        size = 7.0 if part.kind == "title" else 5.6
        step = 18 if part.kind == "title" else 28
        for line in broken(text, step, indent):
            left = 28.0 + indent * size
            if part.kind == "title":
                left = (210 - size * len(line)) / 2
            elif part.kind == "signature":
                left = 182 - size * (len(line) + 2)
            indent = 0.0
            deltas = " ".join(str(size / 2 if char.isascii() else size) for char in line[:-1])
            objects.append(
                f'<ofd:TextObject ID="{made}" Boundary="{left} {y - size} {size * len(line)} {size * 1.3}" Font="3" Size="{size}">'
                f'<ofd:TextCode X="0" Y="{size}" DeltaX="{deltas}">{line}</ofd:TextCode></ofd:TextObject>'
            )
            y, made = y + 9.0, made + 1
    content = f'<ofd:Page {space}><ofd:Content><ofd:Layer ID="2">{"".join(objects)}</ofd:Layer></ofd:Content></ofd:Page>'
    document = (
        f"<ofd:Document {space}><ofd:CommonData><ofd:MaxUnitID>{made}</ofd:MaxUnitID><ofd:PageArea>"
        "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>"
        '<ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>'
    )
    root = (
        f'<ofd:OFD {space} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("OFD.xml", root)
        archive.writestr("Doc_0/Document.xml", document)
        archive.writestr("Doc_0/Pages/Page_0/Content.xml", content)
    return stream.getvalue()


def broken(text: str, step: int, indent: float) -> list[str]:
    """The lines of a paragraph; no line begins with a stop, a run of digits is not parted."""
    lines, line, room = [], "", step - indent
    for word in re.findall(r"[!-~]+|.", text):
        width = sum(0.5 if char.isascii() else 1 for char in word)
        if width > room and word not in "，。；：、）》":
            lines.append(line)
            line, room = "", float(step)
        line, room = line + word, room - width
    return [*lines, line]


def as_old_word(parts: Iterable[Part]) -> bytes:
    """`as_docx(NOTICE)` as LibreOffice saves it for Word 97: a file, for nothing here can write one."""
    assert tuple(parts) == NOTICE
    return (FILES / "notice.doc").read_bytes()


FORMATS: dict[str, Callable[[Iterable[Part]], bytes]] = {
    "text": as_text,
    "html": as_page,
    "docx": as_docx,
    "doc": as_old_word,
    "rtf": as_rich_text,
    "pdf": as_pdf,
    "ofd": as_ofd,
}
FILES = Path(__file__).parent / "files"


@pytest.fixture
def docx() -> Docx:
    return Docx()


@pytest.fixture
def pdf() -> type[Pdf]:
    return Pdf


@pytest.fixture(scope="session")
def every_format() -> dict[str, bytes]:
    """One notice in every format."""
    return {name: make(NOTICE) for name, make in FORMATS.items()}
