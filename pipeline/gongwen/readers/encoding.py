"""Bytes to text: what a page declares is checked against its bytes.

charset=gb2312 and valid UTF-8      utf-8, and a diagnostic: templates are copied from site to site
charset=gb2312                      gb18030, as browsers read it
nothing declared                    utf-8 where the bytes are valid, else gb18030 or big5, whichever is likelier
"""

from __future__ import annotations

import codecs
import re

from gongwen.errors import OptionError
from gongwen.model import Diagnostic

BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(
    rb"<\?xml[^>]{0,80}encoding\s*=\s*[\"']([\w.:-]+)|<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)",
    re.IGNORECASE,
)
LOOKED_AT = 16384
"""How many bytes are searched for a declaration; some templates put a long comment before it."""
ALIASES = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "gb18030": "gb18030", "cp936": "gb18030",
    "hz-gb-2312": "hz", "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "utf8": "utf-8", "utf-8": "utf-8", "unicode": "utf-8",
    "utf-16": "utf-16-le", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be", "iso-8859-1": "utf-8", "ascii": "utf-8", "us-ascii": "utf-8",
}  # fmt: skip
"""A label as browsers read it (WHATWG Encoding Standard); a Chinese page that declares Latin-1 declares nothing."""
JUDGED = 8000
"""How many characters are used to judge a reading; no encoding here takes more than four bytes for one."""
NAMES = {"big5hkscs": "big5", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}
COMMON = frozenset("的一是在和有中国人大工作关于政府市县区部门年月日会委发展情况通知各单位及")


ASCII = re.compile(r"[\x00-\x7f]+")
CHINESE = re.compile("[\u2e80-\U0003ffff]")
"""A few GBK bytes may be valid UTF-8 by chance (通知, 联通), but not of Chinese characters."""


def decode(raw: bytes, declared: str | None = None) -> tuple[str, str, list[Diagnostic]]:
    """The text of a source, its encoding, and diagnostics.

    `declared` is the caller's word and is taken. Raises `OptionError` (`unknown_encoding`) where it names none.
    """
    if declared is not None:
        return _as_declared(raw, declared)
    for bom, encoding in BOMS:
        if raw.startswith(bom):
            return _read(raw[len(bom) :], encoding)
    if unmarked := _utf16(raw):
        return _read(raw, unmarked)
    said = declared_encoding(raw)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _other_than_utf8(raw, said, error)
    found = []
    if said not in (None, "utf-8") and not raw.isascii():
        if not CHINESE.search(text) and (chance := _strictly(raw, said)):
            return chance, NAMES.get(said, said), []
        found.append(Diagnostic("encoding_contradicts_declaration", f"the page says {said} and is utf-8"))
    return text, "utf-8", found


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def declared_encoding(raw: bytes) -> str | None:
    """The codec named by a page's meta tag or XML declaration, `None` if there is none or it is unknown."""
    found = DECLARED.search(raw, 0, LOOKED_AT)
    return ALIASES.get((found[1] or found[2]).decode("ascii", "replace").lower()) if found else None


def _as_declared(raw: bytes, declared: str) -> tuple[str, str, list[Diagnostic]]:
    encoding = ALIASES.get(declared.lower(), declared.lower())
    for bom, _ in BOMS:
        raw = raw.removeprefix(bom)
    try:
        return _read(raw, encoding)
    except (
        LookupError,
        ValueError,
    ) as error:  # there is no such codec, or it is not for text: hex, idna
        raise OptionError(
            "unknown_encoding", f"{declared!r} is no encoding of texts that is known"
        ) from error


def _utf16(raw: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of its markup or line ends is a NUL."""
    sample = raw[:2000]
    if sample.count(0) * 10 < len(sample):
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 8 < len(sample) or min(even, odd) * 4 > max(even, odd):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _read(raw: bytes, encoding: str) -> tuple[str, str, list[Diagnostic]]:
    name = NAMES.get(encoding, encoding)
    text = raw.decode(encoding, "replace")
    if "\ufffd" not in text or "\ufffd".encode("utf-8") in raw:
        return text, name, []
    lost = text.count("\ufffd")
    return text, name, [Diagnostic("undecodable_bytes", f"{lost} places are no {name} and stand as U+FFFD")]


def _other_than_utf8(
    raw: bytes, said: str | None, error: UnicodeDecodeError
) -> tuple[str, str, list[Diagnostic]]:
    if said and said != "utf-8" and (text := _strictly(raw, said)):
        return text, NAMES.get(said, said), []
    if said in (None, "utf-8") and _mostly_utf8(raw, error):
        return _read(raw, "utf-8")
    candidates = [said] if said and said != "utf-8" else []
    candidates += [name for name in ("gb18030", "big5hkscs", "utf-8") if name not in candidates]
    head = raw[: 4 * JUDGED]
    readings = [(name, head.decode(name, "replace")) for name in candidates]
    best = max(readings, key=lambda reading: _likeliness(reading[1]) + (0.05 if reading[0] == said else 0))[0]
    text, name, found = _read(raw, best)
    if said is not None and best != said:
        found = [
            *found,
            Diagnostic("encoding_contradicts_declaration", f"the page says {said} and is {name}"),
        ]
    return text, name, found


def _mostly_utf8(raw: bytes, error: UnicodeDecodeError) -> bool:
    """A page in UTF-8 that was truncated, or has a few damaged bytes."""
    if error.start >= len(raw) - 4:
        return True
    text = raw.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    sample = text[:20000]
    return lost < 200 and lost * 20 < len(sample) - len(sample.encode("ascii", "ignore"))


def _likeliness(text: str) -> float:
    """The share of very common characters minus that of lost ones, among what is not ASCII."""
    sample = ASCII.sub("", text[:JUDGED])
    if not sample:
        return 0.0
    return (sum(map(sample.count, COMMON)) - 3 * sample.count("\ufffd")) / len(sample)
