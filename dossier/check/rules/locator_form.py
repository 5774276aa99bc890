"""A place in a source is a term of the vocabulary and perhaps a number: `paragraph 1-3; title`."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Breach
from dossier.dataset import Dataset
from dossier.dataset.validation import choice, near
from dossier.model.annotations import Locator
from dossier.rendering.locators import LocatorError, split_locator

WHY = "The page writes the place in the reader's language, which it can do with known terms only."
BAD = "locator: paragraphs 1–3\n"
GOOD = "locator: paragraph 1-3\n"


def check(dataset: Dataset) -> Iterator[Breach]:
    """Yield a breach for each locator with a part that cannot be read or is not a term."""
    terms = list(dataset.terms("locators"))
    for record, path, value, mark in dataset.marks:
        if isinstance(mark, Locator):
            try:
                unknown = [term for term, _ in split_locator(value) if term not in terms]
            except LocatorError as error:
                yield Breach(
                    record,
                    path,
                    f"`{error}` is not a place: it must be a term, then a number",
                    _proposal(str(error), terms)
                    or "write such as `paragraph 1-3; title`, parts divided by semicolons",
                )
                continue
            for term in unknown if terms else ():
                yield Breach(
                    record,
                    path,
                    f"`{term}` is not a term of `vocabulary/locators.yml`",
                    near(term, terms) or f"write {choice(terms, most=20)}",
                )


def _proposal(part: str, terms: list[str]) -> str:
    """`paragraph 1-3` for «Paragraphs 1 – 3»: capitals, plurals and dashes are common slips."""
    word, _, rest = part.lower().replace("–", "-").replace("—", "-").partition(" ")
    number = rest.replace(" ", "")
    known = word if word in terms else word.removesuffix("s")
    if known not in terms:
        return ""
    candidate = f"{known} {number}".strip()
    try:
        split_locator(candidate)
    except LocatorError:
        return f"write `{known}` with a number, or alone"
    return f"did you mean `{candidate}`?"
