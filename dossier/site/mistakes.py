"""Findings on the pages of the preview: those of a page on top of it, the others by their links."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from dossier.check import report
from dossier.language.words import LANGUAGES, Words
from dossier.model import BY_FOLDER
from dossier.parsing.findings import Finding
from dossier.rendering import addresses
from dossier.rendering.pages import Page
from dossier.rendering.renderer import Renderer
from dossier.site.edition import Edition

HOME = "index.html"
# The way to the root of the other language, which the preview serves as well.
OTHER = {"ru": "en/", "en": "../"}


def place_of(path: str, language: str) -> str:
    """The page, from its language's root, on which the findings of a file are shown.

    Files without a page of their own, such as vocabularies, are shown on the first page.
    """
    top, _, rest = path.partition("/")
    name = PurePosixPath(rest)
    if top == "docs" and name.suffix == ".md" and name.parts[0] in LANGUAGES:
        page = name.relative_to(name.parts[0]).with_suffix(".html").as_posix()
        return page if name.parts[0] == language else OTHER[language] + page
    model = BY_FOLDER.get(str(name.parent))
    if model is None or model.TYPE not in addresses.PAGES:
        return HOME
    return addresses.address(model.TYPE, name.stem).partition("#")[0]


def of_page(edition: Edition, url: str, language: str) -> list[Finding]:
    """The findings to be shown on a page."""
    return [finding for finding in edition.findings if place_of(finding.path, language) == url]


def block(edition: Edition, url: str, language: str, failure: str = "") -> str:
    """The findings of a page, links to those of other pages, and why it could not be made.

    Empty where there is nothing to tell.
    """
    findings = of_page(edition, url, language)
    elsewhere = {
        finding.path: place_of(finding.path, language)
        for finding in edition.findings
        if finding.is_error and finding not in findings
    }
    if not (findings or elsewhere or failure):
        return ""
    text = "\n".join(report.as_text(findings, edition.base, language)).rstrip()
    return Renderer(edition.dataset, language).render(
        "mistakes.html",
        url,
        summary=report.summary(findings, language) if findings else "",
        text=text,
        elsewhere=elsewhere,
        failure=failure,
        broken=any(finding.is_error for finding in findings),
    )


def pages(edition: Edition, language: str) -> Iterator[Page]:
    """A page for each record with findings, in case that nothing else makes it."""
    for path in dict.fromkeys(finding.path for finding in edition.findings):
        if not path.startswith("docs/"):
            name = PurePosixPath(path).stem
            yield Page(place_of(path, language), name, name, path, str)


def as_lines(edition: Edition, language: str) -> list[str]:
    """The findings for the terminal, with a last line that sums up."""
    words = Words(language)
    lines = [*report.as_text(edition.findings, edition.base, language)]
    return [*lines, words("watch.told", summary=report.summary(list(edition.findings), language))]
