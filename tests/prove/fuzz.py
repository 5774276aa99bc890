"""Properties driven by atheris, which looks for inputs that reach new lines of the engine.

make fuzz RUNS=20000              every target, one after another
make fuzz TARGET=dates RUNS=...   one

Each target is a property of the tests: what fails here is kept by Hypothesis as an example, so
that the test fails on it too until it is mended. Atheris has wheels for Linux alone.
"""

from __future__ import annotations

import argparse
import importlib
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
TOOL = ROOT / ".venv" / "atheris"  # a folder of its own, put there by the Makefile
SEED = 14

TARGETS = {
    "yaml": "tests.check.test_rules_never_raise.test_random_bytes_are_read_or_refused",
    "markup": "tests.parsing.test_markup.test_the_pieces_give_the_page_back_letter_for_letter",
    "dates": "tests.dates.test_edtf.test_any_text_is_a_date_or_a_plain_mistake",
    "form": "tests.forge.intake.test_properties.test_any_form_is_answered_in_both_languages",
    "issue": "tests.forge.intake.test_properties.test_any_other_text_is_refused_with_findings",
    "comment": "tests.diff.test_escape.test_what_is_shown_is_what_the_record_holds",
    "span": "tests.diff.test_escape.test_a_code_span_cannot_be_left",
    "layout": "tests.formatting.test_properties.test_records_with_comments_anywhere_keep_every_one",
    "diff": "tests.diff.test_tree.test_equal_values_have_no_difference_and_others_have_one",
    "bibtex": "tests.export.test_properties.test_no_text_ends_an_entry_of_bibtex",
    "ris": "tests.export.test_properties.test_no_text_begins_a_line_of_ris",
}


def drive(target: str, runs: int) -> None:
    """Try one property on so many inputs; never returns, since libFuzzer ends the process."""
    sys.path.append(str(TOOL))
    atheris: Any = importlib.import_module("atheris")
    module, _, name = TARGETS[target].rpartition(".")
    with atheris.instrument_imports(include=["dossier"], enable_loader_override=False):
        tests = importlib.import_module(module)
    one_input = getattr(tests, name).hypothesis.fuzz_one_input
    atheris.Setup([target, f"-runs={runs}", f"-seed={SEED}", "-max_len=4096"], one_input)
    atheris.Fuzz()


def main() -> None:
    """Drive the targets, each in a process, and print what each of them reached."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("targets", nargs="*", default=[], metavar="TARGET")
    reader.add_argument("--runs", type=int, default=20_000)
    reader.add_argument("--drive", choices=TARGETS, help=argparse.SUPPRESS)
    given = reader.parse_args()
    if given.drive:
        drive(given.drive, given.runs)
    failed = False
    for target in given.targets or TARGETS:
        command = [sys.executable, "-m", "tests.prove.fuzz", "--drive", target]
        ran = subprocess.run(
            [*command, "--runs", str(given.runs)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        reached = re.findall(r"^#(\d+)\s+DONE\s+cov: (\d+)", ran.stdout, re.MULTILINE)
        runs, edges = reached[-1] if reached else ("?", "?")
        print(f"{target:10} {runs:>8} runs  {edges:>6} edges  status {ran.returncode}", flush=True)
        if ran.returncode or not reached:
            failed = True
            print(ran.stdout[-4000:])
    sys.exit(failed)


if __name__ == "__main__":
    main()
