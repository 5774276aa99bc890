"""One request to one address, with every limit that a guest and a careful host would want.

Only http and https; only public addresses, looked up once and then asked as they are, so that a
name cannot lead elsewhere a moment later; one deadline for all that follows the look-up, which has
the system's own; no redirect is followed here, and of the answer nothing is read but its head,
whatever is sent.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal
from urllib.parse import SplitResult, quote, urlsplit

Addresses = list[tuple[int, tuple[object, ...]]]
Trouble = Literal["forbidden", "no_name", "timeout", "tls", "broken"]

ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5"
_PATH_SAFE = "/%:@!$&'()*+,;=~-._?[]|"
_NO_SUCH_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: a status and perhaps where it points, or what went wrong."""

    status: int | None = None
    location: str | None = None
    trouble: Trouble | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks single addresses; `allowed` are hosts (`name:port`) that need not be public."""

    timeout: float = 20.0
    agent: str = "dossier-links/1"
    allowed: frozenset[str] = frozenset()

    def ask(self, url: str, method: str) -> Answer:
        """Send one request and tell what came back; never raises for what is out there."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            return Answer(trouble="forbidden", detail="the address is not well formed")
        if parts.scheme not in ("http", "https") or not host:
            shown = parts.scheme or "no scheme"
            return Answer(trouble="forbidden", detail=f"{shown}: only http and https are asked")
        port = port or (443 if parts.scheme == "https" else 80)
        try:
            name = host if ":" in host else host.encode("idna").decode()
            found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
        except UnicodeError:
            return Answer(trouble="no_name", detail="the host has no possible name")
        except socket.gaierror as error:
            if error.errno in _NO_SUCH_NAME:
                return Answer(trouble="no_name", detail="the host name leads nowhere")
            return Answer(trouble="broken", detail="the host name cannot be looked up just now")
        except OSError as error:
            return Answer(trouble="broken", detail=error.strerror or str(error))
        if f"{host}:{port}" not in self.allowed and not all(_is_public(a[4][0]) for a in found):
            return Answer(trouble="forbidden", detail="the host name leads to a private address")
        return self._send(parts, name, [(a[0], a[4]) for a in found], method)

    def _send(self, parts: SplitResult, name: str, addresses: Addresses, method: str) -> Answer:
        deadline = _Deadline()
        try:
            with deadline.after(self.timeout):
                sock = self._connected(parts.scheme, name, addresses, deadline)
                connection = http.client.HTTPConnection(name, timeout=self.timeout)
                connection.sock = sock
                try:
                    connection.request(method, _target(parts), headers=self._headers(parts, name))
                    response = connection.getresponse()
                    if deadline.passed:  # a head that breaks off is taken for a whole one
                        raise TimeoutError
                    return Answer(response.status, response.getheader("Location"))
                finally:
                    connection.close()
        except (OSError, http.client.HTTPException, ValueError) as error:
            return _failed(error, expired=deadline.passed)

    def _connected(
        self, scheme: str, name: str, addresses: Addresses, deadline: _Deadline
    ) -> socket.socket:
        """A connection to the first address that takes one, under TLS where that is asked."""
        failure: Exception = OSError("no address")
        for family, address in addresses:
            sock = socket.socket(family, socket.SOCK_STREAM)
            sock.settimeout(self.timeout)
            deadline.holds(sock)
            try:
                sock.connect(address)
                if scheme == "http":
                    return sock
                context = ssl.create_default_context()
                secure = context.wrap_socket(
                    sock, server_hostname=name, do_handshake_on_connect=False
                )
                deadline.holds(secure)
                secure.do_handshake()
                return secure
            except (OSError, ValueError) as error:
                sock.close()
                failure = error
                if deadline.passed or isinstance(error, ssl.SSLError):
                    break
        raise failure

    def _headers(self, parts: SplitResult, name: str) -> dict[str, str]:
        shown = f"[{name}]" if ":" in name else name
        return {
            "Host": shown + (f":{parts.port}" if parts.port else ""),
            "User-Agent": self.agent,
            "Accept": ACCEPT,
            "Connection": "close",
        }


class _Deadline:
    """Ends a connection when its time is over, however slowly its bytes still drip."""

    def __init__(self) -> None:
        self.passed = False
        self._sock: socket.socket | None = None

    def holds(self, sock: socket.socket) -> None:
        self._sock = sock

    @contextmanager
    def after(self, seconds: float) -> Iterator[None]:
        timer = threading.Timer(seconds, self._end)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _end(self) -> None:
        self.passed = True
        if self._sock is not None:
            try:
                # That of the plain class: the one of TLS would say goodbye first, and wait.
                socket.socket.shutdown(self._sock, socket.SHUT_RDWR)
            except OSError:
                return


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe=_PATH_SAFE)
    return path + (f"?{quote(parts.query, safe=_PATH_SAFE)}" if parts.query else "")


def _is_public(address: object) -> bool:
    """Whether an IP address is one of the open internet, and holds none that is not."""
    ip = ipaddress.ip_address(str(address).partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return _is_public(inner)
    return ip.is_global and not ip.is_multicast


def _failed(error: Exception, expired: bool) -> Answer:
    if expired or isinstance(error, TimeoutError):
        return Answer(trouble="timeout", detail="no answer in time")
    if isinstance(error, ssl.SSLCertVerificationError):
        return Answer(
            trouble="tls", detail=f"the certificate does not hold: {error.verify_message}"
        )
    if isinstance(error, ssl.SSLError):
        return Answer(trouble="tls", detail="no secure connection could be made")
    if isinstance(error, OSError) and error.strerror:
        return Answer(trouble="broken", detail=error.strerror.lower())
    return Answer(trouble="broken", detail="the answer is no HTTP")
