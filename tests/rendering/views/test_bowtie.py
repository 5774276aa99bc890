"""The bow-tie of a risk: its text fits its boxes, its signs fit their way."""

from __future__ import annotations

import itertools

import pytest

from dossier.dataset import Dataset
from dossier.rendering.views.bowtie import BOX, GAP, WIDTH, bowtie
from dossier.rendering.views.drawn import lines_of


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_link_and_restraint_of_every_risk_is_drawn_on_its_way(
    language: str, real: Dataset
) -> None:
    for risk in real.risks.values():
        drawn = bowtie(risk, language)
        assert [dot.number for dot in drawn.dots] == list(range(1, len(risk.mechanism) + 1))
        assert all(BOX + 12 <= dot.x <= BOX + GAP - 12 for dot in drawn.dots), risk.id
        assert len(drawn.bars) == len(risk.controls)
        assert all(WIDTH - BOX - GAP < x < WIDTH - BOX for x in drawn.bars), risk.id


def test_no_circle_covers_another(real: Dataset) -> None:
    for risk in real.risks.values():
        for one, other in itertools.combinations(bowtie(risk, "ru").dots, 2):
            assert (one.x - other.x) ** 2 + (one.y - other.y) ** 2 >= 24**2, risk.id


def test_an_assumption_is_told_from_a_link_with_evidence(real: Dataset) -> None:
    for risk in real.risks.values():
        drawn = bowtie(risk, "ru")
        assert [dot.assumption for dot in drawn.dots] == [
            link.assumption for link in risk.mechanism
        ]
        assert drawn.assumed == sum(dot.assumption for dot in drawn.dots)


def test_lines_fit_their_width_and_lose_no_word() -> None:
    text = "Соглашение о транзите военного имущества и персонала через воздушное пространство"
    lines = lines_of(text, 208)
    assert len(lines) > 2
    assert max(len(line) for line in lines) * 13.5 * 0.56 <= 208
    assert " ".join(lines) == text
