"""The statements of an article, paragraph by paragraph, beside the verdict on each."""

from __future__ import annotations

from collections import Counter

from dossier.model import Article
from dossier.model.article import ArticleParagraph, LedgerClaim
from dossier.rendering.pictures import grid
from dossier.rendering.pictures.picture import Cell, Picture, Sign, Table, Undrawn
from dossier.rendering.pictures.voice import Voice, sentence

ID = "verdicts"


def picture(voice: Voice) -> Picture | Undrawn:
    """The strip of the first article; a dossier without one has no strip."""
    articles = list(voice.dataset.articles.values())
    article = articles[0] if articles else None
    claims = [(p, c) for p in article.paragraphs for c in p.claims] if article else []
    if article is None or not claims:
        return Undrawn(ID, voice(f"{ID}.about"), voice("nothing"))
    counts: Counter[tuple[str, str]] = Counter((c.kind, c.verdict) for _, c in claims)
    verdicts = [
        verdict
        for verdict in voice.dataset.terms("verdicts")
        if any(claim.verdict == verdict for _, claim in claims)
    ]
    kinds = [kind for kind in voice.dataset.terms("ledger_kinds") if any(
        claim.kind == kind for _, claim in claims)]  # fmt: skip
    rows = tuple(
        grid.Row(
            f"{sentence(voice.label('verdicts', verdict))}: "
            f"{sum(claim.verdict == verdict for _, claim in claims)}",
            tuple(_field(voice, article, paragraph, verdict) for paragraph in article.paragraphs),
        )
        for verdict in verdicts
    )
    wide, narrow = grid.forms(grid.Grid(tuple(p.id for p in article.paragraphs), rows))
    return Picture(
        id=ID,
        title=_finding(voice, claims),
        about=voice(f"{ID}.about", article=voice.text(article.title)),
        wide=wide,
        narrow=narrow,
        table=Table(
            (voice("verdict"), *(sentence(voice.label("ledger_kinds", kind)) for kind in kinds)),
            tuple(
                (
                    Cell(sentence(voice.label("verdicts", verdict))),
                    *(Cell(counts[kind, verdict]) for kind in kinds),
                )
                for verdict in verdicts
            ),
        ),
        missing=voice(f"{ID}.missing"),
        legend=tuple(Sign(kind, "solid", voice.label("ledger_kinds", kind)) for kind in kinds),
    )


def _finding(voice: Voice, claims: list[tuple[ArticleParagraph, LedgerClaim]]) -> str:
    checkable = voice.dataset.flagged("ledger_kinds", "checkable")
    facts = [claim for _, claim in claims if claim.kind in checkable]
    fills = Counter(voice.fill("verdicts", claim.verdict) for claim in facts)
    return voice(
        f"{ID}.finding",
        facts=voice.count("of_facts", len(facts)),
        whole=fills["solid"],
        part=fills["half"],
        rest=len(claims) - len(facts),
    )


def _field(voice: Voice, article: Article, paragraph: ArticleParagraph, verdict: str) -> grid.Field:
    claims = [claim for claim in paragraph.claims if claim.verdict == verdict]
    return grid.Field(tuple(dot(voice, article, paragraph, claim, "solid") for claim in claims))


def dot(
    voice: Voice, article: Article, paragraph: ArticleParagraph, claim: LedgerClaim, fill: str
) -> grid.Dot:
    """The sign of a statement, which leads to its check."""
    return grid.Dot(
        claim.kind,
        fill,
        f"{voice.to(article)}#{paragraph.id}-{claim.id}",
        f"{paragraph.id}: {voice.text(claim.text)} — {voice.label('verdicts', claim.verdict)}",
    )
