"""A risk as its page shows it: both sides, and which rows tell the hypotheses apart."""

from __future__ import annotations

import itertools

import pytest

from dossier.dataset import Dataset
from dossier.model import Risk
from dossier.model.risk import Evidence, Reading
from dossier.rendering.macros import Macros
from dossier.rendering.pages import pages_of_records
from dossier.rendering.pdf.risks import risk as risk_in_print
from dossier.rendering.pdf.saying import Saying
from dossier.rendering.renderer import Renderer
from dossier.rendering.views.risk import Tally, _item, risk_view, tallies
from tests.making import text


def test_a_risk_stands_between_its_neighbours_in_the_register(real: Dataset) -> None:
    register = list(real.risks.values())
    views = [risk_view(risk, real) for risk in register]
    assert views[0].previous is None
    assert views[-1].following is None
    for before, after in itertools.pairwise(views):
        assert before.following is after.risk
        assert after.previous is before.risk


def test_a_link_is_an_assumption_or_names_its_elements(trial: Dataset) -> None:
    links = risk_view(trial.risks["trial-habits"], trial).links
    assert [(sort, [e.id for e in elements]) for sort, elements in links] == [
        ("link", ["trial-exercise-2020"]),
        ("assumption", []),
    ]


def test_both_sides_are_shown(trial: Dataset) -> None:
    view = risk_view(trial.risks["trial-habits"], trial)
    assert [item.id for item, _ in view.pro.evidence] == ["trial-exercise-2020"]
    assert [item.id for item, _ in view.con.evidence] == ["trial-treaty-article-1"]
    assert [a.id for a in view.pro.assessments] == ["trial-concern"]
    assert [a.id for a in view.con.assessments] == ["trial-reply"]


def lopsided(trial: Dataset) -> Dataset:
    """The trial risk with two pieces of data and three opinions for it, none against it."""
    risk = trial.risks["trial-habits"]
    changed = {
        "evidence_for": risk.evidence_for * 2,
        "arguments_for": risk.arguments_for * 3,
        "evidence_against": (),
        "arguments_against": (),
    }
    made = risk.model_copy(update=changed)
    return Dataset(trial.data, trial.records | {"risk": {made.id: made}}, [])


def test_data_and_opinions_are_counted_apart(trial: Dataset) -> None:
    risk = lopsided(trial).risks["trial-habits"]
    assert tallies(risk) == (Tally(2, 3), Tally(0, 0))


def test_register_page_and_print_count_alike(trial: Dataset) -> None:
    made = lopsided(trial)
    renderer = Renderer(made, "en")
    register = " ".join(Macros(renderer, "risks/index.html").risk_register().split())
    assert "For: data 2, opinions 3&nbsp;· Against: data 0, opinions 0" in register
    pages = {page.url: page for page in pages_of_records(renderer)}
    page = pages["risks/trial-habits.html"].html()
    assert "data 2, opinions 3" in page
    assert "data 0, opinions 0" in page
    said = risk_in_print(made.risks["trial-habits"], Saying(renderer))
    assert said["pro"]["tally"] == "data 2, opinions 3"
    assert said["con"]["tally"] == "data 0, opinions 0"
    printed = pages["print/index.html"].html()
    assert "For: data 2, opinions 3 · Against: data 0, opinions 0" in printed


def weighed(trial: Dataset, **weights: str) -> Risk:
    risk = trial.risks["trial-habits"]
    row = Reading.model_validate(
        {
            "element": "trial-exercise-2020",
            "weights": {key.replace("_", "-"): value for key, value in weights.items()},
            "why": text("why"),
        }
    )
    return risk.model_copy(update={"readings": (row,)})


@pytest.mark.parametrize(
    ("weights", "diagnostic"),
    [
        ({"weakens": "+", "no_effect": "-"}, True),
        ({"weakens": "+", "no_effect": "0"}, True),
        ({"weakens": "0", "no_effect": "0"}, False),
        ({"weakens": "?"}, False),
    ],
)
def test_a_row_tells_hypotheses_apart_when_its_weights_differ(
    weights: dict[str, str], diagnostic: bool, trial: Dataset
) -> None:
    risk = weighed(trial, **weights)
    made = Dataset(trial.data, trial.records | {"risk": {risk.id: risk}}, [])
    row = risk_view(risk, made).rows[0]
    assert row.diagnostic is diagnostic
    assert len(row.weights) == len(risk.hypotheses)


def test_an_item_that_names_nothing_is_refused(trial: Dataset) -> None:
    empty = Reading.model_validate({"weights": {}, "why": text("why")})
    with pytest.raises(ValueError, match="names nothing"):
        _item(empty, trial)


def test_indicators_are_parted_by_direction(trial: Dataset) -> None:
    view = risk_view(trial.risks["trial-habits"], trial)
    assert [indicator.id for indicator in view.raising] == ["second-exercise"]
    assert view.lowering == ()


def test_what_restrains_a_risk_is_shown_with_its_reason(trial: Dataset) -> None:
    restraint = Evidence.model_validate(
        {"obligation": "trial-treaty-article-1", "note": text("allies are consulted")}
    )
    risk = trial.risks["trial-habits"].model_copy(update={"controls": (restraint,)})
    made = Dataset(trial.data, trial.records | {"risk": {risk.id: risk}}, [])
    assert risk_view(trial.risks["trial-habits"], trial).controls == ()
    [(item, why)] = risk_view(risk, made).controls
    assert (item.id, why.note.en) == ("trial-treaty-article-1", "allies are consulted")
