"""What a page offers for reading without a network, and whether it will be there."""

from __future__ import annotations

import os

from dossier.dataset import Dataset
from dossier.language.words import LANGUAGES

# Set by `dossier build` for MkDocs: a preview has no PDF and must not link to one.
MADE = "DOSSIER_PDF"
# The page that says it all on two sides of A4, where a dossier has written one.
BRIEF = "brief"


def file_name(language: str) -> str:
    """The name of a PDF edition, in the root of its language's site."""
    return f"dossier-{language}.pdf"


def brief_name(language: str) -> str:
    """The name of the brief in PDF, beside its page."""
    return f"{BRIEF}-{language}.pdf"


def has_brief(dataset: Dataset, language: str) -> bool:
    """Whether the dossier has a page with the brief in a language."""
    return any((page.language, page.name) == (language, f"{BRIEF}.md") for page in dataset.pages)


def ready() -> bool:
    """Whether this build makes the PDF editions and the share images."""
    return os.environ.get(MADE) == "1"


def downloads(dataset: Dataset, language: str) -> dict[str, object]:
    """The editions as a page of one language links to them."""
    other = next(name for name in LANGUAGES if name != language)
    way = "../" if language != "ru" else f"{other}/"
    return {
        "ready": ready(),
        "brief": f"{BRIEF}.html" if has_brief(dataset, language) else None,
        "brief_file": brief_name(language),
        "file": file_name(language),
        "other": other,
        "other_file": way + file_name(other),
    }
