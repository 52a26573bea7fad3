"""A short run of every fuzz target, the same in each run; the long ones are `tests/fuzz/long.py`."""

from __future__ import annotations

from random import Random

import pytest
from targets import TARGETS, seeds

RUNS = {
    "bytes": 40,
    "html": 250,
    "notice": 250,
    "docx": 200,
    "damaged_docx": 120,
    "pdf": 150,
    "archives": 400,
    "stored": 40,
}


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_finds_nothing(name: str, request: pytest.FixtureRequest) -> None:
    random = Random(None if request.config.getoption("--explore") else name)
    for seed in seeds(name):
        TARGETS[name](seed)
    for _ in range(RUNS[name]):
        TARGETS[name](_input(name, random))


def _input(name: str, random: Random) -> bytes:
    if name != "bytes":
        return random.randbytes(random.randrange(8, 400))
    raw = bytearray(random.choice(seeds(name))[:3000])
    for _ in range(random.randrange(1, 30)):
        at = random.randrange(len(raw))
        match random.randrange(3):
            case 0:
                raw[at] = random.randrange(256)
            case 1:
                del raw[at : at + random.randrange(1, 40)]
            case _:
                raw[at:at] = raw[at : at + 40] * random.randrange(1, 20)
    return bytes(raw)
