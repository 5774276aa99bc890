"""Loading once: records in a fixed order, and who refers to whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.check import rules
from dossier.dataset import Dataset, load, with_file
from dossier.model import ONE_FILE, Article, Dispute, Element, Obligation, Question, Risk
from tests.fixtures.trial import copy_trial
from tests.making import dataset, element


def test_every_file_becomes_a_record_without_a_problem(trial: Dataset) -> None:
    files = [path for path in trial.data.rglob("*.yml") if path.name not in ONE_FILE]
    records = [record for kind in trial.records.values() for record in kind]
    assert trial.findings == []
    assert sorted(records) == sorted(path.stem for path in files)


def test_elements_stand_by_date_then_by_id() -> None:
    made = dataset(
        element("late", "2021-05-02"),
        element("b-same", "2020-01-01"),
        element("a-same", "2020-01-01"),
        element("decade", "201X"),
    )
    assert list(made.elements)[1:] == ["a-same", "b-same", "late"]
    assert next(iter(made.elements)) == "decade"


def test_risks_stand_in_the_order_of_the_register(real: Dataset) -> None:
    orders = [risk.order for risk in real.risks.values()]
    assert orders == sorted(orders)


def test_terms_keep_the_order_of_their_file_and_an_unknown_axis_has_none(trial: Dataset) -> None:
    assert list(trial.terms("confidence")) == ["not_assessed", "low", "moderate", "high"]
    assert trial.terms("no-such-axis") == {}


def test_a_record_knows_who_refers_to_it(trial: Dataset) -> None:
    exercise = trial.elements["trial-exercise-2020"]
    assert [risk.id for risk in trial.users(exercise, Risk)] == ["trial-habits"]
    assert [q.id for q in trial.users(exercise, Question)] == ["trial-cost"]
    assert [a.id for a in trial.users(exercise, Article)] == ["trial-article"]
    assert trial.users(exercise, Obligation) == []


def test_a_reference_to_a_claim_counts_under_its_element(trial: Dataset) -> None:
    plan = trial.elements["trial-plan-2019"]
    paths = [use.path for use in trial.uses["element", plan.id] if isinstance(use.record, Dispute)]
    assert ("versions", 0, "claims", 0) in paths


def test_a_record_that_refers_twice_is_named_once(trial: Dataset) -> None:
    exercise = trial.elements["trial-exercise-2020"]
    places = [use for use in trial.uses["element", exercise.id] if use.record.TYPE == "risk"]
    assert len(places) > 1
    assert len(trial.users(exercise, Risk)) == 1


def test_a_claim_is_found_by_its_reference(trial: Dataset) -> None:
    found = trial.claim("trial-plan-2019#signed-in-january")
    assert found is not None
    assert (found[0].id, found[1].id) == ("trial-plan-2019", "signed-in-january")


def test_a_claim_that_is_not_there_is_not_found(trial: Dataset) -> None:
    for reference in ("trial-plan-2019#gone", "gone#signed-in-january", "trial-plan-2019", "#"):
        assert trial.claim(reference) is None


def test_every_citation_is_found_with_its_place(trial: Dataset) -> None:
    places = {(record.id, path) for record, path, _ in trial.citations}
    assert ("trial-exercise-2020", ("claims", 0, "cites", 0)) in places
    assert ("trial-month", ("versions", 1, "cites", 0)) in places
    assert ("trial-reply", ("cites", 0)) in places


def test_the_source_of_a_correction_is_no_citation(trial: Dataset) -> None:
    assert not any("history" in path for _, path, _ in trial.citations)


def test_a_broken_file_takes_only_itself_away(tmp_path: Path) -> None:
    data = copy_trial(tmp_path)
    (data / "elements" / "trial-exercise-2020.yml").write_text("id: [", "utf-8")
    found = load(data)
    assert "trial-exercise-2020" not in found.of(Element)
    assert "trial-plan-2019" in found.of(Element)
    assert [finding.rule for finding in found.findings] == ["yaml-syntax"]


def test_all_records_end_with_the_tombstones(trial: Dataset) -> None:
    assert list(trial.all_records())[-1] is trial.tombstones


def same(one: Dataset, other: Dataset) -> bool:
    """Whether two datasets hold the same, in the same order, and the rules say the same of them."""
    return (
        [list(records) for records in one.records.values()]
        == [list(records) for records in other.records.values()]
        and {d.path: d.text for d in one.documents} == {d.path: d.text for d in other.documents}
        and rules.findings(one) == rules.findings(other)
    )


PLAN = "elements/trial-plan-2019.yml"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (PLAN, "stage: signed", "stage: ratified"),
        (PLAN, "stage: signed", "stage: sined"),
        (PLAN, "stage: signed", "stage: [signed"),
        (PLAN, "- source: trial-ministry", "- source: no-such-source"),
        ("elements/trial.yml", "id: trial-plan-2019", "id: trial"),
        ("elements/trial-plan-2019-b.yml", "id: trial-plan-2019", "id: trial-plan-2019-b"),
        ("elements/trial-plan-2019-b.yml", "", ""),
    ],
)
def test_a_file_put_into_the_dataset_is_as_if_it_had_been_written(
    name: str, old: str, new: str, tmp_path: Path
) -> None:
    data = copy_trial(tmp_path)
    before, untouched = load(data), load(data)
    text = (data / PLAN).read_text("utf-8").replace(old, new)
    changed = with_file(before, name, text)
    assert same(before, untouched)
    (data / name).write_text(text, "utf-8")
    assert same(changed, load(data))


def test_a_broken_file_that_is_mended_leaves_no_finding(tmp_path: Path) -> None:
    data = copy_trial(tmp_path)
    text = (data / PLAN).read_text("utf-8")
    (data / PLAN).write_text(text.replace("stage: signed", "stage: [signed"), "utf-8")
    broken = load(data)
    assert broken.findings and not with_file(broken, PLAN, text).findings


def test_forgetting_places_keeps_the_records_and_the_texts_of_their_files(tmp_path: Path) -> None:
    data = load(copy_trial(tmp_path))
    before = [(r.id, r.document.text, r.document.root) for r in data.all_records()]
    data.forget_places()
    assert all(document._root is None for document in data.documents)
    assert [(r.id, r.document.text, r.document.root) for r in data.all_records()] == before
