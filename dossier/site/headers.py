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


# What pages of other sites may read: data, not the pages.
OPEN = ("api", "data", "cite", "editions")
OPEN_HEADER = ("Access-Control-Allow-Origin", "*")
_IN_OPEN = f"/({'|'.join(OPEN)})/"


def write_headers(site: Path, policy: str, base: str = "/") -> None:
    """Write the headers, `policy` first, for every host that takes them from a file of the site.

    `base` is the path below which the site stands on its host.
    """
    headers = {"Content-Security-Policy": policy} | HEADERS
    for name, form in FORMS.items():
        (site / name).write_text(form(headers, base), encoding="utf-8")


def _netlify_and_cloudflare(headers: dict[str, str], base: str) -> str:
    lines = [f"{base}*", *(f"  {name}: {value}" for name, value in headers.items())]
    for folder in OPEN:
        lines += [f"{base}{folder}/*", "  {}: {}".format(*OPEN_HEADER)]
    return "\n".join(lines) + "\n"


def _apache(headers: dict[str, str], base: str) -> str:
    rules = [f'  Header always set {name} "{value}"' for name, value in headers.items()]
    opened = '  Header always set {} "{}"'.format(*OPEN_HEADER)
    rules += [f'  <If "%{{REQUEST_URI}} =~ m#{_IN_OPEN}#">', f"  {opened}", "  </If>"]
    lines = ["<IfModule mod_headers.c>", *rules, "</IfModule>", f"ErrorDocument 404 {base}404.html"]
    return "\n".join(lines) + "\n"


def _nginx(headers: dict[str, str], base: str) -> str:
    said = [f'add_header {name} "{value}" always;' for name, value in headers.items()]
    opened = 'add_header {} "{}" always;'.format(*OPEN_HEADER)
    lines = [
        "# Inside the server block of the site: include /path/to/site/headers.nginx.conf;",
        *said,
    ]
    # A location with headers of its own takes over none of those around it.
    lines += [f"location ~ {_IN_OPEN} {{", *(f"  {line}" for line in (*said, opened)), "}"]
    return "\n".join([*lines, f"error_page 404 {base}404.html;"]) + "\n"


def _vercel(headers: dict[str, str], base: str) -> str:
    pairs = [{"key": name, "value": value} for name, value in headers.items()]
    name, value = OPEN_HEADER
    rules = [
        {"source": f"{base}(.*)", "headers": pairs},
        {"source": f"{base}({'|'.join(OPEN)})/(.*)", "headers": [{"key": name, "value": value}]},
    ]
    return json.dumps({"headers": rules}, indent=2) + "\n"


FORMS = {
    "_headers": _netlify_and_cloudflare,
    ".htaccess": _apache,
    "headers.nginx.conf": _nginx,
    "vercel.json": _vercel,
}
