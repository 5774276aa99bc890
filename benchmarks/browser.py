"""Measures in a real browser what a reader waits for, and prints a Markdown table of medians.

.venv/bin/python -m benchmarks.browser --site site --elements 1000 --repeat 5

`--site` is the dossier as it is built; the synthetic one of `--elements` is built for the measure.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.measure import make_project, run
from benchmarks.serving import served
from tests.browser_setup import LAUNCH_ARGS, ROOT, chromium_path

# One page in so many: all of them take ten minutes and say no more.
STEP = 5
SCRIPTS = "words.js, sortable-table.js, filters.js"
CHRONOLOGY = f"---\nscripts: [{SCRIPTS}]\n---\n\n# All\n\n{{}}\n"
# From the change of a box to the first frame that shows it, layout included.
FILTER = """() => new Promise(done => {
    const box = document.querySelector('#filters input[name=kind]');
    const start = performance.now();
    box.click();
    document.body.offsetHeight;
    done(performance.now() - start);
})"""
# The time of the last key, and of the first result after it.
WATCH = """() => {
    const input = document.querySelector('pagefind-input input');
    const list = document.querySelector('pagefind-results');
    const seen = window.seen = {};
    input.addEventListener('input', () => { seen.key = performance.now(); seen.result = 0; });
    new MutationObserver(() => {
        if (list.querySelector('.search-result') && !seen.result) seen.result = performance.now();
    }).observe(list, {childList: true, subtree: true});
}"""
FOUND = "() => window.seen.result > window.seen.key"
SEARCHES = {
    "событие": "first, a word of every page",
    "участники": "later, a word of every second page",
    "512": "later, a word of few pages",
}
PAUSE_BETWEEN_KEYS = 60.0  # milliseconds, of a quick typist


def searched(page: Page, words: str) -> float:
    """Type words; milliseconds from the last key to the first result."""
    page.locator("pagefind-input input").fill("")
    page.locator(".search-result").first.wait_for(state="detached")
    page.locator("pagefind-input input").press_sequentially(words, delay=PAUSE_BETWEEN_KEYS)
    page.wait_for_function(FOUND)
    return float(page.evaluate("window.seen.result - window.seen.key"))


Sent = list[tuple[str, int]]


@contextmanager
def opened(browser: Browser, url: str) -> Iterator[tuple[Page, list[str]]]:
    """A page in a browser that has nothing in its cache, and the addresses it asks for."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url, wait_until="networkidle")
    yield page, asked
    context.close()


def total(sent: Sent, ending: str = "") -> int:
    """The bytes of all bodies sent, or of those of files with an ending."""
    return sum(size for path, size in sent if path.endswith(ending))


def weights(browser: Browser, site: Path) -> Iterator[tuple[str, str]]:
    """The first view of every `STEP`th element page, and the script of one without filters."""
    sent: Sent = []
    foreign = 0
    with served(site, sent) as address:
        for folder, language in (("", "Russian"), ("en/", "English")):
            sizes = []
            for path in sorted((site / folder / "elements").glob("*.html"))[::STEP]:
                sent.clear()
                with opened(browser, f"{address}{folder}elements/{path.name}") as (_, asked):
                    sizes.append(total(sent))
                    foreign += sum(not url.startswith(address) for url in asked)
            yield (
                f"first view of {len(sizes)} element pages, {language}: median; largest",
                f"{median(sizes) / 1000:.1f} kB; {max(sizes) / 1000:.1f} kB",
            )
    scripts = [site / path.lstrip("/") for path, _ in sent if path.endswith(".js")]
    raw = sum(script.stat().st_size for script in scripts)
    yield "script of a page without filters: as sent; unpacked", f"{total(sent, '.js')} B; {raw} B"
    yield "requests of these pages to other hosts", str(foreign)


def waits(
    browser: Browser, site: Path, repeat: int, searches: Mapping[str, str] = SEARCHES
) -> Iterator[tuple[str, str]]:
    """Filtering all cards, and the search from its first use."""
    sent: Sent = []
    filtering, bytes_sent = [], []
    searching: dict[str, list[float]] = {words: [] for words in searches}
    with served(site, sent) as address:
        for _ in range(repeat):
            with opened(browser, address + "chronology/index.html") as (page, _):
                page.locator("#filters input[name=kind]").first.wait_for(state="attached")
                filtering.append(float(page.evaluate(FILTER)))
            with opened(browser, address + "index.html") as (page, _):
                sent.clear()
                page.locator(".search-button").click()
                page.locator("pagefind-input input").wait_for()
                page.evaluate(WATCH)
                for words, known in searching.items():
                    known.append(searched(page, words))
                page.wait_for_load_state("networkidle")
                bytes_sent.append(total(sent))
    yield "filtering all cards", f"{median(filtering):.0f} ms"
    for words, known in searching.items():
        yield f"search, {searches[words]}: last key to first result", f"{median(known):.0f} ms"
    yield "sent for the searches", f"{median(bytes_sent) / 1000:.0f} kB"


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--elements", type=int, default=1000)
    parser.add_argument("--repeat", type=int, default=5)
    told = parser.parse_args()
    print("| what | measured |\n|---|---|")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path=chromium_path(), args=list(LAUNCH_ARGS)
        )
        for what, value in weights(browser, told.site):
            print(f"| {what} | {value} |", flush=True)
        project = make_project(Path(folder), told.elements)
        for language in ("ru", "en"):
            page = project / "docs" / language / "chronology" / "index.md"
            page.write_text(CHRONOLOGY.format("{{ chronology(filters=true) }}"), "utf-8")
        run([sys.executable, "-m", "dossier", "build", "--no-pdf"], project)
        for what, value in waits(browser, project / "site", told.repeat):
            print(f"| {told.elements} synthetic elements: {what} | {value} |", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
