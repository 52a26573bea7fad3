"""The commands, thin: each calls one function of the library.

gongwen convert samples -o output         gongwen show notice.html        gongwen explain gap
gongwen validate output/*.json            gongwen schema --write schemas
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from gongwen.conversion import STDIN, convert, find_inputs
from gongwen.errors import ContractError, GongwenError
from gongwen.version import VERSION

app = typer.Typer(
    name="gongwen",
    help="Chinese official notices (公文) as validated JSON.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
FAILED, WRONG_USAGE = 1, 2


def _stop(error: GongwenError, code: int = WRONG_USAGE) -> typer.Exit:
    typer.echo(f"gongwen: {error} [{error.code}]", err=True)
    return typer.Exit(code)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"gongwen {VERSION}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Chinese official notices (公文) as validated JSON."""


@app.command("convert")
def convert_command(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="Files, folders, globs, or - for standard input.")
    ],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder for the results.")] = Path("output"),
) -> None:
    """Convert notices: one JSON each, named after its input.

    What can't be read goes to `errors.jsonl` in the output folder and the run goes on. Exit status: 0 all well, 1 some
    failed, 2 wrong usage.
    """
    from gongwen.terminal import progress, summary

    try:
        found = find_inputs(inputs)
        with progress(len(found)) as advance:
            failures = convert(found, output, done=lambda item, outcome: advance(item.uri))
    except GongwenError as error:
        raise _stop(error) from error
    summary(len(found), failures, output)
    raise typer.Exit(FAILED if failures else 0)


@app.command()
def show(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A page or text, a stored JSON, or - for standard input.")
    ],
    depth: Annotated[int, typer.Option(help="How many levels of the outline to show.", min=1)] = 9,
) -> None:
    """Show a notice in the terminal: metadata, outline, records, diagnostics."""
    from gongwen.assembly import parse, read
    from gongwen.showing import show as render
    from gongwen.stored import load

    try:
        if file == STDIN:
            notice = parse(sys.stdin.buffer.read(), STDIN)
        else:
            notice = load(file) if file.endswith(".json") else read(file)
    except GongwenError as error:
        raise _stop(error, FAILED) from error
    render(notice, depth)


@app.command()
def explain(
    code: Annotated[
        str, typer.Argument(metavar="[CODE]", help="A diagnostic's code; all are listed without.")
    ] = "",
    everything: Annotated[
        bool, typer.Option("--all", help="Print the pages of all codes as one Markdown document.")
    ] = False,
) -> None:
    """Explain a diagnostic: what it says, why it happens, an example, what to do."""
    from gongwen.terminal import explain as render
    from gongwen.terminal import pages

    if everything:
        typer.echo(pages(), nl=False)
        return

    try:
        render(code)
    except GongwenError as error:
        raise _stop(error) from error


@app.command("schema")
def schema_command(
    write: Annotated[
        Path | None, typer.Option("--write", metavar="DIR", help="Write the schema files into DIR.")
    ] = None,
) -> None:
    """Print the JSON Schema of a notice, or write the schema files."""
    from gongwen.stored import SCHEMA_FILES, schema_text

    if write is None:
        typer.echo(schema_text(), nl=False)
        return
    write.mkdir(parents=True, exist_ok=True)
    for form, name in SCHEMA_FILES.items():
        (write / name).write_text(schema_text(form), encoding="utf-8", newline="\n")
        typer.echo(str(write / name))


@app.command()
def validate(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Stored JSON documents.")],
) -> None:
    """Check stored JSON against the contract: types, and that spans quote what they claim and nothing is lost.

    Exit status: 0 all valid, 1 some are not.
    """
    from gongwen.stored import load

    broken = 0
    for file in files:
        try:
            load(file)
        except ContractError as error:
            broken += 1
            typer.echo(f"gongwen: {error} [{error.code}]", err=True)
    typer.echo(f"{len(files) - broken} of {len(files)} valid")
    raise typer.Exit(FAILED if broken else 0)
