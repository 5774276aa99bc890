"""What many tests share: the real dataset, the trial dataset, and one built site for them all."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.dataset import Dataset, load
from dossier.rendering.renderer import Renderer, Settings
from tests import (
    effort,  # noqa: F401  # the profile of Hypothesis
    site_build,
)
from tests.fixtures.trial import copy_trial

ROOT = Path(__file__).parents[1]
BUILT = "BUILT_SITE"  # in the environment: a site for the tests to use


# The records of a dataset stay: looking through them for circles at every turn takes long.
gc.set_threshold(100_000, 50, 50)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Keep the tests that share something costly on one worker, which makes it once.

    That is a fixture of their module, or the export of the real data. What waits for the real site
    to be built is slow.
    """
    found = getattr(item, "_fixtureinfo", None)
    fixtures = found.name2fixturedefs.values() if found else ()
    if any(fixture[-1].scope == "module" for fixture in fixtures):
        item.add_marker(pytest.mark.xdist_group(item.nodeid.partition("::")[0]))
    elif "exported" in getattr(item, "fixturenames", ()):
        item.add_marker(pytest.mark.xdist_group("exported"))
    if "built_site" in getattr(item, "fixturenames", ()):
        item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def real() -> Dataset:
    """The dataset of the project."""
    return load(ROOT / "data")


@pytest.fixture(scope="session")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """A few invented records that have no finding."""
    return load(copy_trial(tmp_path_factory.mktemp("trial")))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the trial dataset that a test may break."""
    return copy_trial(tmp_path)


@pytest.fixture(scope="session", params=["ru", "en"])
def renderer(request: pytest.FixtureRequest, trial: Dataset) -> Renderer:
    """The trial dataset in each language."""
    return Renderer(trial, request.param, Settings())


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder for temporary files that all workers have in common."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session", autouse=True)
def building(request: pytest.FixtureRequest, shared: Path) -> Iterator[None]:
    """Begin to build the real site if any test will need it; the first worker does it for all.

    The tests that need it come last: until then it is built beside the others.
    """
    needed = any(
        "built_site" in getattr(item, "fixturenames", ()) for item in request.session.items
    )
    if not needed or BUILT in os.environ:
        yield
        return
    try:
        (shared / site_build.FOLDER).mkdir()
    except FileExistsError:
        yield
        return
    command = [sys.executable, "-m", "tests.site_build", str(shared)]
    with subprocess.Popen(command, cwd=ROOT):
        yield


@pytest.fixture(scope="session")
def built_site(building: None, shared: Path) -> Path:
    """The real site, built once for all workers; `BUILT_SITE` names one that stands already."""
    if standing := os.environ.get(BUILT):
        return Path(standing).absolute()
    if outcome := site_build.outcome(shared):
        pytest.fail(f"dossier build fails:\n{outcome[-6000:]}", pytrace=False)
    return shared / site_build.FOLDER / "site"
