"""The values that pass between the stages.

Everything here is immutable. What exists by the hundred in one notice (spans, markers, mentions, diagnostics) is a
`NamedTuple`, which is built three times as fast as a frozen dataclass; what exists once or has many optional
parts is a frozen, slotted dataclass.
"""

from gongwen.model.body import Body, BodyBlock
from gongwen.model.diagnostic import Diagnostic
from gongwen.model.draft import Context, Draft
from gongwen.model.marker import Marker
from gongwen.model.mention import Mention, Value
from gongwen.model.metadata import Metadata, Sourced
from gongwen.model.node import Node
from gongwen.model.page import Block, Dropped, Field, Origin, Page
from gongwen.model.sections import Sections
from gongwen.model.span import Span

__all__ = [
    "Block",
    "Body",
    "BodyBlock",
    "Context",
    "Diagnostic",
    "Draft",
    "Dropped",
    "Field",
    "Marker",
    "Mention",
    "Metadata",
    "Node",
    "Origin",
    "Page",
    "Sections",
    "Sourced",
    "Span",
    "Value",
]
