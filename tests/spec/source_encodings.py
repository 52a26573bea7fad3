"""`CODEC TEXT`: how the bytes of a text in that codec are read; `\\xNN` in the text is that byte."""

import re
from typing import Any

from gongwen.readers.encoding import decode


def observe(given: str) -> dict[str, Any]:
    codec, text = given.split(" ", 1)
    pieces = re.split(r"\\x([0-9a-f]{2})", text)
    raw = b"".join(
        bytes([int(piece, 16)]) if at % 2 else piece.encode(codec) for at, piece in enumerate(pieces)
    )
    read, encoding, found = decode(raw)
    return {"encoding": encoding, "text": read, "diagnostics": [diagnostic.code for diagnostic in found]}
