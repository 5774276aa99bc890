"""One page of every type that the site has, by the name of the type."""

from __future__ import annotations

PAGES = {
    "home": "index.html",
    "brief": "brief.html",
    "chronology": "chronology/index.html",
    "year": "chronology/2024.html",
    "by": "chronology/by.html",
    "kind": "chronology/kind/exercise.html",
    "themes": "themes/index.html",
    "theme": "themes/logistics-transit.html",
    "element": "elements/transit-agreement-2024.html",
    "risks": "risks/index.html",
    "risk": "risks/logistics-asymmetry.html",
    "scenarios": "scenarios/index.html",
    "scenario": "scenarios/internal-crisis.html",
    "obligations": "obligations/index.html",
    "obligation": "obligations/arms-cooperation-agreement-2000.html",
    "sources": "sources/index.html",
    "source": "sources/aksiyon-turkiye-kazakistan-askeri-savunma-sanayii.html",
    "actors": "actors/index.html",
    "actor": "actors/kazakhstan.html",
    "article": "articles/mikhailov-2026.html",
    "disputes": "disputes.html",
    "questions": "questions.html",
    "assessments": "assessments.html",
    "method": "method.html",
    "glossary": "context/glossary.html",
    "people": "context/people.html",
    "context": "context/csto.html",
    "comparators": "context/comparators.html",
    "pictures": "pictures/index.html",
    "picture": "pictures/timeline.html",
    "compare": "compare/transit.html",
    "changes": "changes.html",
    "data": "data.html",
    "columns": "data/columns.html",
    "api": "data/api.html",
    "editions": "editions.html",
    "subscribe": "subscribe.html",
    "guide": "editing/index.html",
    "record type": "editing/element.html",
    "rules": "editing/rules.html",
    "publishing": "publishing.html",
    "macros": "macros.html",
    "lost": "404.html",
}
LANGUAGES = ("ru", "en")
EVERY = [(language, name) for language in LANGUAGES for name in PAGES]
# The pages whose features differ; enough where a test is about the browser and not about a type.
MAIN = ("home", "chronology", "theme", "element", "risk", "article")


def where(language: str, name: str) -> str:
    """The place of a page below the root of the site."""
    return ("en/" if language == "en" else "") + PAGES[name]
