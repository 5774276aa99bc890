"""A page opened in a browser, with what went wrong, what it asked for and what bars a reader."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import BrowserContext, ConsoleMessage, Page

AXE = Path(AXE_FILE_PATH).read_text(encoding="utf-8")
COLOUR_RULES = ("color-contrast", "link-in-text-block")
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

# What the policy of a page refused is told by an event and not only in the console.
WATCH_POLICY = """
window.refused = [];
document.addEventListener('securitypolicyviolation', event =>
    window.refused.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
"""

# Of many things of one kind the first few stand for all: a long list only costs time.
KEEP_FEW = """few => {
    for (const parent of document.querySelectorAll('main *, main')) {
        const seen = {};
        for (const child of [...parent.children]) {
            const kind = child.tagName + '.' + child.className;
            seen[kind] = (seen[kind] || 0) + 1;
            if (seen[kind] > few) child.remove();
        }
    }
}"""

RUN_AXE = """async options => {
    const found = await axe.run(document, {...options, resultTypes: ['violations']});
    return found.violations.flatMap(violation => violation.nodes.slice(0, 3).map(node =>
        `${violation.id} (${node.impact}): ${node.target.join(' ')} ${node.failureSummary}`));
}"""


class Visit:
    """A page that was opened, with what went wrong on it and what it asked for."""

    def __init__(
        self, context: BrowserContext, url: str, size: dict[str, int] | None = None
    ) -> None:
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self.page: Page = context.new_page()
        if size:
            self.page.set_viewport_size(size)  # type: ignore[arg-type]
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on(
            "response",
            lambda r: self.complaints.append(f"{r.status} {r.url}") if r.status >= 400 else None,
        )
        self.page.add_init_script(WATCH_POLICY)
        self.page.goto(url, wait_until="load")

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text} {message.location['url']}")

    @property
    def refused(self) -> list[str]:
        """What the page's Content-Security-Policy did not let through."""
        found: list[str] = self.page.evaluate("window.refused")
        return found

    def foreign(self, address: str) -> list[str]:
        """The requests that went to another host than the site's."""
        own = urlsplit(address).netloc
        return [url for url in self.asked if urlsplit(url).netloc != own and url[:5] != "data:"]

    def barriers(self, *, only: tuple[str, ...] = ()) -> list[str]:
        """What axe finds on the page as it stands: of any impact, best practices included."""
        return axe(self.page, only=only)


def axe(page: Page, *, only: tuple[str, ...] = ()) -> list[str]:
    """Run axe-core on a page with all its rules, or `only` some."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    # axe leaves out the size of targets by itself.
    every: dict[str, Any] = {"rules": {"target-size": {"enabled": True}}}
    options = {"runOnly": list(only)} if only else every
    found: list[str] = page.evaluate(RUN_AXE, options)
    return found
