"""A place in a source is a term of the vocabulary and perhaps a number: `paragraph 1-3; title`."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._shared import not_a_term
from dossier.dataset import Dataset
from dossier.messages import Message, _
from dossier.messages.phrases import choice, listed, near
from dossier.model.annotations import Locator
from dossier.rendering.locators import LocatorError, split_locator

WHY = _(
    "The page writes the place in the reader's language, which it can do with known terms only."
)
BAD = "locator: paragraphs 1–3\n"
GOOD = "locator: paragraph 1-3\n"


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each locator with a part that cannot be read or is not a term."""
    terms = list(dataset.terms("locators"))
    for record, path, value, mark in dataset.marks:
        if isinstance(mark, Locator):
            try:
                unknown = [part[0] for part in split_locator(value) if part[0] not in terms]
            except LocatorError as error:
                message = _("`{place}` is not a place: it must be a term, then a number")
                form = _("write such as `paragraph 1-3; title`, parts divided by semicolons")
                remedy = _proposal(str(error), terms) or form
                if terms and remedy is form:
                    remedy = _("{form}; the terms are {terms}", form=form, terms=listed(terms, 30))
                yield Problem(record, path, message.given(place=str(error)), remedy)
                continue
            for term in unknown if terms else ():
                remedy = near(term, terms) or choice(terms, most=20)
                yield Problem(record, path, not_a_term(term, "locators"), remedy)


def _proposal(part: str, terms: list[str]) -> Message | None:
    """`paragraph 1-3` for «Paragraphs 1 – 3»: capitals, plurals and dashes are common slips."""
    word, _space, rest = part.lower().replace("–", "-").replace("—", "-").partition(" ")
    number = rest.replace(" ", "")
    known = word if word in terms else word.removesuffix(".").removesuffix("s")
    begun = [term for term in terms if term.startswith(known)] if len(known) > 2 else []
    known = begun[0] if len(begun) == 1 else known  # `para. 3`
    if known not in terms:
        return None
    candidate = f"{known} {number}".strip()
    try:
        split_locator(candidate)
    except LocatorError:
        return _("write `{term}` with a number, or alone", term=known)
    return _("did you mean `{word}`?", word=candidate)
