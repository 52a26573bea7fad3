"""A table in a rectification notice of 5 July 2024: a page, as texts have no tables."""

from typing import Any

import gongwen


def observe(given: str) -> Any:
    rows = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("→")) + "</tr>" for row in given.split("\n")
    )
    page = (
        "<html><head><title>整改情况</title></head><body><h1>中共江临市水利局党组关于巡察整改进展情况的通报</h1><div id='zoom'>"
        "<p>根据市委统一部署，2023年10月9日至12月8日，市委第二巡察组对市水利局党组进行了巡察。现将整改情况通报如下：</p>"
        f"<p>一、反馈问题整改情况</p><table border='1'>{rows}</table><p>二、下一步工作打算</p><p>持续抓好后续整改工作。</p>"
        "<p>中共江临市水利局党组</p><p>2024年7月5日</p></div></body></html>"
    )
    return [
        {
            "number": issue.number,
            "theme": issue.theme,
            "problem": issue.problem,
            "state": issue.status and issue.status.state,
            "ongoing": issue.status and issue.status.ongoing,
            "deadline": issue.status and issue.status.deadline,
            "measures": [measure.text for measure in issue.measures],
            "ordinals": [measure.ordinal for measure in issue.measures],
            "responsible": [f"{one.label}:{one.value}" for one in issue.responsible],
        }
        for issue in gongwen.parse(page).issues
    ]
