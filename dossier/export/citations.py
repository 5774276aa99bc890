"""Every record, and every source as such, for reference managers: one file each, and all in one.

citeproc-py was tried for the words of a citation and set aside: of an entry without an author it
prints the title twice in APA, and it leaves the address out in GOST R 7.0.5.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from dossier.dates.wording import describe
from dossier.export.bibtex import bibtex, has_year
from dossier.export.bundle import Bundle, as_json
from dossier.export.csl_json import csl
from dossier.export.ris import ris
from dossier.language.words import LANGUAGES
from dossier.rendering.renderer import Renderer
from dossier.rendering.views.items import (
    Item,
    file_of,
    item_of_dossier,
    item_of_page,
    item_of_source,
)

Write = Callable[[Item, str], str]
TEXTS: dict[str, Write] = {"bib": bibtex, "ris": ris}
# The types of records that are cited as pages.
CITED = ("element", "obligation", "risk", "scenario", "assessment", "dispute", "question",
         "article")  # fmt: skip


def files(bundle: Bundle) -> Iterator[tuple[str, bytes]]:
    """A file for each record and form, in both languages; all sources, and the dossier itself."""
    sources = [_clean(item_of_source(source), bundle) for source in bundle.dataset.sources.values()]
    for source, item in zip(bundle.dataset.sources.values(), sources, strict=True):
        for form, content in _forms([item], source.language, bundle):
            yield file_of(source, "", form), content
    for form, content in _forms(sources, "en", bundle):
        yield f"cite/sources.{form}", content
    for language in LANGUAGES:
        renderer = Renderer(bundle.dataset, language)
        words, stamp = renderer.words, renderer.stamp
        whole = replace(item_of_dossier(words, stamp, bundle.site), accessed=_today(bundle))
        for form, content in _forms([whole], language, bundle):
            yield f"cite/dossier.{language}.{form}", content
        for kind in CITED:
            for record in bundle.dataset.records[kind].values():
                item = _clean(item_of_page(record, words, stamp, bundle.site), bundle)
                item = replace(item, accessed=_today(bundle))
                for form, content in _forms([item], language, bundle):
                    yield file_of(record, language, form), content


def _today(bundle: Bundle) -> str:
    """The day on which a file of the export states what it states."""
    return bundle.moment.date().isoformat()


def _clean(item: Item, bundle: Bundle) -> Item:
    """The item in lines that every form can hold; a date without a year is listed."""
    if item.issued is not None and not has_year(item):
        bundle.report.note("bib, ris", f"cite/{item.id}/issued", "no-year")
    return replace(
        item,
        title=bundle.clean(item.title, f"cite/{item.id}/title"),
        author=bundle.clean(item.author, f"cite/{item.id}/author"),
        container=bundle.clean(item.container, f"cite/{item.id}/container"),
    )


def _forms(items: list[Item], language: str, bundle: Bundle) -> Iterator[tuple[str, bytes]]:
    words = language if language in LANGUAGES else "en"
    said = [(item, describe(item.issued, words) if item.issued else "") for item in items]
    for form, write in TEXTS.items():
        yield form, "\n".join(write(item, when) for item, when in said).encode()
    yield "json", as_json([csl(item, when) for item, when in said])
