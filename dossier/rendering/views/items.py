"""What a reference manager is told: a source as such, or a page of the dossier, as one item.

The words are those of CSL (Citation Style Language 1.0.2). Every item is a page of the web, which
is how it was consulted; a guess at a finer type would be ours and not the source's.
"""

from __future__ import annotations

from dataclasses import dataclass

from dossier.dates import edtf
from dossier.dates.edtf import Moment
from dossier.language.words import Words
from dossier.model import Record, Source
from dossier.model.naming import title_in
from dossier.rendering import addresses
from dossier.rendering.views.citing import Stamp

# The forms that are offered, by the ending of their files.
FORMS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}
MEDIA_TYPES = {
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "json": "application/vnd.citationstyles.csl+json",
}


# The interface for programs; its version stands in the address.
API = "api/v1"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to be cited. `address` may be unknown, as a page's is before its site has one.

    `issued` may be any moment, or missing; `accessed` is a day, as ISO 8601 writes it.
    """

    id: str
    title: str
    container: str
    language: str
    issued: Moment | None
    accessed: str | None
    address: str
    author: str = ""
    archive: str = ""
    version: str = ""
    note: str = ""


def item_of_source(source: Source) -> Item:
    """A source as such: what a bibliography lists."""
    return Item(
        id=source.id,
        title=source.title,
        container=source.publisher,
        language=source.language,
        issued=edtf.parse(source.published) if source.published else None,
        accessed=source.accessed,
        address=source.url,
        author=source.author or "",
        archive=source.archive_url or "",
    )


def item_of_page(record: Record, words: Words, stamp: Stamp, site: str) -> Item:
    """The page of a record in one language, in one edition; `site` is the address of the site."""
    folder = addresses.folder_of(words.language)
    return Item(
        id=f"{record.TYPE}-{record.id}-{words.language}",
        title=title_in(record, words.language),
        container=words("site_name"),
        language=words.language,
        issued=edtf.parse(stamp.checked) if stamp.checked else None,
        accessed=None,
        address=f"{site}/{folder}{addresses.address_of(record)}" if site else "",
        version=stamp.version,
    )


def item_of_dossier(words: Words, stamp: Stamp, site: str) -> Item:
    """The dossier as a whole, in one language."""
    folder = addresses.folder_of(words.language)
    return Item(
        id=f"dossier-{words.language}",
        title=words("site_name"),
        container="",
        language=words.language,
        issued=edtf.parse(stamp.checked) if stamp.checked else None,
        accessed=None,
        address=f"{site}/{folder}" if site else "",
        author=words("log.author"),
        version=stamp.version,
    )


def file_of(record: Record, language: str, form: str) -> str:
    """Where the item of a record stands, from the root of the site.

    A source is cited as such, in its own language; anything else as the page in this language.
    """
    if isinstance(record, Source):
        return f"cite/sources/{record.id}.{form}"
    return f"cite/{record.TYPE}s/{record.id}.{language}.{form}"


def api_file(record: Record) -> str:
    """Where a record stands in the interface for programs, from the root of the site."""
    return f"{API}/{record.FOLDER}/{record.id}.json"
