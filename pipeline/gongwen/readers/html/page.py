"""A web page: the document itself is separated from what the site puts around it.

    nav   metadata table   TITLE   byline   [ document proper ]   share links   footer
    dropped    fields      block   block          blocks                 dropped

Everything else goes to `dropped` with a reason; nothing that a reader would see is lost or duplicated.
"""

from __future__ import annotations

from functools import reduce
from typing import NamedTuple

from gongwen.model import Block, Diagnostic, Dropped, Origin, Page
from gongwen.options import Options
from gongwen.readers.embedded import embedded_body
from gongwen.readers.html.document import Document, find_document
from gongwen.readers.html.fields import read_fields, script_fields
from gongwen.readers.html.lines import read_lines
from gongwen.readers.html.sheet import Line, Sheet
from gongwen.readers.html.tables import rows
from gongwen.readers.html.tokens import Token, read_tokens
from gongwen.readers.html.unseen import hidden_bodies, is_bare, shown
from gongwen.readers.media_types import HTML
from gongwen.rules.layout.furniture import furniture_reason, is_style_sheet
from gongwen.rules.text.characters import even, fold, seam

BODY = '<div class="TRS_Editor">{}</div>'
HOLDERS = {"<img": "pictures", "<iframe": "a frame", "<embed": "a file", "<object": "a file"}
"""What a page may have in place of a text."""


def read_html(source: str, encoding: str, options: Options) -> tuple[Page, list[Diagnostic]]:
    """The page of an HTML source, with diagnostics; no page is refused."""
    stream = read_tokens(source)
    view = _viewed(stream.tokens)
    found = []
    if bodies := hidden_bodies(view.sheet, view.folded, view.document):
        view = _viewed(shown(stream.tokens, bodies))
        found.append(Diagnostic("hidden_body", "text that the page hides was read as the document"))
    elif is_bare(view.folded, view.document) and (body := embedded_body(source)):
        view = _viewed([*stream.tokens, *read_tokens(BODY.format(body)).tokens])
        found.append(
            Diagnostic("hidden_body", "the document stands in a string of the page and was read from there")
        )
    sheet, texts, folded, document = view
    fields, said = read_fields(sheet, texts, folded, document)
    fields += script_fields(stream.scripts)
    apart = dict.fromkeys(said, "metadata")
    apart |= {at: "style" for at in range(document.first, document.last) if is_style_sheet(folded[at])}
    blocks = _blocks(sheet, texts, document, apart)
    dropped = _dropped(sheet, texts, folded, document, apart)
    dropped += [
        Dropped(line, one.reason, Origin(None, one.element.path))
        for one in sheet.unseen
        for line in map(even, one.lines)
        if line
    ]
    dropped += [Dropped(code, "server_code", Origin()) for code in map(even, stream.server_code)]
    page = Page(tuple(blocks), HTML, encoding, tuple(dropped), tuple(fields), sheet.name)
    return page, [*found, *_diagnose(stream.flattened, blocks, source)]


class View(NamedTuple):
    """What a page shows, and where the document is in it."""

    sheet: Sheet
    texts: list[str]
    folded: list[str]
    document: Document


def _viewed(tokens: list[Token]) -> View:
    sheet = read_lines(tokens)
    texts = [even(line.text) for line in sheet.lines]
    folded = fold("\n".join(texts)).split("\n") if texts else []
    return View(sheet, texts, folded, find_document(sheet, folded))


def _diagnose(flattened: bool, blocks: list[Block], source: str) -> list[Diagnostic]:
    found = []
    if flattened:
        found.append(Diagnostic("deep_nesting", "elements are nested too deeply and were flattened"))
    if not blocks:
        found.append(Diagnostic("no_text", "the page shows no text of a notice"))
    elif all(block.heading or block.part for block in blocks):
        held = [name for tag, name in HOLDERS.items() if tag in source.lower()]
        beside = f"; it holds {' and '.join(held)}" if held else ""
        found.append(Diagnostic("no_body", f"the page shows a title and no text below it{beside}"))
    return found


def _origin(line: Line) -> Origin:
    return Origin(None, line.element.path)


# -------------------------------------------------------------------------------- taken


def _blocks(sheet: Sheet, texts: list[str], document: Document, apart: dict[int, str]) -> list[Block]:
    """The title, its byline and the lines and rows of the document, without those that stand `apart` from it."""
    lines = sheet.lines
    blocks = [_title(sheet, texts, document)] if document.title else []
    blocks += [_block(lines[at], texts[at], "byline") for at in sorted(document.bylines)]
    in_rows = rows(sheet, texts, document.first, document.last)
    for at in range(document.first, document.last):
        if at in in_rows:
            if in_rows[at] and at not in apart:
                blocks.append(Block(in_rows[at], _origin(lines[at]), row=True))
        elif texts[at] and at not in apart:
            blocks.append(_block(lines[at], texts[at]))
    blocks += [_block(lines[at], texts[at]) for at in document.attached if texts[at]]
    return blocks


def _title(sheet: Sheet, texts: list[str], document: Document) -> Block:
    """The title as one line, although it runs over several; Latin words keep a blank between them."""
    text = reduce(seam, (texts[at] for at in document.title))
    return _block(sheet.lines[document.title.start], text, "title")


def _block(line: Line, text: str, part: str = "") -> Block:
    look = line.element.look
    return Block(text, _origin(line), look.align, line.bold, look.heading, False, line.synthetic, False, part)


# -------------------------------------------------------------------------------- left out


def _dropped(
    sheet: Sheet, texts: list[str], folded: list[str], document: Document, apart: dict[int, str]
) -> list[Dropped]:
    dropped = []
    taken = {*document.title, *document.bylines, *document.attached}
    first, last = document.first, document.last
    for at, line in enumerate(sheet.lines):
        if (first <= at < last and at not in apart) or at in taken:
            continue
        text = texts[at]
        if line.synthetic:
            text = text[line.synthetic :].lstrip()
        if text:
            reason = apart.get(at) or _reason(line, folded[at])
            dropped.append(Dropped(text, reason, _origin(line)))
    return dropped


def _reason(line: Line, folded: str) -> str:
    """Why a line outside the document is not part of it."""
    if reason := furniture_reason(folded):
        return reason
    return "navigation" if line.linked * 2 > len(folded) else "outside_document"
