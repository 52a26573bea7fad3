"""The title, the lead and the signature of a notice of 5 July 2024: whom it says was inspected."""

import gongwen


def observe(given: str) -> str | None:
    title, lead, signed = given.split("\n")
    notice = gongwen.parse(
        f"{title}\n2023年3月6日至4月20日，市委第二巡察组{lead}。现将整改情况通报如下。\n一、反馈问题整改落实情况\n"
        f"1.针对学习不深入问题\n整改完成情况：已整改完毕。\n{signed}\n2024年7月5日"
    )
    found = (record.inspection.inspected for record in notice.records if record.type == "rectification")
    return next(found, "no record")
