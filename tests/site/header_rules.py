"""Reads `_headers` as Cloudflare Pages does: every rule that fits, equal names joined."""

from __future__ import annotations

import re


def headers_for(text: str, path: str) -> dict[str, str]:
    """The headers that a host sends with what stands at `path`."""
    found: dict[str, list[str]] = {}
    applies = False
    for line in text.splitlines():
        if not line.startswith(" "):
            pattern = ".*".join(map(re.escape, line.split("*")))
            applies = re.fullmatch(pattern, path) is not None
        elif applies:
            name, _, value = line.strip().partition(": ")
            found.setdefault(name, []).append(value)
    return {name: ", ".join(values) for name, values in found.items()}
