"""The same data gives the same bytes, whatever order Python's sets happen to have."""

from __future__ import annotations

import os
import subprocess
import sys

from dossier.dataset import Dataset
from tests.conftest import ROOT

MAKE = """
import hashlib, sys
from pathlib import Path
from dossier.dataset import load
from dossier.rendering.pdf.book import book
from dossier.rendering.pdf.typeset import pdf
from dossier.rendering.renderer import Renderer, Settings
made = pdf("edition.typ", book(Renderer(load(Path(sys.argv[1])), "ru", Settings())), 1795305600)
print(hashlib.sha256(made).hexdigest())
"""


def test_two_processes_make_the_same_pdf(trial: Dataset) -> None:
    made = {
        subprocess.run(
            [sys.executable, "-c", MAKE, str(trial.data)],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1
