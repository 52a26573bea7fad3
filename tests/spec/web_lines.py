"""The lines that a page shows."""

from gongwen.readers.html.lines import read_lines
from gongwen.readers.html.tokens import read_tokens


def observe(given: str) -> str:
    return "\n".join(line.text for line in read_lines(read_tokens(given).tokens).lines)
