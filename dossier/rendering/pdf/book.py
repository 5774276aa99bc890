"""The whole dossier as one book: chapters in reading order, as plain data for a template."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from dossier.model import Record
from dossier.rendering.pdf import brief, records, risks, scenarios
from dossier.rendering.pdf.drawn import drawn
from dossier.rendering.pdf.saying import Json, Saying, key
from dossier.rendering.pdf.written import (
    BRIEF_PAGE,
    GLOSSARY,
    METHOD_PAGE,
    NOTHING,
    Written,
    alone,
    in_book,
)
from dossier.rendering.pictures.risk_timeline import PREFIX
from dossier.rendering.renderer import Renderer
from dossier.rendering.views import chronology, people
from dossier.rendering.views.chronology import Filter
from dossier.rendering.views.comparison import comparison
from dossier.rendering.views.figures import figures

R = TypeVar("R", bound=Record)

METHOD = ("facts", "grades", "letters", "dates", "limits")


def whole(renderer: Renderer, pages: Written = NOTHING) -> Json:
    """The book with the brief, the pictures and the written pages that it takes over.

    `pages` are those of the built site, since only there their macros are text.
    """
    contents = book(renderer)
    parts = in_book(pages, renderer.dataset, contents["site"])
    pictures = drawn(renderer)
    return {
        **contents,
        "brief": brief.parts(parts[BRIEF_PAGE]) if BRIEF_PAGE in parts else None,
        "method_page": parts.get(METHOD_PAGE, []),
        "glossary": parts.get(GLOSSARY, []),
        "pictures": pictures,
        "gallery": [name for name in pictures if not name.startswith(PREFIX)],
        "risk_pictures": {
            key(risk): f"{PREFIX}{risk.id}"
            for risk in renderer.dataset.risks.values()
            if f"{PREFIX}{risk.id}" in pictures
        },
    }


def short(renderer: Renderer, pages: Written) -> Json:
    """The brief as a document of its own; its links lead to the site, where that is known."""
    front = _front(Saying(renderer))
    return {
        **front,
        "name": renderer.words("downloads.brief"),
        "brief": brief.parts(alone(pages.brief, front["site"])),
        "pictures": drawn(renderer),
        "address": f"{front['site'] or ''}{BRIEF_PAGE}",
    }


def book(renderer: Renderer) -> Json:
    """Every record as the edition prints it in one language."""
    say = Saying(renderer)
    return {
        **_front(say),
        "years": _years(say),
        "themes": _themes(say),
        "comparison": _comparison(say),
        "risks": [risks.risk(risk, say) for risk in say.dataset.risks.values()],
        "scenarios": [
            scenarios.scenario(scenario, say) for scenario in say.dataset.scenarios.values()
        ],
        "provisions": _provisions(say),
        "assessments": _assessments(say),
        "articles": [records.article(article, say) for article in say.dataset.articles.values()],
        "disputes": [records.dispute(dispute, say) for dispute in say.dataset.disputes.values()],
        "questions": _questions(say),
        "people": _people(say),
        "actors": _actors(say),
        "sources": [
            {
                "kind": say.label("source_kinds", kind),
                "items": [records.source(source, say) for source in sources],
            }
            for kind, sources in say.numbers.groups
        ],
    }


def _front(say: Saying) -> Json:
    """The title page, the licence, how to cite, how to read."""
    counted = figures(say.dataset)
    edition = say.when(counted.checked) or ""
    words = say.words
    site = say.renderer.settings.site_url.rstrip("/")
    if site and say.language != "ru":
        site += f"/{say.language}"
    return {
        "lang": say.language,
        "words": {name: say.phrase(name) for name in sorted(words.keys())},
        "site_name": say.phrase("site_name"),
        "edition": say.phrase("book.edition", date=edition),
        "stamp": say.phrase("print_stamp", date=edition, version=say.renderer.stamp.version),
        "site": f"{site}/" if site else None,
        "cite": say.phrase("book.cite_form", name=say.phrase("site_name"), date=edition),
        "figures": [
            words.count("elements", counted.cooperation),
            words.count("claims", counted.claims),
            words.count("sources", counted.cited_sources),
            words.count("risks", len(say.dataset.risks)),
        ],
        "span": [counted.first_year, counted.last_year],
        "method": [say.phrase(f"book.method.{part}") for part in METHOD],
        "definitions": {
            axis: say.definitions(axis)
            for axis in ("modes", "confidence", "corroboration", "reliability")
        },
        "fills": [
            {"fill": fill, "label": say.phrase(f"sign_fill.{fill}")}
            for fill in ("outline", "half", "solid", "unknown")
        ],
    }


def _years(say: Saying) -> list[Json]:
    entries = chronology.select(say.dataset, Filter(scope=None))
    return [
        {
            "key": f"year-{year.number or 'none'}",
            "number": year.number,
            "title": str(year.number) if year.number else say.phrase("no_year"),
            "count": say.words.count("elements", len(year.entries)),
            "entries": [records.element(entry, say) for entry in year.entries],
        }
        for year in chronology.by_year(entries)
    ]


def _themes(say: Saying) -> list[Json]:
    themes = []
    for name, term in say.dataset.terms("themes").items():
        entries = chronology.select(say.dataset, Filter(theme=name, scope=None))
        if entries:
            themes.append(
                {
                    "key": f"theme-{name}",
                    "title": say.text(term.label),
                    "definition": say.text(term.definition),
                    "entries": say.refs(entry.element for entry in entries),
                }
            )
    return themes


def _comparison(say: Saying) -> list[Json]:
    """The comparators as an index: column by column, kind by kind."""
    return [
        {
            "key": f"comparison-{column.term}",
            "title": say.label(column.axis, column.term),
            "definition": say.text(say.renderer.term(column.axis, column.term).definition),
            "kinds": [
                {
                    "title": say.label("kinds", cell.kind),
                    "entries": say.refs(entry.element for entry in cell.entries),
                }
                for cell in column.cells
                if cell.number
            ],
        }
        for column in comparison(say.dataset).columns
        if column.axis == "comparisons"
    ]


def _provisions(say: Saying) -> list[Json]:
    provisions = sorted(
        say.dataset.obligations.values(), key=lambda provision: provision.legal_order
    )
    return _by_term("scope", "obligation_scopes", provisions, records.provision, say)


def _assessments(say: Saying) -> list[Json]:
    newest_first = sorted(
        say.dataset.assessments.values(),
        key=lambda assessment: (assessment.date or "", assessment.id),
        reverse=True,
    )
    return _by_term("stance", "assessment_stances", newest_first, records.assessment, say)


def _questions(say: Saying) -> list[Json]:
    questions = say.dataset.questions.values()
    return _by_term("state", "question_states", questions, records.question, say)


def _by_term(
    name: str, axis: str, items: Iterable[R], shown: Callable[[R, Saying], Json], say: Saying
) -> list[Json]:
    """Records under the terms of an axis that their field `name` holds; no empty sections."""
    return [
        {
            "key": f"{name}-{term}",
            "title": say.label(axis, term),
            "items": [shown(record, say) for record in chosen],
        }
        for term in say.dataset.terms(axis)
        if (chosen := [record for record in items if getattr(record, name) == term])
    ]


def _people(say: Saying) -> list[Json]:
    return [
        {
            "name": say.text(person.name),
            "roles": [say.text(role) for role in person.roles],
            "refs": say.refs([*person.elements, *person.assessments]),
        }
        for person in people.people(say.dataset, say.language)
    ]


def _actors(say: Saying) -> list[Json]:
    """Every party with the elements it takes part in, by name."""
    actors = []
    for name, term in say.dataset.terms("actors").items():
        taking_part = [
            element for element in say.dataset.elements.values() if name in element.parties
        ]
        if taking_part:
            actors.append({"name": say.text(term.label), "refs": say.refs(taking_part)})
    return sorted(actors, key=lambda actor: str(actor["name"]).casefold().strip("«“"))
