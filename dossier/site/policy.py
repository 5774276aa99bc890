"""The Content-Security-Policy of the built site: nothing but its own files, scripts by hash.

Every page carries the policy in a meta element, so that it holds on any host and in a folder;
the same policy, with what a meta element cannot say, goes into the header files that
`dossier.site.headers` writes (CSP Level 3, W3C).
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from dossier.site.headers import write_headers

INLINE = re.compile(
    r"<script(?![^>]*\ssrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>(.*?)</script>", re.DOTALL
)
STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
CHARSET = re.compile(r'<meta charset="?utf-8"?\s*/?>', re.IGNORECASE)
META = '<meta http-equiv="Content-Security-Policy" content="{}">'

# Search runs WebAssembly; nothing else needs more than files of the site.
COMMON = {
    "default-src": "'none'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}


def apply_policy(site: Path) -> str:
    """Write the policy into every page below `site` and into header files; returns the policy.

    All pages share one policy: the hashes of every inline script that any of them holds.
    """
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    scripts = sorted({_hash(text) for html in pages.values() for text in INLINE.findall(html)})
    styles = sorted({_hash(text) for html in pages.values() for text in STYLE.findall(html)})
    policy = _policy(scripts, styles)
    meta = META.format(policy)
    for path, html in pages.items():
        path.write_text(CHARSET.sub(lambda match: match[0] + meta, html, count=1), encoding="utf-8")
    write_headers(site, f"{policy}; frame-ancestors 'none'")
    return policy


def _policy(scripts: list[str], styles: list[str]) -> str:
    parts = COMMON | {
        "script-src": " ".join(["'self'", "'wasm-unsafe-eval'", *scripts]),
        "style-src": " ".join(["'self'", *styles]),
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
