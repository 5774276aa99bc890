"""Times `check` and `build` on synthetic datasets and prints the medians as a Markdown table.

.venv/bin/python benchmarks/measure.py --elements 100 1000 --repeat 3
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.synthetic import ROOT, write
from dossier.dataset import load

CODE = (
    "dossier", "overrides", "macros.py", "hooks.py", "preview.py", "mkdocs.yml", "mkdocs.en.yml",
)  # fmt: skip
# The engine's own CPU time: without the start of Python and its imports, which any dataset costs.
CHECK = """
import gc, sys, time
from pathlib import Path
from dossier.check import rules
from dossier.dataset import load
from dossier.dates import edtf
gc.set_threshold(100_000, 50, 50)  # as the command does
rules.all_rules()
edtf.parse("2020")
start = time.process_time()
dataset = load(Path(sys.argv[1]))
errors = [finding for finding in rules.findings(dataset) if finding.is_error]
print(time.process_time() - start, sum(1 for _ in dataset.all_records()), len(errors))
"""
PAGES = {
    "index.md": "{{ figures() }}",
    "changes.md": "{{ change_log() }}",
    "chronology/index.md": '{{ chronology(view="lines") }}',
    "actors/index.md": "{{ actors() }}",
    "sources/index.md": "{{ bibliography() }}",
    "questions.md": "{{ questions() }}",
    "disputes.md": "{{ disputes() }}",
    "assessments.md": "{{ assessments() }}",
    "risks/index.md": "{{ risk_register() }}",
    "scenarios/index.md": "",
    "obligations/index.md": "{{ obligations() }}",
    "editing/index.md": "",
    "data.md": "",
    "data/columns.md": "{{ data_columns() }}",
    "editions.md": "",
    "method.md": "## Confidence { #confidence }",
}


def make_project(folder: Path, elements: int) -> Path:
    """The project with a synthetic dataset and the pages that its templates link to."""
    for name in CODE:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    data = write(folder, elements)
    themes = load(data).terms("themes")
    pages = PAGES | {f"themes/{theme}.md": f'{{{{ theme("{theme}") }}}}' for theme in themes}
    nav = "".join(f"  - {name}\n" for name in pages)
    for language, config in (("ru", "mkdocs.yml"), ("en", "mkdocs.en.yml")):
        for name, text in pages.items():
            page = folder / "docs" / language / name
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(f"---\ntitle: {page.stem}\n---\n\n# {name}\n\n{text}\n", "utf-8")
        kept = (folder / config).read_text("utf-8").partition("\nnav:\n")[0]
        (folder / config).write_text(f"{kept}\nnav:\n{nav}", "utf-8")
    return folder


def time_check(project: Path) -> tuple[float, int]:
    """Seconds that loading and all rules take, and the number of records."""
    ran = run([sys.executable, "-c", CHECK, str(project / "data")], project)
    seconds, records, errors = ran.split()
    if errors != "0":
        sys.exit("the synthetic dataset has errors: `dossier check` on it shows them")
    return float(seconds), int(records)


def time_build(project: Path) -> tuple[float, int]:
    """Seconds that the whole command takes, and the number of pages it makes."""
    start = time.perf_counter()
    run([sys.executable, "-m", "dossier", "build"], project)
    return time.perf_counter() - start, sum(1 for _ in (project / "site").rglob("*.html"))


def run(command: list[str], folder: Path) -> str:
    """Run a command of the engine in a project; ends the measuring if it fails."""
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if ran.returncode:
        sys.exit(ran.stdout[-2000:] + ran.stderr[-4000:])
    return ran.stdout


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--elements", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--check-only", action="store_true", help="builds nothing")
    told = parser.parse_args()
    if told.check_only:
        print("| elements | records | check, CPU s | ms a record |\n|---:|---:|---:|---:|")
        for elements in told.elements:
            with tempfile.TemporaryDirectory() as folder:
                project = make_project(Path(folder), elements)
                found = [time_check(project) for _ in range(told.repeat)]
            check, records = statistics.median(s for s, _ in found), found[0][1]
            print(f"| {elements} | {records} | {check:.2f} | {check / records * 1000:.2f} |")
        return
    print("| elements | records | check, CPU s | ms a record | pages | build, s | ms a page |")
    print("|---:|---:|---:|---:|---:|---:|---:|")
    for elements in told.elements:
        with tempfile.TemporaryDirectory() as folder:
            project = make_project(Path(folder), elements)
            checks = [time_check(project) for _ in range(told.repeat)]
            builds = [time_build(project) for _ in range(told.repeat)]
        check, records = statistics.median(s for s, _ in checks), checks[0][1]
        build, pages = statistics.median(s for s, _ in builds), builds[0][1]
        print(
            f"| {elements} | {records} | {check:.2f} | {check / records * 1000:.2f} "
            f"| {pages} | {build:.1f} | {build / pages * 1000:.1f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
