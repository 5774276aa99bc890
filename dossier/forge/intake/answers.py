"""The text of an issue as answers to the questions of its form.

GitHub writes each answer below its question as a heading. Only headings that the form itself has
count, each once and in the form's order, so that an answer cannot pose as another question's.
"""

from __future__ import annotations

import re

from dossier.check.fixes import hidden_characters
from dossier.dataset import Dataset
from dossier.forge.event import MOST_CHARACTERS
from dossier.forge.forms import Field, Form, catalogue
from dossier.forge.forms.build import options
from dossier.forge.intake.outcome import Refused, Trouble

Answers = dict[str, str]

EMPTY = ("", "_No response_")
# What would be something else than words in a template, a shell or a YAML file.
_TEMPLATE = re.compile(r"\{\{|\{%|\{#|\$\{|<%|`\$")
_YAML = re.compile(
    r"^[^\S\n]*(?:---|\.\.\.|- |#{1,6} |[a-z_]+:(?:\s|$)|!!?[\w<]|&\w+\s|\*\w+[^\S\n]*$)", re.M
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


def form_of(body: str) -> Form:
    """The form that an issue was written with; raises `Refused` for another text."""
    lines = set(body.split("\n"))
    counted = [
        (sum(f"### {field.heading}" in lines for field in form.fields), form)
        for form in catalogue()
    ]
    count, form = max(counted, key=lambda pair: pair[0])
    if count * 2 <= sum(field.required for field in form.fields):
        raise Refused(Trouble("not_a_form"))
    return form


def answers_in(body: str, form: Form, dataset: Dataset) -> tuple[Answers, list[Trouble]]:
    """The answers by the id of their question, empty ones left out, and what is wrong with others.

    Raises `Refused` for a text in which answers cannot be told apart.
    """
    if len(body) > MOST_CHARACTERS:
        raise Refused(Trouble("body_long"))
    texts = _sections(body, form)
    answers: Answers = {}
    troubles: list[Trouble] = []
    for field in form.fields:
        text = texts[field.id]
        offered = options(field, dataset)
        seen = hidden_characters.fix(text, (), ()).strip()
        if seen in EMPTY or (offered and seen == "None"):
            if field.required:
                troubles.append(Trouble("empty", field))
            continue
        try:
            answers[field.id] = _chosen(text, field, offered) if offered else _words(text, field)
        except Refused as refused:
            troubles += refused.troubles
    return answers, troubles


def _sections(body: str, form: Form) -> dict[str, str]:
    headings = {f"### {field.heading}": field for field in form.fields}
    sections: list[tuple[Field, list[str]]] = []
    for line in body.split("\n"):
        if line in headings:
            sections.append((headings[line], []))
        elif sections:
            sections[-1][1].append(line)
    ids = [field.id for field, _ in sections]
    troubles = [
        Trouble("twice" if ids.count(field.id) else "no_heading", field)
        for field in form.fields
        if ids.count(field.id) != 1
    ]
    if troubles:
        raise Refused(*troubles)
    if ids != [field.id for field in form.fields]:
        raise Refused(Trouble("order"))
    return {field.id: "\n".join(lines).strip("\n ") for field, lines in sections}


def _chosen(text: str, field: Field, offered: dict[str, str]) -> str:
    """The terms that were chosen from a list; several are parted by commas, as GitHub writes."""
    terms: list[str] = []
    rest = text
    while rest:
        shown = next(
            (option for option in offered if rest == option or rest.startswith(option + ", ")), None
        )
        if shown is None or (terms and not field.several):
            raise Refused(Trouble("not_offered", field, {"given": text}))
        terms.append(offered[shown])
        rest = rest[len(shown) :].removeprefix(", ")
    return ",".join(dict.fromkeys(terms))


def _words(text: str, field: Field) -> str:
    """An answer in words, on one line; raises `Refused` with all that is wrong with it."""
    troubles = []
    if match := _CONTROL.search(text):
        troubles.append(Trouble("control", field, {"char": f"U+{ord(match[0]):04X}"}))
    if match := _TEMPLATE.search(text):
        troubles.append(Trouble("template", field, {"given": match[0]}))
    if "\n" in text and not field.long:
        troubles.append(Trouble("one_line", field))
    if match := _YAML.search(text):
        troubles.append(Trouble("yaml", field, {"given": match[0].strip()}))
    # What is a little too long is for the rule, which counts exactly.
    if len(text) > 2 * field.limit:
        values = {"length": str(len(text)), "limit": str(field.limit)}
        troubles.append(Trouble("too_long", field, values))
    if troubles:
        raise Refused(*troubles)
    if field.lines:
        return "\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())
    return re.sub(r"[ \t\n]+", " ", text)
