"""What of a page is the notice, and why the rest is left out."""

from typing import Any

from gongwen.options import Options
from gongwen.readers import read_page


def observe(given: str) -> dict[str, Any]:
    page, found = read_page(given.encode(), Options(media_type="text/html"))
    dropped: dict[str, list[str]] = {}
    for text, reason, _ in page.dropped:
        dropped.setdefault(reason, []).append(text)
    return {
        "title": next((block.text for block in page.blocks if block.part == "title"), None),
        "byline": [block.text for block in page.blocks if block.part == "byline"],
        "text": [block.text for block in page.blocks if not block.part],
        "dropped": dropped,
        "diagnostics": [diagnostic.code for diagnostic in found],
    }
