"""Times `dossier export` on synthetic datasets: CPU seconds for each format, and the most memory.

.venv/bin/python -m benchmarks.export --elements 1000 10000
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import tempfile
import time
from pathlib import Path

from benchmarks.synthetic import write
from dossier.dataset import load
from dossier.export.bundle import Bundle
from dossier.export.outputs import FORMATS


def main() -> None:
    """Print a Markdown table, a row for each format and number of elements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--elements", type=int, nargs="+", default=[1000, 10000])
    arguments = parser.parse_args()
    print("| elements | records | format | CPU seconds | ms a record | MB at most |")
    print("|---:|---:|---|---:|---:|---:|")
    for number in arguments.elements:
        # A process of its own, since the most memory of a process never falls.
        child = multiprocessing.get_context("spawn").Process(target=measure, args=(number,))
        child.start()
        child.join()


def measure(number: int) -> None:
    """The rows of one dataset."""
    with tempfile.TemporaryDirectory() as folder:
        dataset = load(write(Path(folder), number))
        dataset.forget_places()  # as the command does after the check
        records = sum(1 for _ in dataset.all_records())
        bundle, whole = Bundle(dataset), 0.0
        for name, files in {"tables": lambda b: iter([("", bytes(len(b.tables)))]),
                            **FORMATS}.items():  # fmt: skip
            start = time.process_time()
            for _path, _content in files(bundle):
                pass
            seconds = time.process_time() - start
            whole += 0 if name == "workbook" else seconds
            row(number, records, name, seconds)
        row(number, records, "all but the workbook", whole)


def row(number: int, records: int, name: str, seconds: float) -> None:
    """One line of the table."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"| {number} | {records} | {name} | {seconds:.2f} | {seconds / records * 1000:.2f} "
          f"| {most:.0f} |", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
