"""The whole dataset, loaded once: records by type and id, and who refers to whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, cast

from dossier.dataset import old_ids
from dossier.dataset.memory import ReadFile
from dossier.dataset.menus import Menu
from dossier.dataset.old_ids import Redirect
from dossier.dataset.written_pages import PageSource
from dossier.dates.edtf import parse
from dossier.model import (
    RECORD_TYPES,
    About,
    Article,
    Assessment,
    Citation,
    Claim,
    Dispute,
    Editions,
    Element,
    LinkExceptions,
    Obligation,
    Question,
    Record,
    Risk,
    Scenario,
    Source,
    Tombstones,
    Vocabulary,
)
from dossier.model.about import UNNAMED
from dossier.model.annotations import ClaimRef, Mark, Ref
from dossier.model.tombstone import Tombstone
from dossier.model.vocabulary import TermFlag, VocabularyTerm
from dossier.model.walk import marked
from dossier.parsing.documents import Document
from dossier.parsing.findings import Finding
from dossier.parsing.nodes import Path as NodePath

R = TypeVar("R", bound=Record)
T = TypeVar("T")
M = TypeVar("M", bound=Mark)


@dataclass(slots=True)
class Use:
    """One place that refers to a record: the referring record and the path of the reference."""

    record: Record
    path: NodePath


@dataclass
class Dataset:
    """Every record that could be read, and every finding that was met while reading."""

    data: Path
    records: dict[str, dict[str, Any]]
    findings: list[Finding]
    about: About = UNNAMED
    editions: Editions | None = None
    link_exceptions: LinkExceptions | None = None
    tombstones: Tombstones | None = None
    documents: list[Document] = field(default_factory=list)
    files: dict[str, ReadFile] = field(default_factory=dict, repr=False)
    pages: list[PageSource] = field(default_factory=list)
    menus: list[Menu] = field(default_factory=list)
    redirects: list[Redirect] = field(default_factory=list)
    # What is computed once of this dataset; a changed copy begins without it.
    _flagged: dict[tuple[str, str], frozenset[str]] = field(
        default_factory=dict, repr=False, init=False
    )
    _marked: dict[type, list[Any]] = field(default_factory=dict, repr=False, init=False)
    _once: dict[Callable[[Dataset], Any], Any] = field(default_factory=dict, repr=False, init=False)

    def of(self, model: type[R]) -> dict[str, R]:
        """All records of a type by id, in the order of their ids."""
        return cast("dict[str, R]", self.records[model.TYPE])

    def forget_places(self) -> None:
        """Let go of where each value stands in its file: for who has no mistake left to tell.

        That is a quarter of what a dataset takes. Whoever asks for a place has the file read again.
        """
        for document in self.documents:
            document.forget_places()

    def all_records(self) -> Iterator[Record]:
        """Every record, type by type; the lists of one file each come last."""
        for model in RECORD_TYPES:
            yield from self.of(model).values()
        for single in (self.about, self.editions, self.link_exceptions, self.tombstones):
            if single is not None and single is not UNNAMED:
                yield single

    @cached_property
    def elements(self) -> dict[str, Element]:
        """Elements in the order of their dates, then ids."""
        return dict(
            sorted(
                self.of(Element).items(), key=lambda item: (*parse(item[1].date).sort_key, item[0])
            )
        )

    @property
    def sources(self) -> dict[str, Source]:
        """Sources by id."""
        return self.of(Source)

    @property
    def obligations(self) -> dict[str, Obligation]:
        """Obligations by id."""
        return self.of(Obligation)

    @property
    def assessments(self) -> dict[str, Assessment]:
        """Assessments by id."""
        return self.of(Assessment)

    @cached_property
    def risks(self) -> dict[str, Risk]:
        """Risks in the order of the register."""
        return dict(sorted(self.of(Risk).items(), key=lambda item: (item[1].order, item[0])))

    @cached_property
    def scenarios(self) -> dict[str, Scenario]:
        """Scenarios in their own order."""
        return dict(sorted(self.of(Scenario).items(), key=lambda item: (item[1].order, item[0])))

    @property
    def disputes(self) -> dict[str, Dispute]:
        """Disputes by id."""
        return self.of(Dispute)

    @property
    def questions(self) -> dict[str, Question]:
        """Questions by id."""
        return self.of(Question)

    @property
    def articles(self) -> dict[str, Article]:
        """Analysed articles by id."""
        return self.of(Article)

    def terms(self, axis: str) -> dict[str, VocabularyTerm]:
        """The terms of a vocabulary axis in the order of its file; empty if there is none."""
        vocabulary = self.of(Vocabulary).get(axis)
        return vocabulary.terms if vocabulary else {}

    def flagged(self, axis: str, flag: TermFlag) -> frozenset[str]:
        """The ids of the terms of an axis that carry a flag."""
        if (axis, flag) not in self._flagged:
            terms = self.terms(axis).items()
            self._flagged[axis, flag] = frozenset(key for key, term in terms if flag in term.flags)
        return self._flagged[axis, flag]

    def once(self, compute: Callable[[Dataset], T]) -> T:
        """What a function makes of this dataset, made at the first call only."""
        if compute not in self._once:
            self._once[compute] = compute(self)
        result: T = self._once[compute]
        return result

    @cached_property
    def stones(self) -> dict[tuple[str, str], Tombstone]:
        """The tombstones by type and old id."""
        owner = self.tombstones
        return {(stone.type, stone.id): stone for stone in owner.tombstones} if owner else {}

    def id_now(self, kind: str, id_: str) -> str:
        """The id that a record has now; an id that leads nowhere else comes back as it is."""
        return old_ids.heir(kind, id_, self.stones, self.records[kind]) or id_

    @cached_property
    def former_ids(self) -> dict[tuple[str, str], list[Tombstone]]:
        """The tombstones that lead to a record, by its type and id."""
        tombstones: dict[tuple[str, str], list[Tombstone]] = defaultdict(list)
        for stone in self.stones.values():
            for end in old_ids.ends(stone.type, stone.id, self.stones):
                tombstones[stone.type, end].append(stone)
        return dict(tombstones)

    @cached_property
    def marks(self) -> list[tuple[Record, NodePath, Any, Mark]]:
        """Every marked value of every record: the ground that generic rules walk over."""
        return [
            (record, path, value, mark)
            for record in self.all_records()
            for path, value, mark in marked(record)
        ]

    def marked(self, kind: type[M]) -> list[tuple[Record, NodePath, Any, M]]:
        """The marked values of one kind, such as all dates."""
        if kind not in self._marked:
            self._marked[kind] = [entry for entry in self.marks if isinstance(entry[3], kind)]
        return self._marked[kind]

    @cached_property
    def uses(self) -> dict[tuple[str, str], list[Use]]:
        """Who refers to a record: (type, id) → places, claims counted under their element."""
        uses: dict[tuple[str, str], list[Use]] = defaultdict(list)
        for record, path, value, mark in self.marks:
            if isinstance(mark, Ref):
                uses[mark.to, value].append(Use(record, path))
            elif isinstance(mark, ClaimRef):
                uses["element", value.partition("#")[0]].append(Use(record, path))
        return uses

    def users(self, target: Record, model: type[R]) -> list[R]:
        """The records of one type that refer to `target`, each once, in the order of ids."""
        users = {
            use.record.id: use.record
            for use in self.uses.get((target.TYPE, target.id), ())
            if isinstance(use.record, model)
        }
        return [users[key] for key in self.of(model) if key in users]

    def claim(self, reference: str) -> tuple[Element, Claim] | None:
        """The element and claim that `element-id#claim-id` names, if both exist."""
        element_id, _, claim_id = reference.partition("#")
        element = self.of(Element).get(element_id)
        if element is None:
            return None
        return next(((element, claim) for claim in element.claims if claim.id == claim_id), None)

    @cached_property
    def citations(self) -> list[tuple[Record, NodePath, Citation]]:
        """Every citation with the record and path that it stands in."""
        citations = []
        for record, path, _, mark in self.marks:
            if isinstance(mark, Ref) and mark.to == "source" and path[-1] == "source":
                owner: Any = record
                for step in path[:-1]:
                    owner = owner[step] if isinstance(step, int) else getattr(owner, step)
                if isinstance(owner, Citation):
                    citations.append((record, path[:-1], owner))
        return citations

    @cached_property
    def citations_of(self) -> dict[str, list[tuple[Record, NodePath, Citation]]]:
        """The citations of each source that is cited at all, by its id."""
        by_source: dict[str, list[tuple[Record, NodePath, Citation]]] = defaultdict(list)
        for record, path, cite in self.citations:
            by_source[cite.source].append((record, path, cite))
        return dict(by_source)
