"""What an element does to the text inside it: hides it, links it, embolden or centres it.

<p style="text-align: center"><b>……</b></p>      align "center", bold
<span style="display:none">……</span>             hidden
<a name="_Toc1">……</a>                           nothing: only a link with a target is one
"""

from __future__ import annotations

import re

PROPERTIES = ("text-align", "font-weight", "display", "visibility", "font-size")
"""Names in a style that change how a text is shown."""
ATTRIBUTES = (" align=", " hidden=")
STYLE = re.compile(r" style=\"([^\"]*)")
"""A script in another attribute may name a property too: onmouseout="this.style.display='none'"."""
VALUE = re.compile(r"[\s:=\"]*([a-z]+|\d+(?:\.\d+)?)")
ALIGNED = {
    "left": "left",
    "center": "center",
    "middle": "center",
    "right": "right",
    "justify": "",
    "start": "",
    "end": "right",
}
NAMING = re.compile(r"style=|align=| hidden=")
BOLD = frozenset("bold bolder 600 700 800 900".split())
BOLD_TAGS = ("b", "strong")
PREFORMATTED = ("pre", "listing")
UNSEEN = frozenset(
    "noscript template object applet audio video canvas svg math select datalist textarea map rp".split()
)
"""Elements that show nothing, or no text of the page."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
SHAPING = frozenset(["a", "center", "table", *BOLD_TAGS, *PREFORMATTED, *HEADINGS, *UNSEEN])
"""Elements that change the look by their name alone."""


Key = tuple[str, bool, int, bool, bool, bool]
"""Alignment, bold, heading level, hidden, linked, preformatted."""


def is_styled(attributes: str) -> bool:
    """Whether attributes may change the look of an element."""
    return (
        "style=" in attributes or "align=" in attributes or " href=" in attributes or " hidden=" in attributes
    )


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

    def inside(self, tag: str, attributes: str) -> Look:
        """The look inside a child: worked out once for each kind of child, since a page repeats its own."""
        if not is_styled(attributes):
            attributes = ""
        elif " href=" in attributes and not NAMING.search(attributes):
            attributes = " href"
        kind = tag + attributes
        look = self.inner.get(kind)
        if look is None:
            look = self.inner[kind] = self._changed(tag, attributes)
        return look

    def _changed(self, tag: str, attributes: str) -> Look:
        shapes = _shapes(attributes.lower()) if attributes else {}
        if not shapes and tag not in SHAPING:
            return self
        align = "center" if tag == "center" else "" if tag == "table" else self.align
        bold = self.bold or tag in BOLD_TAGS
        hidden = self.hidden or tag in UNSEEN
        if shapes:
            align = ALIGNED.get(shapes.get("text-align") or shapes.get(" align=") or "", align)
            bold = shapes["font-weight"] in BOLD if "font-weight" in shapes else bold
            hidden = hidden or _hides(shapes)
        heading = HEADINGS.get(tag, self.heading)
        link = self.link or (tag == "a" and " href" in attributes)
        preformatted = self.preformatted or tag in PREFORMATTED
        changed = (align, bold, heading, hidden, link, preformatted)
        look = self.pool.get(changed)
        if look is None:
            look = self.pool[changed] = Look(changed, self.pool)
        return look


def _shapes(attributes: str) -> dict[str, str]:
    """The properties that matter, with their first word or number; the last mention of one wins."""
    shapes: dict[str, str] = {}
    style = STYLE.search(attributes)
    for text, names in ((style[1] if style else "", PROPERTIES), (attributes, ATTRIBUTES)):
        for name in names:
            if name in text:
                value = VALUE.match(text, text.rindex(name) + len(name))
                shapes[name] = value[1] if value else ""
    return shapes


def _hides(shapes: dict[str, str]) -> bool:
    """`font-size: 0` hides the noise that forums strew against copying."""
    get = shapes.get
    return (
        get("display") == "none"
        or get("visibility") == "hidden"
        or get("font-size") in ("0", "0.0")
        or " hidden=" in shapes
    )
