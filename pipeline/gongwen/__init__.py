"""Chinese official notices (公文) as validated JSON.

>>> import gongwen
>>> notice = gongwen.parse("关于开展检查的通知\\n一、检查时间\\n2024年6月底前完成。")
>>> notice.metadata.kind.value, [section.heading for section in notice.walk()]
('通知', ['检查时间'])
"""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING

from gongwen.version import VERSION as __version__  # noqa: N811 (the name that tools look for)

if TYPE_CHECKING:
    from gongwen.assembly import parse, read, to_json
    from gongwen.codes import CODES
    from gongwen.comparison import Comparison, compare
    from gongwen.contract import Notice
    from gongwen.errors import ContractError, GongwenError, OptionError, SourceError
    from gongwen.options import Options
    from gongwen.stored import load, schema
    from gongwen.tabular import tables
    from gongwen.timelines import Comparisons, Panel, Timeline, compare_all, panel, timeline

__all__ = [
    "CODES",
    "Comparison",
    "Comparisons",
    "ContractError",
    "GongwenError",
    "Notice",
    "OptionError",
    "Options",
    "Panel",
    "SourceError",
    "Timeline",
    "__version__",
    "compare",
    "compare_all",
    "load",
    "panel",
    "parse",
    "read",
    "schema",
    "tables",
    "timeline",
    "to_json",
]

_HOMES = {
    "CODES": "codes",
    "Comparison": "comparison",
    "Comparisons": "timelines",
    "ContractError": "errors",
    "GongwenError": "errors",
    "Notice": "contract",
    "OptionError": "errors",
    "Options": "options",
    "Panel": "timelines",
    "SourceError": "errors",
    "Timeline": "timelines",
    "compare": "comparison",
    "compare_all": "timelines",
    "load": "stored",
    "panel": "timelines",
    "parse": "assembly",
    "read": "assembly",
    "schema": "stored",
    "tables": "tabular",
    "timeline": "timelines",
    "to_json": "assembly",
}
"""The module that each public name is imported from when it is first asked for (PEP 562): a program that only compares
stored notices never compiles the patterns that parse them, and one that parses never builds the models of a timeline."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'gongwen' has no attribute {name!r}")
    value: object = getattr(_import_module(f"gongwen.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
