"""The lines of section 一 of a rectification notice of 5 July 2024: the issues, their themes and their states."""

from typing import Any

from measures import told


def observe(given: str) -> Any:
    return told(
        "中共云溪县医保局党组关于巡察整改进展情况的通报\n根据县委统一部署，2023年10月9日至12月8日，县委第二巡察组对县医保局党组"
        "进行了巡察。现将整改情况通报如下：\n一、反馈问题整改落实情况\n"
        f"{given}\n二、下一步工作打算\n坚持常抓。\n中共云溪县医保局党组\n2024年7月5日"
    )
