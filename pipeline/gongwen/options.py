"""One frozen object with every choice a caller can make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from gongwen.errors import OptionError

Recognition = Literal["auto", "never", "always"]


@dataclass(frozen=True, slots=True)
class Options:
    """How a notice is parsed. Equal options and equal bytes give equal JSON. Raises `OptionError` (`wrong_ocr`)."""

    max_bytes: int = 64 * 1024 * 1024
    """A source that is larger is refused (`source_too_large`)."""
    max_characters: int = 4_000_000
    """A source with more text is refused with the same code: its notice would take gigabytes of memory."""
    profiles: tuple[str, ...] | None = None
    """Names of the profiles to apply, `None` for all that fit the notice."""
    media_type: str | None = None
    """`text/html`, `text/plain` or `text/markdown` where the caller knows it; found from the bytes otherwise, as the forms that are no
    text always are."""
    ocr: Recognition = "auto"
    """Whether scans and pictures are recognised, which takes seconds a page and the extra `ocr`: `auto` if a source has no
    text, `never` (they are refused by name), `always` a PDF's pages even where they hold text."""
    encoding: str | None = None
    """The encoding where the caller knows it; found from the bytes otherwise."""

    def __post_init__(self) -> None:
        if self.ocr not in get_args(Recognition):
            raise OptionError("wrong_ocr", f"{self.ocr!r} is none of {', '.join(get_args(Recognition))}")
