"""The lines of a page become the paragraphs of a notice, and the paragraphs one text."""

from gongwen.stages.lines.normalise import normalise
from gongwen.stages.lines.paragraphs import paragraphs

__all__ = ["normalise", "paragraphs"]
