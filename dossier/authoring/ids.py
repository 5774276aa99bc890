"""Ids for new records: well formed, never used before, and not a twin of one that exists."""

from __future__ import annotations

import difflib
import re

from dossier.authoring.skeleton import SkeletonError
from dossier.dataset import Dataset
from dossier.language.typography import fold
from dossier.messages.phrases import listed
from dossier.model import Record
from dossier.model.base import SLUG

_CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_LATIN = "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya"
_TURKIC = dict(zip("ışğçöüәғқңөұүһі", "isgcouagknouuhi", strict=True))
_LETTERS = {
    **dict(zip(_CYRILLIC, _LATIN.replace("-", "").split(" "), strict=True)),
    **_TURKIC,
    "'": "",
}
LONGEST = 60


def slug(text: str) -> str:
    """The text as an id: lower-case Latin letters, digits and single hyphens."""
    latin = "".join(_LETTERS.get(char, char) for char in fold(text))
    words = re.sub(r"[^a-z0-9]+", "-", latin).strip("-")
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit("-", 1)[0]


def assure_free(id_: str, model: type[Record], dataset: Dataset) -> None:
    """Raise `SkeletonError` for an id that is not well formed, or that was given before."""
    if not re.fullmatch(SLUG, id_):
        proposal = slug(id_)
        hint = f"; write `{proposal}`" if proposal else ""
        raise SkeletonError(
            f"`{id_}` is not an id: lower-case Latin letters, digits and hyphens{hint}"
        )
    if id_ in _taken(model, dataset):
        raise SkeletonError(f"there is {_a(model)} `{id_}` already; {_free(id_, model, dataset)}")
    stones = dataset.tombstones.tombstones if dataset.tombstones else ()
    for stone in stones:
        if (stone.type, stone.id) == (model.TYPE, id_):
            to = f" (now {listed(list(stone.to))})" if stone.to else ""
            raise SkeletonError(
                f"`{id_}` is the id of {_a(model)} that was {stone.fate}{to}, and old links "
                f"lead to it; {_free(id_, model, dataset)}"
            )


def alike(id_: str, model: type[Record], dataset: Dataset) -> list[str]:
    """The ids that a new one could be mistaken for, or be a twin of."""
    return difflib.get_close_matches(id_, sorted(_taken(model, dataset)), n=3, cutoff=0.75)


def _taken(model: type[Record], dataset: Dataset) -> set[str]:
    """The ids of all records and of all files, also of those that cannot be read."""
    folder = dataset.data / model.FOLDER
    return {*dataset.records[model.TYPE], *(path.stem for path in folder.glob("*.yml"))}


def _free(id_: str, model: type[Record], dataset: Dataset) -> str:
    stones = dataset.tombstones.tombstones if dataset.tombstones else ()
    taken = _taken(model, dataset) | {stone.id for stone in stones if stone.type == model.TYPE}
    number = next(number for number in range(2, 10_000) if f"{id_}-{number}" not in taken)
    near = [other for other in alike(id_, model, dataset) if other != id_]
    also = f"; near it are {listed(near)}" if near else ""
    return f"`{id_}-{number}` is free{also}"


def _a(model: type[Record]) -> str:
    return f"{'an' if model.TYPE[0] in 'aeiou' else 'a'} {model.TYPE}"
