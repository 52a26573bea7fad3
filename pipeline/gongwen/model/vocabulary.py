"""The closed lists of names that the stages use and the contract publishes, each declared only here.

role "signature"      state "in_progress"      bound "ge" (不少于)      relation "by" (……前)
"""

from __future__ import annotations

from typing import Final, Literal

FORMAT: Final = "gongwen.notice/1"
"""The contract that a notice follows, with its version."""
Role = Literal[
    "breadcrumb", "title", "byline", "document_number", "recipient", "lead", "heading", "paragraph", "item", "table",
    "closing", "contact", "signature", "date", "annotation", "attachment_list", "attachment", "toc", "chrome",
]  # fmt: skip
"""The role of a block in the notice."""
State = Literal[
    "completed", "phase_completed", "mostly_completed", "in_progress", "partial", "not_completed", "overdue",
    "deferred", "planned", "closed", "unknown",
]  # fmt: skip
"""整改状态: what has come of an issue."""
Bound = Literal["eq", "ge", "gt", "le", "lt", "about"]
"""How an amount is bounded: 不少于, 超过, 约 …"""
Relation = Literal["on", "during", "by", "since", "until", "as_of"]
"""How a date relates to what is said: 于, 期间, 前, 起, 止, 截至."""
