"""What an edit took from a record is known again in a sentence; what stayed is not."""

from __future__ import annotations

import pytest

from dossier.dataset import Dataset
from dossier.diff.model import NEW_FACT, RecordChange
from dossier.diff.old_values import former_of
from dossier.diff.tree import Edit
from dossier.rendering.views.nearby import Former

LONG = "as the report of the agency says " * 2


def former(trial: Dataset, edit: Edit, *natures: str) -> Former:
    change = RecordChange(
        "element", "trial-plan-2019", "changed", None, edits=(edit,), natures=natures
    )
    return former_of(change, trial)


def text(english: str) -> dict[str, str]:
    return {"ru": english.replace("officers", "офицеров"), "en": english}


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (Edit(("date",), "2019-05-02", "2019-06-02"), ("2 May",)),
        (Edit(("date",), None, "2019-05-02"), ()),
        (Edit(("stage",), "signed", "ratified"), ("Signed",)),
        (
            Edit(("claims", "a", "text"), text("20 officers and 25"), text("25")),
            ("20 officers and 25",),
        ),
        (Edit(("claims", "a", "text"), text(f"20 and 25 officers {LONG}"), text("25")), ("20",)),
        (Edit(("claims", "a", "text"), text("officers"), text("20 officers")), ("officers",)),
        (Edit(("claims", "a"), {"id": "a", "text": text(f"20 {LONG}")}, None), ("20",)),
        (Edit(("title",), text("the plan of 2"), text("a plan")), ("the plan of 2",)),
        (Edit(("claims", "a", "cites", "b", "shows"), text("20"), text("21")), ()),
        (Edit(("checked",), "2019-05-02", "2019-06-02"), ()),
        (Edit(("related", "x"), {"relation": "signed"}, None), ()),
        (Edit(("exercises", "x"), {"date": "2019-05-02", "format": "x"}, None), ("2 May",)),
        (Edit(("claims", "x"), {"acts": [{"date": "2019-05-02"}]}, None), ()),
        (Edit(("acts",), [{"date": "2019-05-02"}, {"stage": "signed"}], None), ("Signed", "2 May")),
        (Edit(("stage",), "signed", "ratified", ("a", "b")), ()),
        (Edit(("stage",), "never", "ratified"), ()),
        (Edit(("date",), "a day", "2019-06-02"), ()),
        (Edit(("title",), text("the plan of 2"), {"ru": "план"}), ("the plan of 2",)),
        (Edit(("title",), {"ru": "the plan of 2"}, None), ()),
    ],
)
def test_a_sentence_tells_what_the_record_said(
    trial: Dataset, edit: Edit, told: tuple[str, ...]
) -> None:
    sentence = "Signed on 2 May 2019 by 20 officers and 25 more: the plan of 2"
    found = former(trial, edit).told_in(sentence, "en")
    assert tuple(word.removesuffix(" 2019") for word in found) == told


def test_only_a_new_fact_makes_every_number_doubtful(trial: Dataset) -> None:
    edit = Edit(("stage",), "signed", "ratified")
    assert not former(trial, edit).counts
    assert former(trial, edit, NEW_FACT).counts
