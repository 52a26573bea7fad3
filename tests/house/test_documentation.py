"""What the documentation says is so: each command and each line of Python in it runs, and gives what stands there.

    ```console                      ```pycon
    $ gongwen schema | head -n 1    >>> import gongwen
    {                               ```
    ```

Blocks of a page run in order, in a folder that holds `samples/`. A line `…` in an output stands for any lines.
`pytest tests/house/test_documentation.py --update` writes the outputs anew, for reading.
"""

import doctest
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

import gongwen
from gongwen import contract
from gongwen.cli.app import app
from gongwen.cli.code_pages import pages
from gongwen.codes import CODES
from gongwen.rules.numbering.styles import STYLES
from gongwen.stored import SCHEMA_FILES, schema_text

ROOT = Path(__file__).parents[2]
README, README_ZH = ROOT / "README.md", ROOT / "README.zh.md"
PAGES = [README, README_ZH, *sorted((ROOT / "docs").glob("*.md"))]
PAGE_NAMES = [page.name for page in PAGES]
BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
PROGRESS = re.compile(r"^gongwen: \d+ done, \d+ failed, .*\n", re.MULTILINE)
"""What a batch says every few seconds, and so only on a machine that is busy."""
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def blocks(page: Path, language: str) -> list[str]:
    text = page.read_text(encoding="utf-8")
    return [block["text"] for block in BLOCK.finditer(text) if block["language"] == language]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as after a checkout: samples and schemas stand in it."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    (tmp_path / "schemas").mkdir()
    for form, name in SCHEMA_FILES.items():
        (tmp_path / "schemas" / name).write_text(schema_text(form), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


PROGRESS = re.compile(r"^gongwen: .* done, \d+ failed, .*\n", re.MULTILINE)
"""How a batch goes, printed every five seconds: a fast machine shows none of it."""


def run(command: str) -> str:
    """Both outputs of a command line, as a pipe sees them."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "PYTHONUTF8": "1", "TERM": "dumb", "NO_COLOR": "1"}
    done = subprocess.run(
        ["bash", "-c", command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )
    return PROGRESS.sub("", done.stdout)


def trimmed(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip("\n").split("\n"))


def agrees(shown: str, real: str) -> bool:
    pieces = re.split(r"^…$", trimmed(shown), flags=re.MULTILINE)
    return re.fullmatch(".*".join(map(re.escape, pieces)), trimmed(real), re.DOTALL) is not None


def rerun(text: str) -> str:
    """A console block with its outputs as they are now."""
    made = []
    for command, shown in exchanges(text):
        real = run(command)
        kept = shown if agrees(shown, real) else real
        made.append(f"$ {command}\n{trimmed(kept)}".rstrip() + "\n")
    return "".join(made)


def exchanges(text: str) -> list[tuple[str, str]]:
    """Each command of a console block with the output below it."""
    return [
        (first, rest)
        for first, _, rest in (
            piece.partition("\n") for piece in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]
        )
    ]


@pytest.mark.parametrize("page", PAGES, ids=PAGE_NAMES)
def test_a_page_shows_what_happens(page: Path, desk: Path, request: pytest.FixtureRequest) -> None:
    """Commands and Python of a page in their order: what one writes the next may read."""
    names: dict[str, Any] = {}
    text = page.read_text(encoding="utf-8")
    update = request.config.getoption("--update")

    def play(block: re.Match[str]) -> str:
        if block["language"] == "pycon":
            wrong = python_faults(block["text"], names, page)
            assert update or not wrong, wrong
        elif block["language"] == "console" and update:
            return f"```console\n{rerun(block['text'])}```"
        elif block["language"] == "console":
            for command, shown in exchanges(block["text"]):
                real = run(command)
                assert agrees(shown, real), f"$ {command}\n{real}\n--- but {page.name} shows\n{shown}"
        return block[0]

    made = BLOCK.sub(play, text)
    if made != text:
        page.write_text(made, encoding="utf-8", newline="\n")


def python_faults(text: str, names: dict[str, Any], page: Path) -> str:
    """Runs the examples of a block with the names of those before it; what they give other than shown."""
    test = doctest.DocTestParser().get_doctest(text, names, page.name, str(page), 0)
    report: list[str] = []
    doctest.DocTestRunner(optionflags=FLAGS, verbose=False).run(test, out=report.append, clear_globs=False)
    names.update(test.globs)
    return "".join(report)


@pytest.mark.parametrize("page", PAGES, ids=PAGE_NAMES)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


# ------------------------------------------------------------------------------------- the two READMEs


def shown_commands(page: Path) -> list[str]:
    found = [command for block in blocks(page, "console") for command, _ in exchanges(block)]
    shell = [line for block in blocks(page, "sh") for line in block.splitlines() if not line.startswith("#")]
    return found + shell


def test_both_readmes_show_the_same_commands_and_the_same_python() -> None:
    assert shown_commands(README) == shown_commands(README_ZH)
    code = [
        [example.source for example in doctest.DocTestParser().get_examples("\n".join(blocks(page, "pycon")))]
        for page in (README, README_ZH)
    ]
    assert code[0] == code[1]


def contained(part: Any, whole: Any) -> bool:
    """All that `part` names stands in `whole`; items of a list in their order."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(
            key in whole and contained(value, whole[key]) for key, value in part.items()
        )
    if isinstance(part, list):
        rest = iter(whole)
        return isinstance(whole, list) and all(any(contained(item, other) for other in rest) for item in part)
    return bool(part == whole)


@pytest.mark.parametrize("page", [README, README_ZH], ids=["README.md", "README.zh.md"])
def test_the_json_of_the_first_screen_is_made_of_the_notice_beside_it(page: Path) -> None:
    notice, shown = blocks(page, "text")[0], json.loads(blocks(page, "json")[0])
    assert len(notice.splitlines()) == 6
    made = json.loads(gongwen.parse(notice).to_json())
    for key, part in shown.items():
        assert contained(part, made[key]), f"{key}: {json.dumps(made[key], ensure_ascii=False)}"


def test_the_readme_has_the_test_command_for_the_gate() -> None:
    found = re.search(r"<!-- test command -->\s*```sh\n(.+)\n```", README.read_text(encoding="utf-8"))
    assert found
    assert ".venv/bin/" in found[1]
    assert "\n" not in found[1]


# ------------------------------------------------------------------------------------- nothing is left out


def test_every_command_and_every_option_is_described() -> None:
    page = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        section = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
        assert section, f"docs/commands.md has no section {name}"
        options = [
            option
            for parameter in command.params
            for option in (*parameter.opts, *parameter.secondary_opts)
            if option.startswith("-") and option != "--help"
        ]
        missing = [option for option in options if f"`{option}" not in section[1]]
        assert not missing, f"{name}: {missing}"


def test_the_page_of_the_codes_is_current() -> None:
    assert (ROOT / "docs/diagnostics.md").read_text(encoding="utf-8") == pages(), (
        "run `gongwen explain --all > docs/diagnostics.md`"
    )


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_code_has_an_entry(code: str) -> None:
    row = CODES[code]
    assert f"## {code}\n" in pages()
    assert all((row.severity, row.what, row.why, row.example, row.advice))


NOTICE_PARTS = {f"gongwen.contract.{path.stem}" for path in Path(contract.__file__).parent.glob("*.py")} - {
    "gongwen.contract.comparison",
    "gongwen.contract.timeline",
}
"""`docs/compare.md` and `docs/timeline.md` show the other two by example."""


def public_models() -> list[type[contract.Model]]:
    found: list[type[contract.Model]] = []
    waiting: list[type[contract.Model]] = [contract.Model]
    while waiting:
        for model in waiting.pop().__subclasses__():
            waiting.append(model)
            if not model.__name__.startswith("_") and model.__module__ in NOTICE_PARTS:
                found.append(model)
    return found


@pytest.mark.parametrize("model", public_models(), ids=lambda model: model.__name__)
def test_every_key_of_the_contract_is_described(model: type[contract.Model]) -> None:
    page = (ROOT / "docs/contract.md").read_text(encoding="utf-8")
    missing = [name for name in model.model_fields if f"`{name}`" not in page]
    assert not missing


def test_the_site_shows_every_page() -> None:
    shown = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    pages_in_english = {page.name for page in (ROOT / "docs").glob("*.md") if ".zh." not in page.name}
    assert {name for name in pages_in_english if name not in shown} == set()


def test_every_style_of_numbering_is_described() -> None:
    page = (ROOT / "docs/numbering.md").read_text(encoding="utf-8")
    assert [style.name for style in STYLES if f"`{style.name}`" not in page] == []


def test_every_sample_is_described() -> None:
    page = (ROOT / "docs/quality.md").read_text(encoding="utf-8")
    assert [path.name for path in (ROOT / "samples").iterdir() if f"`{path.name}`" not in page] == []


def test_every_public_name_is_described_with_an_example() -> None:
    page = (ROOT / "docs/library.md").read_text(encoding="utf-8")
    code = "\n".join(blocks(ROOT / "docs/library.md", "pycon"))
    named = set(re.findall(r"`(?:gongwen\.)?(\w+)", page))
    missing = [name for name in gongwen.__all__ if name not in named or name not in code]
    assert not missing


def test_every_code_of_an_error_is_described() -> None:
    raised = re.compile(r'\b\w*Error\(\s*"([a-z]+_[a-z_]+)"')
    named = {
        code
        for path in Path(gongwen.__file__).parent.rglob("*.py")
        for code in raised.findall(path.read_text(encoding="utf-8"))
    }
    described = {
        code
        for page in PAGES
        if page.name != "diagnostics.md"
        for code in re.findall(r"`([a-z_]+)`", page.read_text(encoding="utf-8"))
    }
    assert {"source_empty", "output_unwritable"} <= named
    assert sorted(named - described) == []


# ------------------------------------------------------------------------------------- the checks themselves


def test_python_that_gives_something_else_is_seen() -> None:
    assert python_faults(">>> 1 + 1\n2\n", {}, README) == ""
    assert "Expected" in python_faults(">>> 1 + 1\n3\n", {}, README)


def test_an_output_that_differs_is_seen() -> None:
    assert agrees("one\n…\nfour\n", "one  \ntwo\nthree\nfour")
    assert not agrees("one\n…\nfive\n", "one\ntwo\nthree\nfour")


def test_a_part_that_is_not_contained_is_seen() -> None:
    whole = {"a": [{"b": 1, "c": 2}, {"b": 3}]}
    assert contained({"a": [{"b": 1}, {"b": 3}]}, whole)
    assert not contained({"a": [{"b": 3}, {"b": 1}]}, whole)
    assert not contained({"d": None}, whole)
