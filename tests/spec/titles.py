"""What a title says of its notice."""

from typing import Any

from gongwen.rules.documents.kinds import read_title


def observe(given: str) -> dict[str, Any]:
    parts = read_title(given)
    return {**parts._asdict(), "issuers": list(parts.issuers), "enclosed": list(parts.enclosed)}
