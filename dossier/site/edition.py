"""One edition in memory: the checked dataset and its renderer, loaded anew when a file changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from dossier.check import rules
from dossier.check.watch import Stamp, stamp
from dossier.dataset import Dataset, load
from dossier.parsing.findings import Finding
from dossier.rendering.renderer import Renderer


@dataclass(frozen=True, slots=True, eq=False)
class Edition:
    """A dataset with its findings; pages can be made when none of them is an error."""

    dataset: Dataset
    findings: tuple[Finding, ...]
    base: Path
    _renderers: dict[str, Renderer] = field(default_factory=dict, repr=False)

    @property
    def sound(self) -> bool:
        """Whether pages can be made."""
        return not any(finding.is_error for finding in self.findings)

    def renderer(self, language: str) -> Renderer:
        """The renderer of this edition for one language; its templates are compiled once."""
        return self._renderers.setdefault(language, Renderer(self.dataset, language))


_latest: tuple[Path, Stamp, Edition] | None = None


def edition(data: Path) -> Edition:
    """The edition of a data folder; the one before is kept while no file has changed."""
    global _latest
    now = stamp(data)
    if _latest is None or _latest[:2] != (data, now):
        dataset = load(data)
        found = Edition(dataset, tuple(rules.findings(dataset)), data.absolute().parent)
        _latest = (data, now, found)
    return _latest[2]


def current(data: Path) -> Edition:
    """The edition that `edition` gave last, for the many calls of one build: no file is looked at.

    Looking at a thousand files for each of a thousand pages takes longer than making them.
    """
    return _latest[2] if _latest is not None and _latest[0] == data else edition(data)
