"""Puts the PDF editions and the share images into a built site, side by side."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from dossier.language.words import LANGUAGES
from dossier.rendering.pdf import share
from dossier.rendering.pdf.book import book
from dossier.rendering.pdf.downloads import file_name
from dossier.rendering.pdf.typeset import TypesettingFailed, pdf, unprintable
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
        images = f"{self.images} share images" if self.images else "no share images (no site URL)"
        return f"typeset: {sizes}; {images}; {self.seconds:.1f} s"


def folder_of(site: Path, language: str) -> Path:
    """The root of a language's site."""
    return site if language == "ru" else site / language


def typeset(found: Edition, site: Path, epoch: int, progress: Progress) -> Typeset:
    """Make both editions, and the images where the site's address is known.

    A share image is named by its whole address only. Raises `TypesettingFailed` in Typst's words.
    """
    started = time.monotonic()
    kinds = share.TYPES if found.renderer("ru").settings.site_url else ()
    # Typst works outside Python's lock, so that threads are enough.
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        editions = {
            language: pool.submit(_edition, found, site, language, epoch, progress)
            for language in LANGUAGES
        }
        images = [
            pool.submit(_image, site, kind, language) for language in LANGUAGES for kind in kinds
        ]
        sizes = {file_name(language): made.result() for language, made in editions.items()}
        for made in images:
            made.result()
    return Typeset(sizes, len(images), time.monotonic() - started)


def _edition(found: Edition, site: Path, language: str, epoch: int, progress: Progress) -> int:
    contents = book(found.renderer(language))
    for warning in _warnings(unprintable(contents), language):
        progress(warning)
    made = pdf("edition.typ", contents, epoch)
    (folder_of(site, language) / file_name(language)).write_bytes(made)
    return len(made)


def _warnings(missing: set[str], language: str) -> Iterator[str]:
    if missing:
        shown = " ".join(f"{char} (U+{ord(char):04X})" for char in sorted(missing)[:20])
        yield f"{file_name(language)}: the fonts of the PDF lack {shown}; � stands for them"


def _image(site: Path, kind: str, language: str) -> None:
    path = folder_of(site, language) / share.path(kind, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(share.image(kind, language))


__all__ = ["Typeset", "TypesettingFailed", "typeset"]
