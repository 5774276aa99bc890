"""One request to one address, with every limit that a guest and a careful host would want.

Only http and https; only public addresses, looked up once and then asked as they are, so that a
name cannot lead elsewhere a moment later; one deadline for all of it, the look-up included; no
redirect is followed here, and of the answer nothing is read but its head, whatever is sent.
"""

from __future__ import annotations

import ipaddress
import os
import socket
import ssl
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import SplitResult, quote, urlsplit

import anyio
import httpcore

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
        """Send one request and say what came back; never raises for what is out there."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            return Answer(trouble="forbidden", detail="the address is not well formed")
        if parts.scheme not in ("http", "https") or not host:
            shown = parts.scheme or "no scheme"
            return Answer(trouble="forbidden", detail=f"{shown}: only http and https are asked")
        try:
            name = host if ":" in host else host.encode("idna").decode()
        except UnicodeError:
            return Answer(trouble="no_name", detail="the host has no possible name")
        port = port or (443 if parts.scheme == "https" else 80)
        return anyio.run(self._send, parts, name, port, method)

    async def _send(self, parts: SplitResult, name: str, port: int, method: str) -> Answer:
        url = httpcore.URL(scheme=parts.scheme, host=name, port=port, target=_target(parts))
        shown = f"[{name}]" if ":" in name else name
        headers = [
            ("Host", shown + (f":{parts.port}" if parts.port else "")),
            ("User-Agent", self.agent),
            ("Accept", ACCEPT),
            ("Connection", "close"),
        ]
        network = _PublicNetwork(f"{parts.hostname}:{port}" in self.allowed)
        try:
            with anyio.fail_after(self.timeout):
                async with (
                    httpcore.AsyncConnectionPool(network_backend=network) as pool,
                    pool.stream(method, url, headers=headers) as response,
                ):
                    fields = {key.lower(): value for key, value in response.headers}
                    location = (
                        fields[b"location"].decode("latin-1") if b"location" in fields else None
                    )
                    return Answer(response.status, location)
        except Exception as error:  # whatever a host does is an answer, of a kind
            return _failed(error)


class _NotPublicError(Exception):
    """A name leads to an address that is not of the open internet."""


class _PublicNetwork(httpcore.AsyncNetworkBackend):
    """Connects to what a name leads to, when all of that is of the open internet."""

    def __init__(self, allowed: bool) -> None:
        self._allowed = allowed
        self._sockets = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        looked_up = await anyio.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = [str(entry[4][0]) for entry in looked_up]
        if not self._allowed and not all(map(_is_public, addresses)):
            raise _NotPublicError
        failure: Exception = OSError("no address")
        for address in addresses:
            try:
                return await self._sockets.connect_tcp(address, port)
            except httpcore.ConnectError as error:
                failure = error
        raise failure


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


def _failed(error: Exception) -> Answer:
    """What went wrong, from an error and those that it came from, the outermost first."""
    for cause in _causes(error):
        match cause:
            case _NotPublicError():
                return Answer(
                    trouble="forbidden", detail="the host name leads to a private address"
                )
            case TimeoutError() | httpcore.TimeoutException():
                return Answer(trouble="timeout", detail="no answer in time")
            case ssl.SSLCertVerificationError():
                detail = f"the certificate does not hold: {cause.verify_message}"
                return Answer(trouble="tls", detail=detail)
            case ssl.SSLError():
                return Answer(trouble="tls", detail="no secure connection could be made")
            case socket.gaierror() if cause.errno in _NO_SUCH_NAME:
                return Answer(trouble="no_name", detail="the host name leads nowhere")
            case socket.gaierror():
                detail = "the host name cannot be looked up just now"
                return Answer(trouble="broken", detail=detail)
            case OSError() if cause.errno:
                return Answer(trouble="broken", detail=os.strerror(cause.errno).lower())
    return Answer(trouble="broken", detail="the answer is no HTTP")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        yield from getattr(error, "exceptions", ())  # a group of them, from several addresses
        error = error.__cause__ or error.__context__
