"""The title of a notice and its lead: whether it accounts for a rectification, and so has a record."""

import gongwen


def observe(given: str) -> bool:
    title, _, lead = given.partition("\n")
    lead = lead or "根据有关要求，现将有关情况通报如下。"
    notice = gongwen.parse(
        f"{title}\n{lead}\n一、提高认识\n各单位要高度重视。\n二、抓好落实\n按期完成任务。\n江临市水利局\n2024年7月5日"
    )
    return any(record.type == "rectification" for record in notice.records)
