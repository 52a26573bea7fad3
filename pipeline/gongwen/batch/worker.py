"""The worker: a chunk in, a result out; and the process around it, at the end of a pipe.

    python -m gongwen.batch.worker       started and ended by `gongwen.batch.keeper`

Messages are a length (four bytes), a letter and a body. To the worker: `S` the settings, `T` a task. From it: `S` it is
ready, `A` it begins the document of this place, `R` the result, `M` memory ran out, `B` a fault outside of a document.
"""

from __future__ import annotations

import gc
import hashlib
import os
import pickle
import signal
import struct
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any, BinaryIO, NamedTuple

from gongwen.batch.forms import FILES, FORMS, file_of
from gongwen.batch.item import Item, read_item
from gongwen.batch.settings import Settings
from gongwen.contract import Notice
from gongwen.errors import GongwenError

HEAD = struct.Struct(">Ic")
PLACE = struct.Struct(">I")
GARBAGE = (20_000, 20, 50)
"""Thresholds of the garbage collector: a notice is some ten thousand objects that die together, without cycles."""


class Task(NamedTuple):
    """A chunk with what is known of it from earlier attempts."""

    items: tuple[Item, ...]
    failed: dict[int, tuple[str, str]]
    """Places of documents that are passed over, with code and reason."""
    careful: bool
    """Make the forms of each document by itself as well, to find the one that they fail on."""


class Outcome(NamedTuple):
    """How one document ended."""

    sha256: str | None
    code: str | None
    """Of the failure, `None` where a notice was made."""
    reason: str | None
    kind: str | None
    """文种 of the notice."""


class Result(NamedTuple):
    """What a chunk gave."""

    outcomes: list[Outcome]
    diagnostics: dict[str, int]
    """How often each code stands in the notices."""
    files: list[bytes | None]
    """The JSON file of each document, `None` for a failure; empty where no files are asked for."""
    pieces: dict[str, bytes]
    """For each form the piece of this chunk."""


Parser = Callable[..., Notice]


def work(
    task: Task, parse: Parser, settings: Settings, forms: tuple[str, ...], begins: Callable[[int], None]
) -> Result:
    """Do a chunk. `begins` is told the place of each document before it is read.

    `MemoryError` rises: the process can't be trusted any more. So does a fault of a form outside of a document.
    """
    outcomes: list[Outcome] = []
    notices: list[Notice] = []
    files: list[bytes | None] = []
    for place, item in enumerate(task.items):
        begins(place)
        known = task.failed.get(place)
        outcome, notice, file = _document(item, known, parse, settings, forms, task.careful)
        outcomes.append(outcome)
        if notice is not None:
            notices.append(notice)
        if FILES in forms:
            files.append(file)
    begins(len(task.items))
    pieces = {form: FORMS[form](notices) for form in forms if form != FILES}
    found = Counter(diagnostic.code for notice in notices for diagnostic in notice.diagnostics)
    return Result(outcomes, dict(found), files, pieces)


def _document(
    item: Item,
    known: tuple[str, str] | None,
    parse: Parser,
    settings: Settings,
    forms: tuple[str, ...],
    careful: bool,
) -> tuple[Outcome, Notice | None, bytes | None]:
    sha256: str | None = None
    try:
        raw = read_item(item, settings.options.max_bytes)
        sha256 = hashlib.sha256(raw).hexdigest()
        if known is not None:
            return Outcome(sha256, *known, None), None, None
        notice = with_fields(parse(raw, item.uri, settings.options), item.fields)
        file = file_of(notice) if FILES in forms else None
        if careful:
            for form in forms:
                if form != FILES:
                    FORMS[form]([notice])
    except GongwenError as error:
        return Outcome(sha256, error.code, str(error), None), None, None
    except MemoryError:
        raise
    except Exception as error:  # a fault of the program must not cost the rest of the batch
        return Outcome(sha256, "internal_error", f"{type(error).__name__}: {error}", None), None, None
    kind = notice.metadata.kind
    return Outcome(sha256, None, None, kind.value if kind else None), notice, file


def with_fields(notice: Notice, fields: tuple[tuple[str, str], ...]) -> Notice:
    """The notice with other columns of its row in `source.fields`."""
    if not fields:
        return notice
    source = notice.source.model_copy(update={"fields": dict(fields)})
    return notice.model_copy(update={"source": source})


def parser_of(name: str) -> Parser:
    """The function that `module:function` names."""
    module, _, function = name.partition(":")
    found: Parser = getattr(import_module(module), function)
    return found


# ------------------------------------------------------------------ the process


def main() -> None:
    """Serve a keeper until its end of the pipe closes."""
    incoming = os.fdopen(os.dup(0), "rb")
    outgoing = os.dup(1)
    os.dup2(2, 1)  # what a library prints must not run into the messages
    with suppress(BrokenPipeError):
        _serve(incoming, outgoing)


def _serve(incoming: BinaryIO, outgoing: int) -> None:
    settings: Settings
    _, body = _receive(incoming)
    settings, forms = pickle.loads(body)
    try:
        parse = parser_of(settings.parser)
        work(Task((), {}, False), parse, settings, forms, lambda place: None)
    except Exception as error:
        _send(outgoing, b"B", f"{type(error).__name__}: {error}".encode())
        return
    gc.freeze()
    gc.set_threshold(*GARBAGE)
    _limit_memory(settings.memory)
    late = settings.timeout * 1.5 + 5 if settings.timeout else 0.0

    def begins(place: int) -> None:
        _alarm(late)
        _send(outgoing, b"A", PLACE.pack(place))

    _send(outgoing, b"S", b"")
    while True:
        try:
            _, body = _receive(incoming)
        except EOFError:
            return
        _answer(outgoing, Task(*pickle.loads(body)), parse, settings, forms, begins)
        _alarm(0.0)


def _answer(outgoing: int, task: Task, *rest: Any) -> None:
    try:
        answer = pickle.dumps(tuple(work(task, *rest)), protocol=5)
    except MemoryError:
        _send(outgoing, b"M", b"")
        os._exit(1)
    except Exception as error:
        _send(outgoing, b"B", f"{type(error).__name__}: {error}".encode())
        return
    _send(outgoing, b"R", answer)


def _alarm(seconds: float) -> None:
    """End this process after so long, should its keeper be gone and not do it; 0 calls it off."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory(mebibytes: int) -> None:
    """Hold the address space to what is used now and so much more."""
    try:
        import resource

        with open("/proc/self/statm") as stream:
            used = int(stream.read().split()[0]) * resource.getpagesize()
    except (ImportError, OSError):
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if mebibytes:
        most = used + mebibytes * 1024 * 1024
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _receive(incoming: BinaryIO) -> tuple[bytes, bytes]:
    head = incoming.read(HEAD.size)
    if len(head) < HEAD.size:
        raise EOFError
    length, letter = HEAD.unpack(head)
    return letter, incoming.read(length)


def _send(outgoing: int, letter: bytes, body: bytes) -> None:
    view = memoryview(HEAD.pack(len(body), letter) + body)
    while view:
        view = view[os.write(outgoing, view) :]


if __name__ == "__main__":
    # The module is loaded a second time under its own name, so that what is unpickled is what is asked for.
    from gongwen.batch.worker import main as serve

    serve()
    sys.stdout.flush()
