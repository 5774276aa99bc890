"""What the head of a page tells programs: Highwire and Dublin Core, forms to cite, JSON-LD.

Zotero reads the first two (`citation_…` and `DC.…`), search engines the last (schema.org). No
rating is marked up: a judgement of an author is no review of a product.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from dossier.dates import edtf
from dossier.model import BY_FOLDER, Element, Record
from dossier.rendering import addresses
from dossier.rendering.pages import Page
from dossier.rendering.renderer import Renderer
from dossier.rendering.tables.columns import bound
from dossier.rendering.views.items import FORMS, MEDIA_TYPES, api_file, file_of

CONTEXT = "https://schema.org"


@dataclass(frozen=True, slots=True)
class Metadata:
    """Pairs of a name and a content; links as type, address and title; JSON-LD as a text."""

    metas: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, str, str], ...]
    json_ld: str


def metadata(
    renderer: Renderer, base: str, url: str, title: str, description: str, page: Page | None
) -> Metadata:
    """What the page at `url` tells; `base` is the address of its language's site, if known."""
    record = record_of(renderer, page)
    links = tuple(_forms(renderer, url, record)) if record is not None else ()
    tree = _json_ld(renderer, base, url, title, description, record) if base else None
    # In a script element only `</` and `<!--` mean anything (HTML, 13.1.2.1).
    json_ld = json.dumps(tree, ensure_ascii=False).replace("<", "\\u003c") if tree else ""
    return Metadata(tuple(_metas(renderer, base, url, title)), links, json_ld)


def record_of(renderer: Renderer, page: Page | None) -> Record | None:
    """The record that has a page to itself."""
    if page is None or not page.is_of_a_record:
        return None
    place = PurePosixPath(page.source)
    model = BY_FOLDER.get(place.parent.name)
    return renderer.dataset.of(model).get(place.stem) if model else None


def _metas(renderer: Renderer, base: str, url: str, title: str) -> Iterator[tuple[str, str]]:
    words, about = renderer.words, renderer.dataset.about
    name, day = words("site_name"), renderer.stamp.checked
    address = base + url if base else ""
    pairs = (
        ("citation_title", title),
        ("citation_publisher", name),
        ("citation_inbook_title", name),
        ("citation_publication_date", day.replace("-", "/") if day else ""),
        ("citation_language", renderer.language),
        ("citation_public_url", address),
        ("DC.title", title),
        ("DC.publisher", name),
        ("DC.creator", words("log.author")),
        ("DC.date", day or ""),
        ("DC.language", renderer.language),
        ("DC.identifier", address),
        ("DC.rights", about.licence.url),
        ("DC.type", "Text"),
    )
    yield from (pair for pair in pairs if pair[1])


def _forms(renderer: Renderer, url: str, record: Record) -> Iterator[tuple[str, str, str]]:
    root = addresses.up(url) + ("" if renderer.language == "ru" else "../")
    yield "application/json", root + api_file(record), "JSON"
    for form, name in FORMS.items():
        yield MEDIA_TYPES[form], root + file_of(record, renderer.language, form), name


def _json_ld(
    renderer: Renderer, base: str, url: str, title: str, description: str, record: Record | None
) -> Any:
    if url == "index.html":
        return _dataset(renderer, base, description)
    if record is None:
        return None
    article = {
        "@context": CONTEXT,
        "@type": "Article",
        "headline": title,
        "description": description,
        "url": base + url,
        "inLanguage": renderer.language,
        "license": renderer.dataset.about.licence.url,
        "dateModified": last_day(record),
        "publisher": _publisher(renderer),
        "isPartOf": {"@type": "Dataset", "name": renderer.words("site_name"), "url": base},
        "about": _event(record, renderer) if isinstance(record, Element) else None,
    }
    crumbs = _breadcrumbs(renderer, base, url, title, record)
    return [{key: value for key, value in article.items() if value}, crumbs]


def last_day(record: Record) -> str | None:
    """The last day on which a record is known to have been worked on."""
    days = [getattr(record, "checked", None), getattr(record, "accessed", None), record.added]
    return max(filter(None, [*days, *(change.date for change in record.history)]), default=None)


def _event(element: Element, renderer: Renderer) -> dict[str, Any] | None:
    """An event whose days are known; one that has no day is told by the article alone."""
    moment = edtf.parse(element.date)
    if moment.certainty not in ("exact", "interval") or moment.precision in ("decade", "century"):
        return None
    places = [place.in_language(renderer.language) for place in element.places]
    event = {
        "@type": "Event",
        "name": element.title.in_language(renderer.language),
        "startDate": moment.start.value if moment.start else None,
        "endDate": bound(element.date, first=False),
        "location": [{"@type": "Place", "name": place} for place in places],
    }
    return {key: value for key, value in event.items() if value}


def _breadcrumbs(
    renderer: Renderer, base: str, url: str, title: str, record: Record
) -> dict[str, Any]:
    words = renderer.words
    folder = "chronology" if isinstance(record, Element) else url.partition("/")[0]
    section = words(f"table.{record.FOLDER}") if folder != "articles" else words("table.ledger")
    steps = [(words("site_name"), base), (section, f"{base}{folder}/index.html")]
    steps = steps[:1] if folder == "articles" else steps
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": address}
        for place, (name, address) in enumerate([*steps, (title, base + url)], start=1)
    ]
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": items}


def _dataset(renderer: Renderer, base: str, description: str) -> dict[str, Any]:
    site = base if renderer.language == "ru" else base.removesuffix(f"{renderer.language}/")
    files = {"text/csv": "data/elements.csv", "application/vnd.sqlite3": "data/dossier.sqlite",
             "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":
             "data/dossier.xlsx", "application/json": "data/datapackage.json"}  # fmt: skip
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": renderer.words("site_name"),
        "description": description,
        "url": base,
        "inLanguage": renderer.language,
        "license": renderer.dataset.about.licence.url,
        "version": renderer.stamp.version,
        "dateModified": renderer.stamp.checked,
        "isAccessibleForFree": True,
        "creator": _publisher(renderer),
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": site + path}
            for kind, path in files.items()
        ],
    }


def _publisher(renderer: Renderer) -> dict[str, str]:
    return {"@type": "Organization", "name": renderer.words("log.author")}
