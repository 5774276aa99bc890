"""How many changes of the code the tests notice: mutation testing by mutmut.

make mutants PART=dates                    every mutant of a part
make mutants PART=rules ARGS="--sample 200"   as many, drawn by --seed (14)

Prints each mutant that no test noticed, then a row of the table in docs/development/testing.md.
The tests of the part alone are run, its properties on a tenth of the examples, each test only for
mutants of functions that it calls.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORK = ROOT / ".cache" / "mutants"
TOOL = ROOT / ".venv" / "mutmut"  # a folder of its own, put there by the Makefile
COPIED = ("data", "docs", "overrides", "schema", "supply", "tests", "benchmarks")

# What is changed, and the tests that belong to it.
PARTS = {
    "dates": ("dossier/dates/*.py", ["tests/dates"]),
    "grading": ("dossier/grading/*.py", ["tests/grading"]),
    "parsing": (
        "dossier/parsing/*.py",
        [
            "tests/parsing",
            "tests/commands/test_bad_input.py",
            "tests/rules",
            "-k",
            "not rule_tells and not linear",
        ],
    ),
    "diff": ("dossier/diff/*.py", ["tests/diff"]),
    "rules": (
        "dossier/check/rules/*.py",
        [
            "tests/rules",
            "tests/check/test_rules_details.py",
            "tests/check/test_texts_and_addresses.py",
            "tests/check/test_page_links.py",
        ],
    ),
}
# Which tests call a function is found out in one process, where caches would hide calls.
COLD = """

@pytest.fixture(autouse=True)
def cold() -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith("dossier."):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear") and not isinstance(value, type):
                    value.cache_clear()
"""
# The first half of `mutmut run`: all mutants are written, none is tried.
MAKE = (
    "import mutmut.__main__ as m, os; os.makedirs('mutants', exist_ok=True); "
    "m.set_mutant_under_test('mutant_generation'); m.copy_src_dir(); "
    "m.copy_also_copy_files(); m.setup_source_paths(); m.create_mutants(1)"
)
# The trampolines of mutmut stand where these would be applied; both are innermost already.
LEFT = ("staticmethod", "classmethod")


def lay_out(part: str) -> Path:
    """A copy of the project in which one part is to be mutated."""
    changed, tests = PARTS[part]
    folder = WORK / part
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("dossier", *COPIED):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.glob("*.*"):
        if path.is_file():
            shutil.copy(path, folder)
    for path in folder.glob(changed):
        path.write_text(undecorated(path.read_text("utf-8")), "utf-8")
    with (folder / "tests" / "conftest.py").open("a", encoding="utf-8") as file:
        file.write(COLD)
    copied = [*COPIED, *(path.name for path in folder.glob("*.*"))]
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(
            f"\n[tool.mutmut]\nsource_paths = ['dossier']\nonly_mutate = ['{changed}']\n"
            f"also_copy = {copied}\npytest_add_cli_args = ['-n0', '-p', 'no:cacheprovider']\n"
            f"pytest_add_cli_args_test_selection = {[*tests, '-m', 'not slow and not browser']}\n"
            "use_git_change_detection = false\n"
            # A worker that was forked after a run of the tests would find its caches filled.
            "process_isolation = 'forkserver'\n"
        )
    return folder


def undecorated(code: str) -> str:
    """The same code with decorators applied below: mutmut leaves decorated functions out."""
    lines = code.splitlines()
    functions = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.FunctionDef)]
    # From the last line up, so that what is put in moves no line that is still to come.
    for node in sorted(functions, key=lambda node: node.lineno, reverse=True):
        if not node.decorator_list or not node.end_lineno:
            continue
        names = [ast.unparse(decorator) for decorator in node.decorator_list]
        if set(names) & set(LEFT) or any(name.endswith((".setter", "overload")) for name in names):
            continue
        call = node.name
        for name in reversed(names):
            call = f"{name}({call})"
        lines.insert(node.end_lineno, f"{' ' * node.col_offset}{node.name} = {call}")
        for decorator in node.decorator_list:
            for number in range(decorator.lineno - 1, decorator.end_lineno or decorator.lineno):
                lines[number] = ""
    return "\n".join(lines) + "\n"


def mutmut(folder: Path, *arguments: str, call: str = "cli()") -> str:
    """Run mutmut in a laid out copy; its packages come after those of the environment."""
    code = f"import sys; sys.path.append({str(TOOL)!r}); from mutmut.__main__ import cli; {call}"
    environment = os.environ | {"HYPOTHESIS_PROFILE": "mutants", "PYTHONHASHSEED": "0"}
    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if ran.returncode:
        sys.exit(ran.stdout[-3000:])
    return ran.stdout


def outcomes(folder: Path) -> dict[str, str]:
    """The outcome of each mutant by its name; "not checked" for one that was not run."""
    told = mutmut(folder, "results", "--all", "true")
    pairs = (line.strip().rpartition(": ") for line in told.splitlines() if "__mutmut_" in line)
    return {name: outcome for name, _, outcome in pairs}


def main() -> None:
    """Mutate a part, run its tests, print what survived and the row of the table."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("part", choices=PARTS)
    reader.add_argument("--sample", type=int, help="so many mutants instead of all")
    reader.add_argument("--seed", type=int, default=14)
    reader.add_argument("--only", default="", help="only mutants whose name holds this")
    reader.add_argument("--jobs", default="1")
    given = reader.parse_args()
    folder = lay_out(given.part)
    mutmut(folder, call=MAKE)
    names = sorted(name for name in outcomes(folder) if given.only in name)
    if given.sample and given.sample < len(names):
        drawn = sorted(random.Random(given.seed).sample(names, given.sample))
    else:
        drawn = names
    mutmut(folder, "run", "--max-children", given.jobs, *drawn)
    found = {name: outcome for name, outcome in outcomes(folder).items() if name in set(drawn)}
    noticed = [name for name, outcome in found.items() if outcome in ("killed", "timeout")]
    left = sorted(found.keys() - set(noticed))
    show = "[cli(['show', name], standalone_mode=False) for name in sys.argv[1:]]"
    print(mutmut(folder, *left, call=show))
    share = 100 * len(noticed) / max(len(found), 1)
    print(f"| {given.part} | {len(names)} | {len(found)} | {len(noticed)} | {share:.1f} % |")


if __name__ == "__main__":
    main()
