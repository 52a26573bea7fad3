"""What a user would take today, as functions from the bytes of a page to a result.

    trafilatura    the text of a page, default settings
    chain          GNE (title, text, time) -> doc23 (the tree) -> jionlp (dates and money)

Every advantage is given: imports and dictionaries are loaded here and not in the timing, extractors are built
once, logging is off, encodings cost one attempt, and doc23 is entered behind its file type detection.
"""

from __future__ import annotations

import contextlib
import io
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import trafilatura
from doc23 import Config, Gardener, LevelConfig
from gne import GeneralNewsExtractor

with contextlib.redirect_stdout(io.StringIO()):  # it greets on import
    import jionlp

logging.disable(logging.CRITICAL)

TODAY = datetime(2024, 1, 1)
"""What relative dates resolve against where a page has no date; a clock would give each run other work."""


def decode(raw: bytes | str) -> str:
    """The text of a page: UTF-8, or what browsers read for gb2312."""
    if isinstance(raw, str):
        return raw
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")


def trafilatura_text(raw: bytes | str) -> Any:
    """trafilatura's bare extraction; `None` where it finds no text."""
    return trafilatura.bare_extraction(decode(raw))


@dataclass(frozen=True, slots=True)
class Chained:
    """What the chain finds: nearest to a `Notice` that its parts can come."""

    article: Mapping[str, Any]
    tree: Mapping[str, Any]
    dates: list[dict[str, Any]]
    money: list[dict[str, Any]]


NUMERALS = "一二三四五六七八九十百"
_NEWS = GeneralNewsExtractor()


def _level(name: str, pattern: str, parent: str | None) -> LevelConfig:
    fields = {"title_field": "title", "description_field": "text", "sections_field": "sections"}
    return LevelConfig(pattern=pattern, name=name, parent=parent, **fields)


LEVELS = (
    _level("part", rf"^([{NUMERALS}]+、.*)$", None),
    _level("section", rf"^([(（][{NUMERALS}]+[)）].*)$", "part"),
    _level("item", r"^(\d+[.．、].*)$", "section"),
    _level("measure", rf"^([{NUMERALS}]+是.*)$", "item"),
)
_GARDENER = Gardener(Config("notice", "sections", "text", {level.name: level for level in LEVELS}))


def article_of(raw: bytes | str) -> Mapping[str, Any]:
    """GNE: title, publish time and text. Raises its `NoContentException` for a page without text."""
    article: Mapping[str, Any] = _NEWS.extract(decode(raw))
    return article


def tree_of(text: str) -> Mapping[str, Any]:
    """doc23: the numbered tree, by levels that are set by hand."""
    tree: Mapping[str, Any] = _GARDENER.prune(text)
    return tree


def dates_of(text: str, published: str) -> list[dict[str, Any]]:
    """jionlp: the dates with their values, resolved against the page's own date."""
    try:
        base = datetime.fromisoformat(published[:10])
    except ValueError:
        base = TODAY
    found: list[dict[str, Any]] = jionlp.ner.extract_time(text, time_base=base.timestamp(), with_parsing=True)
    return found


def money_of(text: str) -> list[dict[str, Any]]:
    """jionlp: the amounts with their values."""
    found: list[dict[str, Any]] = jionlp.ner.extract_money(text, with_parsing=True)
    return found


def chain(raw: bytes | str) -> Chained:
    """GNE, doc23 and jionlp, one after the other."""
    article = article_of(raw)
    text = article["content"]
    return Chained(article, tree_of(text), dates_of(text, article["publish_time"]), money_of(text))
