"""One frozen object holds every choice a caller can make."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """How a notice is parsed. Equal options and equal bytes give equal JSON."""

    max_bytes: int = 64 * 1024 * 1024
    """A source that is larger is refused (`source_too_large`)."""
    max_characters: int = 4_000_000
    """A source that shows more text is refused by the same name: its notice would take gigabytes of memory."""
    profiles: tuple[str, ...] | None = None
    """Names of the profiles to apply, `None` for all that fit the notice."""
    media_type: str | None = None
    """`text/html`, `text/plain` or `text/markdown` where the caller knows it; found from the bytes otherwise, as Word files and
    PDFs always are."""
    encoding: str | None = None
    """The encoding where the caller knows it; found from the bytes otherwise."""
