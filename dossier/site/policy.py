"""The Content-Security-Policy of the built site: nothing but its own files, scripts by hash.

Every page carries the policy in a meta element, so that it holds on any host and in a folder;
the same policy, with what a meta element cannot say, goes into the header files that
`dossier.site.headers` writes (CSP Level 3, W3C).
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from pathlib import Path

from dossier.parsing import markup

# How the theme's `base.html` writes it; verification finds a page without a policy behind it.
CHARSET = '<meta charset="utf-8">'
POLICY = "Content-Security-Policy"
META = f'<meta http-equiv="{POLICY}" content="{{}}">'

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


def own_scripts(*templates: Path) -> list[str]:
    """The hashes of the inline scripts in templates, the only ones that run.

    A template hides one of the same name in a later folder. A script is the same on every page:
    verification refuses one that a template has changed.
    """
    shown = {
        path.relative_to(folder): path
        for folder in reversed(templates)
        for path in folder.rglob("*.html")
    }
    return sorted(
        hash_of(element.text)
        for path in shown.values()
        for element in markup.elements(path.read_text(encoding="utf-8"))
        if is_inline(element)
    )


def is_inline(element: markup.Element) -> bool:
    """Whether an element is a script with its code in the page; a block of JSON is data."""
    if element.tag != "script" or "src" in element.attributes:
        return False
    kind = element.attributes.get("type", "").strip().lower()
    return kind not in ("application/json", "application/ld+json")


def hash_of(script: str) -> str:
    """A script as the policy names it."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def policy_of(scripts: Iterable[str]) -> str:
    """The policy of all pages, which allows the inline `scripts` (their hashes) and no other."""
    return "; ".join(f"{name} {value}" for name, value in _directives(scripts).items())


def with_policy(html: str, policy: str) -> str:
    """A page that carries the policy, if it names its character set as the theme does."""
    return html.replace(CHARSET, CHARSET + META.format(policy), 1)


def _directives(scripts: Iterable[str]) -> dict[str, str]:
    return COMMON | {
        "script-src": " ".join(["'self'", "'wasm-unsafe-eval'", *scripts]),
        "style-src": "'self'",
    }
