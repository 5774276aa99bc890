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
    record: Element = entry.element
    stage = say.renderer.term("stages", record.stage)
    disputes = disputes_of([record], say.dataset)
    return {
        **say.ref(record),
        "basis": say.label("date_bases", record.date_basis),
        "mode": record.mode,
        "fill": stage.fill or "unknown",
        "certain": entry.moment.certainty == "exact",
        "context": record.scope == "context",
        "comparison": say.label("comparisons", record.compared_as) if record.compared_as else None,
        "facts": [
            say.label("modes", record.mode),
            say.label("kinds", record.kind),
            say.text(stage.label),
            say.label("obligation_classes", record.obligation),
            *([f"{say.words('covers')}: {say.when(record.covers)}"] if record.covers else []),
            *(f"{say.label('stages', act.stage)}: {say.text(act.text)}" for act in record.acts),
        ],
        "grade": say.grade(entry.grade),
        "themes": say.labels("themes", record.themes),
        "parties": say.labels("actors", record.parties),
        "people": [
            {"name": say.text(person.name), "role": _role(person, say)} for person in record.people
        ],
        "places": [say.text(place) for place in record.places],
        "original": record.original_title,
        "date_note": say.text(record.date_note),
        "stage_note": say.text(record.stage_note),
        "claims": [_claim(claim, record, say) for claim in record.claims],
        "related": [
            {
                "relation": say.label("relations", tie.relation),
                **say.ref(say.dataset.elements[tie.element]),
            }
            for tie in record.related
        ],
        "disputes": say.refs(disputes.open),
        "settled": say.refs(disputes.settled),
        "note": say.text(record.note),
        "history": say.history(record.history),
    }


def _role(person: Person, say: Saying) -> str:
    role = str(say.text(person.role))
    return f"{role}; {say.label('people_parts', person.part)}" if person.part else role


def _claim(claim: Claim, record: Element, say: Saying) -> Json:
    return {
        "text": say.text(claim.text),
        "lead": claim is record.lead_claim,
        "rank": claim.rank,
        "rank_reason": say.clause(claim.rank_reason),
        "cites": say.cites(claim.cites),
        "grade": say.claim_grade(claim),
    }


def provision(record: Obligation, say: Saying) -> Json:
    """One provision of law."""
    return {
        **say.ref(record),
        "facts": [
            say.label("stages", record.stage),
            say.label("obligation_classes", record.obligation),
        ],
        "stage_note": say.text(record.stage_note),
        "text": say.text(record.text),
        "cites": say.cites(record.cites),
        "grade": say.grade(grade_citations(record.cites, say.dataset)),
        "relevance": say.text(record.relevance),
        "note": say.text(record.note),
        "related": say.refs(say.dataset.elements[name] for name in record.elements),
        "history": say.history(record.history),
    }


def assessment(record: Assessment, say: Saying) -> Json:
    """One attributed judgement."""
    return {
        **say.ref(record),
        "role": say.text(record.role),
        "affiliation": say.text(record.affiliation),
        "stake": say.labels("actors", record.stake),
        "text": say.text(record.text),
        "note": say.text(record.note),
        "cites": say.cites(record.cites),
        "history": say.history(record.history),
    }


def dispute(record: Dispute, say: Saying) -> Json:
    """One dispute between sources, every version with its sources."""
    versions = []
    for version in record.versions:
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
        **say.ref(record),
        "resolution": say.label("resolutions", record.resolution),
        "checked": say.when(record.checked),
        "versions": versions,
        "reading": say.text(record.reading),
        "related": say.refs(say.dataset.elements[name] for name in record.elements),
        "history": say.history(record.history),
    }


def question(record: Question, say: Saying) -> Json:
    """One open or answered question."""
    return {
        **say.ref(record),
        "state": say.label("question_states", record.state),
        "answer": say.text(record.answer),
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
            for search in record.searches
        ],
        "settles": say.text(record.settles),
        "cites": say.cites(record.cites),
        "related": say.sides(record),
        "history": say.history(record.history),
    }


def article(record: Article, say: Saying) -> Json:
    """The ledger of an analysed article."""
    verdicts = Counter(
        claim.verdict for paragraph in record.paragraphs for claim in paragraph.claims
    )
    return {
        **say.ref(record),
        "author": say.text(record.author),
        "source": say.numbers.numbers[record.source],
        "overall": [say.text(text) for text in record.overall],
        "verdicts": [
            {"label": say.label("verdicts", verdict), "number": verdicts[verdict]}
            for verdict in say.dataset.terms("verdicts")
            if verdicts[verdict]
        ],
        "paragraphs": [_paragraph(record, paragraph, say) for paragraph in record.paragraphs],
        "history": say.history(record.history),
    }


def _paragraph(record: Article, paragraph: ArticleParagraph, say: Saying) -> Json:
    return {
        "key": f"{key(record)}-{paragraph.id}",
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


def source(record: Source, say: Saying) -> Json:
    """One entry of the numbered list of sources."""
    return {
        "key": f"source-{say.numbers.numbers[record.id]}",
        "n": say.numbers.numbers[record.id],
        "title": record.title
        if record.title_is_descriptive
        else say.original(record.title, record.language),
        "descriptive": record.title_is_descriptive,
        "author": record.author,
        "publisher": record.publisher,
        "published": say.when(record.published) or say.phrase("not_dated"),
        "language": say.label("languages", record.language),
        "letter": record.reliability,
        "reliability": say.label("reliability", record.reliability),
        "consulted": say.label("consulted", record.consulted),
        "accessed": say.when(record.accessed),
        "address": record.url,
        "shown": readable(record.url),
        "archive": record.archive_url,
        "archive_shown": readable(record.archive_url or ""),
        "origin": say.label("origins", record.origin) if record.origin else None,
        "note": say.text(record.note),
        "url": addresses.address_of(record),
        "cited_by": say.refs(say.numbers.cited_by[record.id]),
    }


def readable(address: str) -> str:
    """An address with its letters as letters: `%D0%B0` is shown as «а»."""
    try:
        letters = unquote(address, errors="strict")
    except UnicodeDecodeError:
        return address
    hidden = any(unicodedata.category(char)[0] in "CZ" for char in letters)
    return address if hidden else letters
