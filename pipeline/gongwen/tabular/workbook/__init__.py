"""An Excel workbook: the sheets of a table, their Chinese heads and words, and the file."""

from gongwen.tabular.workbook.file import workbook

__all__ = ["workbook"]
