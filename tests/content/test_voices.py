"""Whose voice it is: an official speaks for somebody, and whoever is unnamed is anonymous."""

from __future__ import annotations

from dossier.dataset import Dataset


def test_an_official_speaks_for_somebody_named(real: Dataset) -> None:
    speechless = [a.id for a in real.assessments.values() if a.voice == "official" and not a.stake]
    assert speechless == []


def test_only_officials_and_state_outlets_speak_for_somebody(real: Dataset) -> None:
    speaking = {a.voice for a in real.assessments.values() if a.stake}
    assert speaking <= {"official", "journalist"}


def test_nobody_named_is_anonymous(real: Dataset) -> None:
    named = [
        a.id
        for a in real.assessments.values()
        if a.by is not None and a.by.ru.startswith("автор не назван") and a.voice != "anonymous"
    ]
    assert named == []
