"""The labels of the repository: one list, made by a maintainer once, given by path afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from dossier.forge.github import gh


@dataclass(frozen=True, slots=True)
class Label:
    """A label; a change of a file below one of its paths is given it."""

    name: str
    color: str
    description: str
    paths: tuple[str, ...]


@cache
def labels() -> tuple[Label, ...]:
    """All labels, in their order."""
    text = resources.files("dossier.forge.github").joinpath("labels.yml").read_text("utf-8")
    return tuple(
        Label(
            entry["name"],
            str(entry["color"]),
            f"{entry['ru']} · {entry['en']}",
            tuple(entry.get("paths", ())),
        )
        for entry in yaml.safe_load(text)
    )


def labels_for(paths: Iterable[str]) -> list[str]:
    """The labels of a change by the files that it touches."""
    touched = list(paths)
    return [
        label.name
        for label in labels()
        if label.paths and any(path.startswith(label.paths) for path in touched)
    ]


def make_labels() -> Iterator[str]:
    """Create every label in the repository, or bring it up to date; yields the names."""
    for label in labels():
        gh.run("label", "create", label.name, "--color", label.color, "--description",
               label.description, "--force")  # fmt: skip
        yield label.name
