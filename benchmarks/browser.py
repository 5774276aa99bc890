"""Measures in a real browser what a reader waits for, and prints a Markdown table of medians.

.venv/bin/python -m benchmarks.browser --site site --elements 1000 --repeat 5

`--site` is the dossier as it is built; the synthetic one of `--elements` is built for the measure.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from benchmarks.measure import make_project, run
from benchmarks.serving import served
from tests.browser_setup import LAUNCH_ARGS, ROOT, chromium_path

# One page in so many: all of them take ten minutes and say no more.
STEP = 5
CHRONOLOGY = "---\nscripts: [sortable-table.js, year-rail.js, chronology.js]\n---\n\n# All\n\n{}\n"
# From the change of a box to the first frame that shows it, layout included.
FILTER = """() => new Promise(done => {
    const box = document.querySelector('#filters input[name=kind]');
    const start = performance.now();
    box.click();
    document.body.offsetHeight;
    done(performance.now() - start);
})"""
# From the last key to the first result in the list.
SEARCH = """words => new Promise(done => {
    const input = document.querySelector('#search-text');
    const list = document.querySelector('.search-results');
    list.replaceChildren();
    const start = performance.now();
    new MutationObserver((_, watch) => {
        if (!list.querySelector('li')) return;
        watch.disconnect();
        done(performance.now() - start);
    }).observe(list, {childList: true});
    input.value = words;
    input.dispatchEvent(new Event('input', {bubbles: true}));
})"""


class Weight:
    """What a page brings over the wire, in bytes as they are sent."""

    def __init__(self, page: Page) -> None:
        self._session: CDPSession = page.context.new_cdp_session(page)
        self._session.send("Network.enable")
        self.urls: dict[str, str] = {}
        self.sizes: dict[str, int] = {}
        self._session.on("Network.requestWillBeSent", self._asked)
        self._session.on("Network.loadingFinished", self._came)

    def _asked(self, event: dict[str, dict[str, str]]) -> None:
        self.urls[str(event["requestId"])] = event["request"]["url"]

    def _came(self, event: dict[str, float]) -> None:
        self.sizes[str(event["requestId"])] = int(event["encodedDataLength"])

    def total(self, ending: str = "") -> int:
        """All bytes, or those of files with an ending."""
        named = {key: url.partition("?")[0] for key, url in self.urls.items()}
        return sum(size for key, size in self.sizes.items() if named[key].endswith(ending))


@contextmanager
def opened(browser: Browser, url: str) -> Iterator[tuple[Page, Weight]]:
    """A page in a browser that has nothing in its cache."""
    context = browser.new_context()
    page = context.new_page()
    weight = Weight(page)
    page.goto(url, wait_until="load")
    page.evaluate("document.fonts.ready.then(() => true)")
    yield page, weight
    context.close()


def median_of(measure: Callable[[], float], repeat: int) -> float:
    return statistics.median(measure() for _ in range(repeat))


def weights(browser: Browser, address: str, site: Path) -> Iterator[tuple[str, str]]:
    """The first view of every `STEP`th element page, and the script of one without filters."""
    for folder, language in (("", "Russian"), ("en/", "English")):
        totals = []
        for path in sorted((site / folder / "elements").glob("*.html"))[::STEP]:
            with opened(browser, f"{address}{folder}elements/{path.name}") as (_, weight):
                totals.append(weight.total())
        yield (
            f"first view of {len(totals)} element pages, {language}: median; largest",
            f"{statistics.median(totals) / 1000:.1f} kB; {max(totals) / 1000:.1f} kB",
        )
    with opened(browser, address + "elements/transit-agreement-2024.html") as (page, weight):
        sent = weight.total(".js")
        foreign = [url for url in weight.urls.values() if not url.startswith(address)]
        raw = sum(
            len(page.request.get(url).body()) for url in weight.urls.values() if url.endswith(".js")
        )
    yield "script of a page without filters: as sent; unpacked", f"{sent} B; {raw} B"
    yield "requests to other hosts", str(len(foreign))


def waits(browser: Browser, address: str, repeat: int) -> Iterator[tuple[str, str]]:
    """Filtering all cards, and the search from its first use."""

    def filtering() -> float:
        with opened(browser, address + "chronology/index.html") as (page, _):
            return float(page.evaluate(FILTER))

    yield "filtering all cards", f"{median_of(filtering, repeat):.0f} ms"
    first, next_, sent = [], [], []
    for _ in range(repeat):
        with opened(browser, address + "index.html") as (page, weight):
            before = weight.total()
            page.locator(".search-button").click()
            page.locator("#search-text").wait_for()
            first.append(float(page.evaluate(SEARCH, "соглашение")))
            next_.append(float(page.evaluate(SEARCH, "обучение")))
            page.wait_for_load_state("networkidle")
            sent.append(weight.total() - before)
    yield "first search: first result after the last key", f"{statistics.median(first):.0f} ms"
    yield "next search: first result after the last key", f"{statistics.median(next_):.0f} ms"
    yield "sent for both searches", f"{statistics.median(sent) / 1000:.0f} kB"


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
        with served(told.site) as address:
            for what, value in weights(browser, address, told.site):
                print(f"| {what} | {value} |", flush=True)
        project = make_project(Path(folder), told.elements)
        for language in ("ru", "en"):
            page = project / "docs" / language / "chronology" / "index.md"
            page.write_text(CHRONOLOGY.format("{{ chronology(filters=true) }}"), "utf-8")
        run([sys.executable, "-m", "dossier", "build", "--no-pdf"], project)
        with served(project / "site") as address:
            for what, value in waits(browser, address, told.repeat):
                print(f"| {told.elements} synthetic elements: {what} | {value} |", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
