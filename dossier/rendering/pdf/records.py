"""The chapters of records other than risks: what each entry of the book says, as plain data."""

from __future__ import annotations

import unicodedata
from collections import Counter
from urllib.parse import unquote

from dossier.grading.grade import grade_citations
from dossier.model import Article, Assessment, Claim, Dispute, Element, Obligation, Question, Source
from dossier.model.article import ArticleParagraph
from dossier.model.element import Person
from dossier.rendering import addresses
from dossier.rendering.pdf.saying import Json, Saying, key
from dossier.rendering.views.chronology import Entry
from dossier.rendering.views.disputes import disputes_of


def element(entry: Entry, say: Saying) -> Json:
    """One entry of the chronology, in full."""
    it: Element = entry.element
    stage = say.renderer.term("stages", it.stage)
    disputes = disputes_of([it], say.dataset)
    return {
        **say.ref(it),
        "basis": say.label("date_bases", it.date_basis),
        "mode": it.mode,
        "fill": stage.fill or "unknown",
        "certain": entry.moment.certainty == "exact",
        "context": it.scope == "context",
        "comparison": say.label("comparisons", it.compared_as) if it.compared_as else None,
        "facts": [
            say.label("modes", it.mode),
            say.label("kinds", it.kind),
            say.text(stage.label),
            say.label("obligation_classes", it.obligation),
            *([f"{say.words('covers')}: {say.when(it.covers)}"] if it.covers else []),
            *(f"{say.label('stages', act.stage)}: {say.text(act.text)}" for act in it.acts),
        ],
        "grade": say.grade(entry.grade),
        "themes": say.labels("themes", it.themes),
        "parties": say.labels("actors", it.parties),
        "people": [
            {"name": say.text(person.name), "role": _role(person, say)} for person in it.people
        ],
        "places": [say.text(place) for place in it.places],
        "original": it.original_title,
        "date_note": say.text(it.date_note),
        "stage_note": say.text(it.stage_note),
        "claims": [_claim(claim, it, say) for claim in it.claims],
        "related": [
            {
                "relation": say.label("relations", tie.relation),
                **say.ref(say.dataset.elements[tie.element]),
            }
            for tie in it.related
        ],
        "disputes": say.refs(disputes.open),
        "settled": say.refs(disputes.settled),
        "note": say.text(it.note),
        "history": say.history(it.history),
    }


def _role(person: Person, say: Saying) -> str:
    role = str(say.text(person.role))
    return f"{role}; {say.label('people_parts', person.part)}" if person.part else role


def _claim(claim: Claim, it: Element, say: Saying) -> Json:
    return {
        "text": say.text(claim.text),
        "lead": claim is it.lead_claim,
        "rank": claim.rank,
        "rank_reason": say.clause(claim.rank_reason),
        "cites": say.cites(claim.cites),
        "grade": say.claim_grade(claim),
    }


def provision(it: Obligation, say: Saying) -> Json:
    """One provision of law."""
    return {
        **say.ref(it),
        "facts": [say.label("stages", it.stage), say.label("obligation_classes", it.obligation)],
        "stage_note": say.text(it.stage_note),
        "text": say.text(it.text),
        "cites": say.cites(it.cites),
        "grade": say.grade(grade_citations(it.cites, say.dataset)),
        "relevance": say.text(it.relevance),
        "note": say.text(it.note),
        "related": say.refs(say.dataset.elements[name] for name in it.elements),
        "history": say.history(it.history),
    }


def assessment(it: Assessment, say: Saying) -> Json:
    """One attributed judgement."""
    return {
        **say.ref(it),
        "role": say.text(it.role),
        "affiliation": say.text(it.affiliation),
        "stake": say.labels("actors", it.stake),
        "text": say.text(it.text),
        "note": say.text(it.note),
        "cites": say.cites(it.cites),
        "history": say.history(it.history),
    }


def dispute(it: Dispute, say: Saying) -> Json:
    """One dispute between sources, every version with its sources."""
    versions = []
    for version in it.versions:
        pairs = [pair for pair in map(say.dataset.claim, version.claims) if pair]
        cites = [*version.cites, *(cite for _, claim in pairs for cite in claim.cites)]
        versions.append(
            {
                "text": say.text(version.text),
                "cites": say.cites(cites),
                "claims": say.refs({element.id: element for element, _ in pairs}.values()),
            }
        )
    return {
        **say.ref(it),
        "resolution": say.label("resolutions", it.resolution),
        "checked": say.when(it.checked),
        "versions": versions,
        "reading": say.text(it.reading),
        "related": say.refs(say.dataset.elements[name] for name in it.elements),
        "history": say.history(it.history),
    }


def question(it: Question, say: Saying) -> Json:
    """One open or answered question."""
    return {
        **say.ref(it),
        "state": say.label("question_states", it.state),
        "answer": say.text(it.answer),
        "searches": [
            {
                "line": say.phrase(
                    "search_line",
                    date=say.when(search.date),
                    languages=", ".join(
                        say.renderer.term("languages", language).label.in_language(say.language)
                        for language in search.languages
                    ),
                ),
                "result": say.text(search.result),
            }
            for search in it.searches
        ],
        "settles": say.text(it.settles),
        "cites": say.cites(it.cites),
        "related": say.sides(it),
        "history": say.history(it.history),
    }


def article(it: Article, say: Saying) -> Json:
    """The ledger of an analysed article."""
    verdicts = Counter(claim.verdict for paragraph in it.paragraphs for claim in paragraph.claims)
    return {
        **say.ref(it),
        "author": say.text(it.author),
        "source": say.numbers.numbers[it.source],
        "overall": [say.text(text) for text in it.overall],
        "verdicts": [
            {"label": say.label("verdicts", verdict), "number": verdicts[verdict]}
            for verdict in say.dataset.terms("verdicts")
            if verdicts[verdict]
        ],
        "paragraphs": [_paragraph(it, paragraph, say) for paragraph in it.paragraphs],
        "history": say.history(it.history),
    }


def _paragraph(it: Article, paragraph: ArticleParagraph, say: Saying) -> Json:
    return {
        "key": f"{key(it)}-{paragraph.id}",
        "id": paragraph.id,
        "gist": say.text(paragraph.gist),
        "claims": [
            {
                "text": say.text(claim.text),
                "kind": say.label("ledger_kinds", claim.kind),
                "verdict": say.label("verdicts", claim.verdict),
                "comment": say.text(claim.comment),
                "related": say.sides(claim),
            }
            for claim in paragraph.claims
        ],
    }


def source(it: Source, say: Saying) -> Json:
    """One entry of the numbered list of sources."""
    return {
        "key": f"source-{say.numbers.numbers[it.id]}",
        "n": say.numbers.numbers[it.id],
        "title": it.title if it.title_is_descriptive else say.original(it.title, it.language),
        "descriptive": it.title_is_descriptive,
        "author": it.author,
        "publisher": it.publisher,
        "published": say.when(it.published) or say.phrase("not_dated"),
        "language": say.label("languages", it.language),
        "letter": it.reliability,
        "reliability": say.label("reliability", it.reliability),
        "consulted": say.label("consulted", it.consulted),
        "accessed": say.when(it.accessed),
        "address": it.url,
        "shown": readable(it.url),
        "archive": it.archive_url,
        "archive_shown": readable(it.archive_url or ""),
        "origin": say.label("origins", it.origin) if it.origin else None,
        "note": say.text(it.note),
        "url": addresses.address_of(it),
        "cited_by": say.refs(say.numbers.cited_by[it.id]),
    }


def readable(address: str) -> str:
    """An address with its letters as letters: `%D0%B0` is shown as «а»."""
    try:
        letters = unquote(address, errors="strict")
    except UnicodeDecodeError:
        return address
    hidden = any(unicodedata.category(char)[0] in "CZ" for char in letters)
    return address if hidden else letters
