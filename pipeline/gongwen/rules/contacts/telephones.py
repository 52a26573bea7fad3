"""Telephone numbers: 0756-2137332, (0760)23226773转802, 138 0000 1234, 400-800-1234, 12388.

Area codes have three or four digits and begin with 0, mobile numbers have eleven and begin with 13 to 19
(电信网编号计划, 2017). A local number, 2137332, and a service number, 12388, are read only after a label. Normal form:
area code, hyphen, number, 转 and the extension; no blanks, no +86.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_DASH = r" ?[-—–]{1,2} ?"
_AREA = r"0(?:10|2\d|[3-9]\d\d)"
_OTHER = r"(?![\d万亿元人个项家户件%年月]|\.\d|号(?!码))"
"""What, after a run of digits, shows that it is not a telephone number."""
_EXTENSION = rf"(?: ?转 ?(?P<extension>\d{{1,5}})|-(?P<hyphen>\d{{1,4}}){_OTHER})?"
_LANDLINE = (
    r"(?:\+?86[- ]?)?"
    rf"(?:\((?P<bracketed>{_AREA})\){_DASH.replace('{1,2}', '?')}"  # (0780)
    rf"|(?P<area>{_AREA})(?:{_DASH}| ?(?=\d{{7,8}}(?!\d))))"  # 0780-
    rf"(?P<number>[2-9]\d{{2,3}}[- ]?\d{{4}}){_OTHER}"  # 2137332
)
_MOBILE = rf"(?:\+?86[- ]?)?(?P<mobile>1[3-9]\d(?:[- ]?\d{{4}}){{2}}){_OTHER}"
_SERVICE = rf"(?P<service>[48]00(?:-?\d{{3}}-?\d{{4}}|-\d{{4}}-?\d{{3}})){_OTHER}"
_LOCAL = rf"(?P<local>[2-9]\d{{2,3}}-?\d{{4}}){_OTHER}"
_SHORT = rf"(?P<short>1[12]\d{{1,3}}|9[56]\d{{3,4}}){_OTHER}(?![-热])"

LONG = re.compile(rf"(?:{_LANDLINE}|{_MOBILE}){_EXTENSION}")
LABELLED = re.compile(rf"(?:{_LANDLINE}|{_MOBILE}|{_SERVICE}|{_LOCAL}){_EXTENSION}")
SHORT = re.compile(_SHORT)


class Telephone(NamedTuple):
    """A number in normal form, and where it ends."""

    value: str
    end: int


def read_long(folded: str, start: int) -> Telephone | None:
    """A landline with its area code or a mobile number that begins at `start`."""
    found = LONG.match(folded, start)
    return _telephone(found) if found else None


def read_labelled(folded: str, start: int, short: bool) -> Telephone | None:
    """A number after a label; `short` also admits service numbers such as 12388."""
    found = LABELLED.match(folded, start) or (SHORT.match(folded, start) if short else None)
    return _telephone(found) if found else None


def _telephone(found: re.Match[str]) -> Telephone:
    part = found.groupdict()
    area = part.get("bracketed") or part.get("area")
    number = next(
        digits for name in ("number", "mobile", "service", "local", "short") if (digits := part.get(name))
    )
    if area or part.get("mobile") or part.get("local"):
        number = re.sub(r"[- ]", "", number)
    extension = part.get("extension") or part.get("hyphen")
    value = f"{area}-{number}" if area else number
    return Telephone(f"{value}转{extension}" if extension else value, found.end())
