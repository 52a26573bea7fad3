"""The contacts of a text in their order: type and value."""

from gongwen.model import Context
from gongwen.rules.contacts.mentions import find_contacts
from gongwen.rules.text.characters import fold


def observe(given: str) -> str:
    found = sorted(find_contacts(given, fold(given), Context()), key=lambda one: one.start)
    return "; ".join(f"{mention.value['type']} {mention.value['value']}" for mention in found) or "-"
