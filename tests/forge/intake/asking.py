"""Events as GitHub sends them, made from answers to a form: an issue’s text, and who labels it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dossier.dataset import Dataset
from dossier.forge.forms import Form, catalogue
from dossier.forge.forms.build import options

EVENTS = Path(__file__).parent / "events"
FORMS = {form.file: form for form in catalogue()}

ELEMENT = {
    "title_ru": "Подписан второй план",
    "title_en": "A second plan was signed",
    "scope": "cooperation",
    "kind": "protocol_plan",
    "mode": "word",
    "stage": "signed",
    "obligation": "cooperation_only",
    "date": "2020-02",
    "date_basis": "signing",
    "parties": "kz-mod, tr-mod",
    "themes": "planned-cooperation",
    "claim_ru": "План подписан в феврале 2020 года.",
    "claim_en": "The plan was signed in February 2020.",
    "source": "trial-ministry",
    "locator": "paragraph 2",
    "shows_ru": "месяц подписания второго плана",
    "shows_en": "the month in which the second plan was signed",
}
SOURCE = {
    "title": "Второй план",
    "kind": "media",
    "publisher": "Пробная газета",
    "language": "ru",
    "published": "2020-02-03",
    "accessed": "2026-11-20",
    "consulted": "full",
    "url": "https://second.example.org/1",
    "reliability": "C",
    "reliability_basis": "edited-media",
}
CORRECTION = {
    "record": "trial-plan-2019",
    "field": "claims.0.text.ru",
    "old": "План подписан в январе.",
    "new": "План подписан в конце января.",
    "other": "The plan was signed in late January.",
    "reason_ru": "Ведомство уточнило время подписания.",
    "reason_en": "The ministry specified the time of signing.",
    "source": "https://ministry.example.org/news/7/",
}
REPLY = {
    "record": "trial-concern",
    "who": "Пробное ведомство, пресс-служба",
    "passage": "Оценка последствий плана.",
    "reply": "Мы с этой оценкой не согласны.",
    "url": "https://ministry.example.org/reply",
}


def body_of(form: Form, answers: dict[str, str], dataset: Dataset) -> str:
    """The text that GitHub makes of a form that was filled in."""
    parts = []
    for field in form.fields:
        answer = answers.get(field.id, "")
        offered = {term: shown for shown, term in options(field, dataset).items()}
        if offered and answer:
            answer = ", ".join(offered.get(term, term) for term in answer.split(","))
        parts.append(f"### {field.heading}\n\n{answer or '_No response_'}")
    return "\n\n".join(parts)


def event_of(body: str, **changes: Any) -> dict[str, Any]:
    """The event of a maintainer who approves an issue with this text."""
    payload: dict[str, Any] = json.loads((EVENTS / "labeled.json").read_text("utf-8"))
    payload["issue"]["body"] = body
    return payload | changes
