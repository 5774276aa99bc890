"""Header files for static hosts: each reads the same headers in a form of its own.

A meta element cannot say who may frame a page, nor anything that is not a policy; a host can.
GitHub Pages and GitLab Pages send no headers of a site's own: there the meta element is all.

No page may be framed but those that are made for it (`dossier.rendering.embeds`). Of two rules for
one path, Netlify takes the more special one and Cloudflare Pages joins their values, so that no
rule of `_headers` can take back what another says: what is denied is said for every other path.
"""

from __future__ import annotations

import json
from pathlib import Path

from dossier.rendering.framing import FOLDER as FRAMED

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
UNFRAMED = ("X-Frame-Options", "DENY")

# What pages of other sites may read: data, not the pages.
OPEN = ("api", "data", "cite", "editions")
OPEN_HEADER = ("Access-Control-Allow-Origin", "*")
# Said twice, it would be an error; so it is left to whoever writes the server block.
NGINX_PACKED = (
    "# Packed, text is a quarter of its size: gzip on; gzip_vary on; gzip_types text/css"
    " text/javascript application/json text/csv text/plain text/xml image/svg+xml;"
)
_IN_OPEN = f"/({'|'.join(OPEN)})/"
_IN_FRAMES = f"/{FRAMED}/"


def write_headers(site: Path, policy: str, base: str = "/") -> None:
    """Write the headers, `policy` first, for every host that takes them from a file of the site.

    `base` is the path below which the site stands on its host.
    """
    headers = {"Content-Security-Policy": policy} | HEADERS
    names = [f"{base}{path}" for path in _paths(site)]
    (site / "_headers").write_text(_netlify_and_cloudflare(headers, base, names), "utf-8")
    for name, form in FORMS.items():
        (site / name).write_text(form(headers, base), encoding="utf-8")


def _paths(site: Path) -> list[str]:
    """Patterns for all that is not to be framed: pages and folders of each language's site."""
    patterns = ["", "en/"]
    for folder in ("", "en/"):
        root = site / folder
        entries = sorted(root.iterdir()) if root.is_dir() else []
        # Hosts answer for a page without its ending, too; the pattern takes in its folder.
        pages = [path.stem for path in entries if path.suffix == ".html"]
        apart = {FRAMED, "en", "assets", *OPEN, *pages}
        folders = [path.name for path in entries if path.is_dir() and path.name not in apart]
        patterns += [f"{folder}{name}*" for name in pages]
        patterns += [f"{folder}{name}/*" for name in folders]
    return patterns


def _netlify_and_cloudflare(headers: dict[str, str], base: str, unframed: list[str]) -> str:
    lines = [f"{base}*", *(f"  {name}: {value}" for name, value in headers.items())]
    for folder in OPEN:
        lines += [f"{base}{folder}/*", "  {}: {}".format(*OPEN_HEADER)]
    for path in unframed:
        lines += [path, "  {}: {}".format(*UNFRAMED)]
    return "\n".join(lines) + "\n"


def _apache(headers: dict[str, str], base: str) -> str:
    rules = [f'  Header always set {name} "{value}"' for name, value in headers.items()]
    rules += _if(f"!~ m#{_IN_FRAMES}#", UNFRAMED) + _if(f"=~ m#{_IN_OPEN}#", OPEN_HEADER)
    lines = ["<IfModule mod_headers.c>", *rules, "</IfModule>", f"ErrorDocument 404 {base}404.html"]
    return "\n".join(lines) + "\n"


def _if(condition: str, header: tuple[str, str]) -> list[str]:
    set_ = '  Header always set {} "{}"'.format(*header)
    return [f'  <If "%{{REQUEST_URI}} {condition}">', set_, "  </If>"]


def _nginx(headers: dict[str, str], base: str) -> str:
    directives = [_added(*header) for header in headers.items()]
    lines = [
        "# Inside the server block of the site: include /path/to/site/headers.nginx.conf;",
        *directives,
        _added(*UNFRAMED),
    ]
    # A location with headers of its own takes over none of those around it.
    for place, more in ((_IN_OPEN, [_added(*OPEN_HEADER)]), (_IN_FRAMES, [])):
        lines += [f"location ~ {place} {{", *(f"  {line}" for line in (*directives, *more)), "}"]
    lines += ["location ~ /assets/ {", "  expires 30d;", "}", NGINX_PACKED]
    return "\n".join([*lines, f"error_page 404 {base}404.html;"]) + "\n"


def _added(name: str, value: str) -> str:
    return f'add_header {name} "{value}" always;'


def _vercel(headers: dict[str, str], base: str) -> str:
    rules = [
        _vercel_rule(f"{base}(.*)", *headers.items()),
        _vercel_rule(f"{base}((?!{FRAMED}/|en/{FRAMED}/).*)", UNFRAMED),
        _vercel_rule(f"{base}({'|'.join(OPEN)})/(.*)", OPEN_HEADER),
    ]
    return json.dumps({"headers": rules}, indent=2) + "\n"


def _vercel_rule(source: str, *headers: tuple[str, str]) -> dict[str, object]:
    return {"source": source, "headers": [{"key": key, "value": value} for key, value in headers]}


FORMS = {
    ".htaccess": _apache,
    "headers.nginx.conf": _nginx,
    "vercel.json": _vercel,
}
