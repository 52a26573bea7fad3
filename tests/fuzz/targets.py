"""What is fuzzed: each target makes a source of a fuzzer's bytes, reads it, and holds the promises of what comes out.

A target raises where gongwen does: any exception but a `GongwenError` is a defect, and so is a broken promise.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from choices import Choices

import gongwen
from gongwen.batch import Choice, Sources
from gongwen.contract.promises import broken_promises
from gongwen.errors import GongwenError
from gongwen.options import Options
from gongwen.stored import load, load_lines

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
WORDS = [
    *(
    "一、 （二） 3. 4、 （5） ⑥ 第一章 第二条 一是 首先， 附件： 附件1 目录 关于 通知 关于转发 《 》 《》 〈 （ ） “ ” 【 】 〔2024〕 国发〔2018〕42号 江临市 "
    "商务局 人民政府 中共 党组 巡察 整改情况 整改情况： 责任单位： 已完成 长期坚持 正在推进 2024年6月3日 二〇二四年 6月底前 至 1.5 亿元 元 角 分 佰 % 个百分点 增长 不低于 "
    "联系人：张某 电话： 0756-2137332 a@b.cn 各区： 特此通知。 来源：本网 （此件公开发布） （以下简称甲） 甲 乙丙 。 ， ； ： 、 … — 政府工作报告 反馈问题 3个 ☑ é \u200b \ue000"
).split(),
    "\n", "\n\n", " ", "　", "\t",
]  # fmt: skip
TAGS = (
    "p br div table tr td th tbody thead ul ol li b strong i u s del ins a span font h1 h2 h3 h9 script style title meta img input select option textarea xmp plaintext "
    "noscript iframe svg math template pre code blockquote center hr form button frameset body html head base link ruby rt sup sub caption o:p article nav footer".split()
)
ATTRIBUTES = "class id style align href src hidden colspan rowspan start type value content name charset lang title width".split()
VALUES = '"" "x" \'y\' z "x""y" "a:"b";" "display:none" "font-size:22px;text-align:center" "9999999" "-1" "0" ">" "<" "&quot;" "zoom" "TRS_Editor" "ArticleTitle" "a.doc" "text/html;charset=gbk"'.split()
PARTS = "word/document.xml word/numbering.xml word/styles.xml word/footnotes.xml word/_rels/document.xml.rels [Content_Types].xml _rels/.rels".split()
MARKS = (
    "p r t tbl tr tc pPr rPr numPr ilvl numId gridSpan gridBefore vMerge tab br sym ins del sdt sdtContent hyperlink fldChar instrText footnoteReference jc outlineLvl pStyle txbxContent "
    "drawing pict num abstractNum lvl start numFmt lvlText lvlRestart abstractNumId style basedOn name footnote vanish".split()
)
MARK_VALUES = (
    "0 1 -1 9 99999999999 %1、 chineseCounting decimal begin end separate continue restart center x".split()
)
OBJECTS = (
    "0 1 -1 99999 4294967296 /Type /Page /Pages /Kids /Count /Contents /Resources /XObject /Form /Font /Length /Filter /FlateDecode /ToUnicode /Subtype << >> [ ] ( ) "
    "1 0 R| 2 0 R| 5 0 R| stream endstream obj endobj xref trailer BT ET Tj Tm Td Do q Q".replace(
        "|", ""
    ).split()
)


def read(raw: bytes, options: Options | None = None) -> None:
    """Parse, and hold what comes out to its promises."""
    with suppress(GongwenError):
        notice = gongwen.parse(raw, "fuzz", options)
        assert broken_promises(notice) == []


def of_bytes(data: bytes) -> None:
    """Any bytes, as whatever they look like."""
    read(data)


def of_html(data: bytes) -> None:
    """Tags, attributes and words in any order, well formed or not."""
    choices = Choices(data)
    made = ["<html>"]
    while choices:
        match choices.number(7):
            case 0 | 1 | 2:
                made.append(choices.of(WORDS))
            case 3 | 4:
                attributes = [
                    choices.of(["", " "]) + choices.of(ATTRIBUTES) + "=" + choices.of(VALUES)
                    for _ in range(choices.number(3))
                ]
                made.append(
                    f"<{choices.of(TAGS)} {' '.join(attributes)}{choices.of(['>', '>', '>', '/>', ''])}"
                )
            case 5 | 6:
                made.append(f"</{choices.of(TAGS)}>")
            case _:
                made.append(
                    choices.of(
                        [
                            "<!--",
                            "-->",
                            "<![CDATA[",
                            "]]>",
                            "<",
                            ">",
                            '"',
                            "'",
                            "&",
                            "&#",
                            "&#x1F600;",
                            "\0",
                            "<a ",
                            "</",
                        ]
                    )
                )
    read("".join(made).encode())


def of_notice(data: bytes) -> None:
    """The words and signs of notices in any order."""
    choices = Choices(data)
    made = []
    while choices:
        made += [choices.of(WORDS)] * (choices.number(3) + 1 if choices.number(9) == 0 else 1)
    read("".join(made).encode(), Options(media_type="text/plain"))


def of_docx(data: bytes) -> None:
    """A Word file whose parts are made of its own elements, in any order."""
    choices = Choices(data)
    name = choices.of(PARTS)
    made: list[str] = []
    opened: list[str] = []
    while choices and len(made) < 2000:
        match choices.number(4):
            case 0 | 1:
                mark = choices.of(MARKS)
                made.append(
                    f'<w:{mark} w:{choices.of(["val", "ilvl", "id", "fldCharType", "numId"])}="{choices.of(MARK_VALUES)}">'
                )
                opened.append(mark)
            case 2 if opened:
                made.append(f"</w:{opened.pop()}>")
            case 3:
                made.append(f"<w:t>{choices.of(WORDS).strip()}</w:t>")
            case _:
                made.append(f"<w:p><w:r><w:t>{choices.of(WORDS).strip()}</w:t></w:r></w:p>")
    body = "".join(made) + "".join(f"</w:{mark}>" for mark in reversed(opened))
    inside = {**word_parts(), name: f"<w:x {NAMESPACE}>{body}</w:x>".encode()}
    if name == PARTS[0]:
        inside[name] = f"<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>".encode()
    read(packed(inside))


def of_damaged_docx(data: bytes) -> None:
    """The bytes of a Word file, some of them others."""
    read(damaged(packed(word_parts()), data))


def of_pdf(data: bytes) -> None:
    """A small PDF with some of its objects' words replaced."""
    choices = Choices(data)
    words = re.split(rb"( |\n)", PDF)
    for _ in range(choices.number(12)):
        words[choices.number(len(words) - 1)] = choices.of(OBJECTS).encode()
    read(b"".join(words), Options(ocr="never"))


def of_archives(data: bytes) -> None:
    """A zip, tar, WARC or table of rows, damaged, as a batch reads it."""
    choices = Choices(data)
    ending = choices.of(sorted(archives()))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{ending}")
        path.write_bytes(damaged(archives()[ending], choices.rest()))
        for item in Sources([str(path)], Choice(max_bytes=1 << 20)):
            assert item.trouble is not None or item.raw is not None or item.path is not None


def of_stored(data: bytes) -> None:
    """A stored notice with some of its values replaced, and its bytes damaged."""
    choices = Choices(data)
    stored = json.loads(stored_notice())
    for _ in range(choices.number(4)):
        _replace(stored, choices)
    raw = json.dumps(stored).encode()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.json")
        path.write_bytes(raw if choices.number(3) else damaged(raw, choices.rest()))
        with suppress(GongwenError):
            load(path)
        lines = Path(folder, "a.jsonl.gz")
        lines.write_bytes(damaged(gzip.compress(raw + b"\n" + raw, mtime=0), choices.rest()))
        with suppress(GongwenError):
            list(load_lines(lines))


TARGETS: dict[str, Callable[[bytes], None]] = {
    "bytes": of_bytes,
    "html": of_html,
    "notice": of_notice,
    "docx": of_docx,
    "damaged_docx": of_damaged_docx,
    "pdf": of_pdf,
    "archives": of_archives,
    "stored": of_stored,
}
NAMESPACE = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def seeds(target: str) -> list[bytes]:
    """Where a fuzzer begins: the samples for what reads pages, some bytes for what builds its source."""
    if target == "bytes":
        return [path.read_bytes() for path in sorted(SAMPLES.iterdir())]
    return [bytes(range(256)), bytes(64), b"\x05\x03" * 40]


def damaged(raw: bytes, data: bytes) -> bytes:
    """Some bytes replaced, and the end cut off."""
    choices = Choices(data)
    made = bytearray(raw)
    for _ in range(choices.number(8)):
        made[choices.number(len(made) - 1)] = choices.number(255)
    return bytes(made[: len(made) - choices.number(len(made)) // 4])


def packed(members: dict[str, bytes]) -> bytes:
    """A zip, without times."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(zipfile.ZipInfo(name), raw)
    return made.getvalue()


@cache
def word_parts() -> dict[str, bytes]:
    """The parts of a Word file with a list, a table and a style."""
    from docx import Document

    document = Document()
    document.add_heading("关于开展检查的通知", 0)
    document.add_paragraph("检查时间", style="List Number")
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "问题"
    made = io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as archive:
        return {
            name: archive.read(name)
            for name in archive.namelist()
            if "theme" not in name and "thumb" not in name
        }


PDF = b"""%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [ 3 0 R ] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >> endobj
4 0 obj << /Length 58 >> stream
BT /F 12 Tf 72 700 Td ( 1. Notice ) Tj ET q /X Do Q
endstream endobj
5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
6 0 obj << /Type /XObject /Subtype /Form /BBox [ 0 0 9 9 ] /Length 30 /Resources << /Font << /F 5 0 R >> >> >> stream
BT /F 9 Tf 9 9 Td ( a ) Tj ET
endstream endobj
trailer << /Root 1 0 R /Size 7 >>
%%EOF
"""


@cache
def archives() -> dict[str, bytes]:
    """An archive of each kind, with two notices."""
    texts = {f"{number}.txt": f"关于{number}的通知\n一、甲".encode() for number in range(2)}
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as archive:
        for name, raw in texts.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(raw)
            archive.addfile(entry, io.BytesIO(raw))
    page = b"<p>" + texts["0.txt"]
    warc = b"".join(
        b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://a/%d\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n"
        % (number, len(page), page)
        for number in range(2)
    )
    rows = b"".join(json.dumps({"text": raw.decode(), "n": 1}).encode() + b"\n" for raw in texts.values())
    table = "text,n\n一、甲,1\n".encode()
    return {
        ".zip": packed(texts),
        ".tar": tar.getvalue(),
        ".tar.gz": gzip.compress(tar.getvalue(), mtime=0),
        ".warc": warc,
        ".warc.gz": gzip.compress(warc, mtime=0),
        ".jsonl": rows,
        ".jsonl.gz": gzip.compress(rows, mtime=0),
        ".csv": table,
        ".csv.gz": gzip.compress(table, mtime=0),
    }


@cache
def stored_notice() -> str:
    """A notice with something in most of its keys."""
    return gongwen.read(SAMPLES / "rectification-2022.html").to_json()


OTHER_VALUES: tuple[Any, ...] = (None, -1, 10**9, 0.5, "", "甲", [], {}, [0, 10**9], "9999-99-99", True)


def _replace(stored: Any, choices: Choices) -> None:
    """Another value at one place of a document."""
    while True:
        keys = list(stored) if isinstance(stored, dict) else list(range(len(stored)))
        if not keys:
            return
        key = choices.of(keys)
        if not isinstance(stored[key], dict | list) or choices.number(4) == 0:
            stored[key] = choices.of(OTHER_VALUES)
            return
        stored = stored[key]
