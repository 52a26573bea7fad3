"""The lines of section 二 of a rectification notice of 5 July 2024: what each issue says of itself."""

from typing import Any

import gongwen


def observe(given: str) -> Any:
    return told(
        "中共江临市水利局党组关于巡察整改进展情况的通报\n根据市委统一部署，2023年10月9日至12月8日，市委第二巡察组对市水利局党组"
        "进行了巡察。现将整改情况通报如下：\n一、加强组织领导，压实整改责任\n局党组召开会议专题研究。\n二、反馈问题整改落实情况\n"
        f"{given}\n三、下一步工作打算\n持续抓好整改。\n中共江临市水利局党组\n2024年7月5日"
    )


def told(text: str) -> list[dict[str, Any]]:
    """What the record says of each issue of a notice."""
    return [
        {
            "number": issue.number,
            "theme": issue.theme,
            "problem": issue.problem,
            "status": issue.status and issue.status.text,
            "state": issue.status and issue.status.state,
            "ongoing": issue.status and issue.status.ongoing,
            "deadline": issue.status and issue.status.deadline,
            "measures": [measure.text for measure in issue.measures],
            "ordinals": [measure.ordinal for measure in issue.measures],
        }
        for issue in gongwen.parse(text).issues
    ]
