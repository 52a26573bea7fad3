"""The numbered tree of a notice: candidate markers, the sequence that confirms them, and the headings."""

from gongwen.stages.outline.mark import mark
from gongwen.stages.outline.naming import name_blocks
from gongwen.stages.outline.tree import outline

__all__ = ["mark", "name_blocks", "outline"]
