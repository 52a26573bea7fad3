"""Input that has broken programs, by name; each is made when it is asked for: `BAD["nested_tags"]()`."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from benchmarks.notices import CHARACTERS, rectification
from benchmarks.pages import page

MEGABYTE = 1_000_000
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NESTED = 100_000


def _truncated_gbk() -> bytes:
    """A GBK page that ends inside a character, as an interrupted download does."""
    whole = page(rectification(), "gbk")
    inside = next(n for n in range(len(whole) // 2, len(whole)) if whole[n] > 0x80 and whole[n - 1] < 0x80)
    return whole[: inside + 1]


def _huge() -> bytes:
    """A page of 50 MB: one notice over and over, which no real sequence of numbers explains."""
    line = rectification(CHARACTERS * 4)
    return page(line + "\n" + "\n".join([line] * (50 * MEGABYTE // len(page(line)))))


def _one_line() -> bytes:
    """5 MB without a line end."""
    sentence = "一是加强领导，投入资金20万元。".encode()
    return sentence * (5 * MEGABYTE // len(sentence))


BAD: dict[str, Callable[[], bytes | str]] = {
    "empty": lambda: b"",
    "blanks": lambda: " \n\u3000\xa0\r\n".encode() * 1000,
    "ole": lambda: OLE_MAGIC + bytes(4096) + "中共青岚市委".encode("utf-16-le"),
    "random_bytes": lambda: Random(1).randbytes(MEGABYTE),
    "truncated_gbk": _truncated_gbk,
    "nested_tags": lambda: b"<div>" * NESTED + "一、加强领导。".encode() + b"</div>" * NESTED,
    "unclosed_tags": lambda: b"<table><tr><td>" * NESTED + "一、加强领导。".encode(),
    "huge_page": _huge,
    "one_line": _one_line,
    "surrogates_bytes": lambda: (
        "关于开展检查的通知\n一、检查\ud800时间\udfff".encode("utf-8", "surrogatepass") * 500
    ),
    "surrogates_text": lambda: "关于开展检查的通知\n一、检查\ud800时间\udfff\n" * 500,
    "nuls": lambda: page(rectification()).replace(b"<p", b"\0<p\0"),
    "brackets": lambda: b"(" * 100_000,
    "open_titles": lambda: "《".encode() * 100_000,
    "markers": lambda: "一、".encode() * 10_000,
    "marker_lines": lambda: "一、\n".encode() * 10_000,
    "numerals": lambda: "一".encode() * 100_000,
    "digits": lambda: b"1" * 100_000,
    "dates": lambda: "1年1月1日至".encode() * 20_000,
}
"""Makers of bad input by name: 'surrogates_text' is a `str`, the others are bytes."""
