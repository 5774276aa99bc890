"""Finds a Chromium for the tests, or installs one, and records where it is.

`make test` runs this file. In order: the program named by the variable CHROMIUM, the one found
last time, the usual places, the distribution's package (Debian, as root or with sudo that asks
for no password), and last the browser that Playwright brings. A browser counts only if it starts
and renders a page. Its path is written to `.venv/chromium-path`, where `chromium_path` reads it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RECORD = ROOT / ".venv" / "chromium-path"

# The browser without a window comes first: it draws the same and takes a sixth less time.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
PACKAGES = ("chromium-headless-shell", "chromium")  # the first is in Debian from 12 on
MAC_APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)

# The tests open only pages of this project, served on this machine. Without a sandbox because
# it cannot be had as root or in most containers; the rest keeps the browser off the network.
LAUNCH_ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium_path() -> str:
    """The browser that `make test` recorded, or the one that CHROMIUM names."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named) or named
    if RECORD.is_file():
        return RECORD.read_text(encoding="utf-8").strip()
    raise RuntimeError("No browser is set up for the tests: run `make browser` first.")


def version_if_it_works(program: str) -> str | None:
    """The browser's version, if it starts and renders a page; otherwise None."""
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            page = subprocess.run(
                [
                    program,
                    "--headless",
                    *LAUNCH_ARGS,
                    f"--user-data-dir={profile}",
                    "--dump-dom",
                    "data:text/html,<p>rendered</p>",
                ],
                capture_output=True,
                text=True,
                timeout=60,
                check=False,
            )
        version = subprocess.run(
            [program, "--version"], capture_output=True, text=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    if "<p>rendered</p>" not in page.stdout:
        return None
    return version.stdout.strip() or "of unknown version"


def installed() -> Iterator[str]:
    """Programs that may be a browser, the most likely first."""
    if RECORD.is_file():
        yield RECORD.read_text(encoding="utf-8").strip()
    for name in NAMES:
        found = shutil.which(name) or shutil.which(name, path="/usr/bin:/usr/local/bin:/snap/bin")
        if found:
            yield found
    yield from (program for program in MAC_APPLICATIONS if Path(program).exists())


def distribution() -> str:
    """The id of the Linux distribution (`debian`, `ubuntu` …), or nothing."""
    try:
        lines = Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    fields = dict(line.split("=", 1) for line in lines if "=" in line)
    return fields.get("ID", "").strip('"')


def as_root() -> list[str] | None:
    """What to put before a command so that it runs as root, or None if that cannot be."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        allowed = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
        if allowed.returncode == 0:
            return ["sudo", "-n"]
    return None


def run(*command: str) -> bool:
    """Run a command, showing it; true if it succeeded."""
    print("  $", " ".join(command), flush=True)
    return subprocess.run(command, check=False).returncode == 0


def install_package() -> str | None:
    """Install Debian's own Chromium; None where that is not possible."""
    prefix = as_root()
    if distribution() != "debian" or prefix is None:
        return None
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    run(*apt, "update")
    for package in PACKAGES:
        print(f"No browser found: installing Debian's package {package}.", flush=True)
        packages = (package, "fonts-dejavu-core")
        if run(*apt, "install", "-y", "--no-install-recommends", *packages):
            return shutil.which(package, path="/usr/bin")
    print("No package could be installed.", flush=True)
    return None


def install_with_playwright() -> str | None:
    """Download the browser that Playwright brings; None if that fails."""
    from playwright.sync_api import sync_playwright

    print("No browser found: downloading the one that Playwright brings.", flush=True)
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    if distribution() in {"debian", "ubuntu"} and as_root() is not None:
        command.append("--with-deps")
    if not run(*command):
        return None
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def candidates() -> Iterator[str]:
    """Programs to try; what is not installed is installed only when it is asked for."""
    named = os.environ.get("CHROMIUM")
    if named:
        yield shutil.which(named) or named
        return
    yield from installed()
    for install in (install_package, install_with_playwright):
        program = install()
        if program:
            yield program


def find_or_install() -> str | None:
    """The path of a browser that works, with a line that says which it is."""
    for program in candidates():
        version = version_if_it_works(program)
        if version:
            print(f"Browser for the tests: {program} ({version})", flush=True)
            return program
        print(f"{program} does not start or does not render a page.", flush=True)
    return None


def main() -> int:
    """Find or install a browser and record its path."""
    program = find_or_install()
    if program is None:
        print(
            "There is no working Chromium, and the tests need one.\n"
            "Install it (Debian: sudo apt install chromium; elsewhere Chrome or Chromium from its\n"
            "usual place), or name the program: make test CHROMIUM=/path/to/chromium",
            file=sys.stderr,
        )
        return 1
    RECORD.parent.mkdir(exist_ok=True)
    RECORD.write_text(program + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
