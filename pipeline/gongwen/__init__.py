"""Chinese official notices (公文) as validated JSON.

>>> import gongwen
>>> notice = gongwen.parse("关于开展检查的通知\\n一、检查时间\\n2024年6月底前完成。")
>>> notice.metadata.kind.value, [section.heading for section in notice.walk()]
('通知', ['检查时间'])
"""

from __future__ import annotations

from gongwen.assembly import parse, read
from gongwen.codes import CODES
from gongwen.comparison import Comparison, compare
from gongwen.contract import Notice
from gongwen.errors import ContractError, GongwenError, OptionError, SourceError
from gongwen.options import Options
from gongwen.stored import load, schema
from gongwen.tabular import tables
from gongwen.timelines import Comparisons, Timeline, compare_all, timeline
from gongwen.version import VERSION as __version__

__all__ = [
    "CODES",
    "Comparison",
    "Comparisons",
    "ContractError",
    "GongwenError",
    "Notice",
    "OptionError",
    "Options",
    "SourceError",
    "Timeline",
    "__version__",
    "compare",
    "compare_all",
    "load",
    "parse",
    "read",
    "schema",
    "tables",
    "timeline",
]
