"""Notices as tidy tables; pyarrow is imported when the first table is made, not before."""

from gongwen.tabular.arrow import tables

__all__ = ["tables"]
