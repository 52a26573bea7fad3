"""The documents that a text cites, each with what is known of it; a title before `//` is that of the notice."""

from typing import Any

from gongwen.model import Context
from gongwen.rules.documents.mentions import find_documents
from gongwen.rules.text.characters import fold


def observe(given: str) -> list[dict[str, Any]]:
    title, _, text = given.rpartition(" // ")
    found = find_documents(text, fold(text), Context(title=title))
    return [
        {"text": text[start:end]} | {k: v for k, v in value.items() if v} for _, start, end, value in found
    ]
