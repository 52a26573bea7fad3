"""What the reader makes of a Markdown copy, as of a plain text: its marks are left out by name."""

from plain_text import observe as observe
