"""A page from a template: every inserted text is escaped, and nothing is fetched.

The template engine escapes by itself, in attributes too. A page has a content security policy without scripts,
images or addresses, so that even a mistake in a template could load nothing.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from gongwen.comparison.reading import CHANGES, KINDS
from gongwen.reports import words
from gongwen.reports.palette import variables
from gongwen.version import VERSION

if TYPE_CHECKING:
    from jinja2 import Environment


def page(template: str, **parts: Any) -> str:
    """The page that a template of this package makes of its parts."""
    return _environment().get_template(template).render(parts)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("gongwen.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals |= {
        "version": VERSION,
        "palette": variables(),
        "words": words,
        "changes": CHANGES,
        "kinds": KINDS,
    }
    return made
