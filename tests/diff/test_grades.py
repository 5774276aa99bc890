"""What a reviewer is warned of when the grade of a claim moves."""

from __future__ import annotations

import pytest

from dossier.diff.model import GradeMove
from dossier.grading.grade import Confidence, Corroboration, Grade


def grade(corroboration: Corroboration, confidence: Confidence, origins: str) -> Grade:
    return Grade(corroboration, confidence, (), tuple(origins))


NONE = grade("none", "not_assessed", "")
ONE = grade("single_origin", "low", "a")
RELAYED = grade("multiple_dependent", "low", "a")
ONE_SURE = grade("single_origin", "moderate", "a")
TWO = grade("independent", "high", "ab")
TWO_UNSURE = grade("independent", "moderate", "ab")
PAPER = grade("documentary", "high", "a")
PAPERS = grade("documentary", "high", "ab")


@pytest.mark.parametrize(
    ("before", "after", "lower", "warning"),
    [
        (None, NONE, False, "none"),
        (None, ONE, False, "new_one_origin"),
        (None, RELAYED, False, None),
        (None, TWO, False, None),
        (ONE, NONE, True, "none"),
        (TWO, ONE_SURE, True, "one_origin"),
        (TWO_UNSURE, ONE_SURE, True, "one_origin"),
        (PAPERS, PAPER, False, None),
        (TWO, PAPER, False, None),
        (PAPER, TWO, True, "lower"),
        (TWO, TWO_UNSURE, True, "lower"),
        (ONE_SURE, ONE, True, "lower"),
        (RELAYED, ONE, True, "lower"),
        (ONE, RELAYED, False, None),
        (ONE, ONE_SURE, False, None),
        (RELAYED, TWO, False, None),
        (NONE, ONE, False, None),
        (ONE, ONE, False, None),
    ],
)
def test_a_claim_on_weaker_ground_is_told(
    before: Grade | None, after: Grade, lower: bool, warning: str | None
) -> None:
    move = GradeMove("a", "b", "", before, after)
    assert (move.is_lower, move.warning) == (lower, warning)
