"""Claims whose grade moved, wherever the cause lies: in their citations or in a source."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.dataset import Dataset
from dossier.diff.fates import ancestors, renamed
from dossier.diff.model import Cause, GradeMove
from dossier.grading.grade import Grade, grade_claim
from dossier.model import Citation, Claim, Element

# What `grade.py` asks of a source.
_WEIGHED = ("kind", "origin", "reliability", "party_interest", "consulted")


def moves(base: Dataset, head: Dataset) -> list[GradeMove]:
    """Every claim with another grade than before, and every new one with the grade it has."""
    parents = ancestors(base, head, Element.TYPE)
    moved = []
    for id_, element in sorted(head.of(Element).items()):
        known = [base.of(Element).get(name) for name in (id_, *parents.get(id_, ()))]
        claims: dict[str, Claim] = {}
        for earlier in filter(None, known):
            claims = {claim.id: claim for claim in earlier.claims} | claims
        for claim in element.claims:
            move = _move(element, claims.get(claim.id), claim, base, head)
            if move is not None:
                moved.append(move)
    return moved


def _move(
    element: Element, old: Claim | None, new: Claim, base: Dataset, head: Dataset
) -> GradeMove | None:
    text = new.text.model_dump(exclude_none=True)
    after = grade_claim(new, head)
    if old is None:
        return GradeMove(element.id, new.id, text, None, after)
    before = grade_claim(old, base)
    if _words_of(before) == _words_of(after):
        return None
    causes = tuple(_causes(old, new, base, head))
    return GradeMove(element.id, new.id, text, before, after, causes)


def _words_of(grade: Grade) -> tuple[object, ...]:
    """What readers see of a grade: that one origin took the place of another is not part of it."""
    return grade.corroboration, grade.confidence, grade.reasons, len(grade.origins)


def _causes(old: Claim, new: Claim, base: Dataset, head: Dataset) -> Iterator[Cause]:
    before, after = _by_source(old), _by_source(new)
    moved = renamed(base, head, "source")
    for source in after:
        earlier = moved.get(source, source)
        if earlier not in before:
            yield Cause("citation_added", source)
        elif before[earlier] != after[source]:
            stances = (", ".join(sorted(before[earlier])), ", ".join(sorted(after[source])))
            yield Cause("citation_changed", source, "stance", *stances)
    for source in before:
        if source not in after and source not in moved.values():
            yield Cause("citation_removed", source)
    for source in after:
        was, is_ = base.sources.get(moved.get(source, source)), head.sources.get(source)
        if was is None or is_ is None:
            continue
        for name in _WEIGHED:
            one, other = getattr(was, name), getattr(is_, name)
            if one != other:
                yield Cause("source", source, name, _plain(one), _plain(other))
    if old.rank != new.rank:
        yield Cause("rank", field="rank", old=old.rank, new=new.rank)


def _by_source(claim: Claim) -> dict[str, set[str]]:
    stances: dict[str, set[str]] = {}
    cite: Citation
    for cite in claim.cites:
        stances.setdefault(cite.source, set()).add(cite.stance)
    return stances


def _plain(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else value
