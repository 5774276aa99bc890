"""A message is said in a language with its values, whatever is in them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.check import rules
from dossier.dataset import load
from dossier.messages import Message, _, ngettext
from dossier.messages.phrases import NOUNS, choice, listed, near
from tests.conftest import ROOT
from tests.fixtures.trial import break_it, copy_trial
from tests.messages.extraction import of_code
from tests.messages.test_catalogue import CATALOGUE, CYRILLIC

CASES = sorted(
    path for path in (ROOT / "tests/rules").iterdir() if (path / "expected.txt").exists()
)


def test_a_message_keeps_its_values_apart_from_its_words() -> None:
    message = _("the claim `{claim}` cites no source", claim="{signed} & `x`")
    assert str(message) == "the claim `{signed} & `x`` cites no source"
    assert message.in_language("ru") == "у утверждения `{signed} & `x`` нет ни одного источника"


def test_a_message_among_the_values_is_translated_too() -> None:
    message = _("there is no {what} `{name}`", what=NOUNS["risk"], name="x")
    assert message.in_language("ru") == "нет риска `x`"
    letters = (_("letter {place} is the Latin “{char}”", place=1, char="C"),) * 2
    said = _("`{word}` mixes two alphabets: {letters}", word="Cлово", letters=letters)
    russian = "буква 1 — латинская «C»"
    assert said.in_language("ru") == f"в `Cлово` смешаны два алфавита: {russian}, {russian}"


@pytest.mark.parametrize(
    ("number", "english", "russian"),
    [
        (1, "write at least 1 character", "напишите не меньше 1 знака"),
        (2, "write at least 2 characters", "напишите не меньше 2 знаков"),
        (21, "write at least 21 characters", "напишите не меньше 21 знака"),
    ],
)
def test_a_number_has_its_noun_in_the_right_form(number: int, english: str, russian: str) -> None:
    message = ngettext(
        "write at least {number} character", "write at least {number} characters", number
    )
    assert (str(message), message.in_language("ru")) == (english, russian)


def test_what_is_not_translated_stays_english() -> None:
    assert Message("quite another sentence").in_language("ru") == "quite another sentence"
    assert _("did you mean `{word}`?", word="x").in_language("kk") == "did you mean `x`?"


def test_a_message_without_words_says_nothing() -> None:
    assert Message("").in_language("ru") == ""


def test_messages_stand_in_the_order_of_their_english() -> None:
    assert sorted([Message("b"), _("{word}", word="a")]) == [_("{word}", word="a"), Message("b")]


@pytest.mark.parametrize(
    ("message", "russian"),
    [
        (listed(["a"]), "`a`"),
        (listed(["a", "b", "c"]), "`a`, `b` и `c`"),
        (listed(["a", "b", "c"], most=2), "`a`, `b` и ещё 1"),
        (choice(["a"]), "напишите `a`"),
        (choice(["a", "b"]), "напишите одно из: `a` или `b`"),
        (near("exercse", ["exercise"]), "возможно, имелось в виду `exercise`"),
    ],
)
def test_lists_and_proposals_are_said_in_russian(message: Message, russian: str) -> None:
    assert message.in_language("ru") == russian


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_a_broken_record_brings_is_said_in_russian(case: Path, tmp_path: Path) -> None:
    data = copy_trial(tmp_path)
    break_it(data, case)
    for finding in rules.findings(load(data)):
        for message in (finding.message, finding.remedy):
            assert CYRILLIC.search(message.in_language("ru")), message


def test_a_message_that_is_put_together_where_it_is_called_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("_(f'the claim {claim} is wrong')\n")
    with (tmp_path / "a.py").open("rb") as file, pytest.raises(ValueError, match="line 1"):
        list(of_code(file, {}, (), {}))


def test_make_catalogue_brings_a_new_message_and_keeps_the_rest(tmp_path: Path) -> None:
    for name in ("dossier", "tests/messages"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / "dossier/cli.py").open("a") as module:
        module.write('_("a sentence that nobody has translated")\n')
    asked = ["make", "--no-print-directory", "--dry-run", "--old-file", ".venv/.dev-ready"]
    said = subprocess.run([*asked, "catalogue"], cwd=ROOT, capture_output=True, check=True)
    commands = said.stdout.decode().replace(".venv/bin/python", sys.executable)
    subprocess.run(["sh", "-e", "-c", commands], cwd=tmp_path, check=True, capture_output=True)
    before = CATALOGUE.read_text("utf-8").splitlines()
    after = (tmp_path / CATALOGUE.relative_to(ROOT)).read_text("utf-8").splitlines()
    assert [line for line in before if line not in after] == []
    assert 'msgid "a sentence that nobody has translated"' in after
