"""All benchmarks in turn, on a quiet machine: their tables into docs/development/speed.md.

make benchmark                          1,000 elements, medians of three
make benchmark ELEMENTS=100 REPEAT=1    a quick look, which is written down as well

What is written stands between two marks of the page; the rest of the page is prose.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "development" / "speed.md"
HUGO = ROOT / ".venv" / "hugo" / "hugo" / "binaries" / "hugo"
BEGIN, END = "<!-- measured: make benchmark -->", "<!-- end of what was measured -->"


def tables(elements: int, repeat: int) -> dict[str, list[str]]:
    """The benchmarks by the titles of their sections: modules with their arguments."""
    number, times = str(elements), str(repeat)
    hugo = ["--hugo", str(HUGO)] if HUGO.exists() else []
    return {
        "Side by side": ["build", "--elements", number, "--repeat", times, *hugo],
        "The check": ["measure", "--elements", number, str(10 * elements), "--repeat", times,
                      "--check-only"],
        "The export": ["export", "--elements", number],
        "From a save to the page": ["preview", "--elements", "0", number, "--repeat", times],
    }  # fmt: skip


def machine() -> str:
    """One line about where and with what the figures were taken."""
    load = os.getloadavg()[0]
    day = datetime.now(UTC).date()
    cores = os.cpu_count()
    return (
        f"Taken on {day} by `make benchmark`: Python {platform.python_version()}, "
        f"{platform.system()} {platform.machine()}, {cores} cores, load {load:.1f} at the start."
    )


def placed(page: str, text: str) -> str:
    """The page with another text between its marks."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        sys.exit(f"{PAGE} lacks its marks {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n{text.strip()}\n\n{END}{after}"


def main() -> None:
    """Run them all; write down those that ended well, and say which did not."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--elements", type=int, default=1000)
    reader.add_argument("--repeat", type=int, default=3)
    given = reader.parse_args()
    parts, failed = [machine()], False
    for title, (module, *arguments) in tables(given.elements, given.repeat).items():
        print(f"{title} …", flush=True)
        command = [sys.executable, "-m", f"benchmarks.{module}", *arguments]
        ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if ran.returncode:
            failed = True
            print(ran.stdout[-1000:] + ran.stderr[-3000:])
            continue
        print(ran.stdout)
        parts.append(f"### {title}\n\n{ran.stdout.strip()}")
    PAGE.write_text(placed(PAGE.read_text("utf-8"), "\n\n".join(parts)), "utf-8")
    sys.exit(failed)


if __name__ == "__main__":
    main()
