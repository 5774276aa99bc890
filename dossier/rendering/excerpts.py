"""Sections of a written page, taken over into another page as they stand there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

import jinja2

from dossier.dataset import Dataset
from dossier.dataset.written_pages import CODE, RAW, PageSource, blanked
from dossier.messages import _
from dossier.messages.phrases import near
from dossier.rendering import addresses
from dossier.rendering.macro_arguments import MacroError
from dossier.rendering.renderer import Renderer

HEADING = re.compile(r"^#{1,6} .*$", re.MULTILINE)
ANCHOR = re.compile(r"\{[^{}\n]*#([a-z0-9-]+)[^{}\n]*\}\s*$")
# Where a link of Markdown or of HTML leads, unless it is a whole address.
LINK = re.compile(r'(?P<before>\]\(|href=")(?![a-z]+:|/)(?P<to>[^)"\n]*)')


def taken(
    renderer: Renderer,
    page: str,
    names: Iterable[str],
    page_url: str,
    macros: Mapping[str, Callable[..., str]],
) -> str:
    """Sections of a page of the renderer's language, for the page at `page_url`."""
    source = written_page(renderer.dataset, renderer.language, page)
    return rendered(excerpt(source, names, page_url), macros)


def excerpt(page: PageSource, names: Iterable[str], page_url: str) -> str:
    """The sections of a page under some anchors, with links as seen from `page_url`.

    A section reaches to the next heading of whatever level. Raises MacroError for an unknown one.
    """
    sections = dict(_sections(page.document.text))
    names = tuple(names) or tuple(sections)
    for name in names:
        if name not in sections:
            raise MacroError(
                _("excerpt: `{page}` has no section `{name}`", page=page.name, name=name),
                near(name, sections) or _("try one of {words}", words=tuple(sections)),
            )
    folder, _slash, _name = page.name.rpartition("/")
    way = addresses.up(page_url) + (f"{folder}/" if folder else "")

    def seen_from_there(link: re.Match[str]) -> str:
        to = link["to"]
        if not to.startswith("#"):
            return link["before"] + way + to
        if to[1:] in names:
            return link[0]
        address = f"{addresses.up(page_url)}{page.name}"
        # What stands in HTML is no link of Markdown: it names the page that will be built.
        return link["before"] + (address if link["before"] == "](" else _built(address)) + to

    return "\n\n".join(LINK.sub(seen_from_there, sections[name]).strip() for name in names)


def rendered(text: str, macros: Mapping[str, Callable[..., str]]) -> str:
    """The text with its macro calls made, as the site generator makes them on the page itself."""
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined)  # noqa: S701 (macros escape)
    return environment.from_string(text).render(macros)


def written_page(dataset: Dataset, language: str, name: str) -> PageSource:
    """The page `name` of a language, from its folder of pages."""
    known = {page.name: page for page in dataset.pages if page.language == language}
    if name not in known:
        raise MacroError(
            _("excerpt: there is no page `{name}`", name=name),
            near(name, known) or _("check the name of the file"),
        )
    return known[name]


def _built(address: str) -> str:
    return address.removesuffix(".md") + ".html"


def _sections(text: str) -> Iterable[tuple[str, str]]:
    """The sections that have an anchor, by its name, each with its heading."""
    headings = list(HEADING.finditer(blanked(blanked(text, RAW), CODE)))
    ends = [*(heading.start() for heading in headings[1:]), len(text)]
    for heading, end in zip(headings, ends, strict=True):
        if anchor := ANCHOR.search(heading[0]):
            yield anchor[1], text[heading.start() : end]
