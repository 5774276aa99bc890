"""The sentences of the automation in each language, from `locale/`."""

from __future__ import annotations

from dossier.check.findings import Finding
from dossier.check.translation import in_language
from dossier.diff import escape
from dossier.language.words import texts


class Sentences:
    """The sentences of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.texts = texts("dossier.forge", language)

    def __call__(self, key: str, **values: str) -> str:
        """The sentence under `key`, its places filled in."""
        return self.texts[key].format_map(values) if values else self.texts[key]

    def finding(self, finding: Finding) -> str:
        """A finding in this language: what is wrong, how to mend it, and the rule."""
        (told,) = in_language([finding], self.language)
        parts = [_as_sentence(part) for part in (told.message, told.remedy)]
        return f"{' '.join(parts)} ({escape.code(finding.rule)})"


def _as_sentence(text: str) -> str:
    """What the engine says in passing, with a capital and a full stop."""
    shown = escape.sentence(text[:1].upper() + text[1:])
    return shown if shown.endswith((".", "?", "!", "…")) else f"{shown}."
