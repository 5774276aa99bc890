"""What stands at the addresses of records that moved, were merged, split or retracted."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.dataset import Dataset
from dossier.language.words import LANGUAGES
from dossier.rendering import addresses
from dossier.rendering.renderer import Renderer
from dossier.rendering.views.departed import departed

# Whether a record of the type has a page of its own; others are entries of a list.
OWN = frozenset(kind for kind, address in addresses.PAGES.items() if "#" not in address)


def redirects(renderer: Renderer, base: str) -> Iterator[tuple[str, str]]:
    """Whole pages that send readers on at once, by their addresses within a language's site.

    `base` is the address of that site, or nothing if it is not known.
    """
    for departure in departed(renderer.dataset):
        if departure.stone.type in OWN and departure.onward is not None:
            here = addresses.address(departure.stone.type, departure.stone.id)
            target = addresses.address_of(departure.onward)
            canonical = base + target if base else addresses.up(here) + target
            yield here, renderer.render("moved.html", here, gone=departure, canonical=canonical)


def redirecting(dataset: Dataset) -> set[str]:
    """The addresses of the pages of `redirects` in the whole site, in both languages."""
    folders = [addresses.folder_of(language) for language in LANGUAGES]
    return {
        folder + addresses.address(departure.stone.type, departure.stone.id)
        for departure in departed(dataset)
        if departure.stone.type in OWN and departure.onward is not None
        for folder in folders
    }
