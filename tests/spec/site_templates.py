"""The mark among the attributes of an element."""

from typing import Any

from gongwen.rules.layout.site_templates import mark_of


def observe(given: str) -> dict[str, Any] | None:
    mark = mark_of(" " + given)
    return mark and {"part": mark.part, "system": mark.system}
