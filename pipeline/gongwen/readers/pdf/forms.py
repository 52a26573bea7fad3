"""Forms that draw forms: how much a page of a PDF unfolds to, reckoned before PDFium draws it.

    6 0 obj << /Subtype /Form /Resources << /XObject << /X 6 0 R >> >> >> stream  /X Do /X Do  endstream

A form that draws itself twice is drawn 2 to the 40th time, for PDFium goes 40 levels deep; so is a chain of 40 forms
each of which draws the next one twice. PDFium ends the process when it has no more memory, so it must not begin.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from gongwen.errors import SourceError

LEVELS = 40
"""PDFium draws forms within forms so deep."""
EACH = 100
"""What drawing a form costs at least, in bytes of content."""
OBJECT = re.compile(rb"(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\b")
STREAM = re.compile(rb"\bstream\r?\n")
REFERENCE = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+(\d{1,10})\s+\d{1,5}\s+R\b")
DRAWN = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")
NUMBERS = re.compile(rb"\d+")
NO_CONTENT = (b"/Image", b"/Length1", b"/FontFile", b"/XRef", b"/Metadata")
"""Streams that draw nothing."""


Names = dict[bytes, set[int]]
"""The forms that a name may mean."""


class _Stream(NamedTuple):
    """A stream that may draw forms."""

    number: int
    said: bytes
    """Its dictionary."""
    weight: int
    drawn: Counter[bytes]
    """The names of what it draws."""


def refuse_unfolding_forms(source: bytes, most: int) -> None:
    """Raises `SourceError` (`source_too_large`) if a page or form draws more than `most` bytes of content through forms."""
    if b"/Form" not in source:
        return
    objects, streams = _taken_apart(source, most)
    forms = {number for number, stream in streams.items() if b"/Form" in stream.said}
    names = {number: _names(text, forms) for number, text in objects.items()}
    elsewhere = {number: _resources(text) for number, text in objects.items()}
    anywhere: Names = {}
    for found in names.values():
        for name, targets in found.items():
            anywhere.setdefault(name, set()).update(targets)
    edges = {number: _edges(stream, elsewhere, names, anywhere) for number, stream in streams.items()}
    weights = {number: stream.weight for number, stream in streams.items()}
    for _ in range(LEVELS):
        deeper = {
            number: streams[number].weight
            + sum(times * max(weights[target] for target in targets) for times, targets in drawn)
            for number, drawn in edges.items()
        }
        if max(deeper.values(), default=0) > most:
            raise SourceError(
                "source_too_large",
                f"forms of the PDF draw each other, or themselves, to more than {most} bytes; print it to a new PDF",
            )
        if deeper == weights:
            return
        weights = deeper


def _taken_apart(source: bytes, most: int) -> tuple[dict[int, bytes], dict[int, _Stream]]:
    """The dictionaries of all objects by number, and the streams that may draw."""
    objects: dict[int, bytes] = {}
    streams: dict[int, _Stream] = {}
    found = list(OBJECT.finditer(source))
    room = most
    for at, one in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(source)
        number = int(one[1])
        opens = STREAM.search(source, one.end(), end)
        objects[number] = said = source[one.end() : opens.start() if opens else end]
        if opens is None or any(mark in said for mark in NO_CONTENT):
            continue
        content = source[opens.end() : end]
        if b"/Fl" in said:
            content = _unpacked(content, most)
        if b"/ObjStm" in said:
            for below, text in _packed_objects(said, content):
                room -= len(text)
                if room < 0:  # objects may overlap, and many streams unfold to much together
                    break
                objects[below] = text
        elif drawn := Counter(name for name in DRAWN.findall(content)):
            streams[number] = _Stream(number, said, len(content) + EACH, drawn)
        elif b"/Form" in said:
            streams[number] = _Stream(number, said, len(content) + EACH, Counter())
    return objects, streams


def _unpacked(content: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(content, most)
    except zlib.error:
        return b""


def _packed_objects(said: bytes, content: bytes) -> Iterable[tuple[int, bytes]]:
    """The objects of an object stream: pairs of number and offset up to `/First`, then the objects."""
    first = re.search(rb"/First\s+(\d{1,9})", said)
    if first is None:
        return
    start = int(first[1])
    pairs = [int(number) for number in NUMBERS.findall(content[:start]) if len(number) < 10]
    ends = [*pairs[3::2], len(content)]
    for number, offset, end in zip(pairs[::2], pairs[1::2], ends, strict=False):
        yield number, content[start + offset : start + end]


def _edges(
    stream: _Stream, elsewhere: dict[int, dict[bytes, int]], names: dict[int, Names], anywhere: Names
) -> list[tuple[int, set[int]]]:
    """What a stream draws: how often, and the forms that the name may mean.

    Its own resources say what a name means; a page's, and those of a form without resources, stand elsewhere.
    """
    if b"/Resources" not in stream.said:
        return [(times, anywhere[name]) for name, times in stream.drawn.items() if name in anywhere]
    own = elsewhere.get(stream.number, {})
    resources = own.get(b"Resources", 0)
    places = [
        stream.number,
        own.get(b"XObject", 0),
        resources,
        elsewhere.get(resources, {}).get(b"XObject", 0),
    ]
    drawn = []
    for name, times in stream.drawn.items():
        means = next((names[place][name] for place in places if name in names.get(place, {})), None)
        if means:
            drawn.append((times, means))
    return drawn


def _resources(text: bytes) -> dict[bytes, int]:
    """The objects that hold the resources of another, or their forms; the last one counts."""
    return {
        name: int(number) for name, number in REFERENCE.findall(text) if name in (b"Resources", b"XObject")
    }


def _names(text: bytes, forms: set[int]) -> Names:
    """The names that mean a form in an object."""
    named: Names = {}
    for name, number in REFERENCE.findall(text):
        if int(number) in forms:
            named.setdefault(name, set()).add(int(number))
    return named
