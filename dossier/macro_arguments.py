"""What macros accept: a mistake in a call is told with its value and what it could have been."""

from __future__ import annotations

from dossier.dataset import Dataset
from dossier.locators import LocatorError, split_locator
from dossier.model import Record
from dossier.validation import near


class MacroError(ValueError):
    """A macro was called with something that the dataset does not have."""


def the_record(dataset: Dataset, record_type: str, record_id: str) -> Record:
    """The record that a macro names."""
    known = dataset.records[record_type]
    if record_id not in known:
        raise MacroError(
            f"there is no {record_type} `{record_id}`; "
            + (near(record_id, list(known)) or "check the id")
        )
    found: Record = known[record_id]
    return found


def known_term(dataset: Dataset, axis: str, value: str | None, name: str) -> None:
    """Refuse a value that the vocabulary does not have; None asks for nothing."""
    terms = dataset.terms(axis)
    if value is not None and value not in terms:
        raise MacroError(
            f"there is no {name} `{value}`; "
            + (near(value, list(terms)) or f"try one of {', '.join(terms)}")
        )


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
