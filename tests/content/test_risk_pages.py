"""Pages of risks: written in both languages at a readable length, and everything names a record."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dossier.dataset import Dataset
from dossier.language.words import LANGUAGES
from dossier.model import Risk, Text
from tests.content.test_pages_of_prose import WORD

RISKS = [
    "parallel-architecture", "multivector-security", "planning-tools", "logistics-asymmetry",
    "non-bound-partner", "crisis-predictability", "interoperability", "precedent",
    "practical-value", "secrets-intelligence",
]  # fmt: skip


def written(risk: Risk) -> Iterator[Text]:
    """The texts that an editor wrote for the page of a risk."""
    yield from (risk.objective, risk.risk_source, risk.event, risk.consequence)
    yield from (risk.strongest_counter, risk.legal_test, risk.balance)
    yield from (link.text for link in risk.mechanism)
    yield from (item.note for item in (*risk.evidence_for, *risk.evidence_against))
    for assumption in risk.assumptions:
        yield from (assumption.text, assumption.breaks)
    yield from (reading.why for reading in risk.readings)


def test_these_are_the_risks(real: Dataset) -> None:
    assert sorted(RISKS) == sorted(real.of(Risk))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RISKS)
def test_the_written_part_of_a_risk_has_400_to_1500_words(
    name: str, language: str, real: Dataset
) -> None:
    texts = [text.in_language(language) for text in written(real.of(Risk)[name])]
    assert 400 <= sum(len(WORD.findall(text)) for text in texts) <= 1500


@pytest.mark.parametrize("name", RISKS)
def test_a_risk_names_a_record_for_every_sixty_words(name: str, real: Dataset) -> None:
    risk = real.of(Risk)[name]
    named = [
        *risk.objective_from, *risk.obligations, *risk.asserted_by, *risk.arguments_for,
        *risk.arguments_against, *(element for link in risk.mechanism for element in link.elements),
        *(item.element or item.obligation for item in risk.evidence_for),
        *(item.element or item.obligation for item in risk.evidence_against),
        *(row.element or row.obligation or row.assessment for row in risk.readings),
    ]  # fmt: skip
    assert all(named), "an item of evidence names no record"
    words = sum(len(WORD.findall(text.in_language("ru"))) for text in written(risk))
    assert len(named) >= words / 60


@pytest.mark.parametrize("name", RISKS)
def test_both_sides_of_a_risk_have_evidence_and_a_voice(name: str, real: Dataset) -> None:
    risk = real.of(Risk)[name]
    assert risk.evidence_for
    assert risk.evidence_against
    assert risk.arguments_for or risk.asserted_by
    assert risk.arguments_against
