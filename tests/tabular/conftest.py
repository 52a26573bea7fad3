"""The samples as notices, one with a record made by hand, and the tables of them."""

from collections.abc import Callable
from pathlib import Path

import pyarrow
import pytest

import gongwen
from gongwen.contract import notice_of

ROOT = Path(__file__).parents[2]
SAMPLES = sorted(path for path in (ROOT / "samples").iterdir() if path.suffix in (".html", ".txt", ".md"))
RECTIFICATION = """中共江临市水利局党组关于市委第一巡察组巡察反馈意见整改进展情况的通报
2023年3月6日至5月12日，市委第一巡察组对江临市水利局党组进行了巡察，7月4日反馈了意见。
一、党的建设方面
1.学习不够深入。
整改措施：一是制定学习计划。二是每月检查一次。
整改完成情况：已完成，长期坚持。
2.河道采砂监管不到位。
整改措施：清理非法采砂点12处。
整改完成情况：正在推进，2024年6月底前完成。
中共江临市水利局党组
2023年9月12日
"""


def rectification(uri: str = "pages/rectification.txt", long: str = "") -> gongwen.Notice:
    """A notice whose record does not depend on what the profile finds; `long` goes into a measure."""
    plain = gongwen.parse(RECTIFICATION, uri).model_dump()
    text = plain["text"]

    def at(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    def measure(words: str, ordinal: int | None = None) -> dict[str, object]:
        return {"section": None, "ordinal": ordinal, "heading": None, "text": words + long, "span": at(words)}

    done, going = "已完成，长期坚持", "正在推进，2024年6月底前完成"
    plain["records"] = [
        {
            "type": "rectification",
            "inspection": {
                "inspector": "市委第一巡察组", "level": "city", "kind": "巡察", "inspected": "江临市水利局党组",
                "started_on": "2023-03-06", "ended_on": "2023-05-12", "feedback_on": "2023-07",
            },
            "issues": [
                {
                    "id": "i1", "number": 1, "section": None, "span": at("学习不够深入"), "theme": "党的建设方面",
                    "problem": "学习不够深入", "documents": ["学习制度"],
                    "status": {"text": done, "state": "completed", "ongoing": True, "deadline": None, "span": at(done)},
                    "measures": [measure("制定学习计划", 1), measure("每月检查一次", 2)],
                },
                {
                    "id": "i2", "number": 2, "section": None, "span": at("河道采砂监管不到位"), "theme": "党的建设方面",
                    "problem": "=河道采砂监管不到位", "documents": [],
                    "status": {
                        "text": going, "state": "in_progress", "ongoing": False, "deadline": "2024-06-30", "span": at(going),
                    },
                    "measures": [measure("清理非法采砂点12处")],
                },
            ],
            "statistics": [{"label": "反馈问题", "amount": "2", "unit": "个", "span": at("1.学习")}],
            "next_steps": [],
        }
    ]  # fmt: skip
    return notice_of(plain)


@pytest.fixture(scope="session")
def rectified() -> Callable[..., gongwen.Notice]:
    """Makes a notice with a record, see `rectification`."""
    return rectification


@pytest.fixture(scope="session")
def notices() -> list[gongwen.Notice]:
    found = [gongwen.parse(path.read_bytes(), f"samples/{path.name}") for path in SAMPLES]
    return [*found, rectification()]


@pytest.fixture(scope="session")
def tables(notices: list[gongwen.Notice]) -> dict[str, pyarrow.Table]:
    return gongwen.tables(notices)
