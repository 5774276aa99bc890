"""The canonical layout of records, and the command that brings it about."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.formatting import Refused, formatted
from dossier.model import Element, Risk, Source, Vocabulary
from tests.conftest import ROOT
from tests.fixtures.trial import copy_trial
from tests.laying_out import fmt


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["fmt", *map(str, arguments)])


# What the layout is


def test_the_dataset_is_in_the_canonical_layout() -> None:
    result = run("--check", ROOT / "data")
    assert result.output.endswith("files would change\n")
    assert "\n" not in result.output.strip(), result.output
    assert result.exit_code == 0


def test_keys_come_in_the_order_of_the_model_and_the_history_last() -> None:
    text = "review: published\nhistory: []\nclaims:\n  - cites: []\n    id: a\nid: x\nodd: 1\n"
    assert list(yaml.safe_load(fmt(text))) == ["id", "claims", "review", "odd", "history"]
    assert fmt(text).index("- id: a") < fmt(text).index("cites: []")


def test_lists_are_indented_below_their_key_and_brackets_are_opened() -> None:
    assert fmt("id: x\nparties: [a, b]\nthemes:\n- c\n") == (
        "id: x\nparties:\n  - a\n  - b\nthemes:\n  - c\n"
    )


def test_a_short_name_keeps_its_braces_and_a_long_one_opens() -> None:
    short = "id: x\npeople:\n  - name: {ru: Имя, en: Name}\n"
    assert fmt(short) == short
    assert fmt("id: x\ntitle: {en: B, ru: A}\n") == "id: x\ntitle: {ru: A, en: B}\n"
    assert fmt(f"id: x\ntitle: {{ru: {'а' * 100}}}\n") == f"id: x\ntitle:\n  ru: {'а' * 100}\n"


def test_a_long_text_stays_on_one_line() -> None:
    words = "слово " * 60 + "конец"
    folded = "\n    ".join(words.split())
    assert fmt(f"id: x\ntitle:\n  ru: >-\n    {folded}\n") == f"id: x\ntitle:\n  ru: {words}\n"


def test_a_text_of_several_lines_is_a_literal_block() -> None:
    text = "id: x\nnote:\n  ru: |-\n    один\n\n    два\n"
    assert fmt(text) == text
    assert fmt('id: x\nnote:\n  ru: "один\\n\\nдва"\n') == text


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("'plain'", "plain"),
        ('"a: b"', "'a: b'"),
        ("'NO'", "'NO'"),
        ("'y'", "'y'"),
        ("'1'", "'1'"),
        ("'1e3'", "'1e3'"),
        ("'0o7'", "'0o7'"),
        ("'12:30'", "'12:30'"),
        ("'+'", "'+'"),
        ("''", "''"),
        ("'a #b'", "'a #b'"),
        ("'- a'", "'- a'"),
        ('"don\'t"', "don't"),
        ("'\"x\" y'", "'\"x\" y'"),
        ('"\\u200B"', '"\\u200B"'),
        ("'—'", "'—'"),
    ],
)
def test_quotes_stand_only_where_yaml_needs_them(typed: str, written: str) -> None:
    assert fmt(f"id: x\npublisher: {typed}\n", Source) == f"id: x\npublisher: {written}\n"


def test_dates_stand_in_quotes_and_flags_and_numbers_do_not() -> None:
    assert fmt("id: x\npublished: 2020\ntitle_is_descriptive: 'true'\n", Source) == (
        "id: x\ntitle_is_descriptive: true\npublished: '2020'\n"
    )
    assert fmt("id: x\norder: '7'\n", Risk) == "id: x\norder: 7\n"


def test_terms_of_a_vocabulary_keep_their_order() -> None:
    text = "id: x\nterms:\n  b:\n    label: {ru: Б}\n  a:\n    label: {ru: А}\n"
    assert fmt(text, Vocabulary) == text


def test_comments_stay_with_what_they_are_about() -> None:
    text = """\
# The head of the file.

mode: deed  # why a deed
# About the title,
# in two lines.
title:
  # about the Russian
  ru: А
  # the end of the title
claims:
  # about the claim
  -
    # about its text
    text: {ru: Б}  # short
    # about its id
    id: a
    # the end of the claim
  # the end of the claims
id: x  # the id
# the end
"""
    result = """\
# The head of the file.

id: x  # the id
# About the title,
# in two lines.
title:
  # about the Russian
  ru: А
  # the end of the title
mode: deed  # why a deed
claims:
  # about the claim
  # about its text
  # about its id
  - id: a
    text: {ru: Б}  # short
    # the end of the claim
  # the end of the claims
# the end
"""
    assert fmt(text.replace("    # about its text\n", "")) == result.replace(
        "  # about its text\n", ""
    )
    assert fmt(result) == result


def test_comments_in_brackets_and_after_block_headers_are_kept() -> None:
    text = (
        "id: x\nparties: [  # who\n  a,  # first\n  b\n  # end\n]\n"
        "note:\n  ru: |-  # raw\n    1\n    2\n"
    )
    assert fmt(text) == (
        "id: x\nparties:  # who\n  - a  # first\n  - b\n  # end\n"
        "note:\n  ru: |-  # raw\n    1\n    2\n"
    )


def test_line_ends_and_a_byte_order_mark_are_made_uniform() -> None:
    assert formatted(b"\xef\xbb\xbfid: x\r\nmode: deed # a\r\n\r\n", Element) == (
        "id: x\nmode: deed  # a\n"
    )


@pytest.mark.parametrize("text", ["a: [", "a: 1\na: 2", "a: &b c", "- a", "", "a: !!int 1", "a:\n"])
def test_a_file_with_mistakes_of_yaml_is_left_as_it_is(text: str) -> None:
    with pytest.raises(Refused, match=r"line [12]"):
        fmt(text)


# The command


def test_check_lists_what_would_change_and_changes_nothing(tmp_path: Path) -> None:
    data = copy_trial(tmp_path)
    path = data / "elements/trial-plan-2019.yml"
    path.write_text(path.read_text("utf-8").replace("mode: word", "mode:   'word'"), "utf-8")
    before = path.read_bytes()
    run(data / "vocabulary")
    result = run("--check", data / "elements", path)
    assert result.output == (
        f"would change: {path}\n1 of 3 files would change\n"
        f"To change them, run `dossier fmt {data / 'elements'} {path}`\n"
    )
    assert result.exit_code == 1
    assert path.read_bytes() == before
    result = run("--check", "--fix", path, "--language", "ru")
    assert result.output == (
        f"изменился бы: {path}\nИзменилось бы файлов: 1 из 1\n"
        f"Изменить их — `dossier fmt --fix {path}`\n"
    )
    assert run(path).exit_code == 0
    assert run("--check", path).exit_code == 0


def test_a_broken_file_is_named_and_the_others_are_formatted(tmp_path: Path) -> None:
    data = copy_trial(tmp_path)
    broken = data / "elements/trial-plan-2019.yml"
    broken.write_text("id: [\n", "utf-8")
    other = data / "elements/trial-exercise-2020.yml"
    other.write_text(other.read_text("utf-8") + "\n\n", "utf-8")
    result = run(data / "elements")
    assert f"left as it is: {broken}: line 2: a value is missing here" in result.output
    assert f"changed: {other}" in result.output
    assert result.exit_code == 1
    assert broken.read_text("utf-8") == "id: [\n"


def test_a_path_without_records_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert run(tmp_path).exit_code == 2
    assert "holds no records" in run(tmp_path / "a.txt").output
    assert run(tmp_path / "nowhere").exit_code == 2


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    data = copy_trial(tmp_path)
    outside = tmp_path / "outside.yml"
    outside.write_text("id:   x\n", "utf-8")
    (data / "elements/x.yml").symlink_to(outside)
    run(data)
    assert outside.read_text("utf-8") == "id:   x\n"
