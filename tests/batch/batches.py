"""What the tests of batches share: folders of notices, what a run left in its output, runs in a process of their own."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gongwen.batch import Settings, Summary, convert

HERE = Path(__file__).parent
TOPICS = ("校园安全", "防汛准备", "消防设施", "食品经营", "燃气管道", "道路养护", "档案管理")
TEXT = """江临市{topic}工作领导小组关于开展{topic}检查的通知
各县（区）人民政府：
一、检查范围
（一）辖区内{number}处{topic}点位，投入资金{number}.5万元。
（二）2024年{month}月底前完成自查，整改率不低于{rate}%。
二、工作要求
一是压实责任。二是建立台账。三是按照《江临市{topic}管理办法》逐项销号。
江临市人民政府办公室
2024年{month}月9日
"""
FAULTY = Settings(parser="faulty:parse", jobs=2, timeout=5.0, memory=150)
"""Workers with the parser of `faulty.py`, which does what a document tells it."""


def text(number: int) -> str:
    """A small notice, another for each number."""
    return TEXT.format(
        topic=TOPICS[number % len(TOPICS)], number=number + 3, month=number % 12 + 1, rate=60 + number % 40
    )


def page(number: int) -> str:
    """The notice as a page."""
    title, *lines = text(number).splitlines()
    body = "".join(f"<p>{line}</p>" for line in lines)
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div id='zoom'>{body}</div></body></html>"


def folder(root: Path, count: int, **special: bytes | str) -> Path:
    """A folder of notices, texts and pages in three folders; `special` are files by name, `.txt` added."""
    for number in range(count):
        name = f"{2020 + number % 3}/{number:04d}" + (".html" if number % 2 else ".txt")
        write(root / name, page(number) if number % 2 else text(number))
    for name, content in special.items():
        write(root / f"2021/{name}.txt", content)
    return root


def write(path: Path, content: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def tree(output: Path) -> dict[str, bytes]:
    """Every file that a run left, but for what tells of the run itself."""
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file() and ".gongwen" not in path.parts and path.name != "summary.json"
    }


def notices(output: Path) -> dict[str, Any]:
    """The notices of a run by their names."""
    return {name: json.loads(raw) for name, raw in tree(output).items() if name.endswith(".json")}


def failures(output: Path) -> dict[str, str]:
    """Code by uri, as `errors.jsonl` has them; each uri once."""
    log = output / "errors.jsonl"
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()] if log.exists() else []
    assert all(line["reason"] for line in lines)
    assert len({line["uri"] for line in lines}) == len(lines)
    return {line["uri"]: line["code"] for line in lines}


def documents(output: Path) -> list[str]:
    """The uris in the state, one a row."""
    with sqlite3.connect(output / ".gongwen/state.sqlite") as database:
        found = [uri for (uri,) in database.execute("SELECT uri FROM documents")]
    database.close()
    return found


def run(source: Path | Sequence[str], output: Path, settings: Settings | None = None, **more: Any) -> Summary:
    """A batch from this process, one worker if nothing is said."""
    inputs = [str(source)] if isinstance(source, Path) else list(source)
    return convert(inputs, output, settings or Settings(jobs=1), **more)


def command(*arguments: str, before: str = "", **more: Any) -> subprocess.Popen[str]:
    """`gongwen ARGUMENTS` in a process of its own, after the shell's `before`."""
    program = [sys.executable, "-c", "from gongwen.cli.app import app; app()", *arguments]
    if before:
        program = ["bash", "-c", f'{before} && exec "$@"', "bash", *program]
    return subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more)


def wait_for_results(main: subprocess.Popen[str], output: Path) -> None:
    """Until a run that is at work has written its first notice."""
    while not list(output.rglob("*.json")):
        assert main.poll() is None, main.communicate()
        time.sleep(0.01)


def processes(named: str) -> list[int]:
    """The processes of this machine whose command begins so."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if (entry / "cmdline").read_bytes().startswith(named.encode()):
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def children(of: int) -> list[int]:
    """The processes that a process started and that are still there."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            stat = (entry / "stat").read_text()
        except (OSError, ValueError):
            continue
        parent = int(stat.rpartition(")")[2].split()[1])
        if entry.name.isdecimal() and parent == of:
            found.append(int(entry.name))
    return found


def is_alive(process: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False


def search_path() -> str:
    """Where workers look for `faulty.py`, before all that they know already."""
    return os.pathsep.join(part for part in (str(HERE), os.environ.get("PYTHONPATH", "")) if part)
