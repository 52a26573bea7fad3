"""The outline as `id=marker`, and `*` behind a marker that stands inside its paragraph."""

import gongwen


def observe(given: str) -> str:
    notice = gongwen.parse(given)
    return " ".join(
        f"{section.id}={section.marker.text if section.marker else ''}{'*' if section.marker and section.marker.inline else ''}"
        for section in notice.walk()
        if section.id != "0"
    )
