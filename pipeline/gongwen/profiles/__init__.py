"""What a genre adds: a profile reads a record from each notice that it applies to.

A new one is one module with `applies` and `record`, and one line here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from gongwen.model import Diagnostic, Draft
from gongwen.model.records import Record
from gongwen.profiles.rectification import profile as rectification
from gongwen.profiles.work_report import profile as work_report


class Profile(NamedTuple):
    """A genre that has a record of its own."""

    name: str
    applies: Callable[[Draft], bool]
    record: Callable[[Draft], tuple[Record, list[Diagnostic]]]


PROFILES: tuple[Profile, ...] = (
    Profile("rectification", rectification.applies, rectification.record),
    Profile("work_report", work_report.applies, work_report.record),
)
