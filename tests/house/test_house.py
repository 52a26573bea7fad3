"""The house is in order: exports, codes, schemas, documentation."""

import inspect
import json
import pkgutil
import re
from pathlib import Path

import jsonschema_rs
import pytest

import gongwen
from gongwen.codes import CODES
from gongwen.profiles import PROFILES
from gongwen.rules.numbering.styles import STYLES
from gongwen.rules.text.characters import fold
from gongwen.stages.roles.assignment import ROLES
from gongwen.stored import SCHEMA_FILES, schema_text

ROOT = Path(__file__).parents[2]
PACKAGE = Path(gongwen.__file__).parent
SOURCES = sorted(PACKAGE.rglob("*.py"))


def test_all_names_what_is_public() -> None:
    public = {name for name in dir(gongwen) if not name.startswith("_")}
    modules = {module.name for module in pkgutil.iter_modules(gongwen.__path__)}
    assert public - modules - {"annotations", "TYPE_CHECKING"} == set(gongwen.__all__) - {"__version__"}
    assert all(hasattr(gongwen, name) for name in gongwen.__all__)


@pytest.mark.parametrize("name", [n for n in gongwen.__all__ if n not in ("__version__", "CODES")])
def test_every_public_name_is_documented(name: str) -> None:
    assert inspect.getdoc(getattr(gongwen, name))


def test_every_code_that_is_emitted_is_explained_and_every_explained_one_emitted() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES if path.name != "codes.py")
    unused = [code for code in CODES if f'"{code}"' not in text]
    assert not unused
    emitted = set(re.findall(r'Diagnostic\(\s*"([a-z_]+)"', text))
    assert emitted <= set(CODES)


def test_published_schemas_are_current() -> None:
    for form, name in SCHEMA_FILES.items():
        assert (ROOT / "schemas" / name).read_text(encoding="utf-8") == schema_text(form), (
            "run `gongwen schema --write schemas`"
        )


def test_roles_of_the_stage_are_those_of_the_contract() -> None:
    text = json.dumps(gongwen.schema())
    assert all(f'"{role}"' in text for role in ROLES)


def test_styles_have_examples_that_match() -> None:
    for style in STYLES:
        assert re.match(style.pattern, fold(style.example)), style.name


def test_the_schema_is_a_valid_schema() -> None:
    jsonschema_rs.meta.validate(gongwen.schema())


def test_the_citation_names_this_version() -> None:
    cited = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {gongwen.__version__}\n" in cited


def test_profiles_have_different_names() -> None:
    assert len({profile.name for profile in PROFILES}) == len(PROFILES)


def test_nothing_heavy_is_imported() -> None:
    import subprocess
    import sys

    code = "import sys, gongwen; print([m for m in ('jieba', 'bs4', 'rich', 'typer', 'rapidfuzz') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_package_says_nothing_of_this_machine() -> None:
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"/(?:home|root|work|tmp)/", text), path
