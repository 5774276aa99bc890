"""Header files for static hosts: each reads the same headers in a form of its own.

A meta element cannot say who may frame a page, nor anything that is not a policy; a host can.
GitHub Pages and GitLab Pages send no headers of a site's own: there the meta element is all.
"""

from __future__ import annotations

import json
from pathlib import Path

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def write_headers(site: Path, policy: str) -> None:
    """Write the headers, `policy` first, for every host that takes them from a file of the site."""
    headers = {"Content-Security-Policy": policy} | HEADERS
    for name, form in FORMS.items():
        (site / name).write_text(form(headers), encoding="utf-8")


def _netlify_and_cloudflare(headers: dict[str, str]) -> str:
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers.items())]
    return "\n".join(lines) + "\n"


def _apache(headers: dict[str, str]) -> str:
    rules = [f'  Header always set {name} "{value}"' for name, value in headers.items()]
    lines = ["<IfModule mod_headers.c>", *rules, "</IfModule>", "ErrorDocument 404 /404.html"]
    return "\n".join(lines) + "\n"


def _nginx(headers: dict[str, str]) -> str:
    lines = ["# Inside the server block of the site: include /path/to/site/headers.nginx.conf;"]
    lines += [f'add_header {name} "{value}" always;' for name, value in headers.items()]
    return "\n".join([*lines, "error_page 404 /404.html;"]) + "\n"


def _vercel(headers: dict[str, str]) -> str:
    pairs = [{"key": name, "value": value} for name, value in headers.items()]
    return json.dumps({"headers": [{"source": "/(.*)", "headers": pairs}]}, indent=2) + "\n"


FORMS = {
    "_headers": _netlify_and_cloudflare,
    ".htaccess": _apache,
    "headers.nginx.conf": _nginx,
    "vercel.json": _vercel,
}
