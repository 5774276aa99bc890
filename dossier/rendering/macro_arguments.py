"""What macros accept: a mistake in a call is told with its value and what it could have been."""

from __future__ import annotations

from dossier.dataset import Dataset
from dossier.dataset.validation import near
from dossier.model import BY_TYPE, Article, Element, Obligation, Record, Vocabulary
from dossier.model.article import LedgerClaim
from dossier.model.vocabulary import VocabularyTerm
from dossier.rendering.locators import LocatorError, split_locator
from dossier.rendering.views import stated


class MacroError(ValueError):
    """A macro was called with something that the dataset does not have.

    `files` are the folders and ids of the files that would hold it: where one of them could not
    be read, the call may be right.
    """

    def __init__(self, message: str, *files: tuple[str, str]) -> None:
        super().__init__(message)
        self.files = frozenset(files)


def the_record(dataset: Dataset, record_type: str, record_id: str) -> Record:
    """The record that a macro names."""
    known = dataset.records[record_type]
    if record_id not in known:
        raise MacroError(
            f"there is no {record_type} `{record_id}`; "
            + (near(record_id, list(known)) or "check the id"),
            (BY_TYPE[record_type].FOLDER, record_id),
        )
    found: Record = known[record_id]
    return found


def known_term(dataset: Dataset, axis: str, value: str | None, name: str) -> None:
    """Refuse a value that the vocabulary does not have; None asks for nothing."""
    terms = dataset.terms(axis)
    if value is not None and value not in terms:
        raise MacroError(
            f"there is no {name} `{value}`; "
            + (near(value, list(terms)) or f"try one of {', '.join(terms)}"),
            (Vocabulary.FOLDER, axis),
        )


def what_is_graded(dataset: Dataset, reference: str) -> stated.Stated:
    """The grade that a macro asks for."""
    found = stated.graded(reference, dataset)
    if found is None:
        known = [name for name in stated.gradable(dataset) if ("#" in name) == ("#" in reference)]
        hint = near(reference, known) or "name an element, `element#claim` or a provision"
        record_id = reference.partition("#")[0]
        raise MacroError(
            f"grade: there is nothing to grade under `{reference}`; {hint}",
            (Element.FOLDER, record_id),
            (Obligation.FOLDER, record_id),
        )
    return found


def the_statement(dataset: Dataset, article_id: str, claim_id: str) -> tuple[LedgerClaim, str]:
    """A statement of an article that a macro names, with the address of its check."""
    the_record(dataset, "article", article_id)
    statements = stated.ledger(dataset.of(Article)[article_id])
    if claim_id not in statements:
        hint = near(claim_id, list(statements)) or f"see `data/articles/{article_id}.yml`"
        raise MacroError(f"`{article_id}` has no statement `{claim_id}`; {hint}")
    return statements[claim_id]


def the_axis(dataset: Dataset, axis: str) -> list[VocabularyTerm]:
    """The terms of a vocabulary that have a definition."""
    terms = [term for term in dataset.terms(axis).values() if term.definition is not None]
    if not terms:
        hint = near(axis, list(dataset.of(Vocabulary))) or "see the files in `data/vocabulary`"
        raise MacroError(
            f"vocabulary: `{axis}` explains no words; {hint}", (Vocabulary.FOLDER, axis)
        )
    return terms


def readable_locator(dataset: Dataset, locator: str | None) -> None:
    """Refuse a place in a source that cannot be read."""
    if locator is None:
        return
    try:
        parts = split_locator(locator)
    except LocatorError as error:
        raise MacroError(f"cite: `{error}` is not a place in a source") from None
    for term, _ in parts:
        known_term(dataset, "locators", term, "place in a source")


def one_of(name: str, value: str | None, allowed: tuple[str | None, ...]) -> None:
    """Refuse a word that an argument does not take."""
    if value not in allowed:
        words = ", ".join(f"`{word}`" if word else "`none`" for word in allowed)
        raise MacroError(f"{name} is one of {words}, not `{value}`")


def a_year(name: str, value: int | None) -> None:
    """Refuse a year that is not a number."""
    if value is not None and not isinstance(value, int):
        raise MacroError(f"{name} is a year without quotes, not `{value}`")
