"""A parser that does what a document tells it: the tests' way to a worker that hangs, dies or eats memory.

#HANG 30#     #DIE SIGSEGV#       #EAT#     #RAISE#     #SLEEP 0.01#
"""

from __future__ import annotations

import os
import re
import signal
import time
from typing import Any

import gongwen

ORDER = re.compile(rb"#([A-Z]+) ?([\w.]*)#")


def parse(raw: bytes, uri: str | None = None, options: Any = None) -> gongwen.Notice:
    for order, value in ORDER.findall(raw):
        obey(order.decode(), value.decode())
    return gongwen.parse(raw, uri, options)


def obey(order: str, value: str) -> None:
    match order:
        case "HANG" | "SLEEP":
            time.sleep(float(value))
        case "DIE":
            os.kill(os.getpid(), getattr(signal, value))
        case "EAT":
            held = []
            while True:
                held.append(bytearray(64 * 1024 * 1024))
        case "RAISE":
            raise ZeroDivisionError("a fault of the program")
