"""A page after one pass: its visible lines, each with its element, and the ranges of lines.

<div id="zoom"><p>一、目标</p><p>二、任务</p></div>

lines     一、目标  in html[1]/body[1]/div[1]/p[1]      二、任务  in .../p[2]
ranges    0 to 2, marked as the document
"""

from __future__ import annotations

from typing import NamedTuple

from gongwen.readers.html.grid import Cell, Table
from gongwen.readers.html.lists import Counter
from gongwen.readers.html.look import Look
from gongwen.rules.layout.site_templates import Mark

LONGEST_PATH = 1000
"""The most characters of a path: nobody looks up an element that is so deep."""


class Element:
    """A block element of the page: an open one, or that of a line."""

    __slots__ = (
        "above",
        "attributes",
        "cell",
        "children",
        "counter",
        "first",
        "look",
        "number",
        "said",
        "tag",
    )

    def __init__(
        self,
        tag: str,
        attributes: str,
        above: Element | None,
        number: int,
        look: Look,
        cell: Cell | None,
        first: int,
    ) -> None:
        self.tag = tag
        self.attributes = attributes
        self.above = above
        """Its parent; none for the page itself."""
        self.number = number
        """Its place among its siblings with the same name, from 1."""
        self.look = look
        self.cell = cell
        """Its table cell, if any."""
        self.first = first
        """Index of its first line."""
        self.children: dict[str, int] = {}
        self.counter: Counter | None = None
        self.said = ""  # its path, computed on demand

    @property
    def path(self) -> str:
        """`html[1]/body[1]/div[2]/p[3]`: one step per block element, counted among siblings with the same name."""
        if self.said:
            return self.said
        missing = []
        element: Element | None = self
        while element is not None and not element.said and element.above is not None:
            missing.append(element)
            element = element.above
        path = element.said if element is not None else ""
        for step in reversed(missing):
            if len(path) < LONGEST_PATH:
                path = f"{path}/{step.tag}[{step.number}]" if path else f"{step.tag}[{step.number}]"
            step.said = path
        return path


class Line(NamedTuple):
    """One visible line."""

    text: str
    element: Element
    """Its block element."""
    linked: int
    """How many of its characters stand in links."""
    bold: bool
    synthetic: int
    """How many characters at its start are shown by a list's style alone."""


class Unseen:
    """A hidden element within visible ones, and its text."""

    __slots__ = ("at", "attributes", "element", "lines", "linked", "reason", "token", "whole")

    def __init__(
        self, token: int, at: int, attributes: str, element: Element, reason: str, whole: bool
    ) -> None:
        self.token = token
        """Index of the token that opens it."""
        self.at = at
        """Index of the visible line that follows it."""
        self.attributes = attributes
        self.element = element
        """The block element that it is, or stands in."""
        self.reason = reason
        """`hidden` or `struck_out`."""
        self.whole = whole
        """It is a block, not words within a line."""
        self.lines: list[str] = []
        self.linked = 0
        """How many of its characters stand in links."""


class Range(NamedTuple):
    """The lines of an element, or between a pair of marks."""

    first: int
    last: int
    """Index after the last line."""
    mark: Mark | None


class Sheet(NamedTuple):
    """A page after one pass."""

    lines: list[Line]
    ranges: list[Range]
    """The candidates for the document itself, in the order of their ends."""
    tables: list[Table]
    meta: list[tuple[str, str]]
    name: str
    """The page's `<title>`."""
    unseen: list[Unseen]
    """The hidden elements of the page, in order."""
