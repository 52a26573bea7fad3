"""The role of every block."""

import gongwen


def observe(given: str) -> str:
    return " ".join(block.role for block in gongwen.parse(given).blocks)
