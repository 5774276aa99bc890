"""A risk as its page shows it: both sides, and which rows tell the hypotheses apart."""

from __future__ import annotations

import pytest

from dossier.dataset import Dataset
from dossier.model import Assessment, Risk
from dossier.model.risk import Evidence, Reading
from dossier.rendering.macros import Macros
from dossier.rendering.pages import pages_of_records
from dossier.rendering.pdf.risks import risk as risk_in_print
from dossier.rendering.pdf.saying import Saying
from dossier.rendering.renderer import Renderer
from dossier.rendering.views.risk import Side, Tally, _item, risk_view, state_of, tallies
from tests.making import text


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
    assert spoken(view.pro) == [("researcher", ["trial-concern"])]
    assert spoken(view.con) == [("official", ["trial-reply"])]


def spoken(side: Side) -> list[tuple[str, list[str]]]:
    return [(voices.group, [one.id for one in voices.assessments]) for voices in side.voices]


def page_of(risk: Risk, trial: Dataset) -> str:
    """The page of the trial risk in another state, with single spaces."""
    made = Dataset(trial.data, trial.records | {"risk": {risk.id: risk}}, [])
    pages = pages_of_records(Renderer(made, "en"))
    page = next(page for page in pages if page.url == "risks/trial-habits.html")
    return " ".join(page.html().split())


def test_opinions_stand_under_the_voices_that_gave_them(trial: Dataset) -> None:
    records: dict[str, Assessment] = {}
    for place, voice in enumerate(("anonymous", "politician", "former_official", "official")):
        made = trial.assessments["trial-concern"].model_copy(
            update={"id": f"a{place}", "voice": voice}
        )
        records[made.id] = made
    risk = trial.risks["trial-habits"].model_copy(update={"arguments_for": tuple(records)})
    everything = trial.records | {
        "risk": {risk.id: risk},
        "assessment": trial.records["assessment"] | records,
    }
    view = risk_view(risk, Dataset(trial.data, everything, []))
    assert spoken(view.pro) == [
        ("official", ["a3"]),
        ("former", ["a1", "a2"]),
        ("anonymous", ["a0"]),
    ]


def test_the_page_names_the_voices_in_words(trial: Dataset) -> None:
    html = page_of(trial.risks["trial-habits"], trial)
    assert "<h4>Researchers</h4>" in html
    assert "<h4>Officials</h4>" in html


def test_the_best_case_for_stands_beside_the_best_case_against(trial: Dataset) -> None:
    html = page_of(trial.risks["trial-habits"], trial)
    pro = html.index('<h3 id="support">The strongest case for it</h3>')
    con = html.index('<h3 id="counter">The strongest objection</h3>')
    cases = html.index('class="sides cases"')
    assert cases < pro < con < html.index('id="sides"')
    assert html.count('<p class="case">') == 2


def test_every_capital_has_its_position_or_the_search_for_one(trial: Dataset) -> None:
    risk = trial.risks["trial-habits"]
    backwards = risk.model_copy(update={"positions": risk.positions[::-1]})
    stands = risk_view(backwards, trial_with(backwards, trial)).stands
    assert [stand.position.capital for stand in stands] == list(trial.terms("capitals"))
    html = page_of(backwards, trial)
    assert "<dt>Moscow</dt> <dd>Only Ivan Primerov has spoken." in html
    assert '<span class="none">No statement found.</span> <span class="aside">Searched' in html


def trial_with(risk: Risk, trial: Dataset) -> Dataset:
    return Dataset(trial.data, trial.records | {"risk": {risk.id: risk}}, [])


def test_an_indicator_shows_its_threshold_and_its_last_search(trial: Dataset) -> None:
    html = page_of(trial.risks["trial-habits"], trial)
    assert "not seen" in html
    assert "Threshold: A second exercise in a year." in html
    assert 'Searched <time datetime="2026-11-20">' in html


def test_what_nobody_searched_for_is_not_said_to_be_unseen(trial: Dataset) -> None:
    risk = trial.risks["trial-habits"]
    [indicator] = risk.indicators
    unsearched = indicator.model_copy(update={"searched": None})
    assert state_of(indicator) == "not_seen"
    assert state_of(unsearched) == "not_checked"
    html = page_of(risk.model_copy(update={"indicators": (unsearched,)}), trial)
    assert "not checked" in html
    assert "not seen" not in html


def test_print_holds_both_cases_and_the_capitals(trial: Dataset) -> None:
    said = risk_in_print(trial.risks["trial-habits"], Saying(Renderer(trial, "en")))
    assert said["support"] == "Even one exercise changes habits."
    assert [one["capital"] for one in said["positions"]] == [
        "Moscow", "Minsk", "Astana", "Ankara", "Brussels",
    ]  # fmt: skip
    assert said["positions"][1]["searched"]["note"] == "The ministry’s site was searched."
    assert said["pro"]["voices"][0]["names"] == ["Researchers"]
    assert said["raising"][0]["threshold"] == "A second exercise in a year."


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
