"""The text of one Word paragraph as a reader sees it, and the hidden text in it.

<w:ins>新增</w:ins><w:del>删去</w:del>      新增           the deletion is left out, with that reason
<w:br/>                                   a new line
<w:drawing>…<w:txbxContent>               left out: a text box is beside the text, not in it
"""

from __future__ import annotations

from typing import Any, NamedTuple

from gongwen.readers.docx.styles import Styles, attribute, child, local, switched

UNREAD = frozenset("pPr rPr sdtPr instrText delInstrText fldData sectPr tblPr trPr tcPr".split())
"""Settings and field codes: no text."""
LEFT_OUT = {
    "del": "deleted_revision",
    "moveFrom": "deleted_revision",
    "txbxContent": "text_box",
    "rt": "ruby",
}
UNSEEN = {"vanish": "hidden", "strike": "struck_out", "dstrike": "struck_out"}
"""Settings of a run that take it out of the text."""
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class Content(NamedTuple):
    """What a paragraph contains."""

    lines: tuple[str, ...]
    """Its lines, separated by line breaks."""
    bold: bool
    """All that is visible is bold."""
    dropped: tuple[tuple[str, str], ...]
    """Text that is not part of it, each with the reason."""


def content(paragraph: Any, styles: Styles, bold: bool) -> Content:
    """The content of a paragraph whose style is bold or not."""
    pieces: list[str] = []
    dropped: list[tuple[str, str]] = []
    weights: list[bool] = []
    pending = [(one, bold) for one in reversed(paragraph)]
    while pending:
        element, heavy = pending.pop()
        name = local(element)
        if name in UNREAD:
            continue
        if name == "t":
            pieces.append(element.text or "")
            if pieces[-1].strip():
                weights.append(heavy)
        elif name in SIGNS:
            pieces.append(SIGNS[name])
        elif name == "sym":
            pieces.append(_symbol(element))
        elif reason := LEFT_OUT.get(name) or (_unseen(element) if name == "r" else ""):
            if text := plain(element):
                dropped.append((text, reason))
        else:
            if name == "r":
                heavy = _bold(element, styles, heavy)
            pending += [(one, heavy) for one in reversed(_seen(element, name))]
    return Content(tuple("".join(pieces).split("\n")), bool(weights) and all(weights), tuple(dropped))


def plain(element: Any) -> str:
    """All text below an element, including deletions, with paragraphs joined by a blank."""
    found: list[str] = []
    for one in element.iter():
        name = local(one)
        if name in ("t", "delText"):
            found.append(one.text or "")
        elif name in ("p", "tab", "br"):
            found.append(" ")
    return " ".join("".join(found).split())


def _seen(element: Any, name: str) -> list[Any]:
    """The children that are shown: of several alternatives, the first."""
    children = list(element)
    if name == "AlternateContent":
        return [one for one in children if local(one) == "Choice"][:1] or children[:1]
    return children


def _unseen(run: Any) -> str:
    """Why a run is not part of the text: struck-out text stands next to its replacement."""
    said = child(run, "rPr")
    if said is None:
        return ""
    return next((reason for name, reason in UNSEEN.items() if switched(child(said, name))), "")


def _bold(run: Any, styles: Styles, inherited: bool) -> bool:
    own = switched(child(run, "rPr", "b"))
    if own is None and (name := attribute(child(run, "rPr", "rStyle"))):
        own = styles.style(name).bold
    return inherited if own is None else own


def _symbol(element: Any) -> str:
    try:
        return chr(int(attribute(element, "char") or "", 16))
    except (ValueError, OverflowError):
        return "\ufffd"
