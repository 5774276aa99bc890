"""Whatever stands in an issue, the intake answers: with a draft, with findings, or with a question.

It never ends in an exception, whose place nobody but a maintainer would find.
"""

from __future__ import annotations

import datetime
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.dataset import load
from dossier.forge.event import Event
from dossier.forge.intake import take
from dossier.forge.intake.comment import MARKER, as_comment
from dossier.forge.intake.outcome import Draft, Outcome, Refusal
from dossier.parsing import nodes
from tests.effort import share
from tests.fixtures.trial import TRIAL
from tests.forge.intake.asking import CORRECTION, ELEMENT, FORMS, REPLY, SOURCE, body_of

FILLED = {"element": ELEMENT, "source": SOURCE, "correction": CORRECTION, "right-of-reply": REPLY}
TODAY = datetime.date(2026, 11, 25)
DATASET = load(TRIAL)
IDS = sorted({record.id for record in DATASET.all_records()})

# What stands in a form that was filled in with care, with haste, or with intent.
ANSWERS = (
    st.sampled_from(sorted({text for filled in FILLED.values() for text in filled.values()}))
    | st.sampled_from(IDS)
    | st.text(max_size=40)
    | st.text("{}%$`#:-|>&*!\"'\\\n\r\t,;/.<@ абa1?\u2028\u202e\u200b\x00", max_size=30)
    | st.sampled_from(
        [
            "None", "_No response_", "claims.0.text.ru", "claims.99", "claims.0.cites.0.source",
            "id", "..", "https://[", "https://example.org:99999/", "https://xn--a/",
            "2020-13", "2019/..", "9999", "### Field\n\nx", "x" * 3000, "a;b;c;d;e", ";", ",",
        ]
    )
)  # fmt: skip


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """The text of an issue: a form with some answers exchanged, sometimes with its parts mixed."""
    name = draw(st.sampled_from(sorted(FORMS)))
    form = FORMS[name]
    answers = dict(FILLED.get(name, {}))
    fields = st.sampled_from([field.id for field in form.fields])
    answers |= draw(st.dictionaries(fields, ANSWERS, max_size=4))
    body = body_of(form, answers, DATASET)
    if draw(st.integers(0, 9)) == 0:
        parts = draw(st.permutations(body.split("\n\n")))
        body = "\n\n".join(parts[: draw(st.integers(0, len(parts)))])
    return body


def taken(body: str) -> Outcome:
    """What becomes of an issue; the dataset is read once, and not for each example."""
    event = Event("owner/name", 1, body, "author", "approved", "maintainer")
    with patch.object(take, "load", lambda _: DATASET):
        return take.take_in(event, TRIAL, TODAY)


@given(bodies())
@settings(max_examples=share(0.1), suppress_health_check=[HealthCheck.too_slow])
def test_any_form_is_answered_in_both_languages(body: str) -> None:
    outcome = taken(body)
    said = as_comment(outcome)
    assert said.startswith(MARKER) and said.count("\n---\n") == 1
    if isinstance(outcome, Refusal):
        assert outcome.troubles
    if isinstance(outcome, Draft):
        for name, text in outcome.files.items():
            assert name.startswith("data/") and ".." not in name
            nodes.read(text.encode())


@pytest.mark.parametrize("space", ["\u2000", "\u3000\t", "\u2028", "\u200b"])
def test_an_answer_of_white_space_alone_is_none(space: str) -> None:
    outcome = taken(body_of(FORMS["element"], ELEMENT | {"title_ru": space}, DATASET))
    assert isinstance(outcome, Refusal)
    asked = [(trouble.key, trouble.field and trouble.field.id) for trouble in outcome.troubles]
    assert asked == [("empty", "title_ru")]


@given(st.text(max_size=200) | st.lists(ANSWERS, max_size=5).map("\n### ".join))
def test_any_other_text_is_refused_with_findings(body: str) -> None:
    outcome = taken(body)
    assert isinstance(outcome, Refusal) and outcome.troubles
