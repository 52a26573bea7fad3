"""The lead of a rectification notice of 5 July 2024, or of the day in a second line."""

from typing import Any

import gongwen


def observe(given: str) -> Any:
    lead, _, day = given.partition("\n")
    year, month, date = (day or "2024-07-05").split("-")
    notice = gongwen.parse(
        f"关于整改进展情况的通报\n{lead}现将整改情况通报如下。\n一、反馈问题整改落实情况\n1.针对学习不深入问题\n"
        f"整改完成情况：已整改完毕。\n中共江临市水利局党组\n{year}年{int(month)}月{int(date)}日"
    )
    found = (record.inspection.model_dump() for record in notice.records if record.type == "rectification")
    return next(found, None)
