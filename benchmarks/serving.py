"""Serves a built site as static hosts do: compressed, on this machine only."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

COMPRESSED = {".html", ".css", ".js", ".svg", ".xml", ".json"}


class _Host(http.server.SimpleHTTPRequestHandler):
    """Like GitHub Pages: gzip for text, ten minutes in the reader's cache."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, sent: list[tuple[str, int]], **kwargs: Any) -> None:
        self.sent = sent
        super().__init__(*args, **kwargs)

    def log_message(self, *args: object) -> None:
        pass

    def send_head(self) -> BytesIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        if not found:
            path = Path(self.directory) / "404.html"
        body = path.read_bytes()
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Cache-Control", "max-age=600")
        if path.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.sent.append((self.path.partition("?")[0], len(body)))
        return BytesIO(body)


@contextmanager
def served(site: Path, sent: list[tuple[str, int]] | None = None) -> Iterator[str]:
    """The address of a site while it is served; `sent` fills with (path, bytes of its body)."""
    handler = functools.partial(_Host, directory=str(site), sent=[] if sent is None else sent)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        server.daemon_threads = True
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
