"""What a keeper and its worker say to each other: a length (four bytes), a letter and a body.

to the worker      SETTINGS, then TASK after TASK
from it            READY, then for each task BEGINS with the place of each document, and at last RESULT;
                   OUT_OF_MEMORY or a FAULT outside of a document in its stead
"""

from __future__ import annotations

import os
import struct
from typing import BinaryIO, Final

HEAD: Final = struct.Struct(">Ic")
PLACE: Final = struct.Struct(">I")
SETTINGS: Final = b"S"
TASK: Final = b"T"
READY: Final = b"Y"
BEGINS: Final = b"A"
RESULT: Final = b"R"
OUT_OF_MEMORY: Final = b"M"
FAULT: Final = b"B"


def receive(incoming: BinaryIO) -> tuple[bytes, bytes]:
    """Letter and body of the next message; blocks. Raises `EOFError` where the other end is closed."""
    head = incoming.read(HEAD.size)
    if len(head) < HEAD.size:
        raise EOFError
    length, letter = HEAD.unpack(head)
    body = incoming.read(length)
    if len(body) < length:
        raise EOFError
    return letter, body


def send(outgoing: int, letter: bytes, body: bytes) -> None:
    """Write a message; blocks."""
    view = memoryview(HEAD.pack(len(body), letter) + body)
    while view:
        view = view[os.write(outgoing, view) :]
