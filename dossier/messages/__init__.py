"""What the engine says to an editor: an English sentence and its values, kept apart until shown.

Code writes `_("the claim `{claim}` cites no source", claim=claim.id)`. The other languages come
from gettext catalogues, `locale/<language>/LC_MESSAGES/dossier.po`, which `make catalogue` brings
up to date and `make lint` holds complete.
"""

from __future__ import annotations

import datetime
import gettext
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from io import BytesIO
from typing import Protocol, TypeAlias


class Told(Protocol):
    """Whatever is said in each language: a message, a text of the data, a day."""

    def in_language(self, language: str) -> str:
        """What it is called in a language."""


Value: TypeAlias = str | int | datetime.date | Told | tuple["Value", ...]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with named places, in English, and what stands in them.

    `plural` is the sentence for other numbers than one, and `number` the number. `str` gives the
    English sentence, by which messages are ordered too.
    """

    text: str
    values: tuple[tuple[str, Value], ...] = ()
    plural: str = ""
    number: int = 1

    def __str__(self) -> str:
        return self.in_language("en")

    def __lt__(self, other: Message) -> bool:
        return str(self) < str(other)

    def given(self, **values: Value) -> Message:
        """The same sentence with these values in its places."""
        return replace(self, values=(*self.values, *values.items()))

    def in_language(self, language: str) -> str:
        """The sentence in a language, its values too; in English where there is no translation."""
        known = _translations(language)
        if self.plural:
            said = known.ngettext(self.text, self.plural, self.number)
        else:
            said = known.gettext(self.text) if self.text else ""  # where gettext keeps its header
        values = {name: _shown(value, language) for name, value in self.values}
        return said.format(**values) if values else said


# What is wrong, and how to mend it.
Advice: TypeAlias = tuple[Message, Message]


def _(text: str, /, **values: Value) -> Message:
    """A message; `text` is written out where it is called, so that it can be extracted."""
    return Message(text, tuple(values.items()))


def ngettext(one: str, many: str, /, number: int, **values: Value) -> Message:
    """A message about a number of things, which stands in the place `{number}`."""
    return Message(one, (("number", number), *values.items()), many, number)


def _shown(value: Value, language: str) -> object:
    if isinstance(value, tuple):
        return ", ".join(str(_shown(item, language)) for item in value)
    said = getattr(value, "in_language", None)
    return said(language) if said else value


@cache
def _translations(language: str) -> gettext.NullTranslations:
    """The catalogue of a language; an empty one where there is none."""
    folder = resources.files(__name__).joinpath("locale", language, "LC_MESSAGES")
    file = folder.joinpath("dossier.po")
    if not file.is_file():
        return gettext.NullTranslations()
    # To read the text takes 10 ms, once: no step of the set-up has to compile it.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with file.open("rb") as source:
        write_mo(compiled, read_po(source))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
