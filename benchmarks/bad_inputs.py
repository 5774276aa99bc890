"""Prints what `dossier check` says of each bad input of the tests, as a table.

Run it with `python -m benchmarks.bad_inputs`.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from tests.commands.breaking import run
from tests.commands.test_bad_input import BAD
from tests.fixtures.trial import copy_trial


def main() -> None:
    print("| input | first line of the output | exit | time |\n|---|---|---|---|")
    for what, (break_it, _) in BAD.items():
        with tempfile.TemporaryDirectory() as folder:
            data = copy_trial(Path(folder))
            break_it(data)
            started = time.perf_counter()
            result = run("check", "--data", data)
            took = time.perf_counter() - started
        first = result.output.splitlines()[0].replace("|", "\\|")
        print(f"| {what} | `{first}` | {result.exit_code} | {took * 1000:.0f} ms |")


if __name__ == "__main__":
    main()
