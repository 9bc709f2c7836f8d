"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from build_site.cli import main
from build_site.rules import Rules, load_rules

# The same examples in every run: a build server is no place to find a new counterexample. `HYPOTHESIS_PROFILE=search`
# looks for new ones. No deadline: how long an example takes depends on the machine.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--rewrite-cases`` puts what is observed into the case files, for review as a diff."""
    parser.addoption("--rewrite-cases", action="store_true", help="rewrite expectations in tests/cases (never in CI)")


@pytest.fixture(scope="session")
def rules() -> Rules:
    """The project's own rules, read once."""
    return load_rules()


@pytest.fixture
def rewrite_cases(request: pytest.FixtureRequest) -> bool:
    """Whether expectations are to be rewritten."""
    wanted = bool(request.config.getoption("--rewrite-cases"))
    if wanted and os.environ.get("CI"):
        pytest.fail("--rewrite-cases is off in CI")
    return wanted


PROJECT = Path(__file__).parent.parent
SEEDS = PROJECT / "seeds"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the seeds, built once for all tests."""
    target = tmp_path_factory.mktemp("seeds") / "site"
    assert main(["--source", str(SEEDS), "--site", str(target)]) == 0
    return target
