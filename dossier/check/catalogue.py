"""What the code says in English, in Russian: rules, fields and findings, from `locale/*.ru.yml`.

English stands in the code itself, beside what it describes; a test holds the catalogues complete.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any, get_args

from pydantic import BaseModel

from dossier.check.rules import Rule
from dossier.model import ONE_FILE, RECORD_TYPES
from dossier.parsing import nodes


def summary_of(rule: Rule, language: str) -> str:
    """The rule in one sentence."""
    return _explained(rule, "summary") if language == "ru" else rule.summary


def why_of(rule: Rule, language: str) -> str:
    """Why the rule exists."""
    return _explained(rule, "why") if language == "ru" else rule.why


def _explained(rule: Rule, what: str) -> str:
    """A rule that is not translated yet speaks English."""
    return str(catalogue("rules").get(rule.id, {}).get(what) or getattr(rule, what))


def about_field(model: type[BaseModel], name: str, language: str) -> str:
    """What a field of a model means."""
    if language != "ru":
        return model.model_fields[name].description or ""
    known = catalogue("fields")
    owners = (f"{owner.__name__}.{name}" for owner in model.__mro__)
    return next((known[key] for key in owners if key in known), "")


def described_in_russian(about: str) -> str | None:
    """A field's meaning in Russian, found by its English."""
    return _meanings().get(about)


@cache
def _meanings() -> dict[str, str]:
    """The Russian of every field's English; fields that mean the same say the same."""
    found: dict[str, str] = {}
    waiting: list[Any] = [*RECORD_TYPES, *ONE_FILE.values()]
    seen: set[Any] = set()
    while waiting:
        model = waiting.pop()
        if not (isinstance(model, type) and issubclass(model, BaseModel)):
            waiting.extend(get_args(model))
        elif model not in seen:
            seen.add(model)
            for name, info in model.model_fields.items():
                found[about_field(model, name, "en")] = about_field(model, name, "ru")
                waiting.append(info.annotation)
    return found


@cache
def catalogue(name: str) -> dict[str, Any]:
    """One catalogue, `locale/<name>.ru.yml`."""
    file = resources.files("dossier.language").joinpath(f"locale/{name}.ru.yml")
    root, mistakes = nodes.read(file.read_bytes())
    if mistakes:
        raise ValueError(f"{name}.ru.yml:{mistakes[0].mark.line}: {mistakes[0].message}")
    found: dict[str, Any] = nodes.plain(root)
    return found
