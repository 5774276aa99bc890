"""Whether the dataset stays without errors with a draft in it."""

from __future__ import annotations

from dossier.check import rules
from dossier.check.watch import news
from dossier.dataset import Dataset, with_file
from dossier.forge.forms import Form
from dossier.forge.intake.outcome import Draft, Refused, Trouble
from dossier.parsing import nodes
from dossier.parsing.findings import Finding


def accepted(text: str, name: str, title: str, form: Form, dataset: Dataset) -> Draft:
    """The draft with the warnings that it brings about; raises `Refused` with the errors.

    `name` is the path of its file below the data folder. Nothing is written.
    """
    after = with_file(dataset, name, text)
    path = f"{dataset.data.name}/{name}"
    brought, _ = news(rules.findings(dataset), rules.findings(after))
    errors = [finding for finding in brought if finding.is_error]
    if errors:
        raise Refused(*(_trouble(finding, text, path, form) for finding in errors))
    return Draft(form, path, text, title, dataset, after, tuple(brought))


def _trouble(finding: Finding, text: str, path: str, form: Form) -> Trouble:
    """The finding under the question whose answer it is about, where there is one."""
    if finding.path != path:
        return Trouble("finding", None, {"path": finding.path}, finding)
    root, _ = nodes.read(text.encode())
    places = [
        ".".join(map(str, place))
        for place, scalar in nodes.scalars(root)
        if scalar.mark.line == finding.line
    ]
    field = next((field for field in form.fields if field.path and field.path in places), None)
    if field is None:
        within = [field for field in form.fields if field.path and any(
            place.startswith(f"{field.path}.") for place in places)]  # fmt: skip
        field = within[0] if within else None
    return Trouble("finding", field, {}, finding)
