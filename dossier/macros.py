"""The public interface for people who write pages: what `{{ chronology() }}` and the rest do.

Every macro returns HTML for a Markdown page. A wrong argument raises `MacroError`, which names
the value and what it could have been.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from dossier.locators import LocatorError, split_locator
from dossier.model import Record
from dossier.render import Renderer
from dossier.validation import near
from dossier.views import bibliography as bibliography_view
from dossier.views import changes as changes_view
from dossier.views import chronology as chronology_view
from dossier.views import people as people_view
from dossier.views import timeline as timeline_view
from dossier.views.chronology import Entry, Filter
from dossier.views.figures import figures as count_figures
from dossier.views.theme import theme_view


class MacroError(ValueError):
    """A macro was called with something that the dataset does not have."""


@dataclass(frozen=True, slots=True)
class Macros:
    """The macros of one page."""

    renderer: Renderer
    page_url: str

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
    ) -> str:
        """The elements that match, by year; `view="lines"` gives one line each.

        `scope=none` (the Jinja word) takes the context elements in as well.
        """
        _one_of("view", view, ("full", "lines"))
        _one_of("scope", scope, ("cooperation", "context", None))
        for name, year in (("since", since), ("until", until)):
            if year is not None and not isinstance(year, int):
                raise MacroError(f"chronology: {name} is a year without quotes, not `{year}`")
        entries = self._select(
            Filter(
                theme=theme,
                kind=kind,
                stage=stage,
                actor=actor,
                mode=mode,
                since=since,
                until=until,
                scope=scope,
            )
        )
        template = "events.html" if view == "full" else "lines.html"
        if not years:
            return self._html(template, entries=entries)
        groups = list(chronology_view.by_year(entries))
        blocks = [self._html("years.html", years=groups)]
        for group in groups:
            blocks.append(self._heading(group.number))
            blocks.append(self._html(template, entries=group.entries))
        return "\n\n".join(blocks)

    def timeline(self) -> str:
        """The overview of all elements as a drawing, with its caption."""
        return self._html("timeline.html", view=timeline_view.timeline(self.renderer.dataset))

    def theme(self, theme_id: str) -> str:
        """What the data holds for a thematic section."""
        self._known_term("themes", theme_id, "theme")
        return self._html("theme.html", view=theme_view(theme_id, self.renderer.dataset))

    def element(self, element_id: str, text: str | None = None) -> str:
        """A link to an element, under its title or the text given."""
        element = self._record("element", element_id)
        return self._html("element_link.html", element=element, text=text)

    def cite(self, source_id: str, locator: str | None = None) -> str:
        """A reference to a source, in round brackets, with the place in it."""
        source = self._record("source", source_id)
        if locator is not None:
            self._check_locator(locator)
        return self._html("cite.html", source=source, place=locator)

    def risk_register(self) -> str:
        """The register of risks, in its own order."""
        return self._html("register.html", risks=list(self.renderer.dataset.risks.values()))

    def risk(self, risk_id: str, text: str | None = None) -> str:
        """A link to a risk, under its title or the text given."""
        risk = self._record("risk", risk_id)
        return self._html("element_link.html", element=risk, text=text)

    def obligation(self, obligation_id: str, text: str | None = None) -> str:
        """A link to a provision, under its name or the text given."""
        provision = self._record("obligation", obligation_id)
        return self._html("obligation_link.html", obligation=provision, text=text)

    def people(self) -> str:
        """The people named in the dossier, by their public roles only."""
        return self._html(
            "people.html", people=people_view.people(self.renderer.dataset, self.renderer.language)
        )

    def obligations(self, scope: str | None = None) -> str:
        """The provisions, of one scope or all."""
        if scope is not None:
            self._known_term("obligation_scopes", scope, "scope")
        chosen = [o for o in self.renderer.dataset.obligations.values() if scope in (None, o.scope)]
        return self._html(
            "obligations.html", obligations=sorted(chosen, key=lambda o: (o.date or "9999", o.id))
        )

    def assessments(self, stance: str | None = None) -> str:
        """The attributed assessments, of one stance or all, newest first."""
        if stance is not None:
            self._known_term("assessment_stances", stance, "stance")
        chosen = [
            a for a in self.renderer.dataset.assessments.values() if stance in (None, a.stance)
        ]
        ordered = sorted(chosen, key=lambda a: a.id)
        ordered.sort(key=lambda a: a.date or "", reverse=True)
        return self._html("assessments.html", assessments=ordered)

    def article(self, article_id: str) -> str:
        """The reading of an article, paragraph by paragraph."""
        article: Any = self._record("article", article_id)
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
        if state is not None:
            self._known_term("question_states", state, "state")
        order = list(self.renderer.dataset.terms("question_states"))
        chosen = sorted(
            (q for q in self.renderer.dataset.questions.values() if state in (None, q.state)),
            key=lambda q: (order.index(q.state), q.id),
        )
        return self._html("questions.html", questions=chosen)

    def bibliography(self) -> str:
        """Every source, by kind."""
        groups = list(bibliography_view.by_kind(self.renderer.dataset))
        return self._html("bibliography.html", groups=groups)

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

    def count(self, what: str) -> str:
        """One number from the data with its noun: `count("elements")`."""
        counted = count_figures(self.renderer.dataset)
        amounts = {
            "elements": counted.cooperation,
            "claims": counted.claims,
            "sources": counted.cited_sources,
            "citations": counted.citations,
            **{
                f"{key}s": number
                for key, number in counted.records.items()
                if key not in ("element", "source", "article")
            },
        }
        if what not in amounts:
            raise MacroError(
                f"count: nothing is counted under `{what}`; "
                + (near(what, list(amounts)) or f"try one of {', '.join(amounts)}")
            )
        return self.renderer.words.count(what, amounts[what])

    def changes(self, most: int = 10) -> str:
        """The latest changes that records carry."""
        dataset = self.renderer.dataset
        return self._html(
            "changes.html",
            entries=changes_view.latest_changes(dataset, most),
            elements=count_figures(dataset).cooperation,
        )

    def _html(self, template: str, **view: Any) -> str:
        return self.renderer.for_markdown(template, self.page_url, **view)

    def _heading(self, year: int | None) -> str:
        words = self.renderer.words
        if year is None:
            return f"## {words('no_year')} {{ #undated }}"
        return f"## {words('year', number=year)} {{ #y{year} }}"

    def _select(self, wanted: Filter) -> list[Entry]:
        for axis, value, name in (
            ("themes", wanted.theme, "theme"),
            ("kinds", wanted.kind, "kind"),
            ("stages", wanted.stage, "stage"),
            ("modes", wanted.mode, "mode"),
            ("actors", wanted.actor, "actor"),
        ):
            if value is not None:
                self._known_term(axis, value, name)
        return chronology_view.select(self.renderer.dataset, wanted)

    def _record(self, record_type: str, record_id: str) -> Record:
        known = self.renderer.dataset.records[record_type]
        if record_id not in known:
            raise MacroError(
                f"there is no {record_type} `{record_id}`; "
                + (near(record_id, list(known)) or "check the id")
            )
        found: Record = known[record_id]
        return found

    def _known_term(self, axis: str, value: str, name: str) -> None:
        terms = self.renderer.dataset.terms(axis)
        if value not in terms:
            raise MacroError(
                f"there is no {name} `{value}`; "
                + (near(value, list(terms)) or f"try one of {', '.join(terms)}")
            )

    def _check_locator(self, locator: str) -> None:
        try:
            parts = split_locator(locator)
        except LocatorError as error:
            raise MacroError(f"cite: `{error}` is not a place in a source") from None
        for term, _ in parts:
            self._known_term("locators", term, "place in a source")


def _one_of(name: str, value: str | None, allowed: tuple[str | None, ...]) -> None:
    if value not in allowed:
        words = ", ".join(f"`{word}`" if word else "`none`" for word in allowed)
        raise MacroError(f"chronology: {name} is one of {words}, not `{value}`")


NAMES = (
    "chronology",
    "timeline",
    "theme",
    "element",
    "cite",
    "risk_register",
    "risk",
    "obligation",
    "obligations",
    "people",
    "assessments",
    "article",
    "disputes",
    "questions",
    "bibliography",
    "actors",
    "figures",
    "count",
    "changes",
)
