"""Options of the test run."""

import pytest
from hypothesis import settings


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the golden files in output/")
    parser.addoption(
        "--explore", action="store_true", help="draw other examples of the properties in each run"
    )


def pytest_configure(config: pytest.Config) -> None:
    """The properties see the same examples in every run, so that a change is judged by itself alone."""
    settings.register_profile("steady", derandomize=True)
    settings.load_profile("default" if config.getoption("--explore") else "steady")
