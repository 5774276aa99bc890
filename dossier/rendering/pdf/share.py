"""Share images: one for each type of page, and which page shows which."""

from __future__ import annotations

from dossier.language.words import Words
from dossier.rendering.pdf.downloads import ready
from dossier.rendering.pdf.kept import Kept

# The type of page by the beginning of its address, the more exact ones first.
BY_ADDRESS = {
    "index.html": "home",
    "chronology/": "chronology",
    "themes/": "theme",
    "elements/": "element",
    "risks/": "risk",
    "scenarios/": "scenario",
    "articles/": "article",
    "obligations/": "provision",
    "sources/": "source",
    "assessments.html": "assessment",
    "disputes.html": "dispute",
    "questions.html": "question",
    "actors/": "actor",
}
OTHER = "page"
TYPES = (*BY_ADDRESS.values(), OTHER)


def type_of(url: str) -> str:
    """The type of the page at an address of its language's site."""
    return next((kind for start, kind in BY_ADDRESS.items() if url.startswith(start)), OTHER)


def path(kind: str, language: str) -> str:
    """Where the image of a page type stands, from the root of its language's site."""
    return f"assets/share/{kind}-{language}.png"


def address(site_url: str | None, page_url: str, language: str) -> str:
    """The whole address of a page's image; nothing when the site has none or no address."""
    if not site_url or not ready():
        return ""
    return f"{site_url.rstrip('/')}/{path(type_of(page_url), language)}"


def image(kind: str, words: Words, kept: Kept | None = None) -> bytes:
    """The image of one page type."""
    from dossier.rendering.pdf.typeset import png  # pages need the addresses, not Typst

    whole = kind in ("home", OTHER)
    title = words("book.title") if whole else words(f"share.{kind}")
    below = f"{words('book.subtitle')}. {words('book.kind')}" if whole else words("site_name")
    return png("share.typ", {"kind": title, "site": below, "lang": words.language}, kept)
