"""Times a save under the preview: from the write to the whole of the page that shows it.

.venv/bin/python -m benchmarks.preview --elements 0 1000 --repeat 30

`--elements 0` takes the records of the dossier as they are.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from benchmarks.measure import CODE, make_project
from benchmarks.synthetic import ROOT

PATIENCE = 120.0
COMMANDS = {
    "preview": ["preview.py", "--address"],
    "mkdocs serve": ["-m", "mkdocs", "serve", "--livereload", "--dev-addr"],
}


def project(folder: Path, elements: int) -> Path:
    """The dossier as it is, or as many synthetic elements."""
    if elements:
        return make_project(folder, elements)
    for name in (*CODE, "data", "docs"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    return folder


def measure(folder: Path, kind: str, repeat: int) -> tuple[float, list[float]]:
    """Seconds to the first page, and seconds from each save to the page that shows it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{probe.getsockname()[1]}"
    element = sorted((folder / "data" / "elements").glob("*.yml"))[-1]
    shown = f"http://{place}/"
    started = time.perf_counter()
    server = subprocess.Popen(
        [sys.executable, *COMMANDS[kind], place],
        cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        first = waited(shown, "</html>", started)
        times = []
        for number in range(repeat):
            text = element.read_text("utf-8")
            head, _, rest = text.partition("\n  ru: ")
            title, _, rest = rest.partition("\n")
            kept = title.partition(" — ")[0]
            wanted = f"{kept} — {number}"
            started = time.perf_counter()
            element.write_text(f"{head}\n  ru: {wanted}\n{rest}", "utf-8")
            times.append(waited(f"{shown}elements/{element.stem}.html", f"— {number}", started))
        return first, times
    finally:
        server.terminate()
        server.wait()


def waited(address: str, wanted: str, started: float) -> float:
    """Seconds since a moment until a page holds a text."""
    while time.perf_counter() - started < PATIENCE:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                if wanted in answer.read().decode().replace("\N{NO-BREAK SPACE}", " "):
                    return time.perf_counter() - started
        except OSError:
            pass
        time.sleep(0.05)
    sys.exit(f"{address} never showed {wanted!r}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--elements", type=int, nargs="+", default=[0, 1000])
    parser.add_argument("--repeat", type=int, default=30)
    parser.add_argument("--server", choices=COMMANDS, nargs="+", default=["preview"])
    given = parser.parse_args()
    print("| server | elements | first page, s | median, s | worst, s |\n|---|---|---|---|---|")
    for elements in given.elements:
        for kind in given.server:
            with tempfile.TemporaryDirectory() as folder:
                first, times = measure(project(Path(folder), elements), kind, given.repeat)
            median, worst = statistics.median(times), max(times)
            name = elements or "today’s"
            print(f"| {kind} | {name} | {first:.1f} | {median:.2f} | {worst:.2f} |")


if __name__ == "__main__":
    main()
