"""Builds the real site beside the tests: python -m tests.site_build FOLDER

Leaves `FOLDER/build/site`, and in `FOLDER/build.done` what the build said if it failed.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

FOLDER = "build"
DONE = "build.done"
PATIENCE = 600.0  # seconds to wait for the build


def main(shared: Path) -> None:
    """Build; whatever happens, the outcome is told."""
    folder = shared / FOLDER
    command = [sys.executable, "-m", "dossier", "build", "--site", str(folder / "site")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    written = folder / "outcome"
    written.write_text("" if ran.returncode == 0 else ran.stdout + ran.stderr, "utf-8")
    written.rename(shared / DONE)


def outcome(shared: Path) -> str:
    """What the build said if it failed, when it has ended."""
    done, end = shared / DONE, time.monotonic() + PATIENCE
    while not done.exists():
        if time.monotonic() > end:
            return "the build of the site for the tests has not ended"
        time.sleep(0.2)
    return done.read_text("utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
