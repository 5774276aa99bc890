"""The sentences of the automation in each language, from `locale/`."""

from __future__ import annotations

from dossier.diff import escape
from dossier.language.words import texts
from dossier.parsing.findings import Finding


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
        texts = (part.in_language(self.language) for part in (finding.message, finding.remedy))
        parts = [_as_sentence(text) for text in texts]
        return f"{' '.join(parts)} ({escape.code(finding.rule)})"


def _as_sentence(text: str) -> str:
    """What the engine says in passing, with a capital and a full stop."""
    shown = escape.sentence(text[:1].upper() + text[1:])
    return shown if shown.endswith((".", "?", "!", "…")) else f"{shown}."
