"""Turns views into HTML: one Jinja environment a language, everything escaped by default."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any
from urllib.parse import urlsplit

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup, escape

from dossier.dataset import Dataset
from dossier.dates import edtf, wording
from dossier.grading.grade import LEVELS, Grade, grade_citations, grade_claim
from dossier.language.typography import number, polish
from dossier.language.words import Words
from dossier.model import Record, Text
from dossier.model.naming import title_in
from dossier.model.vocabulary import VocabularyTerm
from dossier.rendering import addresses, framing
from dossier.rendering.compiled import compiled
from dossier.rendering.locators import describe_locator
from dossier.rendering.pictures.drawing import num as coordinate
from dossier.rendering.pictures.files import for_templates
from dossier.rendering.pictures.gallery import Gallery
from dossier.rendering.repository import Forge, forge_of
from dossier.rendering.views import items
from dossier.rendering.views.chronology import facet_values
from dossier.rendering.views.citing import Reference, Stamp, reference_to, stamp_of
from dossier.rendering.views.departed import departed_of
from dossier.rendering.views.nearby import Nearby
from dossier.rendering.views.notes import Notes
from dossier.rendering.views.risk import state_of, tallies
from dossier.rendering.views.side_by_side import holding

# Markdown still reads what a macro returns; as entities these characters mean themselves.
MARKDOWN = str.maketrans({char: f"&#{ord(char)};" for char in "\\`*_{}[]()|~^"} | {"\n": " "})

# Braces that a template engine might read, or that verification might take for a template unread.
BRACE = re.compile(r"\{(?=[{%#])|(?<=[}%])\}")


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the site and its repository will stand, when that is known."""

    site_url: str = ""
    repo_url: str = ""

    @classmethod
    def from_environment(cls) -> Settings:
        """Read `DOSSIER_SITE_URL` and `DOSSIER_REPO_URL`; both may be missing."""
        return cls(os.environ.get("DOSSIER_SITE_URL", ""), os.environ.get("DOSSIER_REPO_URL", ""))


@dataclass
class Renderer:
    """Renders the templates of one language for one dataset."""

    dataset: Dataset
    language: str
    settings: Settings = field(default_factory=Settings.from_environment)

    @cached_property
    def words(self) -> Words:
        """The words of the interface."""
        about = self.dataset.about
        own = {
            "site_name": about.name,
            "book.title": about.subject,
            "book.licence": about.licence.note,
        }
        return Words(self.language, {k: t.in_language(self.language) for k, t in own.items()})

    def render(self, template: str, page_url: str, **view: Any) -> str:
        """The template as HTML for a page at `page_url` (from its language's root).

        What looks like a template in the data comes as entities: it is text.
        """
        html = self._environment.get_template(template).render(
            **{"notes": Notes()} | view, root=addresses.up(page_url), page_url=page_url
        )
        return BRACE.sub(lambda brace: f"&#{ord(brace[0])};", html)

    def for_markdown(self, template: str, page_url: str, **view: Any) -> str:
        """The same for use inside a Markdown page: one line, in which nothing is Markdown."""
        return protect(self.render(template, page_url, **view))

    @cached_property
    def forge(self) -> Forge:
        """Where a mistake is reported: the host of the repository, else the editors' mail."""
        return forge_of(self.settings.repo_url, self.dataset.about.contact)

    @cached_property
    def stamp(self) -> Stamp:
        """What tells this edition from another."""
        return stamp_of(self.dataset)

    @cached_property
    def pictures(self) -> Gallery:
        """The pictures of this language."""
        return Gallery(self)

    def address(self, page_url: str) -> str:
        """The whole address of a page; nothing where the site is not known."""
        site = self.settings.site_url.rstrip("/")
        return f"{site}/{addresses.folder_of(self.language)}{page_url}" if site else ""

    @cached_property
    def nearby(self) -> Nearby:
        """The sentences of the dossier by the records that they name."""
        return Nearby(self.dataset)

    def reference(self, title: str, page_url: str) -> Reference:
        """How to cite a page of this language; its address is whole where that is known."""
        address = self.address(page_url)
        if not address:
            address = page_url if self.language == "ru" else f"{self.language}/{page_url}"
        return reference_to(polish(title, self.language), address, self.stamp, self.words)

    @cached_property
    def _environment(self) -> jinja2.Environment:
        environment = jinja2.Environment(
            loader=jinja2.PackageLoader("dossier.rendering", "templates"),
            bytecode_cache=compiled("records"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters.update(
            t=self.text,
            prose=self.prose,
            num=self.number,
            host=host_of,
            coded=self.coded,
            coord=coordinate,
        )
        environment.globals.update(
            w=_TemplateWords(self.words),
            lang=self.language,
            data=self.dataset,
            settings=self.settings,
            forge=self.forge,
            term=self.term,
            label=self.label,
            when=self.when,
            when_text=self.when_text,
            locator=self.locator,
            grade_claim=self.grade,
            grade_citations=lambda cites: grade_citations(cites, self.dataset),
            bars=self.bars,
            facet_values=lambda entry: facet_values(entry, self.dataset),
            href=_href,
            shared=_shared,
            to=_to,
            reference=_reference_in(self),
            frame=partial(framing.code, self.address, self.language),
            api_file=items.api_file,
            cite_file=items.file_of,
            cite_forms=items.FORMS,
            cite_types=items.MEDIA_TYPES,
            links=addresses,
            naming=lambda record: self.nearby.naming(record, self.language),
            prose=self.prose,
            departed_of=lambda kind: departed_of(self.dataset, kind),
            title_of=lambda record: self.prose(title_in(record, self.language)),
            tallies=tallies,
            state_of=state_of,
            compared=lambda record: holding(record, self.dataset),
            **for_templates(self),
        )
        return environment

    def text(self, text: Text | None) -> Markup:
        """A text of the data in this language; the Russian original is marked as such."""
        if text is None:
            return Markup("")
        shown = text.language_shown(self.language)
        words = self.prose(text.in_language(self.language), shown)
        if shown == self.language:
            return words
        return Markup('<span lang="{}">{}</span> <span class="fallback">{}</span>').format(
            shown, words, self.words("not_translated")
        )

    def prose(self, text: str, language: str | None = None) -> Markup:
        """Our own words with the typography of their language, escaped."""
        return escape(polish(text, language or self.language))

    def coded(self, text: str) -> Markup:
        """A sentence of the guide, what stands between backticks as code."""
        pieces = str(text).split("`")
        return Markup("").join(
            Markup("<code>{}</code>").format(piece) if place % 2 else self.prose(piece)
            for place, piece in enumerate(pieces)
        )

    def number(self, value: int) -> str:
        """A number as this language writes it."""
        return number(value, self.language)

    def term(self, axis: str, term_id: str) -> VocabularyTerm:
        """A term of the vocabulary."""
        return self.dataset.terms(axis)[term_id]

    def label(self, axis: str, term_id: str) -> Markup:
        """What readers see for a term."""
        return self.text(self.term(axis, term_id).label)

    def when(self, text: str) -> Markup:
        """A date as HTML, each exact part of it in a `<time>`."""
        parts = wording.html_time(edtf.parse(text), self.language)
        return Markup("").join(
            Markup('<time datetime="{}">{}</time>').format(stamp, words) if stamp else words
            for stamp, words in parts
        )

    def when_text(self, text: str) -> str:
        """A date in words."""
        return wording.describe(edtf.parse(text), self.language)

    def locator(self, text: str) -> str:
        """A place in a source in words."""
        return describe_locator(text, self.dataset.terms("locators"), self.language)

    def grade(self, claim: Any) -> Grade:
        """The grade of a claim."""
        return grade_claim(claim, self.dataset)

    def bars(self, grade: Grade) -> str:
        """The confidence as bars, which only repeat the word beside them."""
        level = LEVELS.index(grade.confidence)
        return "▮" * level + "▯" * (len(LEVELS) - 1 - level)


class _TemplateWords:
    """Interface words for templates: values put into a sentence are escaped."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def __call__(self, key: str, **values: object) -> Markup:
        return escape(self._words(key)).format(**values)

    def count(self, key: str, amount: int) -> str:
        return self._words.count(key, amount)

    def has(self, key: str) -> bool:
        return key in self._words


def host_of(address: str) -> str:
    """The host of an address as people say it, without `www`."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


def protect(html: str) -> str:
    """HTML on one line in which no character means anything to Markdown or to Jinja."""
    return html.strip().translate(MARKDOWN)


@jinja2.pass_context
def _href(context: Context, address: str) -> str:
    """An address of this language's site, relative to the page being rendered."""
    return f"{context['root']}{address}"


@jinja2.pass_context
def _shared(context: Context, path: str) -> str:
    """A file that the languages share, from the root of the whole site."""
    return f"{context['root']}{'' if context['lang'] == 'ru' else '../'}{path}"


@jinja2.pass_context
def _to(context: Context, record: Record) -> str:
    """The relative address of a record's page."""
    return f"{context['root']}{addresses.address_of(record)}"


def _reference_in(renderer: Renderer) -> Any:
    """`reference(title, part)` for templates: how to cite the page being rendered."""

    @jinja2.pass_context
    def reference(context: Context, *titles: Text | str | None) -> Reference:
        parts = [
            title.in_language(renderer.language) if isinstance(title, Text) else title
            for title in titles
            if title is not None
        ]
        return renderer.reference(", ".join(parts), context["page_url"])

    return reference
