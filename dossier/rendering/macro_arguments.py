"""What macros accept: an error names the wrong value and what it could have been."""

from __future__ import annotations

from dossier.dataset import Dataset, old_ids
from dossier.messages import Message, _
from dossier.messages.phrases import NOUNS, near
from dossier.model import BY_TYPE, Article, Element, Obligation, Record, Vocabulary
from dossier.model.article import LedgerClaim
from dossier.model.vocabulary import VocabularyTerm
from dossier.rendering.locators import LocatorError, split_locator
from dossier.rendering.pictures.gallery import Gallery
from dossier.rendering.pictures.picture import Picture, Undrawn
from dossier.rendering.views import stated

NAME_ANOTHER = _("name one that exists")


class MacroError(ValueError):
    """A macro was called with something that the dataset does not have.

    `files` are the folders and ids of the files that would hold it: where one of them could not
    be read, the call may be right.
    """

    def __init__(self, message: Message, remedy: Message, *files: tuple[str, str]) -> None:
        super().__init__(f"{message}; {remedy}")
        self.message, self.remedy = message, remedy
        self.files = frozenset(files)


def the_record(dataset: Dataset, record_type: str, record_id: str) -> Record:
    """The record that a macro names."""
    known = dataset.records[record_type]
    record_id = dataset.id_now(record_type, record_id)
    if record_id not in known:
        stone = dataset.stones.get((record_type, record_id))
        if stone is not None:
            raise MacroError(*old_ids.gone(stone, dataset.stones))
        raise MacroError(
            _("there is no {what} `{name}`", what=NOUNS[record_type], name=record_id),
            near(record_id, known) or _("check the id"),
            (BY_TYPE[record_type].FOLDER, record_id),
        )
    record: Record = known[record_id]
    return record


def known_term(dataset: Dataset, axis: str, value: str | None, noun: Message) -> None:
    """Refuse a value that the vocabulary does not have; None asks for nothing."""
    terms = dataset.terms(axis)
    if value is not None and value not in terms:
        raise MacroError(
            _("there is no {what} `{name}`", what=noun, name=value),
            near(value, terms) or _("try one of {words}", words=tuple(terms)),
            (Vocabulary.FOLDER, axis),
        )


def what_is_graded(dataset: Dataset, reference: str) -> stated.Stated:
    """The grade that a macro asks for."""
    record_id, sign, claim_id = reference.partition("#")
    for kind in ("element", "obligation"):
        record_id = dataset.id_now(kind, record_id)
    reference = record_id + sign + claim_id
    graded = stated.graded(reference, dataset)
    if graded is None:
        known = [name for name in stated.gradable(dataset) if ("#" in name) == ("#" in reference)]
        for kind in ("element", "obligation"):
            if (stone := dataset.stones.get((kind, record_id))) is not None:
                raise MacroError(*old_ids.gone(stone, dataset.stones))
        raise MacroError(
            _("grade: there is nothing to grade under `{name}`", name=reference),
            near(reference, known) or _("name an element, `element#claim` or a provision"),
            (Element.FOLDER, record_id),
            (Obligation.FOLDER, record_id),
        )
    return graded


def the_statement(dataset: Dataset, article_id: str, claim_id: str) -> tuple[LedgerClaim, str]:
    """A statement of an article that a macro names, with the address of its check."""
    the_record(dataset, "article", article_id)
    statements = stated.ledger(dataset.of(Article)[article_id])
    if claim_id not in statements:
        raise MacroError(
            _("`{article}` has no statement `{name}`", article=article_id, name=claim_id),
            near(claim_id, statements) or _("see `data/articles/{name}.yml`", name=article_id),
        )
    return statements[claim_id]


def the_axis(dataset: Dataset, axis: str) -> list[VocabularyTerm]:
    """The terms of a vocabulary that have a definition."""
    terms = [term for term in dataset.terms(axis).values() if term.definition is not None]
    if not terms:
        raise MacroError(
            _("vocabulary: `{name}` explains no words", name=axis),
            near(axis, dataset.of(Vocabulary)) or _("see the files in `data/vocabulary`"),
            (Vocabulary.FOLDER, axis),
        )
    return terms


def the_picture(pictures: Gallery, picture_id: str) -> Picture | Undrawn:
    """The picture that a macro names, or why it is not drawn."""
    if picture_id not in pictures.ids:
        raise MacroError(
            _("figure: there is no picture `{name}`", name=picture_id),
            near(picture_id, pictures.ids) or _("try one of {words}", words=pictures.ids),
        )
    return pictures[picture_id]


def readable_locator(dataset: Dataset, locator: str | None) -> None:
    """Refuse a place in a source that cannot be read."""
    if locator is None:
        return
    try:
        parts = split_locator(locator)
    except LocatorError as error:
        message = _("cite: `{place}` is not a place in a source", place=str(error))
        raise MacroError(message, NAME_ANOTHER) from None
    for term, _number in parts:
        known_term(dataset, "locators", term, _("place in a source"))


def one_of(name: str, value: str | None, allowed: tuple[str | None, ...]) -> None:
    """Refuse a word that an argument does not take."""
    if value not in allowed:
        message = _("{argument} is one of {words}, not `{value}`", argument=name, value=str(value))
        words = tuple(f"`{word}`" if word else "`none`" for word in allowed)
        raise MacroError(message.given(words=words), NAME_ANOTHER)


def a_year(name: str, value: int | None) -> None:
    """Refuse a year that is not a number."""
    if value is not None and not isinstance(value, int):
        message = _("{argument} is a year without quotes, not `{value}`")
        raise MacroError(message.given(argument=name, value=value), NAME_ANOTHER)
