"""What an element does to the text inside it: hides, links, emboldens or centres it.

<p style="text-align: center"><b>……</b></p>      align "center", bold
<span style="display:none">……</span>             hidden
<a name="_Toc1">……</a>                           nothing: only an element with a target is a link
"""

from __future__ import annotations

import re
from typing import NamedTuple

PROPERTIES = (
    "text-align", "font-weight", "display", "visibility", "font-size", "text-decoration", "text-decoration-line"
)  # fmt: skip
"""Properties that change how a text is shown."""
ATTRIBUTES = (" align=", " hidden=")
STYLE = re.compile(r" style=\"([^\"]*)")
"""A script in another attribute may name a property too: onmouseout="this.style.display='none'"."""
VALUE = r"[\s:=\"]*([a-z]+|\d+(?:\.\d+)?)"
SAID = {name: re.compile(rf"(?:^|[;\s]){name}\s*:{VALUE}") for name in PROPERTIES} | {
    name: re.compile(name + VALUE) for name in ATTRIBUTES
}
"""Not mso-bidi-font-weight, nor text-align-last."""
ALIGNED = {
    "left": "left",
    "center": "center",
    "middle": "center",
    "right": "right",
    "justify": "",
    "start": "",
    "end": "right",
}
BOLD = frozenset("bold bolder 600 700 800 900".split())
BOLD_TAGS = ("b", "strong")
PREFORMATTED = ("pre", "listing")
UNSEEN = frozenset(
    "noscript template object applet audio video canvas svg math select datalist textarea map rp".split()
)
"""Elements that show nothing, or no text of the page."""
STRUCK = frozenset({"del", "s", "strike"})
"""Elements whose text is struck out; its replacement stands next to it."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
SHAPING = frozenset(["a", "center", "table", *BOLD_TAGS, *PREFORMATTED, *HEADINGS, *UNSEEN, *STRUCK])
"""Elements that change the look by themselves."""


Key = tuple[str, bool, int, bool, bool, bool]
"""Alignment, bold, heading level, hidden, linked, preformatted."""


class Shape(NamedTuple):
    """What the attributes of an element say about its look."""

    align: str | None
    bold: bool | None
    hidden: bool
    href: bool
    key: str
    """Equal for equal shapes."""


PLAIN = Shape(None, None, False, False, "")


def shape_of(attributes: str) -> Shape:
    """The shape that an element's attributes give it; `PLAIN` for most.

    >>> shape_of(' style="text-align:Center; font-weight:bold"')[:4], shape_of(' class="x"') is PLAIN
    (('center', True, False, False), True)
    """
    href = " href=" in attributes
    if "style=" not in attributes and "align=" not in attributes and " hidden=" not in attributes:
        return LINKED if href else PLAIN
    said = _said(attributes.lower())
    align = ALIGNED.get(said.get("text-align") or said.get(" align=") or "")
    bold = said["font-weight"] in BOLD if "font-weight" in said else None
    hidden = _hides(said)
    if align is None and bold is None and not hidden:
        return LINKED if href else PLAIN
    return Shape(align, bold, hidden, href, f" {align} {bold} {hidden} {href}")


LINKED = Shape(None, None, False, True, " href")


class Look:
    """How text is shown inside an element; equal looks of one page are one object."""

    __slots__ = (
        "align", "bold", "heading", "hidden", "inner", "link", "pool", "preformatted", "shown",
    )  # fmt: skip

    def __init__(
        self, key: Key = ("", False, 0, False, False, False), pool: dict[Key, Look] | None = None
    ) -> None:
        self.align, self.bold, self.heading, self.hidden, self.link, self.preformatted = key
        self.shown = not (self.hidden or self.preformatted)
        """Its text is shown, line ends as blanks."""
        self.pool = {key: self} if pool is None else pool
        """All looks of the page."""
        self.inner: dict[str, Look] = {}

    def inside(self, tag: str, shape: Shape) -> Look:
        """The look inside a child, computed once for each kind of child, since pages repeat themselves."""
        kind = tag + shape.key
        look = self.inner.get(kind)
        if look is None:
            look = self.inner[kind] = self._changed(tag, shape)
        return look

    def _changed(self, tag: str, shape: Shape) -> Look:
        align = "center" if tag == "center" else "" if tag == "table" else self.align
        changed = (
            align if shape.align is None else shape.align,
            self.bold or tag in BOLD_TAGS if shape.bold is None else shape.bold,
            HEADINGS.get(tag, self.heading),
            self.hidden or tag in UNSEEN or tag in STRUCK or shape.hidden,
            self.link or (tag == "a" and shape.href),
            self.preformatted or tag in PREFORMATTED,
        )
        look = self.pool.get(changed)
        if look is None:
            look = self.pool[changed] = Look(changed, self.pool)
        return look


def _said(attributes: str) -> dict[str, str]:
    """The properties that matter, with their first word or number; the last declaration wins."""
    said: dict[str, str] = {}
    style = STYLE.search(attributes)
    for text, names in ((style[1] if style else "", PROPERTIES), (attributes, ATTRIBUTES)):
        for name in names if text else ():
            if name in text:
                if name in ATTRIBUTES:
                    said[name] = ""
                for value in SAID[name].finditer(text):
                    said[name] = value[1]
    return said


def _hides(said: dict[str, str]) -> bool:
    """`font-size: 0` hides the noise that forums add against copying."""
    get = said.get
    return (
        get("display") == "none"
        or get("visibility") == "hidden"
        or get("font-size") in ("0", "0.0")
        or " hidden=" in said
        or "line" in (get("text-decoration"), get("text-decoration-line"))  # line-through
    )
