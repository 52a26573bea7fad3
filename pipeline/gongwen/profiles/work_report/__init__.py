"""政府工作报告: the record of a government's report to its congress."""

from gongwen.profiles.work_report.profile import applies, record

__all__ = ["applies", "record"]
