"""Reports: a comparison or a timeline as one self-contained HTML page, or for spreadsheets.

>>> import gongwen
>>> old = gongwen.parse("关于安全工作的报告\\n一、排查隐患35处。")
>>> new = gongwen.parse("关于安全工作的报告\\n一、排查隐患48处。")
>>> page = comparison_page(gongwen.compare(old, new), old, new)
>>> "<del>35处</del>" in page, "<ins>48处</ins>" in page
(True, True)
"""

from __future__ import annotations

from gongwen.reports.comparison.ledger import comparison_csv, write_comparison_workbook
from gongwen.reports.comparison.page import comparison_page, comparisons_page
from gongwen.reports.timeline.ledger import timeline_csv, write_timeline_workbook
from gongwen.reports.timeline.page import timeline_page

__all__ = [
    "comparison_csv",
    "comparison_page",
    "comparisons_page",
    "timeline_csv",
    "timeline_page",
    "write_comparison_workbook",
    "write_timeline_workbook",
]
