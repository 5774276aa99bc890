"""What rules ask of the site as a whole: which pages it will have, and which places on them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property, partial

from jinja2 import TemplateError

from dossier.dataset import Dataset
from dossier.dataset.written_pages import ATTRIBUTES, PageSource
from dossier.model import RECORD_TYPES, Article, Element, Record, Risk, Tombstones
from dossier.rendering import (
    addresses,
    compare_pages,
    feed,
    happenings,
    picture_pages,
    subscribe_page,
)
from dossier.rendering.macro_arguments import MacroError
from dossier.rendering.macros import NAMES, Macros
from dossier.rendering.pages import Make, anchors, places
from dossier.rendering.pdf import downloads
from dossier.rendering.pictures.picture import FOLDER, Picture
from dossier.rendering.renderer import Renderer

HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*$", re.MULTILINE)
GIVEN = re.compile(r"#([\w.:-]+)")
TAG_ID = re.compile(r"""\bid=["']([^"']+)["']""")


@dataclass
class SitePages:
    """The pages of one language, by the Markdown files that links name."""

    dataset: Dataset
    language: str
    written: dict[str, PageSource] = field(default_factory=dict)
    # The places on a page; None where it cannot be made, of which another rule speaks.
    _anchors: dict[str, frozenset[str] | None] = field(default_factory=dict)
    _is_cut_short: bool = False  # by a record that cannot be read or printed: a finding says so

    def has(self, name: str) -> bool:
        """Whether there will be such a page, as far as the records let it be known."""
        known = name in self.written or name in ALWAYS or name in self.generated
        return known or self._is_cut_short or self._is_drawn(name)

    def has_file(self, name: str) -> bool:
        """Whether a file lies beside the pages, or may be made; in a past revision nobody knows.

        What the export will hold only the build knows.
        """
        root = self.dataset.data.absolute().parent
        folder = name.partition("/")[0]
        if folder in EXPORTED or folder in (FOLDER, "..") or not (root / "overrides").is_dir():
            return True
        if name in self._made_files or (name.endswith(".xml") and self.has(f"{name[:-4]}.md")):
            return True
        try:
            beside = (f"docs/{self.language}", "overrides")
            return any((root / below / name).is_file() for below in beside)
        except OSError:  # such as a name that is too long
            return False

    @property
    def _made_files(self) -> set[str]:
        """What the build puts beside the front page; the feed of a list bears the list's name."""
        files = {"CITATION.cff", "llms.txt", "robots.txt", "sitemap.xml", "sitemap.xml.gz"}
        books = {downloads.file_name(self.language), downloads.brief_name(self.language)}
        return files | books | {feed.FILE, happenings.FILE}

    def has_anchor(self, name: str, anchor: str) -> bool:
        """Whether a page will have such a place, as far as the records let it be known.

        Pages of the guide are not looked into.
        """
        if self._is_cut_short:
            return True
        if name in self.written:
            page = self.written[name]
            return (
                anchor in given_ids(page)
                or f"{name.removesuffix('.md')}.html#{anchor}" in self._records
                or self._is_on(name, anchor, partial(self._run, page))
            )
        if name in ALWAYS or (make := self.generated.get(name)) is None:
            return True
        find = partial(self._anchors_of, make)
        return anchor in self._parts(name) or self._is_on(name, anchor, find)

    def _parts(self, name: str) -> set[str]:
        """The places of the page of an element or a risk that are known without making it."""
        folder, _, file = name.removesuffix(".md").partition("/")
        if folder == "elements" and (element := self.dataset.of(Element).get(file)):
            return {claim.id for claim in element.claims}
        if folder == "risks" and (risk := self.dataset.of(Risk).get(file)):
            return {indicator.id for indicator in risk.indicators}
        return set()

    def _anchors_of(self, make: Make) -> set[str]:
        return anchors(make(self._renderer).html())

    def places(self, name: str) -> list[str]:
        """The places of a written page that are known without making it."""
        given = given_ids(self.written[name]) if name in self.written else []
        return [*given, *sorted(self.records_on(name))]

    def records_on(self, name: str) -> set[str]:
        """The ids of what records print on a written page."""
        url = f"{name.removesuffix('.md')}.html#"
        return {address.removeprefix(url) for address in self._records if address.startswith(url)}

    @cached_property
    def generated(self) -> dict[str, Make]:
        """How each page is made from records or for a comparison; none is made to be listed."""
        pages: dict[str, Make] = {}
        try:
            for url, make in (
                *places(self.dataset),
                *compare_pages.places(self.dataset),
                *subscribe_page.places(),
            ):
                pages[url.removesuffix(".html") + ".md"] = make
        except (LookupError, ValueError):  # records that other rules speak of
            self._is_cut_short = True
        return pages

    @cached_property
    def _renderer(self) -> Renderer:
        return Renderer(self.dataset, self.language)

    def _is_drawn(self, name: str) -> bool:
        """Whether it is the page of a picture that its data fill; only this one is drawn."""
        folder, _, file = name.partition("/")
        id_, pictures = file.removesuffix(".md"), self._renderer.pictures
        try:
            picture = folder == FOLDER and id_ in pictures.ids and pictures[id_]
        except (LookupError, ValueError):
            return True
        return isinstance(picture, Picture)

    @cached_property
    def _records(self) -> frozenset[str]:
        """The addresses of what records print on written pages."""
        urls = {
            addresses.address_of(record)
            for record in self.dataset.all_records()
            if record.TYPE in addresses.PAGES
        }
        for article in self.dataset.of(Article).values():
            for paragraph in article.paragraphs:
                parts = [f"{paragraph.id}-{claim.id}" for claim in paragraph.claims]
                for part in (paragraph.id, *parts):
                    urls.add(addresses.paragraph(f"{article.id}#{part}"))
        for edition in self.dataset.editions.editions if self.dataset.editions else ():
            urls.add(f"changes.html#{edition.tag}")
        return frozenset(urls)

    def _run(self, page: PageSource) -> set[str]:
        """The places that the macros of a page print, found by running them."""
        ids: set[str] = set()
        macros = Macros(self._renderer, page.name)
        for call in page.calls:
            if call.name in NAMES:
                markup = getattr(macros, call.name)(*call.arguments, **call.keywords)
                ids |= anchors(markup) | set(_attributed(markup))
        return ids

    def _is_on(self, name: str, anchor: str, find: partial[set[str]]) -> bool:
        """Whether a page has a place, or cannot be made, so that nobody knows."""
        if name not in self._anchors:
            try:
                self._anchors[name] = frozenset(find())
            except (MacroError, LookupError, TypeError, ValueError, TemplateError):
                self._anchors[name] = None
        places = self._anchors[name]
        return places is None or anchor in places


# Folders of files that are made from all records together: tables, citations, calendars.
EXPORTED = {"data", "api", "calendar", "cite", "text", "editions"}
# Pages that every site has: those of the editors' guide, and the one of all pictures.
TYPES: tuple[type[Record], ...] = (*RECORD_TYPES, Tombstones)
GUIDE = (addresses.RULES, *(addresses.record_type(model) for model in TYPES))
ALWAYS = {address.removesuffix(".html") + ".md" for address in (picture_pages.INDEX, *GUIDE)}


def pages_of(dataset: Dataset, language: str) -> SitePages:
    """The pages of one language, put together once for a dataset."""
    return dataset.once(_RUSSIAN if language == "ru" else _ENGLISH)


def _site_pages(language: str, dataset: Dataset) -> SitePages:
    written = {page.name: page for page in dataset.pages if page.language == language}
    is_cut_short = any(file.record is None for file in dataset.files.values())
    return SitePages(dataset, language, written, _is_cut_short=is_cut_short)


_RUSSIAN, _ENGLISH = partial(_site_pages, "ru"), partial(_site_pages, "en")


def given_ids(page: PageSource) -> list[str]:
    """The ids that a page gives to its headings and tags, in order; those it repeats, repeated."""
    text = page.markup()
    ids = [*_attributed(text), *TAG_ID.findall(text)]
    slugs = [_slug(heading) for heading in HEADING.findall(text) if "{" not in heading]
    return [*ids, *filter(None, slugs)]


def _attributed(text: str) -> list[str]:
    """The ids in attributes that Markdown gives, such as `{ #name }`."""
    return [match[1] for block in ATTRIBUTES.findall(text) for match in GIVEN.finditer(block)]


def _slug(heading: str) -> str:
    """The id that Markdown makes of a heading without one (markdown.extensions.toc.slugify)."""
    plain = re.sub(r"[^\w\s-]", "", heading.encode("ascii", "ignore").decode())
    return re.sub(r"[-\s]+", "-", plain.strip().lower())
