"""The PDF editions of the real dataset, as the build has typeset them."""

from __future__ import annotations

from functools import cached_property
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from dossier.dataset import Dataset
from dossier.language.words import LANGUAGES
from dossier.rendering.pdf.book import book
from dossier.rendering.pdf.downloads import file_name
from dossier.rendering.pdf.written import Written
from dossier.rendering.renderer import Renderer, Settings
from dossier.site.typesetting import folder_of

EPOCH = 1_795_305_600  # 22 November 2026, for what the tests typeset themselves

# The last one stands for a hyphen at the end of a line in what PDFium reads.
HYPHENS = "-\u00ad\u2010\ufffe"


class Opened:
    """A PDF edition with the data that it was made from."""

    def __init__(self, dataset: Dataset, language: str, site: Path) -> None:
        self.language = language
        self.renderer = Renderer(dataset, language, Settings())
        self.book = book(self.renderer)
        self.pages = Written.read(folder_of(site, language))
        self.bytes = (folder_of(site, language) / file_name(language)).read_bytes()
        self.reader = PdfReader(BytesIO(self.bytes))

    @cached_property
    def text(self) -> str:
        """The text of all pages."""
        pages = pypdfium2.PdfDocument(self.bytes)
        return "\n".join(page.get_textpage().get_text_range() for page in pages)

    @cached_property
    def flat(self) -> str:
        """The text without white space and hyphens, so that breaks of lines do not matter."""
        return squeeze(self.text)


def squeeze(text: str) -> str:
    """Text without white space, soft hyphens and the hyphens at ends of lines."""
    return "".join(char for char in text if not char.isspace() and char not in HYPHENS)


@pytest.fixture(scope="session")
def editions() -> dict[str, Opened]:
    """The editions that were opened so far: reading the text of one takes a second."""
    return {}


@pytest.fixture(params=LANGUAGES)
def edition(
    request: pytest.FixtureRequest, real: Dataset, editions: dict[str, Opened], built_site: Path
) -> Opened:
    """The real edition in each language."""
    if request.param not in editions:
        editions[request.param] = Opened(real, request.param, built_site)
    return editions[request.param]
