"""The contacts of a notice whose last paragraph is the given one, behind the role of that paragraph."""

import gongwen


def observe(given: str) -> list[str]:
    notice = gongwen.parse(
        "中共江临市水利局党组关于巡察整改进展情况的通报\n现将整改情况通报如下。\n一、反馈问题整改落实情况\n"
        f"1.针对学习不深入问题\n整改完成情况：已整改完毕。\n{given}\n中共江临市水利局党组\n2024年7月5日"
    )
    role = next(block.role for block in notice.blocks if given.startswith(notice.text[slice(*block.span)]))
    for contact in notice.metadata.contacts:
        assert contact.span is not None
        assert notice.text[slice(*contact.span)] == contact.value
    return [role, *(contact.value for contact in notice.metadata.contacts)]
