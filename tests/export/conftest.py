"""One export of the real data for all tests that read it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.dataset import Dataset
from dossier.export import outputs


@pytest.fixture(scope="session")
def exported(real: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with every output of the real data."""
    folder = tmp_path_factory.mktemp("export") / "out"
    outputs.export(real, folder)
    return folder
