"""Pages of the editors’ guide made from the model and the rules, so that they never drift."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.authoring import guide_view
from dossier.authoring.skeleton import TYPES as CREATABLE
from dossier.authoring.write import annotated
from dossier.check import rules
from dossier.check.fixes import all_fixes
from dossier.model import Record
from dossier.rendering import addresses
from dossier.rendering.pages import Page
from dossier.rendering.renderer import Renderer


def pages(renderer: Renderer) -> Iterator[Page]:
    """A page for each record type, and one for all rules."""
    for model in guide_view.TYPES:
        yield _record_type(model, renderer)
    yield _rules(renderer)


def _record_type(model: type[Record], renderer: Renderer) -> Page:
    words, dataset, url = renderer.words, renderer.dataset, addresses.record_type(model)

    def html() -> str:
        example = guide_view.example_of(model, dataset)
        return renderer.render(
            "record_type.html",
            url,
            model=model,
            models=guide_view.TYPES,
            parts=guide_view.parts_of(model, dataset, renderer.language),
            example=example[0] if example else None,
            text=annotated(example[1], model, dataset, renderer.language) if example else "",
            creatable=model.TYPE in CREATABLE,
        )

    title = words("guide.title", type=words(f"guide.type.{model.TYPE}"))
    return Page(url, title, words(f"guide.about.{model.TYPE}"), "dossier/model", html)


def _rules(renderer: Renderer) -> Page:
    words, language = renderer.words, renderer.language
    rows = [
        (
            rule,
            rule.summary.in_language(language),
            rule.why.in_language(language),
            rule.id in all_fixes(),
        )
        for rule in rules.all_rules().values()
    ]
    return Page(
        addresses.RULES,
        words("guide.rules"),
        words("guide.rules_lede"),
        "dossier/check/rules",
        lambda: renderer.render("rules.html", addresses.RULES, rules=rows),
    )
