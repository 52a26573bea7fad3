"""Every example in a docstring of the package runs and gives what stands there."""

import doctest
import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

import pytest

import gongwen


def modules() -> Iterator[ModuleType]:
    """The package's modules; those aside that need an extra which is not installed here."""
    yield gongwen
    for found in pkgutil.walk_packages(gongwen.__path__, "gongwen."):
        if found.name.endswith("__main__"):
            continue
        try:
            yield importlib.import_module(found.name)
        except ModuleNotFoundError as error:
            if error.name is None or error.name.partition(".")[0] == "gongwen":
                raise


MODULES = list(modules())


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_examples_of_a_module_run(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0


def test_there_are_examples() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    found = [test for module in MODULES for test in finder.find(module) if test.examples]
    assert len(found) > 30
