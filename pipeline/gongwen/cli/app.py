"""The commands, thin: each calls one function of the library.

gongwen convert samples -o output         gongwen show notice.html        gongwen explain gap
gongwen validate output/*.json            gongwen schema --write schemas        gongwen report output
gongwen compare 2019.html 2022.html        gongwen timeline output/2019 output/2022 --to md
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from gongwen.cli.inert import inert, inert_notice
from gongwen.cli.one_line import FAILED, INTERRUPTED, WRONG_USAGE, OneLineGroup
from gongwen.errors import GongwenError, OptionError
from gongwen.options import Options, Recognition
from gongwen.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gongwen.gathering import Passed

app = typer.Typer(
    name="gongwen",
    cls=OneLineGroup,
    help="Chinese official notices (公文) as validated JSON.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
COUNTED = 1_000_000
"""How many files at most are counted before the conversion, to estimate the time left."""


def _stop(error: GongwenError, code: int = WRONG_USAGE) -> typer.Exit:
    typer.echo(inert(f"gongwen: {error} [{error.code}]"), err=True)
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
        list[str] | None,
        typer.Argument(
            metavar="INPUT...",
            help="Files, folders, globs; zip, tar, WARC; JSONL, CSV, Parquet; - for one document on standard input.",
        ),
    ] = None,
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", help="Folder for the results; - writes JSON lines to standard output."
        ),
    ] = Path("output"),
    to: Annotated[
        list[str] | None,
        typer.Option(
            "--to", help="json, jsonl, jsonl.gz, jsonl.zst, parquet, duckdb, csv or xlsx; may be repeated."
        ),
    ] = None,
    jobs: Annotated[
        int, typer.Option("-j", "--jobs", help="Worker processes; 0 for one per core.", min=0)
    ] = 0,
    include: Annotated[
        list[str] | None, typer.Option("--include", help="Glob of names to take from folders and archives.")
    ] = None,
    exclude: Annotated[
        list[str] | None,
        typer.Option("--exclude", help="Glob of names to leave out, folders with all below."),
    ] = None,
    column: Annotated[
        str | None, typer.Option("--column", help="Column of a table with the page or text.")
    ] = None,
    from_list: Annotated[
        str | None, typer.Option("--from-list", help="File with one path a line, - for standard input.")
    ] = None,
    timeout: Annotated[
        float, typer.Option("--timeout", help="Seconds for a document; 0: no limit.", min=0)
    ] = 60.0,
    memory: Annotated[int, typer.Option("--memory", help="MiB for a worker; 0: no limit.", min=0)] = 2048,
    ocr: Annotated[
        str, typer.Option("--ocr", help="Recognise scans and pictures: auto, never or always.")
    ] = "auto",
    engine: Annotated[str, typer.Option("--engine", help="local or ray.")] = "local",
    address: Annotated[
        str | None,
        typer.Option("--address", help="Of a Ray cluster; one is started here where there is none."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Do everything again, whatever earlier runs did.")
    ] = False,
    limit: Annotated[
        int | None, typer.Option("--limit", metavar="N", help="Take only the first N documents.", min=1)
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only print what would be done.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Print no summary.")] = False,
) -> None:
    """Convert notices: one JSON each, in folders as the inputs lie, or one file for all.

    What can't be read is listed in `errors.jsonl` in the output folder, and the run continues. A run that was stopped continues
    when the same command is given again. Exit status: 0 all converted, 1 some failed or none was found, 2 wrong usage, 130 stopped.
    """
    from gongwen.batch import Choice, Settings, Sources, convert
    from gongwen.cli.converting import STANDARD_OUTPUT, checked_output, convert_to_output, print_plan
    from gongwen.cli.progress import progress, tell_summary

    if not inputs and from_list is None:
        raise typer.BadParameter("name at least one input", param_hint="INPUT...")
    if address is not None and engine != "ray":
        raise typer.BadParameter("only the engine ray has one: add --engine ray", param_hint="--address")
    choice = Choice(tuple(include or ()), tuple(exclude or ()), column, from_list, limit=limit)
    piped = str(output) == STANDARD_OUTPUT
    try:
        names = checked_output(output, to)
        if dry_run:
            raise typer.Exit(0 if print_plan(inputs or [], choice, output) else FAILED)
        settings = Settings(
            to=names,
            jobs=jobs,
            engine=engine,
            address=address,
            timeout=timeout,
            memory=memory,
            options=Options(ocr=cast(Recognition, ocr)),
        )
        total = Sources(inputs or [], choice).count(COUNTED) if sys.stderr.isatty() else None
        with progress(total) as on_progress:
            if piped:
                summary = convert_to_output(inputs or [], settings, choice, on_progress)
            else:
                summary = convert(inputs or [], output, settings, choice, force, on_progress)
    except GongwenError as error:
        raise _stop(error) from error
    except KeyboardInterrupt:
        typer.echo("gongwen: stopped at once; the same command goes on", err=True)
        raise typer.Exit(INTERRUPTED) from None
    if not quiet:
        tell_summary(summary, output, sys.stderr if piped else sys.stdout)
    raise typer.Exit(
        INTERRUPTED if summary.stopped else FAILED if summary.failed or not summary.documents else 0
    )


@app.command()
def report(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Output folder of a batch.")],
) -> None:
    """Show the summary of the last batch in a folder again."""
    from gongwen.batch import read_summary
    from gongwen.cli.progress import tell_summary

    try:
        tell_summary(read_summary(folder), folder)
    except GongwenError as error:
        raise _stop(error) from error


@app.command()
def show(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A page or text, a stored JSON, or - for standard input.")
    ],
    depth: Annotated[int, typer.Option(help="How many levels of the outline to show.", min=1)] = 9,
    to: Annotated[str, typer.Option("--to", metavar="FORM", help="text, json or md.")] = "text",
) -> None:
    """Show a notice in the terminal: metadata, outline, records, diagnostics; or print it as JSON or Markdown."""
    from gongwen.cli.notice import show as render
    from gongwen.gathering import notice_at

    try:
        notice = notice_at(file)
    except GongwenError as error:
        raise _stop(error, FAILED) from error
    if to not in ("text", "json", "md"):
        raise _stop(OptionError("unknown_form", f"{to!r} is none of text, json, md"))
    if to == "text":
        render(notice, depth)
    else:
        typer.echo(notice.to_json(indent=1) + "\n" if to == "json" else notice.to_markdown(), nl=False)


@app.command("compare")
def compare_command(
    left: Annotated[
        str,
        typer.Argument(
            metavar="OLD", help="A page or text, a stored JSON, - for standard input, or a folder."
        ),
    ],
    right: Annotated[str, typer.Argument(metavar="NEW", help="The notice, or folder, to compare with it.")],
    to: Annotated[
        str, typer.Option("--to", metavar="FORM", help="text, json, md, html, csv or xlsx.")
    ] = "text",
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write here, not to standard output."),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="CHANGE", help="Show only pairs with this change; may be repeated."),
    ] = None,
) -> None:
    """Compare two notices: what changed, came, went, moved, was split, merged, or came back.

    Sections, issues and measures are aligned as a whole; `--to json` gives `gongwen.comparison/1`, `--to md` the
    two-column table (新旧对照表), `--to html` a report in one file. Two folders are compared body by body (`gongwen.comparisons/1`).
    Exit status: 0 compared, 1 a source can't be read, 2 wrong usage.
    """
    if Path(left).is_dir() and Path(right).is_dir():
        _compare_folders(left, right, to, only or [], output)
        return
    from gongwen.cli.comparison import print_comparison
    from gongwen.comparison import compare
    from gongwen.gathering import notice_at

    try:
        old, new = notice_at(left), notice_at(right)
    except GongwenError as error:
        raise _stop(error, FAILED) from error
    if to == "text":
        old, new = inert_notice(old), inert_notice(new)
    try:
        print_comparison(compare(old, new), old, new, to, only or [], output)
    except GongwenError as error:
        raise _stop(error) from error


def _compare_folders(left: str, right: str, to: str, only: Sequence[str], output: Path | None) -> None:
    if only:
        raise typer.BadParameter("it is for two notices, not for two folders", param_hint="--only")
    from gongwen.cli.timeline import print_comparisons
    from gongwen.gathering import gather
    from gongwen.timelines import compare_all

    try:
        (old, passed), (new, more) = gather([left]), gather([right])
        print_comparisons(compare_all(old, new), [*old, *new], to, output)
    except GongwenError as error:
        raise _stop(error) from error
    _tell_passed([*passed, *more])


@app.command("timeline")
def timeline_command(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT...", help="Stored JSON, pages, texts, globs, or folders of them."),
    ],
    to: Annotated[str, typer.Option("--to", metavar="FORM", help="json, md, html, csv or xlsx.")] = "json",
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write here, not to standard output."),
    ] = None,
) -> None:
    """Follow topics, figures and phrases (提法) through the years of each body.

    Notices are matched into series by body, kind and profile, whatever their order. Files in a folder that are not
    notices are skipped and reported. Exit status: 0 done, 1 a named source can't be read, 2 wrong usage.
    """
    from gongwen.cli.timeline import write_timeline
    from gongwen.gathering import gather
    from gongwen.timelines import timeline

    try:
        notices, passed = gather(inputs)
    except GongwenError as error:
        raise _stop(error, WRONG_USAGE if error.code == "source_missing" else FAILED) from error
    try:
        write_timeline(timeline(notices), to, output)
    except GongwenError as error:
        raise _stop(error) from error
    _tell_passed(passed)


@app.command("panel")
def panel_command(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT...", help="Stored JSON, pages, texts, globs, or folders of them."),
    ],
    indicator: Annotated[
        list[str] | None,
        typer.Option("--indicator", help="Of work reports; may be repeated, or several with commas."),
    ] = None,
    phrase: Annotated[
        list[str] | None,
        typer.Option("--phrase", help="To be counted; may be repeated, or several with commas."),
    ] = None,
    to: Annotated[str, typer.Option("--to", metavar="FORM", help="csv, json, md, parquet or xlsx.")] = "csv",
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write here, not to standard output."),
    ] = None,
) -> None:
    """Lay many bodies side by side: one row per notice, with its targets, results, states and phrases in columns.

    Exit status: 0 done, 1 a named source can't be read, 2 wrong usage.
    """
    from gongwen.cli.panel import write_panel
    from gongwen.gathering import gather
    from gongwen.timelines import panel

    try:
        notices, passed = gather(inputs)
    except GongwenError as error:
        raise _stop(error, WRONG_USAGE if error.code == "source_missing" else FAILED) from error
    try:
        made = panel(notices, indicators=_split(indicator), phrases=_split(phrase))
        write_panel(made, to, output)
    except GongwenError as error:
        raise _stop(error) from error
    _tell_passed(passed)


def _split(named: list[str] | None) -> list[str]:
    return [name for one in named or () for name in one.split(",") if name]


def _tell_passed(passed: Sequence[Passed]) -> None:
    for one in passed:
        typer.echo(inert(f"gongwen: passed over {one.reason} [{one.code}]"), err=True)


@app.command()
def explain(
    code: Annotated[
        str, typer.Argument(metavar="[CODE]", help="A diagnostic's code; without one, all are listed.")
    ] = "",
    everything: Annotated[
        bool, typer.Option("--all", help="Print the pages of all codes as one Markdown document.")
    ] = False,
) -> None:
    """Explain a diagnostic: what it says, why it happens, an example, what to do."""
    from gongwen.cli.code_pages import explain as render
    from gongwen.cli.code_pages import pages

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
    from gongwen.cli.writing import write_text
    from gongwen.stored import SCHEMA_FILES, schema_text

    if write is None:
        typer.echo(schema_text(), nl=False)
        return
    for form, name in SCHEMA_FILES.items():
        try:
            write_text(schema_text(form), write / name)
        except GongwenError as error:
            raise _stop(error) from error
        typer.echo(str(write / name))


@app.command()
def validate(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Stored JSON, or JSON lines.")],
) -> None:
    """Check stored JSON against the contract: types, spans that quote what they claim, and that nothing is lost.

    Exit status: 0 all valid, 1 some are not.
    """
    from gongwen.batch.report import is_summary
    from gongwen.stored import checked

    count = broken = 0
    for error in checked(file for file in files if not is_summary(file)):
        count += 1
        if error is not None:
            broken += 1
            typer.echo(inert(f"gongwen: {error} [{error.code}]"), err=True)
    typer.echo(f"{count - broken} of {count} valid")
    raise typer.Exit(FAILED if broken else 0)
