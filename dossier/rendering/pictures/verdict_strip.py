"""The statements of an article in one row: the strip of its verdicts, small enough for home."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Article
from dossier.rendering.pictures import grid
from dossier.rendering.pictures.picture import Cell, Picture, Sign, Table, Undrawn
from dossier.rendering.pictures.verdicts import dot
from dossier.rendering.pictures.voice import Voice, sentence

ID = "verdict-strip"


def picture(voice: Voice) -> Picture | Undrawn:
    """A column for each paragraph of the first article; the filling of a sign is its verdict."""
    article = next(iter(voice.dataset.articles.values()), None)
    if article is None or not any(paragraph.claims for paragraph in article.paragraphs):
        return Undrawn(ID, voice(f"{ID}.about"), voice("nothing"))
    used = {claim.verdict for paragraph in article.paragraphs for claim in paragraph.claims}
    verdicts = [verdict for verdict in voice.dataset.terms("verdicts") if verdict in used]
    paragraphs = article.paragraphs
    row = grid.Row(
        "",
        tuple(
            grid.Field(
                tuple(
                    dot(voice, article, paragraph, claim, voice.fill("verdicts", claim.verdict))
                    for claim in paragraph.claims
                )
            )
            for paragraph in paragraphs
        ),
    )
    wide, narrow = grid.forms(grid.Grid(tuple(paragraph.id for paragraph in paragraphs), (row,)), 0)
    return Picture(
        id=ID,
        title=_finding(voice, article),
        about=voice(f"{ID}.about"),
        wide=wide,
        narrow=narrow,
        table=Table(
            (
                voice("paragraph"),
                *(sentence(voice.label("verdicts", verdict)) for verdict in verdicts),
            ),
            tuple(
                (
                    Cell(paragraph.id, f"{voice.to(article)}#{paragraph.id}"),
                    *(
                        Cell(sum(claim.verdict == verdict for claim in paragraph.claims))
                        for verdict in verdicts
                    ),
                )
                for paragraph in paragraphs
            ),
        ),
        missing=voice(f"{ID}.missing"),
        legend=(*_kinds(voice, article), *_fills(voice, verdicts)),
    )


def _finding(voice: Voice, article: Article) -> str:
    """In how many of the paragraphs with statements of fact all of these are confirmed in full."""
    checkable = voice.dataset.flagged("ledger_kinds", "checkable")
    by_paragraph = [
        [
            voice.fill("verdicts", claim.verdict)
            for claim in paragraph.claims
            if claim.kind in checkable
        ]
        for paragraph in article.paragraphs
    ]
    stating_facts = [fills for fills in by_paragraph if fills]
    whole = sum(set(fills) == {"solid"} for fills in stating_facts)
    return voice(
        f"{ID}.finding",
        whole=whole,
        paragraphs=voice.count("of_paragraphs", len(stating_facts)),
    )


def _kinds(voice: Voice, article: Article) -> Iterator[Sign]:
    """The forms that are drawn: fact, judgement, forecast."""
    used = {claim.kind for paragraph in article.paragraphs for claim in paragraph.claims}
    for kind in voice.dataset.terms("ledger_kinds"):
        if kind in used:
            yield Sign(kind, "outline", voice.label("ledger_kinds", kind))


def _fills(voice: Voice, verdicts: list[str]) -> Iterator[Sign]:
    """What each filling says; several verdicts may share one."""
    by_fill: dict[str, list[str]] = {}
    for verdict in verdicts:
        by_fill.setdefault(voice.fill("verdicts", verdict), []).append(verdict)
    for fill, sharing in by_fill.items():
        words = ", ".join(voice.label("verdicts", verdict) for verdict in sharing)
        yield Sign("square", fill, voice(f"fill.{fill}", words=words))
