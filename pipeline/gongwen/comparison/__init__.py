"""What changed between two notices.

>>> import gongwen
>>> old = gongwen.parse("工作报告\\n一、目标\\n（一）稳就业。城镇新增就业1200万人左右。")
>>> new = gongwen.parse("工作报告\\n一、目标\\n（一）稳就业。城镇新增就业1200万人以上。")
>>> gongwen.compare(old, new).pairs[1].figures[0].operator_changed
True
"""

from __future__ import annotations

from gongwen.comparison.assembly import compare
from gongwen.contract.comparison import Comparison

__all__ = ["Comparison", "compare"]
