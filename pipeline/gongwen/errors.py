"""What goes wrong for the caller. What is odd about a notice is a diagnostic instead (`gongwen.codes`)."""

from __future__ import annotations


class GongwenError(Exception):
    """A wrong argument, or a source that is not a document.

    `code` names the kind of error, as in `errors.jsonl`; the message says what to do.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code

    def __reduce__(self) -> tuple[type[GongwenError], tuple[str, str]]:
        return type(self), (self.code, str(self))


class SourceError(GongwenError):
    """The source can't be read: empty, binary, encrypted, too large, missing."""


class OptionError(GongwenError):
    """An option has a value that it can't have."""


class ContractError(GongwenError):
    """A stored document breaks the contract."""
