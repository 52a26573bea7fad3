"""What a paragraph's style says about it: alignment, numbering and heading level.

    <w:style w:styleId="2"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr>…<w:outlineLvl w:val="0"/>

A style inherits what it does not say from the one that it is based on (ECMA-376 Part 1, 17.7).
"""

from __future__ import annotations

from typing import Any, NamedTuple

DEEPEST = 30
"""The longest chain of styles based on one another; Word allows eleven."""
OFF = ("0", "false", "off", "none")


def local(element: Any) -> str:
    """The name of an element without its namespace, of which there are two: transitional and strict."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Any, *names: str) -> Any:
    """The first child with a name, of that the first child with the next name, and so on; `None` where there is none."""
    for name in names:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def attribute(element: Any, name: str = "val") -> str | None:
    """The value of an attribute of Word's namespace."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None


def number(element: Any, name: str = "val") -> int | None:
    """The value of an attribute as a number; `None` where it isn't one."""
    value = attribute(element, name)
    try:
        return int(value) if value is not None else None
    except ValueError:
        return None


def switched(element: Any) -> bool | None:
    """On or off (`<w:b/>`, `<w:b w:val="0"/>`); `None` where nothing is said."""
    return None if element is None else attribute(element) not in OFF


class Style(NamedTuple):
    """What a paragraph style says, or the paragraph itself; `None` where it says nothing."""

    align: str | None = None
    outline: int | None = None
    bold: bool | None = None
    list_id: int | None = None
    level: int | None = None


def properties(paragraph: Any, run: Any) -> Style:
    """What `<w:pPr>` and `<w:rPr>` say."""
    listed = child(paragraph, "numPr")
    return Style(
        attribute(child(paragraph, "jc")),
        number(child(paragraph, "outlineLvl")),
        switched(child(run, "b")),
        number(child(listed, "numId")),
        number(child(listed, "ilvl")),
    )


class Styles:
    """The styles of a document by id, each with what it inherits."""

    def __init__(self, root: Any | None) -> None:
        self._own: dict[str, tuple[Style, str | None]] = {}
        self._whole: dict[str, Style] = {}
        self.default = ""
        """Id of the default paragraph style."""
        for element in root if root is not None else ():
            if local(element) != "style":
                continue
            name = attribute(element, "styleId") or ""
            said = properties(child(element, "pPr"), child(element, "rPr"))
            if (attribute(child(element, "name")) or "").lower() == "title" and said.outline is None:
                said = said._replace(outline=0)
            self._own[name] = said, attribute(child(element, "basedOn"))
            if attribute(element, "type") == "paragraph" and attribute(element, "default") in ("1", "true"):
                self.default = name

    def style(self, name: str | None) -> Style:
        """All that a style says, itself or by inheritance."""
        wanted = self.default if name is None else name
        if wanted not in self._whole:
            self._whole[wanted] = self._resolved(wanted)
        return self._whole[wanted]

    def _resolved(self, name: str) -> Style:
        said = Style()
        at: str | None = name
        for _ in range(DEEPEST):
            if at is None or at not in self._own:
                break
            own, at = self._own[at]
            said = said._replace(
                **{name: value for name, value in own._asdict().items() if getattr(said, name) is None}
            )
        return said
