"""The words of the interface, in each language, from `locale/<language>.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from dossier.language.typography import number, plural
from dossier.parsing import nodes

LANGUAGES = ("ru", "en")


class Words:
    """Interface words of one language: `words("sources")`, `words.count("elements", 5)`."""

    def __init__(self, language: str, own: Mapping[str, str] | None = None) -> None:
        """`own` are words that a dossier brings, such as its name."""
        self.language = language
        shared = texts("dossier.language", language)
        self._texts = {**shared, **own} if own else shared

    def __call__(self, key: str, **values: object) -> str:
        """The text under `key`, with `{name}` places filled in; KeyError if there is none."""
        text = self._texts[key]
        return text.format(**values) if values else text

    def count(self, key: str, amount: int) -> str:
        """A number with its noun in the right form: «5 событий», “1 element”."""
        forms = tuple(self._texts[f"count.{key}"].split("|"))
        noun = plural(amount, self.language, forms)
        return f"{number(amount, self.language)}\N{NO-BREAK SPACE}{noun}"

    def __contains__(self, key: str) -> bool:
        """Whether there is a text under `key`."""
        return key in self._texts

    def keys(self) -> frozenset[str]:
        """Every key of this language."""
        return frozenset(self._texts)


@cache
def texts(package: str, language: str) -> dict[str, str]:
    """The texts in `locale/<language>.yml` of a package, by key; ValueError for a mistake there."""
    name = f"locale/{language}.yml"
    root, findings = nodes.read(resources.files(package).joinpath(name).read_bytes())
    if findings:
        raise ValueError(f"{package}/{name}:{findings[0].line}: {findings[0].message}")
    return {key: str(nodes.plain(node)) for key, node in root.values.items()}
