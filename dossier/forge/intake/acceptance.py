"""Whether the dataset stays without errors with the files of a draft in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dossier.check import rules
from dossier.check.watch import news
from dossier.dataset import Dataset, with_file
from dossier.forge.forms import Field, Form
from dossier.forge.intake.outcome import Draft, Mended, Refused, Trouble
from dossier.parsing import nodes
from dossier.parsing.findings import Finding


def accepted(
    files: Mapping[str, tuple[str, Iterable[Field]]],
    title: str,
    form: Form,
    dataset: Dataset,
    mended: Iterable[Mended] = (),
) -> Draft:
    """The draft with the warnings that it brings about; raises `Refused` with the errors.

    `files` have their path below the data folder, their text, and the questions whose answers
    they hold. Nothing is written.
    """
    folder, after = dataset.data.name, dataset
    for name, (text, _fields) in files.items():
        after = with_file(after, name, text)
    brought, _ = news(rules.findings(dataset), rules.findings(after))
    errors = [finding for finding in brought if finding.is_error]
    if errors:
        in_repository = {f"{folder}/{name}": asked for name, asked in files.items()}
        raise Refused(*(_trouble(finding, in_repository) for finding in errors))
    texts = {f"{folder}/{name}": text for name, (text, _fields) in files.items()}
    return Draft(form, texts, title, dataset, after, tuple(brought), tuple(mended))


def _trouble(finding: Finding, files: Mapping[str, tuple[str, Iterable[Field]]]) -> Trouble:
    """The finding under the question whose answer it is about, where there is one."""
    if finding.path not in files:
        return Trouble("finding", None, {"path": finding.path}, finding)
    text, asked = files[finding.path]
    fields = [field for field in asked if field.path]
    root, _ = nodes.read(text.encode())
    places = [
        ".".join(map(str, place))
        for place, scalar in nodes.scalars(root)
        if scalar.mark.line == finding.line
    ]
    field = next((field for field in fields if field.path in places), None)
    if field is None:
        within = [
            field for field in fields if any(place.startswith(f"{field.path}.") for place in places)
        ]
        field = within[0] if within else None
    return Trouble("finding", field, {}, finding)
