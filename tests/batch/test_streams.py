"""A source is a file, or a stream that the user named; nothing waits for what never comes, nothing damaged is a crash."""

from __future__ import annotations

import gzip
import io
import os
import socket
import struct
import tarfile
import zipfile
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from batches import command, failures, folder, run, text, write

from gongwen.batch import Choice, Settings, Sources
from gongwen.errors import ContractError
from gongwen.gathering import gather
from gongwen.options import Options
from gongwen.stored import load_lines


def pipe(path: Path) -> Path:
    os.mkfifo(path)
    return path


def test_pipes_sockets_and_devices_in_a_folder_are_refused_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = folder(tmp_path / "in", 4)
    pipe(source / "2020/pipe.txt")
    (source / "2020/link.html").symlink_to(pipe(tmp_path / "elsewhere"))
    (source / "2020/zero.txt").symlink_to("/dev/zero")
    (source / "2020/packed.zip").symlink_to(tmp_path / "elsewhere")
    monkeypatch.chdir(source / "2020")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket.txt")
        summary = run(source, tmp_path / "out", Settings(jobs=1, timeout=2.0))
    assert (summary.converted, summary.failed) == (4, 5)
    assert set(failures(tmp_path / "out").values()) == {"source_unreadable"}
    notices, passed = gather([str(source)])
    assert len(notices) == 4
    assert {one.code for one in passed} == {"source_unreadable"}


def test_a_pipe_in_a_list_is_refused_and_one_that_is_named_is_read(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 2)
    named = pipe(tmp_path / "named.txt")
    write(tmp_path / "list", f"{named}\n/dev/zero\n{source}/2020/0000.txt\n")
    items = list(Sources([], Choice(from_list=str(tmp_path / "list"))))
    assert [item.trouble and item.trouble[0] for item in items] == ["source_unreadable"] * 2 + [None]
    main = command("convert", str(named), "-o", str(tmp_path / "out"))
    named.write_text(text(3), "utf-8")
    main.communicate(timeout=60)
    assert main.returncode == 0


def test_a_stream_without_an_end_is_too_large(tmp_path: Path) -> None:
    settings = Settings(jobs=1, options=Options(max_bytes=100_000))
    assert run(["/dev/zero"], tmp_path / "out", settings).failures == {"source_too_large": 1}


def tar(*members: tuple[str, bytes, int], kind: bytes = tarfile.REGTYPE) -> bytes:
    """Members with the size that their header claims."""
    made = io.BytesIO()
    for name, content, size in members:
        entry = tarfile.TarInfo(name)
        entry.size, entry.type = size, kind
        made.write(entry.tobuf(tarfile.GNU_FORMAT) + content + b"\0" * (-len(content) % 512))
    return made.getvalue() + b"\0" * 1024


@pytest.mark.parametrize("name", ["notice.txt", "picture.png"])
@pytest.mark.parametrize("size", [2000, 10**9, 8**11 - 1, 2**62, 2**80])
@pytest.mark.parametrize("kind", [tarfile.REGTYPE, tarfile.GNUTYPE_SPARSE, tarfile.GNUTYPE_LONGNAME])
@pytest.mark.parametrize("ending", [".tar", ".tar.gz"])
def test_a_tar_whose_header_lies_ends_soon(
    tmp_path: Path, name: str, size: int, kind: bytes, ending: str
) -> None:
    raw = tar((name, b"", size), kind=kind)
    path = write(tmp_path / f"a{ending}", gzip.compress(raw) if ending == ".tar.gz" else raw)
    items = list(Sources([str(path)]))
    assert all(item.trouble or item.raw == b"" for item in items)


@pytest.mark.parametrize("others", [0, 3])
def test_a_zip_member_without_a_name_is_told(tmp_path: Path, others: int) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for number in range(others):
            archive.writestr(f"{number}.txt", text(number))
        archive.writestr(zipfile.ZipInfo("x"), text(9))
    raw = made.getvalue()
    raw = nameless(raw)
    items = list(Sources([str(write(tmp_path / "a.zip", raw))]))
    assert [item.trouble[0] for item in items if item.trouble] == ["archive_unsafe_name"]
    assert len(items) == others + 1


def nameless(raw: bytes) -> bytes:
    """A zip whose last member, `x`, has lost its name in the directory."""
    at = raw.rindex(b"PK\x01\x02")
    end = raw.rindex(b"PK\x05\x06")
    entry = bytearray(raw[at:end])
    entry[28:30] = b"\0\0"
    del entry[46:47]
    tail = bytearray(raw[end:])
    (size,) = struct.unpack_from("<I", tail, 12)
    struct.pack_into("<I", tail, 12, size - 1)
    return raw[:at] + bytes(entry) + bytes(tail)


def test_damage_anywhere_in_an_archive_or_a_table_is_no_crash(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", text(1))
    rows = b'{"text": "' + "一、甲".encode() + b'", "n": 1}\n' * 3
    sound = {
        "a.zip": packed.getvalue(),
        "a.tar": tar(("a.txt", b"x" * 900, 900)),
        "a.tar.gz": gzip.compress(tar(("a.txt", b"x" * 900, 900)), mtime=0),
        "a.jsonl.gz": gzip.compress(rows, mtime=0),
        "a.csv": "text,n\n一、甲,1\n".encode(),
    }
    random = Random(15)
    for _ in range(400):
        name, raw = random.choice(sorted(sound.items()))
        damaged = bytearray(raw)
        for _ in range(random.randint(1, 6)):
            damaged[random.randrange(len(damaged))] = random.randrange(256)
        for _ in Sources([str(write(tmp_path / name, bytes(damaged[: random.randint(1, len(raw))])))]):
            pass


def test_damaged_lines_of_stored_notices_are_told(tmp_path: Path) -> None:
    sound = bytearray(gzip.compress(b"{}\n" * 200, mtime=0))
    random = Random(13)
    for _ in range(300):
        damaged = bytearray(sound)
        damaged[random.randrange(len(damaged))] ^= 1 << random.randrange(8)
        path = write(tmp_path / "a.jsonl.gz", bytes(damaged[: random.randint(1, len(damaged))]))
        with suppress(ContractError):
            assert all(isinstance(one, ContractError) for one in load_lines(path))
