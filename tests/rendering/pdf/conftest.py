"""The PDF editions of the real dataset, each typeset once for all tests of a worker."""

from __future__ import annotations

from functools import cached_property
from io import BytesIO

import pytest
from pypdf import PdfReader

from dossier.dataset import Dataset
from dossier.language.words import LANGUAGES
from dossier.rendering.pdf.book import book
from dossier.rendering.pdf.typeset import pdf
from dossier.rendering.renderer import Renderer, Settings

EPOCH = 1_795_305_600  # 22 November 2026


class Opened:
    """A PDF edition with the data that it was made from."""

    def __init__(self, dataset: Dataset, language: str) -> None:
        self.language = language
        self.book = book(Renderer(dataset, language, Settings()))
        self.bytes = pdf("edition.typ", self.book, EPOCH)
        self.reader = PdfReader(BytesIO(self.bytes))

    @cached_property
    def text(self) -> str:
        """The text of all pages."""
        return "\n".join(page.extract_text() for page in self.reader.pages)

    @cached_property
    def flat(self) -> str:
        """The text without white space and hyphens, so that breaks of lines do not matter."""
        return squeeze(self.text)


def squeeze(text: str) -> str:
    """Text without white space, soft hyphens and the hyphens at ends of lines."""
    return "".join(char for char in text if not char.isspace() and char not in "-\u00ad\u2010")


@pytest.fixture(scope="session")
def editions() -> dict[str, Opened]:
    """The editions that were opened so far: typesetting one takes seconds."""
    return {}


@pytest.fixture(params=LANGUAGES)
def edition(request: pytest.FixtureRequest, real: Dataset, editions: dict[str, Opened]) -> Opened:
    """The real edition in each language."""
    if request.param not in editions:
        editions[request.param] = Opened(real, request.param)
    return editions[request.param]
