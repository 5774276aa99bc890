"""The pages that are made from records: one description each, for any site generator."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from dossier.dataset import Dataset
from dossier.model import Element, Obligation, Risk, Scenario, Source
from dossier.model.naming import title_in
from dossier.parsing import markup
from dossier.rendering import addresses
from dossier.rendering.old_addresses import OWN
from dossier.rendering.renderer import Renderer
from dossier.rendering.views import bibliography, chronology
from dossier.rendering.views.bowtie import bowtie
from dossier.rendering.views.chain import chain_of, seen_beside
from dossier.rendering.views.chronology import Entry, Facet, Filter, Option, Year
from dossier.rendering.views.departed import Departed, departed
from dossier.rendering.views.disputes import disputes_of, explained_by
from dossier.rendering.views.leaning import leaning_on
from dossier.rendering.views.names import index_of_names
from dossier.rendering.views.risk import risk_view
from dossier.rendering.views.scenario import scenario_view


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be made: where it goes, what it is called, and how to render it.

    `url` ends in `.html` and is relative to the root of a language's site; `source` is the file
    that an editor would change, relative to the repository; `scripts` are those of the site that
    this page alone needs.
    """

    url: str
    title: str
    description: str
    source: str
    html: Callable[[], str]
    scripts: tuple[str, ...] = ()

    @property
    def is_of_a_record(self) -> bool:
        """Whether one record has the page to itself, and its foot says how to mend that record."""
        return self.source.endswith(".yml") and not self.source.startswith("data/vocabulary/")

    @property
    def markdown_path(self) -> str:
        """The Markdown file that a site generator would make this page from."""
        return self.url.removesuffix(".html") + ".md"


def anchors(html: str) -> set[str]:
    """The places of a page that a link can lead to."""
    ids = (element.attributes.get("id") for element in markup.elements(html))
    return {name for name in ids if name}


Make = Callable[[Renderer], Page]


def pages_of_records(renderer: Renderer) -> Iterator[Page]:
    """Every page that is made from records, in one language and a fixed order."""
    for _url, make in places(renderer.dataset):
        yield make(renderer)


def places(dataset: Dataset) -> Iterator[tuple[str, Make]]:
    """The addresses of these pages in the same order, each with what makes it; none is made."""
    for element in dataset.elements.values():
        yield addresses.address_of(element), partial(_element, element)
    entries = chronology.select(dataset, Filter(scope=None))
    for year in chronology.by_year(entries):
        if year.number is not None:
            yield addresses.year(year.number), partial(_year, year)
    yield from _facets(entries, dataset)
    for risk in dataset.risks.values():
        yield addresses.address_of(risk), partial(_risk, risk)
    for scenario in dataset.scenarios.values():
        yield addresses.address_of(scenario), partial(_scenario, scenario)
    for obligation in sorted(dataset.obligations.values(), key=lambda o: o.legal_order):
        yield addresses.address_of(obligation), partial(_obligation, obligation)
    for source in dataset.sources.values():
        yield addresses.address_of(source), partial(_source, source)
    for actor in dataset.terms("actors"):
        yield addresses.actor(actor), partial(_actor, actor)
    for departure in departed(dataset):
        stone = departure.stone
        if stone.type in OWN and departure.onward is None:
            yield addresses.address(stone.type, stone.id), partial(_old_address, departure)
    yield addresses.NAMES, _names


def _element(element: Element, renderer: Renderer) -> Page:
    url = addresses.address_of(element)
    dataset = renderer.dataset

    def html() -> str:
        return renderer.render(
            "element.html",
            url,
            entry=chronology.entry_of(element, dataset),
            claims=[(claim, renderer.grade(claim)) for claim in element.claims],
            disputes=disputes_of([element], dataset),
            explains=explained_by(element, dataset),
            leaning=leaning_on(element, dataset),
            chain=chain_of(element, dataset),
            beside=seen_beside(element, dataset),
        )

    return Page(
        url,
        element.title.in_language(renderer.language),
        element.lead_claim.text.in_language(renderer.language),
        element.document.path,
        html,
    )


def _year(year: Year, renderer: Renderer) -> Page:
    url = addresses.year(year.number or 0)
    title = renderer.words("year", number=year.number)
    return Page(
        url,
        title,
        f"{renderer.words('chronology')}: {title}",
        "data/elements",
        lambda: renderer.render("year.html", url, year=year),
    )


def _facets(entries: list[Entry], dataset: Dataset) -> Iterator[tuple[str, Make]]:
    """A page for each kind and stage, and one that leads to all ways of narrowing."""
    facets = {facet.name: facet for facet in chronology.facets(entries, dataset)}
    for name in ("kind", "stage"):
        for option in facets[name].options:
            url = addresses.facet(name, option.value)
            yield url, partial(_facet, facets[name], option, entries)
    led_to = [facets[name] for name in ("kind", "stage", "theme", "actor")]
    yield addresses.FACETS, partial(_all_facets, entries, led_to)


def _all_facets(entries: list[Entry], led_to: list[Facet], renderer: Renderer) -> Page:
    title = renderer.words("facets")
    years = [year for year in chronology.by_year(entries) if year.number is not None]
    return Page(
        addresses.FACETS,
        title,
        f"{renderer.words('chronology')}: {title}",
        "data/elements",
        lambda: renderer.render("facets.html", addresses.FACETS, years=years, facets=led_to),
    )


def _facet(facet: Facet, option: Option, entries: list[Entry], renderer: Renderer) -> Page:
    url = addresses.facet(facet.name, option.value)
    term = renderer.term(option.axis, option.value)
    title = term.label.in_language(renderer.language)

    def having() -> list[Entry]:
        values = ((entry, chronology.facet_values(entry, renderer.dataset)) for entry in entries)
        return [entry for entry, its in values if option.value in its[facet.name]]

    return Page(
        url,
        f"{renderer.words('facet_' + facet.name)}: {title}",
        f"{renderer.words('chronology')}: {title}",
        f"data/vocabulary/{option.axis}.yml",
        lambda: renderer.render("facet.html", url, facet=facet, shown=term, entries=having()),
    )


def _risk(risk: Risk, renderer: Renderer) -> Page:
    url = addresses.address_of(risk)
    return Page(
        url,
        risk.title.in_language(renderer.language),
        risk.balance.in_language(renderer.language),
        risk.document.path,
        lambda: renderer.render(
            "risk.html",
            url,
            view=risk_view(risk, renderer.dataset),
            drawing=bowtie(risk, renderer.language),
        ),
    )


def _scenario(scenario: Scenario, renderer: Renderer) -> Page:
    url = addresses.address_of(scenario)
    return Page(
        url,
        scenario.title.in_language(renderer.language),
        f"{renderer.words('construction')} {scenario.situation.in_language(renderer.language)}",
        scenario.document.path,
        lambda: renderer.render(
            "scenario.html", url, view=scenario_view(scenario, renderer.dataset)
        ),
    )


def _obligation(obligation: Obligation, renderer: Renderer) -> Page:
    url = addresses.address_of(obligation)
    title = title_in(obligation, renderer.language)
    return Page(
        url,
        title,
        obligation.text.in_language(renderer.language),
        obligation.document.path,
        lambda: renderer.render(
            "obligation.html", url, o=obligation, leaning=leaning_on(obligation, renderer.dataset)
        ),
    )


def _source(source: Source, renderer: Renderer) -> Page:
    url = addresses.address_of(source)
    dataset = renderer.dataset
    return Page(
        url,
        source.title,
        f"{source.title} — {source.publisher}",
        source.document.path,
        lambda: renderer.render(
            "source.html",
            url,
            s=source,
            citing=bibliography.citations_of(source, dataset),
            sharing=bibliography.sharing_origin(source, dataset),
        ),
    )


def _actor(actor: str, renderer: Renderer) -> Page:
    url = addresses.actor(actor)
    term = renderer.term("actors", actor)
    title = term.label.in_language(renderer.language)
    return Page(
        url,
        title,
        title,
        "data/vocabulary/actors.yml",
        lambda: renderer.render(
            "actor.html",
            url,
            actor=term,
            actor_id=actor,
            entries=chronology.select(renderer.dataset, Filter(actor=actor, scope=None)),
        ),
    )


def _names(renderer: Renderer) -> Page:
    """Every name with its other spellings: what there is of a search without a script."""
    return Page(
        addresses.NAMES,
        renderer.words("names"),
        renderer.words("names_about"),
        "data/vocabulary/names.yml",
        lambda: renderer.render(
            "names.html", addresses.NAMES, names=index_of_names(renderer.dataset, renderer.language)
        ),
    )


def _old_address(departure: Departed, renderer: Renderer) -> Page:
    """Where a record stood that was split or retracted: a page that tells of it, and sends on."""
    url = addresses.address(departure.stone.type, departure.stone.id)
    return Page(
        url,
        renderer.words(f"old.{departure.stone.fate}"),
        departure.stone.reason.in_language(renderer.language),
        "data",
        lambda: renderer.render("old_address.html", url, gone=departure),
    )
