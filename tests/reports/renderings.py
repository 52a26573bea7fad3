"""What a reader finds in the renderings of one comparison, each read from its own text alone."""

import re
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from gongwen.comparison.reading import CHANGES, KINDS

SPACE = re.compile(r"\s+")
MARKED = re.compile(r"\\(.)|~~|\*\*|<br>")
CHINESE = {**CHANGES, **KINDS}


class Shown(NamedTuple):
    """A pair that changed, as a rendering shows it; blanks left out."""

    kind: str
    changes: tuple[str, ...]
    status: tuple[str, ...]
    left: str
    right: str
    figures: tuple[str, ...]
    documents: frozenset[str]


def bare(text: str) -> str:
    return SPACE.sub("", text)


def of_page(page: str) -> list[Shown]:
    """From the cards of an HTML page."""
    return [_card(card) for card in LexborHTMLParser(page).css("article.pair")]


def _card(card: LexborNode) -> Shown:
    facts = card.css(".facts li")
    status = next((one.css("code") for one in facts if "整改状态" in one.text()), [])
    return Shown(
        KINDS[card.attributes["data-kind"]],
        tuple(bare(one.text()).removeprefix(bare(one.css_first("i").text())) for one in card.css(".badge")),
        tuple(one.text() for one in status),
        *(
            bare(side.css_first("p.said").text()) if side.css_first("p.said") else ""
            for side in card.css(".side")
        ),
        tuple(bare(one.css_first(".said").text()) for one in facts if one.text().startswith("Δ")),
        frozenset(
            ("+" if one.tag == "ins" else "-") + bare(one.text())
            for one in card.css(".facts ins, .facts del")
        ),
    )


def of_markdown(document: str) -> list[Shown]:
    """From the two-column table of a Markdown document; figures and documents stand in lists of their own."""
    table = document.partition("## 新旧对照表")[2].partition("\n## ")[0]
    found = []
    for line in table.splitlines()[4:]:
        names, left, right = (_plain(cell.strip()) for cell in re.split(r"(?<!\\)\|", line)[1:-1])
        words = names.replace("`", "").split()
        changes = tuple(word for word in words[1:] if word in CHINESE.values())
        status = tuple(word for word in words if word.isascii() and word not in ("→",))
        found.append(Shown(words[0], changes, status, bare(left), bare(right), (), frozenset()))
    return found


def listed(document: str, heading: str) -> list[str]:
    """The lines of a list of a Markdown document."""
    part = document.partition(f"## {heading}")[2].partition("\n## ")[0]
    return [bare(_plain(line[2:])) for line in part.splitlines() if line.startswith("- ")]


def _plain(text: str) -> str:
    return MARKED.sub(lambda found: found[1] or "", text)


def of_text(text: str) -> list[Shown]:
    """From what the terminal shows."""
    return [_block(block.splitlines()) for block in text.split("\n\n")[1:]]


def _block(lines: list[str]) -> Shown:
    words = lines[0].split()
    changes = tuple(word for word in words[1:] if word in CHINESE.values())
    status = tuple(word for word in words if word.isascii() and not word.startswith("("))
    sides = {
        sign: bare("".join(line[4:] for line in lines if line.startswith(f"  {sign} "))) for sign in "-+"
    }
    figures = tuple(bare(line[6:]) for line in lines if line.startswith("    # "))
    documents = (line[4:] for line in lines if line.startswith(("    + 《", "    - 《")))
    return Shown(
        words[0], changes, status, sides["-"], sides["+"], figures, frozenset(bare(one) for one in documents)
    )
