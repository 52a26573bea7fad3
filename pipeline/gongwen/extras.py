"""Optional packages, and how to install them: `pip install 'gongwen[tables]'`."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec

from gongwen.errors import OptionError


def require(what: str, extra: str, packages: Iterable[str]) -> None:
    """Raises `OptionError` (`missing_extra`) that says what to install if a package is missing."""
    if missing := [name for name in packages if find_spec(name) is None]:
        advice = f"pip install 'gongwen[{extra}]'"
        raise OptionError("missing_extra", f"{what} needs {' and '.join(missing)}: {advice}")
