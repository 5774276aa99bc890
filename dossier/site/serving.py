"""The server of the preview: each page is made when it is asked for, and reloads after a save."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from typing import Protocol
from urllib.parse import parse_qs, unquote, urlsplit

CHANGES = "/~changes"
HEARTBEAT = 15.0  # seconds after which a browser that has gone away is noticed


@dataclass(frozen=True, slots=True)
class Answer:
    """What a browser gets for an address."""

    body: bytes
    kind: str = "text/html; charset=utf-8"
    status: int = 200


class Site(Protocol):
    """What is shown: anything that knows its pages by their addresses."""

    def answer(self, path: str) -> Answer:
        """The answer for a path without its leading slash; never raises."""


class News:
    """Tells waiting browsers what has changed: `page` or `style`."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._start = time.time_ns()
        self._number = 0
        self._kind = "page"

    @property
    def version(self) -> str:
        """What a page was made from; another one after each save and each start."""
        return f"{self._start}-{self._number}"

    def tell(self, kind: str) -> None:
        """Let every browser know."""
        with self._changed:
            self._number += 1
            self._kind = kind
            self._changed.notify_all()

    def after(self, version: str, patience: float = HEARTBEAT) -> tuple[str, str]:
        """The kind of change after a version, and the version now; no kind if there was none."""
        with self._changed:
            if version == self.version:
                self._changed.wait_for(lambda: version != self.version, patience)
            if version == self.version:
                return "", version
            # Whoever missed more than one change, or a start, needs the whole page.
            next_one = version == f"{self._start}-{self._number - 1}"
            return (self._kind if next_one else "page"), self.version


class Server(ThreadingHTTPServer):
    """Serves a site at an address; the address is taken at once, OSError if it cannot be."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, host: str, port: int) -> None:
        self.news = News()
        self.site: Site | None = None
        super().__init__((host, port), _Handler)

    def watch(self, changed: Callable[[], str], pause: float = 0.25) -> None:
        """Tell browsers of each change, until the program ends."""

        def watching() -> None:
            while True:
                if kind := changed():
                    self.news.tell(kind)
                time.sleep(pause)

        threading.Thread(target=watching, daemon=True).start()


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with a page, a file, or what has changed."""
        try:
            parts = urlsplit(self.path)
            if parts.path == CHANGES:
                self._tell_changes(parse_qs(parts.query).get("since", [""])[0])
            else:
                self._send(unquote(parts.path).removeprefix("/"))
        except (ConnectionError, TimeoutError):
            self.close_connection = True  # the reader has gone to another page

    do_HEAD = do_GET

    def _send(self, path: str) -> None:
        # Asked for first: what changes while the page is made makes it old.
        version = self.server.news.version
        answer = self.server.site.answer(path) if self.server.site else Answer(b"", status=503)
        body = answer.body
        if answer.kind.startswith("text/html"):
            body = with_reload(body, version)
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _tell_changes(self, version: str) -> None:
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        while True:
            kind, version = self.server.news.after(version)
            event = f"event: {kind}\ndata: {version}\n\n" if kind else ": still here\n\n"
            self.wfile.write(event.encode())
            self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for findings."""


def with_reload(html: bytes, version: str) -> bytes:
    """The page with the script that loads it again after a change."""
    code = resources.files("dossier.site").joinpath("reload.js").read_text("utf-8")
    script = f'<script data-since="{version}">{code}</script>'.encode()
    start, body_end, rest = html.rpartition(b"</body>")
    return start + script + body_end + rest if body_end else html + script


def plain_page(title: str, text: str, language: str) -> bytes:
    """A page outside the site, for what keeps the site from being made."""
    return (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8">'
        f"<title>{escape(title)}</title><body><h1>{escape(title)}</h1>"
        f"<pre>{escape(text)}</pre></body></html>"
    ).encode()
