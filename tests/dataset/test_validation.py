"""Pydantic's errors in an editor's words, each at its place."""

from __future__ import annotations

import pytest

from dossier.dataset.validation import validate
from dossier.messages.phrases import listed, near
from dossier.model import RECORD_TYPES, Record
from dossier.parsing.documents import Document
from dossier.parsing.nodes import read
from tests.fixtures.trial import TRIAL

MODELS = {model.FOLDER: model for model in RECORD_TYPES}


def told(name: str, old: str, new: str) -> list[tuple[str, int, int, str, str]]:
    """What is said of a trial record after one change."""
    text = (TRIAL / name).read_text("utf-8")
    assert text.count(old) == 1
    text = text.replace(old, new)
    document = Document(f"data/{name}", text, read(text.encode())[0])
    model: type[Record] = MODELS[name.partition("/")[0]]
    record, findings = validate(model, document)
    assert record is None
    return [(f.rule, f.line, f.column, str(f.message), str(f.remedy)) for f in findings]


RISK = "risks/trial-habits.yml"
PLAN = "elements/trial-plan-2019.yml"


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (PLAN, "parties:", "partis:",
         [("schema-missing-field", 1, 1, "the field `parties` is missing",
           "add `parties:` — Who takes part."),
          ("schema-unknown-field", 14, 1, "there is no field `partis` here",
           "did you mean `parties`?")]),
        (PLAN, "    relation: under", "    link: under",
         [("schema-missing-field", 45, 5, "the field `relation` is missing",
           "add `relation:` — How the two are tied."),
          ("schema-unknown-field", 46, 5, "there is no field `link` here",
           "the fields here are `element` and `relation`")]),
        (PLAN, "rank: preferred", "rank: prefered",
         [("schema-value", 24, 11, "`prefered` is not a value of `rank`",
           "did you mean `preferred`?")]),
        (PLAN, "parties:\n  - kz-mod\n  - tr-mod\n", "parties: []\n",
         [("schema-value", 14, 1, "`parties` holds too little", "write at least 1 item")]),
        (PLAN, "id: trial-plan-2019", "id: Trial_Plan",
         [("schema-value", 1, 5, "`Trial_Plan` is not a well-formed id",
           "use lower-case Latin letters, digits and single hyphens")]),
        (PLAN, "themes:\n  - planned-cooperation", "themes:\n  - {planned: cooperation}",
         [("schema-value", 18, 5, "an item of `themes` must be a text, and holds fields",
           "write the text after the colon; quote it if it holds `: `")]),
        (RISK, "      weakens: '+'", "      weakens: '++'",
         [("schema-value", 49, 16, "`++` is not a value of `weakens`",
           "write one of `+`, `-`, `0` or `?`")]),
        (RISK, "order: 1", "order: 100",
         [("schema-value", 2, 8, "`order` is 100, out of its range", "write at most 99")]),
        (RISK, "likelihood: not_assessed", "likelihood: low",
         [("schema-value", 60, 13, "`low` is not a value of `likelihood`",
           "write `not_assessed`, or write `value` and `by` below it, indented by two spaces, "
           "each with a colon")]),
        ("sources/trial-column.yml", "consulted: full",
         "consulted: full\ntitle_is_descriptive: perhaps",
         [("schema-value", 10, 23, "`perhaps` is neither true nor false",
           "write `true` or `false`")]),
        ("sources/trial-column.yml", "consulted: full", "consulted: full\npublisher_country: KAZ",
         [("schema-value", 10, 20, "`KAZ` is not a well-formed publisher_country",
           "it must match ^[A-Z]{2}$")]),
        ("vocabulary/actors.yml", "  kz-mod:", "  ../../kz-mod:",
         [("schema-value", 12, 3, "`../../kz-mod` cannot name an entry of `terms`",
           "use Latin letters, digits, single hyphens and underscores")]),
    ],
)  # fmt: skip
def test_a_mistake_is_told_in_plain_words(
    name: str, old: str, new: str, expected: list[object]
) -> None:
    assert told(name, old, new) == expected


def test_near_names_the_word_that_was_meant_or_nothing() -> None:
    assert str(near("excercise", ["exercise", "visit"])) == "did you mean `exercise`?"
    assert near("handshake", ["exercise", "visit"]) is None


def test_a_long_list_of_words_is_cut() -> None:
    assert str(listed(["a"])) == "`a`"
    assert str(listed(["a", "b", "c"])) == "`a`, `b` and `c`"
    assert str(listed(["a", "b", "c"], most=2)) == "`a`, `b` and 1 more"
    assert str(listed([])) == ""
