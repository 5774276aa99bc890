"""Puts the PDF editions and the share images into a built site, side by side."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from dossier.dataset import Dataset
from dossier.language.words import LANGUAGES, Words
from dossier.parsing import nodes
from dossier.rendering.pdf import share
from dossier.rendering.pdf.book import book
from dossier.rendering.pdf.downloads import file_name
from dossier.rendering.pdf.typeset import MARK, TypesettingError, drawing, pdf, unprintable
from dossier.rendering.pictures import files as picture_files
from dossier.rendering.pictures.picture import Picture
from dossier.rendering.renderer import Renderer
from dossier.site.edition import Edition

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Typeset:
    """What was typeset: sizes of the editions by file name, images, and the seconds it took."""

    editions: dict[str, int]
    images: int
    seconds: float

    def described(self) -> str:
        """One line for a person."""
        sizes = ", ".join(f"{name} {size / 1e6:.1f} MB" for name, size in self.editions.items())
        images = f"{self.images} images"
        return f"typeset: {sizes}; {images}; {self.seconds:.1f} s"


def folder_of(site: Path, language: str) -> Path:
    """The root of a language's site."""
    return site if language == "ru" else site / language


def typeset(found: Edition, site: Path, epoch: int, progress: Progress) -> Typeset:
    """Make both editions, and the images where the site's address is known.

    `progress` is told of each text whose letters the fonts lack: where it is, and which letters.
    A share image is named by its whole address only. Raises `TypesettingError` in Typst's words.
    """
    started = time.monotonic()
    kinds = share.TYPES if found.renderer("ru").settings.site_url else ()
    # Typst works outside Python's lock, so that threads are enough.
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        editions = {
            language: pool.submit(_edition, found, site, language, epoch) for language in LANGUAGES
        }
        images = [
            pool.submit(_image, site, kind, found.renderer(language).words)
            for language in LANGUAGES
            for kind in kinds
        ]
        images += [
            pool.submit(_picture, site, found.renderer(language), it)
            for language in LANGUAGES
            for it in found.renderer(language).pictures.drawn()
        ]
        made = {language: edition.result() for language, edition in editions.items()}
        for image in images:
            image.result()
    sizes = {file_name(language): size for language, (size, _) in made.items()}
    for warning in _warnings(set().union(*(lost for _, lost in made.values())), found.dataset):
        progress(warning)
    return Typeset(sizes, len(images), time.monotonic() - started)


def _edition(found: Edition, site: Path, language: str, epoch: int) -> tuple[int, set[str]]:
    """Make one edition; its size, and the letters that it could not print."""
    contents = book(found.renderer(language))
    made = pdf("edition.typ", contents, epoch)
    (folder_of(site, language) / file_name(language)).write_bytes(made)
    return len(made), unprintable(contents)


def _warnings(lost: set[str], dataset: Dataset, most: int = 50) -> list[str]:
    """A line for each text of the data with letters that could not be printed."""
    found = []
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
                found.append(
                    f"{place}: warning: `{field}` of `{Path(document.path).stem}` has letters that "
                    f"no font of the PDF has, shown there as {MARK}: {shown}"
                )
    if len(found) > most:
        found[most:] = [f"and {len(found) - most} more texts with such letters"]
    return found


def _picture(site: Path, renderer: Renderer, it: Picture) -> None:
    path = folder_of(site, renderer.language) / it.file("png")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(drawing(picture_files.svg(it, renderer, "")))


def _image(site: Path, kind: str, words: Words) -> None:
    path = folder_of(site, words.language) / share.path(kind, words.language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(share.image(kind, words))


__all__ = ["Typeset", "TypesettingError", "typeset"]
