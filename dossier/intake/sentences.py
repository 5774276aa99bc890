"""The sentences of the automation in each language, from `intake/locale/`."""

from __future__ import annotations

from functools import cache
from importlib import resources

from dossier import nodes
from dossier.diff import escape
from dossier.findings import Finding


class Sentences:
    """The sentences of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.texts = _read(language)

    def __call__(self, key: str, **values: str) -> str:
        """The sentence under `key`, its places filled in."""
        return self.texts[key].format_map(values) if values else self.texts[key]

    def finding(self, finding: Finding) -> str:
        """A finding: in English in the words of its rule, in Russian by what the rule asks."""
        rule = escape.code(finding.rule)
        details = f"{escape.sentence(finding.message)}. {escape.sentence(finding.remedy)}"
        if self.language == "en":
            return f"{details} ({rule})"
        if plain := self.texts.get(f"rule.{finding.rule}"):
            return f"{plain} ({rule})"
        return f"{self('rule.other', rule=rule)} {details}"


@cache
def _read(language: str) -> dict[str, str]:
    data = resources.files("dossier.intake").joinpath(f"locale/{language}.yml").read_bytes()
    root, _ = nodes.read(data)
    return {key: str(nodes.plain(node)) for key, node in root.values.items()}
