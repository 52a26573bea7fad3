"""The indicators of a report, and what it says it sets no target for."""

from typing import Any

from gongwen.assembly import parse


def observe(given: str) -> dict[str, Any] | None:
    records = [record for record in parse(given).records if record.type == "work_report"]
    return records[0].model_dump() if records else None
