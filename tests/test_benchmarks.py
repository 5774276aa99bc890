"""The benchmarks run on the engine as it is; what they measure is no test."""

from __future__ import annotations

import subprocess
import sys

import pytest

from benchmarks import whole
from tests.conftest import ROOT


def test_what_was_measured_takes_its_place_on_the_page_and_nothing_else_moves() -> None:
    page = whole.PAGE.read_text("utf-8")
    written = whole.placed(page, "| a |")
    assert f"{whole.BEGIN}\n\n| a |\n\n{whole.END}" in written
    assert whole.placed(written, "| b |") == written.replace("| a |", "| b |")
    before, after = page.partition(whole.BEGIN)[0], page.partition(whole.END)[2]
    assert written.startswith(before) and written.endswith(after)


def test_every_benchmark_of_the_whole_is_a_module() -> None:
    for module, *_ in whole.tables(1, 1).values():
        assert (ROOT / "benchmarks" / f"{module}.py").is_file()


@pytest.mark.slow
@pytest.mark.prove
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
