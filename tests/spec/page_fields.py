"""The labels of a byline that stay as `metadata.fields`."""

import gongwen

REST = "关于开展检查的通知\n各单位：\n请抓好落实。\n江临市水利局\n2024年6月3日"


def observe(given: str) -> str:
    fields = gongwen.parse(f"{given}\n{REST}").metadata.fields
    return " ".join(f"{label}={said.value}" for label, said in fields.items())
