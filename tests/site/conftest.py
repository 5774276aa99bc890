"""What the tests in a browser share: the built site over http and one running Chromium."""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.browser_setup import LAUNCH_ARGS, chromium_path
from tests.site.header_rules import headers_for

# What is waited for comes at last on a busy machine, too: `expect` alone waits for 5 seconds.
PATIENCE = 60_000  # milliseconds
expect.set_options(timeout=PATIENCE)


class Host(http.server.SimpleHTTPRequestHandler):
    """Serves files as a static host would, with the headers of the file `_headers`."""

    def end_headers(self) -> None:
        rules = Path(self.directory, "_headers").read_text("utf-8")
        for header in headers_for(rules, self.path.partition("?")[0]).items():
            self.send_header(*header)
        super().end_headers()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        # A browser that leaves a page breaks off what it still asked for.
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            super().copyfile(source, outputfile)

    def log_message(self, *args: object) -> None:
        pass


@contextlib.contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """The address at which a folder is served while this lasts."""
    handler = functools.partial(Host, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    with hosted(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium_path(), args=list(LAUNCH_ARGS)
        )
        yield running
        running.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(reduced_motion="reduce")
    made.set_default_timeout(PATIENCE)
    yield made
    made.close()
