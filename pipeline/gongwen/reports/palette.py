"""The colours of a report, on a light and a dark background, as CSS variables.

`CONTRASTS` says which are used on which; text has at least 4.5 to 1 against its background and chart lines 3 to 1
(WCAG 2.2, 1.4.3 and 1.4.11).
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Colour(NamedTuple):
    """One colour by its use."""

    light: str
    dark: str


COLOURS: Final = {
    "ground": Colour("#ffffff", "#15181e"),
    "raised": Colour("#f5f6f8", "#1e222a"),
    "text": Colour("#1a1d23", "#e7e9ee"),
    "muted": Colour("#565c68", "#a7adb9"),
    "line": Colour("#d3d7de", "#3a404c"),
    "accent": Colour("#9c1f1f", "#ff9d94"),
    "link": Colour("#1a56a8", "#8fbcff"),
    "inserted": Colour("#0b5a2b", "#8fe3ab"),
    "inserted-ground": Colour("#dcf5e3", "#12351f"),
    "deleted": Colour("#97141c", "#ffb1ab"),
    "deleted-ground": Colour("#fde4e4", "#441a1c"),
    "old": Colour("#6b7280", "#8b93a3"),
    "new": Colour("#1a56a8", "#8fbcff"),
    "good-ground": Colour("#d6f0de", "#153a23"),
    "middle-ground": Colour("#fdeec2", "#40340f"),
    "bad-ground": Colour("#fbdcdc", "#4b1d1f"),
    "seen-ground": Colour("#dfe7f5", "#26334b"),
}
TEXT_RATIO: Final = 4.5
CHART_RATIO: Final = 3.0
CONTRASTS: Final = (
    *((front, ground, TEXT_RATIO) for front in ("text", "muted", "accent", "link") for ground in ("ground", "raised")),
    ("inserted", "inserted-ground", TEXT_RATIO),
    ("deleted", "deleted-ground", TEXT_RATIO),
    *(("text", ground, TEXT_RATIO) for ground in ("good-ground", "middle-ground", "bad-ground", "seen-ground")),
    *((front, ground, CHART_RATIO) for front in ("old", "new", "accent") for ground in ("ground", "raised")),
)  # fmt: skip
"""Foreground, background, and the least ratio between them."""


def variables() -> str:
    """The colours as CSS: light, and dark where the reader's system asks for it; print is always light."""
    light = "".join(f"--{name}:{colour.light};" for name, colour in COLOURS.items())
    dark = "".join(f"--{name}:{colour.dark};" for name, colour in COLOURS.items())
    return (
        f":root{{color-scheme:light dark;{light}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
    )
