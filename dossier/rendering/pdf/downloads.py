"""What a page offers for reading without a network, and whether it will be there."""

from __future__ import annotations

import os

from dossier.language.words import LANGUAGES

# Set by `dossier build` for MkDocs: a preview has no PDF and must not link to one.
MADE = "DOSSIER_PDF"


def file_name(language: str) -> str:
    """The name of a PDF edition, in the root of its language's site."""
    return f"dossier-{language}.pdf"


def ready() -> bool:
    """Whether this build makes the PDF editions and the share images."""
    return os.environ.get(MADE) == "1"


def downloads(language: str) -> dict[str, object]:
    """The editions as a page of one language links to them."""
    other = next(name for name in LANGUAGES if name != language)
    way = "../" if language != "ru" else f"{other}/"
    return {
        "ready": ready(),
        "file": file_name(language),
        "other": other,
        "other_file": way + file_name(other),
    }
