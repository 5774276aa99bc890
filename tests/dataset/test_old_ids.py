"""References to ids that moved lead to the records that bear others now, and are told of."""

from __future__ import annotations

from pathlib import Path

from dossier.check import rules
from dossier.dataset import Dataset, load, with_file
from dossier.model import Dispute, Element
from tests.fixtures.trial import copy_trial

MOVED = "  - element: trial-plan\n"
STONE = """\
  - type: {kind}
    id: {old}
    fate: {fate}
    to: [{to}]
    date: '2026-11-21'
    reason: {{ru: Причина., en: A reason.}}
"""


def edited(folder: Path, name: str, old: str, new: str) -> Path:
    path = folder / name
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
    return folder


def with_old_references(tmp_path: Path) -> Dataset:
    data = copy_trial(tmp_path)
    edited(data, "elements/trial-exercise-2020.yml", "  - element: trial-plan-2019\n", MOVED)
    edited(data, "disputes/trial-month.yml", "trial-plan-2019#signed", "trial-plan#signed")
    return load(data)


def test_a_reference_to_a_moved_record_leads_to_it(tmp_path: Path) -> None:
    dataset = with_old_references(tmp_path)
    exercise = dataset.of(Element)["trial-exercise-2020"]
    assert exercise.related[0].element == "trial-plan-2019"
    dispute = dataset.of(Dispute)["trial-month"]
    assert dispute.versions[0].claims == ("trial-plan-2019#signed-in-january",)
    used = {use.record.id for use in dataset.uses["element", "trial-plan-2019"]}
    assert {"trial-exercise-2020", "trial-month"} <= used


def test_each_such_reference_is_a_warning_and_no_error(tmp_path: Path) -> None:
    found = rules.findings(with_old_references(tmp_path))
    assert [(one.path, one.rule, one.is_error) for one in found] == [
        ("data/disputes/trial-month.yml", "moved-reference", False),
        ("data/elements/trial-exercise-2020.yml", "moved-reference", False),
    ]


def test_a_chain_of_moves_is_followed_to_its_end(tmp_path: Path) -> None:
    data = copy_trial(tmp_path)
    stone = STONE.format(kind="element", old="trial-scheme", fate="merged", to="trial-plan")
    edited(data, "tombstones.yml", "tombstones:\n", "tombstones:\n" + stone)
    dataset = load(data)
    assert dataset.id_now("element", "trial-scheme") == "trial-plan-2019"
    former = [stone.id for stone in dataset.former_ids["element", "trial-plan-2019"]]
    assert former == ["trial-scheme", "trial-plan"]


def test_a_circle_of_tombstones_leads_nowhere(tmp_path: Path) -> None:
    data = copy_trial(tmp_path)
    ring = [("a-one", "a-two"), ("a-two", "a-one")]
    stones = "".join(STONE.format(kind="element", old=o, fate="moved", to=t) for o, t in ring)
    edited(data, "tombstones.yml", "tombstones:\n", "tombstones:\n" + stones)
    assert load(data).id_now("element", "a-one") == "a-one"


def test_a_draft_that_names_a_moved_record_is_read_as_if_it_named_the_new_one(
    tmp_path: Path,
) -> None:
    dataset = load(copy_trial(tmp_path))
    name = "elements/trial-exercise-2020.yml"
    text = (tmp_path / "data" / name).read_text("utf-8")
    tried = with_file(dataset, name, text.replace("  - element: trial-plan-2019\n", MOVED))
    assert tried.of(Element)["trial-exercise-2020"].related[0].element == "trial-plan-2019"
    assert [redirect.old for redirect in tried.redirects] == ["trial-plan"]
