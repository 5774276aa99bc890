"""Tables of opinions, provisions, disputes, questions, and of the article read by paragraph."""

from __future__ import annotations

from typing import NamedTuple

from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Article, Assessment, Dispute, Obligation, Question
from dossier.model.article import ArticleParagraph, LedgerClaim
from dossier.model.dispute import Version
from dossier.rendering.tables.columns import Fields, page_columns
from dossier.rendering.tables.definition import Column, Table, joined


class DisputeVersion(NamedTuple):
    """One version of a dispute: a row of `versions`."""

    dispute: Dispute
    version: Version


class Statement(NamedTuple):
    """One statement of an article: a row of `ledger`."""

    article: Article
    paragraph: ArticleParagraph
    claim: LedgerClaim


def assessments(dataset: Dataset) -> Table:
    """Attributed judgements; none of them is the dossier's."""
    fields = Fields(Assessment, dataset)
    return Table(
        "assessments",
        _("Attributed judgements, none of them the dossier’s own."),
        (
            *fields("id", "by", "author", "role", "affiliation", "voice", "stake", "date",
                    "stance", "text", "note", "added"),
            _cited(),
            *page_columns(),
        ),
        tuple(dataset.assessments.values()),
    )  # fmt: skip


def obligations(dataset: Dataset) -> Table:
    """Provisions of law, paraphrased."""
    fields = Fields(Obligation, dataset)
    return Table(
        "obligations",
        _("What treaties ask and forbid, paraphrased."),
        (
            *fields("id", "scope", "instrument", "article", "date", "stage", "stage_note",
                    "obligation", "text", "relevance", "note", "elements", "added"),
            _cited(),
            *page_columns(),
        ),
        tuple(dataset.obligations.values()),
    )  # fmt: skip


def disputes(dataset: Dataset) -> Table:
    """Questions on which the sources disagree."""
    fields = Fields(Dispute, dataset)
    return Table(
        "disputes",
        _("Where sources disagree, and how the editors read it."),
        (
            *fields("id", "title", "resolution", "reading", "elements"),
            Column("versions_count", "integer", _("How many versions there are."),
                   lambda dispute: len(dispute.versions)),
            Column("explained_by", "string", _("The elements that may explain it."),
                   lambda dispute: joined(reason.element for reason in dispute.explained_by),
                   many=True, refers="elements"),
            *fields("checked", "added"),
            *page_columns(),
        ),
        tuple(dataset.disputes.values()),
    )  # fmt: skip


def versions(dataset: Dataset) -> Table:
    """Every version of every dispute, none left out."""
    fields = Fields(Version, dataset, lambda row: row.version)
    return Table(
        "versions",
        _("What each side of a dispute says."),
        (
            Column("id", "string", _("The version, as `dispute#version`."),
                   lambda row: f"{row.dispute.id}#{row.version.id}", required=True),
            Column("dispute", "string", _("The dispute that it is a version of."),
                   lambda row: row.dispute.id, required=True, refers="disputes"),
            *fields("text", "claims"),
            Column("sources", "string", _("The sources that it cites."),
                   lambda row: joined(dict.fromkeys(c.source for c in row.version.cites)),
                   many=True, refers="sources"),
        ),
        tuple(
            DisputeVersion(dispute, version)
            for dispute in dataset.disputes.values()
            for version in dispute.versions
        ),
    )  # fmt: skip


def questions(dataset: Dataset) -> Table:
    """What the evidence does not tell, and what was searched."""
    fields = Fields(Question, dataset)
    return Table(
        "questions",
        _("What the evidence does not tell, and what would."),
        (
            *fields("id", "title", "state", "settles", "answer", "themes", "elements",
                    "obligations", "risks", "disputes"),
            Column("searches_count", "integer", _("How many searches are recorded."),
                   lambda question: len(question.searches)),
            Column("searched", "string", _("The date of the last search."),
                   lambda question: max((s.date for s in question.searches), default=None)),
            *fields("added"),
            *page_columns(),
        ),
        tuple(dataset.questions.values()),
    )  # fmt: skip


def ledger(dataset: Dataset) -> Table:
    """What an article says, claim by claim, with the verdict."""
    fields = Fields(LedgerClaim, dataset, lambda row: row.claim)
    return Table(
        "ledger",
        _("What it says, claim by claim, and the verdict."),
        (
            Column("id", "string", _("The statement, as `article#paragraph/claim`."),
                   lambda row: f"{row.article.id}#{row.paragraph.id}/{row.claim.id}",
                   required=True),
            Column("article", "string", _("The article that says it."),
                   lambda row: row.article.id, required=True),
            Column("paragraph", "string", _("The paragraph in which it stands."),
                   lambda row: row.paragraph.id, required=True),
            *fields("text", "kind", "verdict", "comment", "elements", "obligations",
                    "assessments", "disputes", "risks"),
            *page_columns(lambda row: row.article),
        ),
        tuple(
            Statement(article, paragraph, claim)
            for article in dataset.articles.values()
            for paragraph in article.paragraphs
            for claim in paragraph.claims
        ),
    )  # fmt: skip


def _cited() -> Column:
    return Column("sources", "string", _("The sources that it cites."),
                  lambda record: joined(dict.fromkeys(cite.source for cite in record.cites)),
                  many=True, refers="sources")  # fmt: skip
