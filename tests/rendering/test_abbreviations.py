"""Which words of a text are abbreviations, in a time that grows with the text and no faster."""

from __future__ import annotations

import pytest

from dossier.rendering.abbreviations import used_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("План ОДКБ и MoU", ["ОДКБ"]),
        ("R&D, С-400, BBC/NBC", ["R&D", "BBC/NBC"]),
        ("ОДКБшный устав и XXI век", []),
        ("НАТО/ОДКБшный устав", ["НАТО"]),
        ("D&DAб", []),
    ],
)
def test_capitals_in_a_row_are_an_abbreviation(text: str, found: list[str]) -> None:
    assert [word for _, word in used_in(text)] == found


@pytest.mark.parametrize("text", ["A" * 100_000 + "a", "A-" * 50_000 + "a", "A/A" * 30_000 + "a"])
def test_a_hostile_text_is_gone_through_in_steps_as_many_as_its_letters(text: str) -> None:
    """A search that goes back and tries again would not end here within a day."""
    assert all(text[start:].startswith(word) for start, word in used_in(text))
