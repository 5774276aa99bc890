"""Puts the books, briefs and images into a built site, side by side."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from dossier.dataset import Dataset
from dossier.language.words import LANGUAGES, Words
from dossier.parsing import nodes
from dossier.rendering.pdf import brief, share, written
from dossier.rendering.pdf.book import short, whole
from dossier.rendering.pdf.downloads import brief_name, file_name
from dossier.rendering.pdf.kept import Kept
from dossier.rendering.pdf.typeset import MARK, TypesettingError, drawing, pdf, unprintable
from dossier.rendering.pdf.written import Written
from dossier.rendering.pictures import files as picture_files
from dossier.rendering.pictures.picture import Picture
from dossier.rendering.renderer import Renderer
from dossier.site.beside import Progress
from dossier.site.edition import Edition


@dataclass(frozen=True, slots=True)
class Typeset:
    """What was typeset: sizes of the documents by file name, images, and the seconds it took.

    `again` says how many of all were found as they had been made before.
    """

    editions: dict[str, int]
    images: int
    again: int
    seconds: float

    def described(self) -> str:
        """One line for a person."""
        sizes = ", ".join(f"{name} {size / 1e6:.1f} MB" for name, size in self.editions.items())
        images = f"{self.images} images"
        again = f" ({self.again} as before)" if self.again else ""
        return f"typeset: {sizes}; {images}{again}; {self.seconds:.1f} s"


def folder_of(site: Path, language: str) -> Path:
    """The root of a language's site."""
    return site if language == "ru" else site / language


def typeset(
    edition: Edition,
    pages: Mapping[str, Written],
    site: Path,
    epoch: int,
    progress: Progress,
    keep: Path | None = None,
) -> Typeset:
    """Make editions, briefs and pictures, and share images where the site's address is known.

    `pages` are the written pages of each language, `site` is the built site. `progress` is told of
    each text whose letters the fonts lack: where it is, and which letters; and of a brief that is
    too long. `keep` is a folder where what was made from the same input before is found. Raises
    `TypesettingError` in Typst's words.
    """
    started = time.monotonic()
    kept = Kept(keep) if keep else None
    # A share image is named by its whole address only.
    kinds = share.TYPES if edition.renderer("ru").settings.site_url else ()
    # Typst works outside Python's lock, so that threads are enough.
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        editions = {
            language: pool.submit(_editions, edition, pages[language], site, language, epoch, kept)
            for language in LANGUAGES
        }
        images = [
            pool.submit(_image, site, kind, edition.renderer(language).words, kept)
            for language in LANGUAGES
            for kind in kinds
        ]
        images += [
            pool.submit(_picture, site, edition.renderer(language), picture, kept)
            for language in LANGUAGES
            for picture in edition.renderer(language).pictures.drawn()
        ]
        by_language = [editions[language].result() for language in LANGUAGES]
        for image in images:
            image.result()
    if kept:
        kept.forget_others()
    for documents in by_language:
        if (sides := documents.sides) > brief.SIDES:
            progress(
                f"{documents.brief}: {sides} sides of A4; shorten the page `{written.BRIEF_PAGE}`"
            )
    lost = set().union(*(documents.lost for documents in by_language))
    for warning in _warnings(lost, edition.dataset):
        progress(warning)
    sizes = {name: size for documents in by_language for name, size in documents.sizes.items()}
    return Typeset(sizes, len(images), kept.again if kept else 0, time.monotonic() - started)


@dataclass(frozen=True, slots=True)
class _Documents:
    """The documents of one language: sizes by file name, letters lost, sides of the brief."""

    sizes: dict[str, int]
    lost: set[str]
    brief: str
    sides: int


def _editions(
    edition: Edition, pages: Written, site: Path, language: str, epoch: int, kept: Kept | None
) -> _Documents:
    """Make the book of a language, and the brief if its site has the page."""
    renderer, folder = edition.renderer(language), folder_of(site, language)
    contents = whole(renderer, pages)
    documents = {}
    sides = 0
    if pages.brief:
        data, sides = brief.fitted(short(renderer, pages))
        documents[brief_name(language)] = pdf(brief.TEMPLATE, data, epoch, kept)
        contents["brief"]["size"] = data["brief"]["size"]
    documents[file_name(language)] = pdf("edition.typ", contents, epoch, kept)
    for name, document in documents.items():
        (folder / name).write_bytes(document)
    sizes = {name: len(document) for name, document in documents.items()}
    return _Documents(sizes, unprintable(contents), brief_name(language), sides)


def _warnings(lost: set[str], dataset: Dataset, most: int = 50) -> list[str]:
    """A line for each text of the data with letters that could not be printed."""
    warnings = []
    for document in dataset.documents if lost else ():
        for path, scalar in nodes.scalars(document.root):
            # An address is printed with its letters as letters.
            if letters := sorted(lost & set(unquote(scalar.value))):
                place = f"{document.path}:{scalar.mark.line}:{scalar.mark.column}"
                field = ".".join(map(str, path))
                shown = " ".join(
                    f"{letter if letter.isprintable() else ''}(U+{ord(letter):04X})"
                    for letter in letters[:20]
                )
                warnings.append(
                    f"{place}: warning: `{field}` of `{Path(document.path).stem}` has letters that "
                    f"no font of the PDF has, shown there as {MARK}: {shown}"
                )
    if len(warnings) > most:
        warnings[most:] = [f"and {len(warnings) - most} more texts with such letters"]
    return warnings


def _picture(site: Path, renderer: Renderer, picture: Picture, kept: Kept | None) -> None:
    path = folder_of(site, renderer.language) / picture.file("png")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(drawing(picture_files.svg(picture, renderer, ""), kept))


def _image(site: Path, kind: str, words: Words, kept: Kept | None) -> None:
    path = folder_of(site, words.language) / share.path(kind, words.language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(share.image(kind, words, kept))


__all__ = ["Typeset", "TypesettingError", "typeset"]
