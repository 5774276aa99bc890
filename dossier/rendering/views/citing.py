"""How to cite a page of the dossier: after GOST R 7.0.5-2008 and after APA (7th edition).

GOST ends with the day of access in brackets. APA asks for one only where what was read cannot be
had again (rule 9.16); an edition can, so that its version stands instead.

Only our own pages are cited here, and they are all of one sort (an entry of a reference work
without a personal author), so that a style is one sentence with four places. A processor of CSL
styles would bring an XML parser and its locales for the same two sentences.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from babel.dates import format_date

from dossier.dataset import Dataset
from dossier.dates import edtf
from dossier.language.words import Words


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells one edition from another: the day of its last check, and its data's digest."""

    checked: str | None
    version: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation in both styles; the address is set apart, so that it can be a link."""

    gost: str
    apa: str
    address: str


def stamp_of(dataset: Dataset) -> Stamp:
    """The stamp of a dataset: equal files give equal stamps, in any place and at any time."""
    digest = hashlib.sha256()
    for document in sorted(dataset.documents, key=lambda document: document.path):
        digest.update(f"{document.path}\0{document.text}\0".encode())
    checked = max((element.checked for element in dataset.elements.values()), default=None)
    return Stamp(checked, digest.hexdigest()[:7])


def reference_to(title: str, address: str, stamp: Stamp, words: Words) -> Reference:
    """How to cite the page with this title at this address."""
    places = {
        "title": title,
        "sentence": title if title.endswith((".", "?", "!", "…")) else f"{title}.",
        "site": words("site_name"),
        "version": stamp.version,
        "edition": _day(stamp, words, "cite.gost_date"),
        "date": _day(stamp, words, "cite.apa_date"),
    }
    return Reference(words("cite.gost", **places), words("cite.apa", **places), address)


def _day(stamp: Stamp, words: Words, pattern: str) -> str:
    """The day of the edition as a style writes it; `pattern` is a Unicode date pattern."""
    if stamp.checked is None:
        return words(f"{pattern}_missing")
    return str(format_date(edtf.parse(stamp.checked).hi, words(pattern), locale=words.language))
