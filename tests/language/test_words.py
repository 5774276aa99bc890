"""The words of the interface: the same keys in both languages, none missing, none idle."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from dossier.grading.grade import Corroboration
from dossier.language.words import LANGUAGES, Words
from dossier.model.base import Rank, Stance
from dossier.model.risk import Weight
from tests.conftest import ROOT

FORMS = {"ru": 3, "en": 2}
# `w("key")`, `words("key")`, `say.phrase("key")`, `w.at("key")`, also by a condition.
ASKED = re.compile(r"""\b(?:w|words|phrase|w\.at)\(\s*["']([^"'{]+)["']\s*(?!\s*~)[,)]""")
CONDITION = re.compile(r"""\b(?:w|words)\(\s*["'][^"']+["']\s+if[^)]*?else\s+["']([^"']+)["']""")
COUNTED = re.compile(r"""\b(?:w|words)\.count\(\s*["']([^"']+)["']""")
# `w("reason." ~ id)`, `words(f"reason.{id}")`, `key.startswith("script.")`
BEGINNING = re.compile(r"""["']([a-z_.]+[._])(?:["']|\{)""")
# A template of Typst reads a key as a field.
FIELD = re.compile(r"\bw\.([a-z_]+)\b(?!\()")
# Has words of its own.
OWN_WORDS = ROOT / "dossier" / "diff"


@pytest.fixture(scope="module")
def code() -> str:
    """All code and templates that speak these words."""
    files = [
        path
        for path in (ROOT / "preview.py", *(ROOT / "dossier").rglob("*"))
        if path.suffix in (".py", ".html", ".typ", ".js") and OWN_WORDS not in path.parents
    ]
    return "\n".join(path.read_text("utf-8") for path in files)


# What a dossier brings itself, in `data/dossier.yml`.
OWN = {"site_name", "book.title", "book.licence"}


def test_both_languages_have_the_same_keys() -> None:
    assert Words("ru").keys() == Words("en").keys()


def test_both_languages_have_the_same_places_to_fill() -> None:
    ru, en = Words("ru"), Words("en")
    keys, place = ru.keys(), re.compile(r"\{(\w+)\}")
    differing = [k for k in keys if set(place.findall(ru(k))) != set(place.findall(en(k)))]
    assert differing == []


def test_every_key_that_is_asked_for_exists(code: str) -> None:
    keys = {*ASKED.findall(code), *CONDITION.findall(code)}
    keys |= {f"count.{key}" for key in COUNTED.findall(code)}
    assert keys - Words("ru").keys() == OWN


def test_every_key_is_asked_for(code: str) -> None:
    beginnings = (*BEGINNING.findall(code), "count.")
    fields = set(FIELD.findall(code))
    idle = [
        key
        for key in Words("ru").keys() - fields
        if not key.startswith(beginnings) and f'"{key}"' not in code and f"'{key}'" not in code
    ]
    assert idle == []


def test_every_built_key_has_its_words() -> None:
    words = Words("ru").keys()
    reasons = (*get_args(Corroboration), "no_source", "interested_only", "contradicted",
               "unreliable_only", "excerpts_only", "deprecated")  # fmt: skip
    assert {f"reason.{reason}" for reason in reasons if reason != "none"} <= words
    assert {f"weight.{weight}" for weight in get_args(Weight)} <= words
    assert {f"rank.{rank}" for rank in get_args(Rank) if rank != "normal"} <= words
    assert {f"stance.{stance}" for stance in get_args(Stance) if stance != "supports"} <= words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_count_has_the_forms_that_its_language_needs(language: str) -> None:
    words = Words(language)
    counts = [key for key in words.keys() if key.startswith("count.")]  # noqa: SIM118
    wrong = [key for key in counts if len(words(key).split("|")) != FORMS[language]]
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "amount", "told"),
    [
        ("ru", 1, "1_событие"), ("ru", 3, "3_события"), ("ru", 11, "11_событий"),
        ("ru", 21, "21_событие"), ("ru", 12345, "12_345_событий"),
        ("en", 1, "1_event"), ("en", 0, "0_events"), ("en", 12345, "12,345_events"),
    ],
)  # fmt: skip
def test_a_number_takes_its_noun_in_the_right_form(language: str, amount: int, told: str) -> None:
    assert Words(language).count("elements", amount).replace("\N{NO-BREAK SPACE}", "_") == told


def test_places_in_a_text_are_filled() -> None:
    assert Words("en")("risk_number", number=3) == "Risk 3"


def test_a_key_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError, match="no_such_key"):
        Words("en")("no_such_key")
