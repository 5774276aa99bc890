"""The public interface for people who write pages: what `{{ chronology() }}` and the rest do.

Every macro returns HTML for a Markdown page. A wrong argument raises `MacroError`, which names
the value and what it could have been.
"""

from __future__ import annotations

import inspect
from collections import Counter
from dataclasses import dataclass
from typing import Any

from dossier.messages import _
from dossier.messages.phrases import near
from dossier.rendering import excerpts, filter_bar
from dossier.rendering.macro_arguments import (
    MacroError,
    a_year,
    known_term,
    one_of,
    readable_locator,
    the_axis,
    the_picture,
    the_record,
    the_statement,
    what_is_graded,
)
from dossier.rendering.macro_data import DataMacros
from dossier.rendering.macro_years import by_year
from dossier.rendering.renderer import protect
from dossier.rendering.views import bibliography as bibliography_view
from dossier.rendering.views import changelog as changelog_view
from dossier.rendering.views import chronology as chronology_view
from dossier.rendering.views import comparison as comparison_view
from dossier.rendering.views import people as people_view
from dossier.rendering.views import relations as relations_view
from dossier.rendering.views import stated
from dossier.rendering.views import watching as watching_view
from dossier.rendering.views.chronology import Entry, Filter
from dossier.rendering.views.figures import figures as count_figures
from dossier.rendering.views.names import other_spellings
from dossier.rendering.views.theme import theme_view


@dataclass(frozen=True, slots=True)
class Macros(DataMacros):
    """The macros of one page."""

    def chronology(
        self,
        theme: str | None = None,
        kind: str | None = None,
        stage: str | None = None,
        actor: str | None = None,
        mode: str | None = None,
        since: int | None = None,
        until: int | None = None,
        scope: str | None = "cooperation",
        view: str = "full",
        years: bool = True,
        filters: bool = False,
    ) -> str:
        """The elements that match, by year; `view="lines"` gives one line each.

        `scope=none` (the Jinja word) takes the context elements in as well; `filters=true` puts
        the filter bar above, for a page that loads its script.
        """
        one_of("view", view, ("full", "lines"))
        one_of("scope", scope, ("cooperation", "context", None))
        a_year("since", since)
        a_year("until", until)
        entries = self._select(Filter(theme, kind, stage, actor, mode, scope, since, until))
        template = "events.html" if view == "full" else "lines.html"
        if not years:
            return self._html(template, entries=entries)
        blocks = by_year(entries, self.renderer, self.page_url, template, filters=filters)
        return "\n\n".join(blocks)

    def theme_facts(self, theme_id: str) -> str:
        """A thematic section in numbers; they lead to what `theme` prints."""
        return self._theme("theme_facts.html", theme_id)

    def theme(self, theme_id: str) -> str:
        """What the data holds for a thematic section."""
        return self._theme("theme.html", theme_id)

    def _theme(self, template: str, theme_id: str) -> str:
        known_term(self.renderer.dataset, "themes", theme_id, _("theme"))
        view = theme_view(theme_id, self.renderer.dataset)
        return self._html(template, theme=theme_id, view=view)

    def element(self, element_id: str, text: str | None = None) -> str:
        """A link to an element, under its title or the text given."""
        return self._link("element", element_id, text)

    def cite(self, source_id: str, locator: str | None = None) -> str:
        """A reference to a source, in round brackets, with the place in it."""
        source = the_record(self.renderer.dataset, "source", source_id)
        readable_locator(self.renderer.dataset, locator)
        return self._html("cite.html", source=source, place=locator)

    def grade(self, *references: str, why: bool = False) -> str:
        """The lowest confidence of some elements, claims (`element#claim`) or provisions."""
        grades = [what_is_graded(self.renderer.dataset, reference) for reference in references]
        if not grades:
            remedy = _("name an element, a claim or a provision")
            raise MacroError(_("grade: nothing is named"), remedy)
        return self._html("grade.html", weakest=stated.weakest(grades), why=why)

    def verdict(self, article_id: str, claim_id: str) -> str:
        """The verdict on one statement of an article, as a link to its check."""
        claim, address = the_statement(self.renderer.dataset, article_id, claim_id)
        return self._html("verdict.html", claim=claim, address=address)

    def vocabulary(self, axis: str, by_name: bool = False) -> str:
        """What the words of one vocabulary mean, in its own order or `by_name`."""
        terms = the_axis(self.renderer.dataset, axis)
        if by_name:
            terms.sort(key=lambda term: term.label.in_language(self.renderer.language).casefold())
        return self._html("vocabulary.html", terms=terms)

    def risk_register(self) -> str:
        """The register of risks, in its own order."""
        return self._html("register.html", risks=list(self.renderer.dataset.risks.values()))

    def indicators(self) -> str:
        """The board of indicators: what would raise or lower each risk, and was it seen."""
        return self._html("indicators.html", watches=watching_view.board(self.renderer.dataset))

    def relations(self) -> str:
        """The map of themes, risks and provisions: a drawing, and the same as a table."""
        return self._html("relations.html", view=relations_view.relations(self.renderer.dataset))

    def risk(self, risk_id: str, text: str | None = None) -> str:
        """A link to a risk, under its title or the text given."""
        return self._link("risk", risk_id, text)

    def scenarios(self) -> str:
        """The scenarios, in their own order, with what they are."""
        return self._html(
            "scenarios.html", scenarios=list(self.renderer.dataset.scenarios.values())
        )

    def scenario(self, scenario_id: str, text: str | None = None) -> str:
        """A link to a scenario, under its title or the text given."""
        return self._link("scenario", scenario_id, text)

    def obligation(self, obligation_id: str, text: str | None = None) -> str:
        """A link to a provision, under its name or the text given."""
        provision = the_record(self.renderer.dataset, "obligation", obligation_id)
        return self._html("obligation_link.html", obligation=provision, text=text)

    def people(self) -> str:
        """The people named in the dossier, by their public roles only."""
        return self._html(
            "people.html",
            people=people_view.people(self.renderer.dataset, self.renderer.language),
            spellings=lambda name: other_spellings(name, self.renderer.dataset),
        )

    def obligations(self, scope: str | None = None) -> str:
        """The provisions, of one scope or all."""
        known_term(self.renderer.dataset, "obligation_scopes", scope, _("scope"))
        chosen = [o for o in self.renderer.dataset.obligations.values() if scope in (None, o.scope)]
        return self._html(
            "obligations.html", obligations=sorted(chosen, key=lambda o: o.legal_order)
        )

    def assessments(self, stance: str | None = None) -> str:
        """The attributed assessments, of one stance or all, newest first."""
        known_term(self.renderer.dataset, "assessment_stances", stance, _("stance"))
        chosen = [
            a for a in self.renderer.dataset.assessments.values() if stance in (None, a.stance)
        ]
        ordered = sorted(chosen, key=lambda a: a.id)
        ordered.sort(key=lambda a: a.date or "", reverse=True)
        last = list(self.renderer.dataset.terms("assessment_stances"))[-1:]
        whole = stance is None or [stance] == last
        return self._html("assessments.html", assessments=ordered, whole=whole)

    def article(self, article_id: str) -> str:
        """The reading of an article, paragraph by paragraph."""
        article: Any = the_record(self.renderer.dataset, "article", article_id)
        verdicts = Counter(
            claim.verdict for paragraph in article.paragraphs for claim in paragraph.claims
        )
        order = self.renderer.dataset.terms("verdicts")
        counts = {key: verdicts[key] for key in order if verdicts[key]}
        return self._html("article.html", a=article, verdicts=counts)

    def disputes(self) -> str:
        """Every dispute, the open ones first."""
        order = list(self.renderer.dataset.terms("resolutions"))
        chosen = sorted(
            self.renderer.dataset.disputes.values(), key=lambda d: (order.index(d.resolution), d.id)
        )
        return self._html("disputes.html", disputes=chosen)

    def questions(self, state: str | None = None) -> str:
        """The questions, of one state or all."""
        known_term(self.renderer.dataset, "question_states", state, _("state"))
        order = list(self.renderer.dataset.terms("question_states"))
        chosen = sorted(
            (q for q in self.renderer.dataset.questions.values() if state in (None, q.state)),
            key=lambda q: (order.index(q.state), q.id),
        )
        return self._html("questions.html", questions=chosen, whole=state is None)

    def comparison(self) -> str:
        """The comparators beside the cooperation, kind by kind."""
        view = comparison_view.comparison(self.renderer.dataset)
        return self._html("comparison.html", view=view)

    def bibliography(self) -> str:
        """Every source, by kind."""
        groups = list(bibliography_view.by_kind(self.renderer.dataset))
        bar = protect(filter_bar.of_sources(self.renderer, self.page_url))
        return bar + self._html(
            "bibliography.html",
            groups=groups,
            values_of=bibliography_view.facet_values,
            span_of=bibliography_view.span,
        )

    def actors(self) -> str:
        """Every party with the number of its elements."""
        dataset = self.renderer.dataset
        counts = Counter(
            actor for element in dataset.elements.values() for actor in element.parties
        )
        actors = [(key, term, counts[key]) for key, term in dataset.terms("actors").items()]
        return self._html("actors.html", actors=actors)

    def figures(self) -> str:
        """The dossier in figures, counted from the data."""
        return self._html("figures.html", f=count_figures(self.renderer.dataset))

    def figure(self, picture_id: str) -> str:
        """A picture computed from the data, with its table, source and downloads."""
        return self._html("picture.html", it=the_picture(self.renderer.pictures, picture_id))

    def count(self, what: str) -> str:
        """One number from the data with its noun: `count("elements")`."""
        amounts = count_figures(self.renderer.dataset).amounts
        if what not in amounts:
            raise MacroError(
                _("count: nothing is counted under `{name}`", name=what),
                near(what, amounts) or _("try one of {words}", words=tuple(amounts)),
            )
        return self.renderer.words.count(what, amounts[what])

    def changes(self, most: int = 10) -> str:
        """The latest changes, whatever they are."""
        dataset = self.renderer.dataset
        return self._html(
            "changes.html",
            entries=changelog_view.latest_changes(dataset, most),
            elements=count_figures(dataset).cooperation,
        )

    def change_log(self) -> str:
        """Every change, edition by edition, the latest first."""
        blocks = []
        for period in changelog_view.periods(self.renderer.dataset):
            blocks.append(f"## {self._edition(period)} {{ #{period.anchor} }}")
            blocks.append(self._html("change_period.html", period=period))
        return "\n\n".join(blocks) or self.changes()

    def excerpt(self, *sections: str, page: str = "index.md") -> str:
        """Sections of another page, by their anchors, as they stand there."""
        others = {name: getattr(self, name) for name in NAMES if name != "excerpt"}
        return excerpts.taken(self.renderer, page, sections, self.page_url, others)

    def terms(self, axis: str) -> str:
        """For editors: every word of a vocabulary as it is written in a record."""
        return self._html("terms.html", v=the_record(self.renderer.dataset, "vocabulary", axis))

    def _link(self, record_type: str, record_id: str, text: str | None) -> str:
        record = the_record(self.renderer.dataset, record_type, record_id)
        return self._html("element_link.html", element=record, text=text)

    def _edition(self, period: changelog_view.Period) -> str:
        words = self.renderer.words
        if period.edition is None:
            return words("log.since")
        return words("log.edition", date=self.renderer.when_text(period.edition.date))

    def _select(self, wanted: Filter) -> list[Entry]:
        for noun in (_("theme"), _("kind"), _("stage"), _("mode"), _("actor")):
            asked = getattr(wanted, noun.text)
            known_term(self.renderer.dataset, f"{noun.text}s", asked, noun)
        return chronology_view.select(self.renderer.dataset, wanted)


NAMES = tuple(
    name
    for name, value in {**vars(Macros), **vars(DataMacros)}.items()
    if inspect.isfunction(value) and not name.startswith("_")
)
