"""The dataset as it would be with a draft in it: what the rules would say that they do not yet."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from dossier.check import rules
from dossier.check.watch import news
from dossier.dataset import load
from dossier.forge.forms import Form
from dossier.forge.intake.outcome import Refused, Trouble
from dossier.parsing import nodes
from dossier.parsing.findings import Finding


def rehearse(text: str, name: str, form: Form, data: Path) -> tuple[Finding, ...]:
    """The warnings that a draft brings about; raises `Refused` with the errors.

    `name` is the draft's path below the data folder. Only a copy is written to.
    """
    before = rules.findings(load(data))
    with tempfile.TemporaryDirectory(prefix="dossier-") as scratch:
        copy = Path(scratch) / data.name
        shutil.copytree(data, copy, symlinks=True)
        docs = data.absolute().parent / "docs"
        if docs.is_dir():
            shutil.copytree(docs, Path(scratch) / "docs", symlinks=True)
        (copy / name).parent.mkdir(exist_ok=True)
        (copy / name).write_text(text, "utf-8", newline="\n")
        brought, _ = news(before, rules.findings(load(copy)))
    errors = [finding for finding in brought if finding.is_error]
    if errors:
        raise Refused(*(_trouble(finding, text, f"{data.name}/{name}", form) for finding in errors))
    return tuple(brought)


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
