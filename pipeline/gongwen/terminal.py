"""What the commands print: tables and trees on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from gongwen.codes import CODES, Code
from gongwen.errors import OptionError

if TYPE_CHECKING:
    from gongwen.contract import Issue, Metadata, Notice, Section, Sourced
    from gongwen.conversion import Failure

MANY = 20
"""A progress bar is worth its place from so many inputs on."""
STYLES = {"info": "dim", "warning": "yellow", "error": "bold red"}
LABELS = {
    "title": "标题 title",
    "kind": "文种 kind",
    "enclosed_kind": "所附文种 enclosed kind",
    "document_number": "发文字号 number",
    "issuers": "发文机关 issuers",
    "recipients": "主送机关 recipients",
    "signed_on": "成文日期 signed on",
    "published_at": "发布日期 published at",
    "published_by": "来源 published by",
    "index_number": "索引号 index number",
    "subject": "主题分类 subject",
    "attachments": "附件 attachments",
    "contacts": "联系方式 contacts",
}


def _console() -> Console:
    return Console(highlight=False, soft_wrap=not sys.stdout.isatty())


@contextmanager
def progress(total: int) -> Iterator[Callable[[str], None]]:
    """A bar on standard error for long work on a terminal, nothing elsewhere."""
    if total < MANY or not sys.stderr.isatty():
        yield lambda uri: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda uri: bar.update(task, advance=1, description=uri[-40:])


def summary(total: int, failures: Sequence[Failure], output: Path) -> None:
    """How a conversion ended."""
    print(f"{total - len(failures)} of {total} converted into {output}")
    if failures:
        for code, count in Counter(failure.code for failure in failures).most_common():
            print(f"  {count} failed: {code}")
        print(f"  see {output / 'errors.jsonl'}")


def show(notice: Notice, depth: int) -> None:
    """Metadata, outline, records and diagnostics of one notice."""
    console = _console()
    console.print(_metadata(notice.metadata))
    tree = Tree(Text(notice.title or "(no title)", style="bold"))
    _branches(tree, notice, notice.outline, depth)
    console.print(tree)
    for record in notice.records:
        console.print(_issues(record.issues))
    mentioned = Counter(mention.kind for mention in notice.mentions)
    console.print("mentions: " + ", ".join(f"{kind} {count}" for kind, count in mentioned.most_common()))
    for doubt in notice.diagnostics:
        line = Text(f"{doubt.severity}: ", style=STYLES[doubt.severity])
        console.print(line.append(f"{doubt.message} [{doubt.code}]", style="default"))


def _metadata(metadata: Metadata) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 1))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, label in LABELS.items():
        value: Sourced | list[Sourced] | None = getattr(metadata, name)
        for one in value if isinstance(value, list) else [value]:
            if one is not None:
                table.add_row(label, Text(one.value))
                label = ""
    return table


def _branches(tree: Tree, notice: Notice, sections: Sequence[Section], depth: int) -> None:
    for section in sections:
        own = notice.text_of(section).replace("\n", " ")
        line = Text(section.marker.text if section.marker else "", style="cyan")
        line.append(section.heading or "", style="bold")
        line.append((" " if section.heading else "") + own[:60] + ("…" if len(own) > 60 else ""), style="dim")
        branch = tree.add(line)
        if section.depth < depth:
            _branches(branch, notice, section.children, depth)


def _issues(issues: Sequence[Issue]) -> Table:
    table = Table(title=f"反馈问题 {len(issues)} issues", title_justify="left")
    for heading in ("", "问题 problem", "整改情况 status", "措施 measures"):
        table.add_column(heading, overflow="fold")
    for issue in issues:
        state = (
            ""
            if issue.status is None
            else issue.status.state + (" (ongoing)" if issue.status.ongoing else "")
        )
        number = "" if issue.number is None else str(issue.number)
        table.add_row(number, Text(issue.problem), state, str(len(issue.measures)))
    return table


def explain(code: str) -> None:
    """The page of one code, or the list of all. Raises `OptionError` (`unknown_code`)."""
    console = _console()
    if not code:
        table = Table(box=None, padding=(0, 1))
        for heading in ("code", "severity", "what it says"):
            table.add_column(heading)
        for name, row in sorted(CODES.items()):
            table.add_row(name, Text(row.severity, style=STYLES[row.severity]), row.what)
        console.print(table)
        return
    if code not in CODES:
        raise OptionError("unknown_code", f"{code!r} is no code; `gongwen explain` lists them")
    console.print(Text(page(code, CODES[code])))


def page(name: str, code: Code) -> str:
    """The page of a code as plain text."""
    return f"{name} ({code.severity})\n\n{code.what}\n\nWhy: {code.why}\n\nExample: {code.example}\n\nWhat to do: {code.advice}"
