"""An issue in a rectification notice of 5 July 2024: who answers for it."""

import gongwen


def observe(given: str) -> list[list[str]]:
    notice = gongwen.parse(
        "中共江临市水利局党组关于巡察整改进展情况的通报\n"
        "根据市委统一部署，2023年10月9日至12月8日，市委第二巡察组对市水利局党组进行了巡察。现将整改情况通报如下：\n"
        f"一、反馈问题整改情况\n{given}\n二、下一步工作打算\n持续抓好后续整改工作。\n中共江临市水利局党组\n2024年7月5日"
    )
    for issue in notice.issues:
        assert all(notice.text[slice(*one.span)] == one.value for one in issue.responsible)
    return [[f"{one.label}:{one.value}" for one in issue.responsible] for issue in notice.issues]
