"""A small web server on the loopback: it answers as its paths ask and remembers who asked."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Local:
    """The server: `asked` holds (time, method, path) of every request; `routes` how it answers.

    A route is a status, or a status and a place to redirect to, or a function of the handler.
    """

    port: int = 0
    routes: dict[str, Any] = field(default_factory=dict)
    asked: list[tuple[float, str, str]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"

    def methods(self, path: str) -> list[str]:
        return [method for _, method, asked in self.asked if asked == path]


@contextmanager
def serving() -> Iterator[Local]:
    local = Local()

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            local.asked.append((time.monotonic(), self.command, self.path))
            local.headers.append(dict(self.headers))
            route = local.routes.get(self.path, 200)
            if isinstance(route, dict):
                route = route.get(self.command, 200)
            if callable(route):
                route(self)
                return
            status, target = route if isinstance(route, tuple) else (route, None)
            self.send_response(status)
            if target is not None:
                self.send_header("Location", target)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_GET = do_HEAD = answer

        def log_message(self, *_: object) -> None:
            return

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:  # a client that leaves early is meant
            return

    server = Server(("127.0.0.1", 0), Handler)
    local.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield local
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
