"""The forms as GitHub reads them, and the files in `.github/` that are made from the engine.

Lists that grow with the data (parties, languages) are typed in, so that a new party does not make
a form stale; closed vocabularies are offered as lists. A test holds the files against this module.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from dossier.dataset import Dataset
from dossier.diff.checklist import checklist
from dossier.forge.forms.catalogue import Both, Field, Form, catalogue
from dossier.model import Vocabulary

HEAD = "# Made by `dossier forms` from the model and the vocabulary: change those, not this file.\n"


def options(field: Field, dataset: Dataset) -> dict[str, str]:
    """What a list offers: the words shown, and the term that each stands for; empty for no list."""
    axis = field.axis
    if axis is None or dataset.of(Vocabulary)[axis].closed != "true":
        return {}
    return {
        f"{term} — {entry.label.ru} · {entry.label.en or entry.label.ru}": term
        for term, entry in dataset.terms(axis).items()
        if not field.values or term in field.values
    }


def issue_form(form: Form, dataset: Dataset) -> dict[str, Any]:
    """One form in GitHub's syntax for issue forms."""
    body: list[dict[str, Any]] = [
        {"type": "markdown", "attributes": {"value": f"{form.intro['ru']}\n\n{form.intro['en']}\n"}}
    ]
    body += [_item(field, dataset) for field in form.fields]
    return {
        "name": both(form.name),
        "description": both(form.about),
        "title": f"{both(form.name)}: ",
        "labels": [form.label],
        "body": body,
    }


def _item(field: Field, dataset: Dataset) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": field.heading}
    if field.hint:
        attributes["description"] = both(field.hint)
    offered = options(field, dataset)
    if offered:
        attributes |= {"multiple": field.several, "options": list(offered)}
    kind = "dropdown" if offered else ("textarea" if field.long else "input")
    return {
        "type": kind,
        "id": field.id,
        "attributes": attributes,
        "validations": {"required": field.required},
    }


def both(text: Both) -> str:
    """A text in both languages, on one line."""
    return f"{text['ru']} · {text['en']}"


def files(dataset: Dataset) -> dict[str, str]:
    """Everything in `.github/` that is made here: the path below it, and the text."""
    texts = {
        f"ISSUE_TEMPLATE/{form.file}.yml": HEAD + _dumped(issue_form(form, dataset))
        for form in catalogue()
    }
    texts["ISSUE_TEMPLATE/config.yml"] = HEAD + _dumped({"blank_issues_enabled": True})
    texts["pull_request_template.md"] = pull_request_template()
    return texts


def pull_request_template() -> str:
    """What a pull request says, with the whole of the reviewer's checklist."""
    lines = [
        "## Что меняется · What changes",
        "",
        "<!-- Одним-двумя предложениями, по-русски или по-английски. · One or two sentences, in",
        "Russian or English. -->",
        "",
        "## Что решает человек · What a person judges",
        "",
        "<!-- Остальное проверяет `make check`. Лишнее вычеркните. · `make check` does the rest.",
        "Strike out what does not apply. -->",
        "",
        *(f"- [ ] {both(item.text)}" for item in checklist()),
    ]
    return "\n".join(lines) + "\n"


def write_files(dataset: Dataset, folder: Path) -> list[Path]:
    """Write them below `folder`; returns the files, in a fixed order."""
    written = []
    for name, text in files(dataset).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written


def _dumped(value: Any) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=100)
