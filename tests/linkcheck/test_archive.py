"""Archived copies of sources, against a server on the loopback that speaks the archive's part."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner, Result

from dossier.check import rules
from dossier.cli import main
from dossier.dataset import load
from dossier.linkcheck.wayback import Stopped, Wayback

AGENCY, COLUMN = "trial-agency", "trial-column"


@dataclass
class Archive:
    """An archive: the copies it has, by address, and how it answers what it is asked to save."""

    copies: dict[str, str] = field(default_factory=dict)
    states: list[dict[str, Any]] = field(default_factory=list)
    status: int = 200
    body: bytes | None = None
    waits: list[int] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)
    told: list[dict[str, str]] = field(default_factory=list)
    port: int = 0

    @property
    def options(self) -> list[str]:
        base = f"http://127.0.0.1:{self.port}"
        return ["--lookup", f"{base}/wayback/available", "--save-at", f"{base}/save",
                "--pause", "0"]  # fmt: skip

    def answer(self, method: str, path: str, sent: str) -> dict[str, Any]:
        parts = urlsplit(path)
        if parts.path == "/wayback/available":
            url = parse_qs(parts.query)["url"][0]
            if url not in self.copies:
                return {"archived_snapshots": {}}
            stamp = self.copies[url]
            closest = {"available": True, "status": "200", "timestamp": stamp,
                       "url": f"http://elsewhere.example/{stamp}"}  # fmt: skip
            return {"archived_snapshots": {"closest": closest}}
        if (method, parts.path) == ("POST", "/save"):
            return {"url": parse_qs(sent)["url"][0], "job_id": "spn2-1"}
        return self.states.pop(0)


@pytest.fixture
def archive() -> Iterator[Archive]:
    held = Archive()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            held.asked.append((self.command, self.path))
            held.told.append(dict(self.headers))
            sent = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            status = 429 if held.waits else held.status
            body = held.body
            if body is None:
                found = {} if status != 200 else held.answer(self.command, self.path, sent)
                body = json.dumps(found).encode()
            self.send_response(status)
            if status == 429:
                self.send_header("Retry-After", str(held.waits.pop(0)))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET

        def log_message(self, *_: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        held.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02},
                         daemon=True).start()  # fmt: skip
        yield held
        server.shutdown()


def run(archive: Archive, data: Path, *arguments: str, keys: bool = True) -> Result:
    environment = {"WAYBACK_ACCESS_KEY": "a", "WAYBACK_SECRET_KEY": "b"} if keys else {
        "WAYBACK_ACCESS_KEY": "", "WAYBACK_SECRET_KEY": ""}  # fmt: skip
    command = ["archive", "--data", str(data), *archive.options, *arguments]
    return CliRunner().invoke(main, command, env=environment)


def _file(data: Path, name: str) -> Path:
    return data / "sources" / f"{name}.yml"


def test_a_copy_that_is_there_is_recorded_and_nothing_else_changes(
    archive: Archive, data: Path
) -> None:
    source = load(data).sources[AGENCY]
    file = _file(data, AGENCY)
    file.write_text(f"# a remark\n{file.read_text('utf-8')}", "utf-8")
    before = file.read_text("utf-8").splitlines()
    archive.copies[source.url] = "20260110120000"
    ran = run(archive, data, AGENCY)
    after = file.read_text("utf-8").splitlines()
    kept = f"https://web.archive.org/web/20260110120000/{source.url}"
    assert [line for line in after if line not in before] == [f"archive_url: {kept}"]
    assert [line for line in before if line not in after] == []
    assert load(data).sources[AGENCY].archive_url == kept
    assert [one for one in rules.findings(load(data)) if one.is_error] == []
    assert (ran.exit_code, "found: https://web.archive.org" in ran.output) == (0, True)


def test_the_copy_nearest_to_the_day_of_consultation_is_asked_for(
    archive: Archive, data: Path
) -> None:
    source = load(data).sources[AGENCY]
    run(archive, data, AGENCY)
    asked = parse_qs(urlsplit(archive.asked[0][1]).query)
    assert asked == {"url": [source.url], "timestamp": [source.accessed.replace("-", "")]}
    assert archive.told[0]["User-Agent"].startswith("dossier-archive/")


def test_a_dry_run_writes_nothing(archive: Archive, data: Path) -> None:
    archive.copies[load(data).sources[AGENCY].url] = "20260110120000"
    before = _file(data, AGENCY).read_bytes()
    ran = run(archive, data, AGENCY, "--dry-run")
    assert _file(data, AGENCY).read_bytes() == before
    assert "found: https://web.archive.org/web/20260110120000/" in ran.output
    assert "nothing was written" in ran.output


def test_a_run_that_was_broken_off_goes_on_where_it_ended(archive: Archive, data: Path) -> None:
    sources = load(data).sources
    archive.copies |= {source.url: "20300101000000" for source in sources.values()}
    first = run(archive, data, "--limit", "1")
    assert len(archive.asked) == 1
    second = run(archive, data)
    assert len(archive.asked) == len(sources)
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert all(source.archive_url for source in load(data).sources.values())
    assert "nothing to ask" in run(archive, data).output
    assert len(archive.asked) == len(sources)


def test_a_copy_older_than_the_source_is_not_taken(archive: Archive, data: Path) -> None:
    archive.copies[load(data).sources[AGENCY].url] = "19990101000000"
    ran = run(archive, data, AGENCY)
    assert "missing: the nearest copy, of 1999-01-01, is older than the source" in ran.output
    assert load(data).sources[AGENCY].archive_url is None


def test_where_there_is_no_copy_one_is_made_and_waited_for(archive: Archive, data: Path) -> None:
    source = load(data).sources[AGENCY]
    archive.states = [{"status": "pending"},
                      {"status": "success", "timestamp": "20261126101112"}]  # fmt: skip
    ran = run(archive, data, AGENCY, "--save")
    assert [method for method, _ in archive.asked] == ["GET", "POST", "GET", "GET"]
    assert archive.told[1]["Authorization"] == "LOW a:b"
    assert "Authorization" not in archive.told[0]
    assert "1 saved" in ran.output
    kept = f"https://web.archive.org/web/20261126101112/{source.url}"
    assert load(data).sources[AGENCY].archive_url == kept


def test_what_the_archive_cannot_save_is_told_in_its_words(archive: Archive, data: Path) -> None:
    archive.states = [{"status": "error", "message": "Couldn't resolve host."}]
    ran = run(archive, data, AGENCY, "--save")
    assert "failed: Couldn't resolve host." in ran.output
    assert ran.exit_code == 1


def test_without_keys_nothing_is_saved(archive: Archive, data: Path) -> None:
    ran = run(archive, data, "--save", keys=False)
    assert ran.exit_code == 2
    assert "WAYBACK_ACCESS_KEY and WAYBACK_SECRET_KEY" in ran.output
    assert archive.asked == []


@pytest.mark.parametrize(
    ("status", "body", "told"),
    [
        (200, b"<html>", "failed: the archive's answer is no JSON"),
        (200, b"[]", "failed: the archive's answer is not of the known form"),
        (500, b"", "failed: the archive answers with status 500"),
        (200, b" " * 1_100_000, "failed: the archive's answer is too long"),
        (200, b'{"archived_snapshots": {"closest": {"available": true, "status": "200",'
              b' "timestamp": "../../x"}}}', "failed: the archive's answer has no time"),
        (403, b"", "stopped: the archive refuses the request"),
    ],
)  # fmt: skip
def test_a_bad_answer_is_told_in_words_and_nothing_is_written(
    archive: Archive, data: Path, status: int, body: bytes, told: str
) -> None:
    archive.status, archive.body = status, body
    before = _file(data, AGENCY).read_bytes()
    ran = run(archive, data, AGENCY)
    assert told in ran.output
    assert (ran.exit_code, _file(data, AGENCY).read_bytes()) == (1, before)


def test_an_archive_that_asks_for_a_pause_gets_it_once(archive: Archive) -> None:
    pauses: list[float] = []
    base = f"http://127.0.0.1:{archive.port}"
    wayback = Wayback(pause=2, lookup=f"{base}/wayback/available", wait=pauses.append)
    archive.waits = [7]
    assert wayback.nearest("https://example.org/", "20260101") is None
    assert pauses == [0, 7, 2]
    archive.waits = [3, 3]
    with pytest.raises(Stopped, match="longer pause"):
        wayback.nearest("https://example.org/", "20260101")


def test_without_a_network_it_stops_at_once(archive: Archive, data: Path) -> None:
    port, archive.port = archive.port, 1  # nothing listens there
    ran = run(archive, data)
    archive.port = port
    assert "stopped: the archive cannot be reached" in ran.output
    assert ran.exit_code == 1
    assert f"{len(load(data).sources)} not asked" in ran.output
