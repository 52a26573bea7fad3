"""Notices of several years: what was added, kept, changed and dropped.

>>> import gongwen
>>> text = "江临市商务局关于{}年工作的通知\\n一、加强学习\\n完成培训{}次。\\n江临市商务局\\n{}年3月1日"
>>> found = gongwen.timeline([gongwen.parse(text.format(year, year - 2000, year)) for year in (2023, 2021, 2022)])
>>> [moment.label for moment in found.series[0].notices], found.series[0].topics[0].state
(['2021', '2022', '2023'], 'recurring')
"""

from __future__ import annotations

from gongwen.contract.timeline import Comparisons, Timeline
from gongwen.timelines.build import compare_all, timeline
from gongwen.timelines.cross_section import Panel, panel

__all__ = ["Comparisons", "Panel", "Timeline", "compare_all", "panel", "timeline"]
