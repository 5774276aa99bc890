"""Where every record stands on the site: one place that knows the addresses."""

from __future__ import annotations

from dossier.model import Record

PAGES = {
    "element": "elements/{id}.html",
    "risk": "risks/{id}.html",
    "scenario": "scenarios/{id}.html",
    "obligation": "obligations/{id}.html",
    "source": "sources/{id}.html",
    "article": "articles/{id}.html",
    "assessment": "assessments.html#{id}",
    "dispute": "disputes.html#{id}",
    "question": "questions.html#{id}",
}


def folder_of(language: str) -> str:
    """Where the pages of a language begin, from the root of the whole site."""
    return "" if language == "ru" else f"{language}/"


def address(record_type: str, record_id: str) -> str:
    """The address of a record, from the root of its language's site."""
    return PAGES[record_type].format(id=record_id)


def address_of(record: Record) -> str:
    """The address of a loaded record."""
    return address(record.TYPE, record.id)


def actor(actor_id: str) -> str:
    """The address of an actor's page."""
    return f"actors/{actor_id}.html"


def theme(theme_id: str) -> str:
    """The address of a theme's page."""
    return f"themes/{theme_id}.html"


def year(number: int) -> str:
    """The address of a year's page."""
    return f"chronology/{number}.html"


def facet(name: str, value: str) -> str:
    """The address of the page of all elements with one value of a facet, such as a kind."""
    places = {"theme": theme, "actor": actor}
    return places[name](value) if name in places else f"chronology/{name}/{value}.html"


FACETS = "chronology/by.html"
NAMES = "names.html"
SUBSCRIBE = "subscribe.html"
PEOPLE = "context/people.html"


def claim(reference: str) -> str:
    """The address of `element-id#claim-id`."""
    element_id, _, claim_id = reference.partition("#")
    return f"{address('element', element_id)}#{claim_id}"


def paragraph(reference: str) -> str:
    """The address of `article-id#P4`."""
    article_id, _, paragraph_id = reference.partition("#")
    return f"{address('article', article_id)}#{paragraph_id}"


COMPARISON = "context/comparators.html"


def comparison(term: str) -> str:
    """The address of one comparison, a column of the page that lays them side by side."""
    return f"{COMPARISON}#{term}"


RULES = "editing/rules.html"


def record_type(model: type[Record]) -> str:
    """The address of the guide's page on a record type."""
    return f"editing/{model.TYPE}.html"


def up(page_url: str) -> str:
    """The relative way from a page to the root of its language's site: `` or `../`."""
    return "../" * page_url.count("/")
