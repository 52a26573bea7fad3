"""What the reader makes of a Markdown copy: its marks are left out by name."""

from typing import Any

from gongwen.options import Options
from gongwen.readers import read_page


def observe(given: str) -> dict[str, Any]:
    page, _ = read_page(given.encode(), Options())
    return {
        "type": page.media_type.split("/")[1],
        "text": [block.text for block in page.blocks],
        "gaps": [block.origin.line for block in page.blocks if block.gap],
        "right": [block.text.strip() for block in page.blocks if block.align == "right"],
        "headings": [block.heading for block in page.blocks],
        "bold": [block.text for block in page.blocks if block.bold],
        "dropped": [[text, reason] for text, reason, _ in page.dropped],
        "fields": {field.origin: field.value for field in page.fields},
    }
