"""One request: its limits hold against whatever a host does. Only the loopback is asked."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from dossier.linkcheck.request import Answer, Asker, _is_public
from dossier.linkcheck.verdict import judge
from tests.linkcheck.server import Local, serving


@pytest.fixture
def local() -> Iterator[Local]:
    with serving() as server:
        yield server


def asker(local: Local, **more: Any) -> Asker:
    return Asker(allowed=frozenset({local.host}), **{"timeout": 5.0, **more})


def test_a_page_that_answers_is_ok_and_asked_once_without_its_text(local: Local) -> None:
    judged = judge(local.url("/page?a=1&b=я"), asker(local).ask)
    assert (judged.verdict, judged.status) == ("ok", 200)
    assert [entry[1:] for entry in local.asked] == [("HEAD", "/page?a=1&b=%D1%8F")]


def test_the_check_says_who_it_is(local: Local) -> None:
    asker(local, agent="dossier-links/1 (+https://example.org/dossier)").ask(local.url("/"), "HEAD")
    assert local.headers[0]["User-Agent"] == "dossier-links/1 (+https://example.org/dossier)"
    assert local.headers[0]["Host"] == local.host


@pytest.mark.parametrize("status", [403, 404, 405, 500, 501])
def test_a_server_that_dislikes_head_is_asked_with_get(status: int, local: Local) -> None:
    local.routes["/a"] = {"HEAD": status, "GET": 200}
    assert judge(local.url("/a"), asker(local).ask).verdict == "ok"
    assert local.methods("/a") == ["HEAD", "GET"]


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (404, "dead"), (410, "dead"),
        (401, "refused"), (403, "refused"), (405, "refused"), (418, "refused"),
        (429, "refused"), (451, "refused"), (999, "refused"),
        (500, "unanswered"), (502, "unanswered"), (503, "unanswered"),
    ],
)  # fmt: skip
def test_only_not_found_and_gone_are_dead(status: int, verdict: str, local: Local) -> None:
    local.routes["/a"] = status
    judged = judge(local.url("/a"), asker(local).ask)
    assert (judged.verdict, judged.status) == (verdict, status)


def test_a_move_for_good_tells_the_new_address(local: Local) -> None:
    local.routes |= {"/old": (301, "/newer"), "/newer": (308, "/newest/page")}
    judged = judge(local.url("/old"), asker(local).ask)
    assert (judged.verdict, judged.now) == ("moved", local.url("/newest/page"))


def test_a_move_for_now_leaves_the_address_as_it_is(local: Local) -> None:
    local.routes["/a"] = (302, "/today")
    judged = judge(local.url("/a"), asker(local).ask)
    assert (judged.verdict, judged.now) == ("ok", None)
    assert judged.detail == f"answers from {local.url('/today')}"


def test_what_follows_a_move_for_now_is_not_the_new_address(local: Local) -> None:
    local.routes |= {"/a": (301, "/b"), "/b": (302, "/c")}
    judged = judge(local.url("/a"), asker(local).ask)
    assert (judged.verdict, judged.now, judged.at) == (
        "moved", local.url("/b"), local.url("/c"),
    )  # fmt: skip


def test_a_page_that_leads_to_the_front_page_may_be_gone(local: Local) -> None:
    local.routes["/2014/article"] = (302, "/")
    judged = judge(local.url("/2014/article"), asker(local).ask)
    assert judged.verdict == "moved"
    assert judged.at_front_page


def test_a_move_to_a_page_that_is_gone_is_dead(local: Local) -> None:
    local.routes |= {"/a": (301, "/b"), "/b": 404}
    judged = judge(local.url("/a"), asker(local).ask)
    assert judged.verdict == "dead"
    assert judged.detail == f"status 404 at {local.url('/b')}"


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", "file:///etc/passwd", "ftp://127.0.0.1/a", "gopher://127.0.0.1:1/_x"],
)
def test_a_redirect_to_another_scheme_is_not_followed(target: str, local: Local) -> None:
    local.routes["/a"] = (301, target)
    judged = judge(local.url("/a"), asker(local).ask)
    assert judged.verdict == "unanswered"
    assert "which is not followed" in judged.detail
    assert len(local.asked) == 1


def test_a_redirect_to_a_private_address_is_not_followed(local: Local) -> None:
    with serving() as inner:
        local.routes["/a"] = (301, inner.url("/secret"))
        judged = judge(local.url("/a"), asker(local).ask)
        assert judged.verdict == "unanswered"
        assert "private address" in judged.detail
        assert inner.asked == []


@pytest.mark.parametrize("url", ["http://localhost:{}/", "http://127.0.0.1:{}/", "http://[::1]:{}/",
                                 "http://2130706433:{}/", "http://0x7f.1:{}/",
                                 "http://[::ffff:127.0.0.1]:{}/"])  # fmt: skip
def test_a_private_address_is_not_asked_however_it_is_written(url: str, local: Local) -> None:
    judged = judge(url.format(local.port), Asker(timeout=2.0).ask)
    assert judged.verdict in ("not_asked", "dead", "unanswered")
    assert local.asked == []


@pytest.mark.parametrize(
    "address",
    ["10.0.0.1", "127.0.0.1", "169.254.169.254", "192.168.1.1", "100.64.0.1", "0.0.0.0",
     "224.0.0.1", "::1", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1",
     "2002:7f00:1::", "255.255.255.255"],
)  # fmt: skip
def test_addresses_that_are_not_of_the_open_internet(address: str) -> None:
    assert not _is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_addresses_of_the_open_internet(address: str) -> None:
    assert _is_public(address)


@pytest.mark.parametrize(
    "url", ["ftp://example.org/", "javascript:alert(1)", "http://[", "/etc/passwd", "http://", ""]
)
def test_what_is_no_web_address_is_not_asked(url: str) -> None:
    assert judge(url, Asker().ask).verdict == "not_asked"


def test_a_circle_of_redirects_comes_to_an_end(local: Local) -> None:
    local.routes |= {"/a": (302, "/b"), "/b": (302, "/a"), "/self": (301, "/self")}
    assert judge(local.url("/a"), asker(local).ask).verdict == "unanswered"
    assert len(local.asked) == 6
    assert judge(local.url("/self"), asker(local).ask).detail == "it redirects to itself"


def test_a_server_that_says_nothing_is_left_in_time(local: Local) -> None:
    local.routes["/slow"] = lambda _: time.sleep(3)
    answer = asker(local, timeout=0.3).ask(local.url("/slow"), "HEAD")
    assert answer == Answer(trouble="timeout", detail="no answer in time")


def test_a_server_that_drips_its_answer_is_left_in_time(local: Local) -> None:
    def drip(handler: Any) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for _ in range(200):
            handler.wfile.write(b"X-More: 1\r\n")
            handler.wfile.flush()
            time.sleep(0.1)

    local.routes["/drip"] = drip
    answer = asker(local, timeout=0.5).ask(local.url("/drip"), "HEAD")
    assert answer.trouble == "timeout"


def test_an_endless_text_is_not_read(local: Local) -> None:
    def pour(handler: Any) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(5000):
            handler.wfile.write(b"x" * 100_000)
            poured.append(100_000)

    poured: list[int] = []
    local.routes["/big"] = {"HEAD": 405, "GET": pour}
    assert judge(local.url("/big"), asker(local).ask).verdict == "ok"
    assert sum(poured) < 100_000_000  # what the two ends hold between them, not the half gigabyte


def test_endless_headers_are_no_answer(local: Local) -> None:
    def pour(handler: Any) -> None:
        handler.send_response(200)
        for number in range(5000):
            handler.send_header(f"X-{number}", "y" * 100)
        handler.end_headers()

    local.routes["/many"] = pour
    assert asker(local).ask(local.url("/many"), "HEAD").trouble == "broken"


def raw(reply: bytes) -> tuple[int, threading.Thread]:
    """A port that sends these bytes to whoever comes, twice."""
    listener = socket.create_server(("127.0.0.1", 0))

    def run() -> None:
        with listener:
            listener.settimeout(5)
            for _ in range(2):
                try:
                    peer, _ = listener.accept()
                except TimeoutError:
                    return
                with peer:
                    peer.recv(4096)
                    peer.sendall(reply)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return listener.getsockname()[1], thread


@pytest.mark.parametrize("reply", [b"", b"\x00\xff\xfe nonsense\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n"])
def test_an_answer_that_is_no_http_is_no_verdict_on_the_page(reply: bytes) -> None:
    port, thread = raw(reply)
    ask = Asker(timeout=3.0, allowed=frozenset({f"127.0.0.1:{port}"})).ask
    assert judge(f"http://127.0.0.1:{port}/", ask).verdict == "unanswered"
    thread.join()


def test_a_port_that_nobody_listens_on_is_no_verdict_on_the_page() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    ask = Asker(timeout=3.0, allowed=frozenset({f"127.0.0.1:{port}"})).ask
    judged = judge(f"http://127.0.0.1:{port}/", ask)
    assert (judged.verdict, judged.detail) == ("unanswered", "connection refused")


def test_a_connection_that_is_not_secure_is_no_verdict_on_the_page(local: Local) -> None:
    judged = judge(local.url("/").replace("http:", "https:"), asker(local, timeout=2.0).ask)
    assert judged.verdict == "unanswered"
