"""附件说明 of a notice."""

import gongwen


def observe(given: str) -> str:
    notice = gongwen.parse(f"关于开展检查的通知\n各单位：\n请抓好落实。\n{given}\n江临市水利局\n2024年6月3日")
    return "/".join(one.value for one in notice.metadata.attachments)
