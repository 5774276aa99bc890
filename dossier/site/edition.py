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

    @property
    def shows(self) -> bool:
        """Whether pages of records can be made: no file of the data has an error."""
        data = f"{self.dataset.data.absolute().name}/"
        return not any(f.is_error and f.path.startswith(data) for f in self.findings)


def checked(dataset: Dataset, base: Path) -> Edition:
    """An edition of a dataset that is loaded already; `base` is the folder of its repository."""
    return Edition(dataset, tuple(rules.findings(dataset)), base)


_latest: tuple[Path, Stamp, Edition] | None = None
_shown: Edition | None = None


def edition(data: Path) -> Edition:
    """The edition of a data folder; the one before is kept while no file has changed."""
    global _latest, _shown
    now = stamp(data)
    if _latest is None or _latest[:2] != (data, now):
        _latest = (data, now, checked(load(data), data.absolute().parent))
        _shown = None
    return _latest[2]


def current(data: Path) -> Edition:
    """The edition that `edition` gave last, for the many calls of one build: no file is looked at.

    Looking at a thousand files for each of a thousand pages takes longer than making them.
    """
    return _shown if _shown is not None else latest(data)


def latest(data: Path) -> Edition:
    """The same with its mistakes, whatever the preview shows in its place."""
    return _latest[2] if _latest is not None and _latest[0] == data else edition(data)


def show(edition: Edition) -> None:
    """Let `current` give this edition until files change: the preview shows it in their place."""
    global _shown
    _shown = edition
