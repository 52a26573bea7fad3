"""The document numbers of a text in normal form, in the order of the text."""

from gongwen.model import Context
from gongwen.rules.documents.document_numbers import find_document_numbers
from gongwen.rules.text.characters import fold


def observe(given: str) -> str:
    found = find_document_numbers(given, fold(given), Context())
    return "; ".join(mention.value["value"] for mention in sorted(found, key=lambda one: one.start)) or "-"
