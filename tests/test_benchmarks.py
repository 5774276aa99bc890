"""The benchmarks run on the engine as it is; what they measure is no test."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT


@pytest.mark.slow
def test_a_small_dataset_is_measured_from_check_to_build() -> None:
    ran = subprocess.run(
        [sys.executable, "benchmarks/measure.py", "--elements", "4", "--repeat", "1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    cells = ran.stdout.splitlines()[-1].strip("|").split("|")
    assert int(cells[0]) == 4
    assert all(float(cell) > 0 for cell in cells)
