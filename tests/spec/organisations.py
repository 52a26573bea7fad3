"""The bodies of a text, each `name = canonical name`; a title before `//` is that of the notice."""

from gongwen.model import Context
from gongwen.rules.organisations.mentions import find_organisations
from gongwen.rules.text.characters import fold


def observe(given: str) -> str:
    title, _, text = given.rpartition(" // ")
    found = find_organisations(text, fold(text), Context(title=title))
    return "; ".join(f"{one.value['name']} = {one.value['canonical'] or '?'}" for one in found) or "-"
