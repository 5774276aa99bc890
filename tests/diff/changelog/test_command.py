"""`dossier changelog`: between two states of the data, and from the records alone."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from tests.fixtures.trial import copy_trial
from tests.rendering.test_feed import EDITIONS, HISTORY

AGREEMENT = "elements/trial-agreement-2018.yml"


def changelog(data: Path, *arguments: object) -> Result:
    return CliRunner().invoke(main, ["changelog", "--data", str(data), *map(str, arguments)])


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-C", str(folder), "-c", "user.name=A", "-c", "user.email=a@example.org",
         "-c", "commit.gpgsign=false", *arguments],
        check=True, capture_output=True,
    )  # fmt: skip


def append(data: Path, name: str, text: str) -> None:
    path = data / name
    path.write_text(path.read_text("utf-8") + text, "utf-8")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The trial dataset with an edition, tagged, and a correction and an update after it."""
    folder = copy_trial(tmp_path)
    (folder / "editions.yml").write_text(EDITIONS)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "first")
    git(tmp_path, "tag", "edition-2026-11-21")
    path = folder / AGREEMENT
    path.write_text(path.read_text("utf-8").replace("'2018-09-13'", "'2018-09-15'"), "utf-8")
    append(folder, AGREEMENT, HISTORY)
    return folder


def test_between_a_tag_and_the_working_tree_a_correction_is_told_in_full(data: Path) -> None:
    result = changelog(data, "edition-2026-11-21")
    assert result.exit_code == 0
    assert result.output.startswith("## edition-2026-11-21 → the working copy\n")
    assert (
        "### Corrected (1)\n\n- A trial agreement was signed `trial-agreement-2018` (2026-11-22) "
        "— The day was corrected.\n  - Before: 13 September\n  - Now: 15 September\n  - Source: "
    ) in result.output
    assert "`trial-gazette`" in result.output


def test_a_correction_an_update_and_a_new_record_are_told_apart(data: Path) -> None:
    shutil.copy(data / "sources/trial-column.yml", data / "sources/second.yml")
    text = (data / "sources/second.yml").read_text("utf-8")
    (data / "sources/second.yml").write_text(text.replace("id: trial-column", "id: second"))
    output = changelog(data, "edition-2026-11-21", "--language", "ru").output
    headings = [line for line in output.splitlines() if line.startswith("### ")]
    assert headings == ["### Исправлено (1)", "### Новые записи (1)", "### Новые данные (1)"]


def test_a_change_without_a_note_is_told_with_its_values(data: Path) -> None:
    path = data / "elements/trial-exercise-2020.yml"
    path.write_text(path.read_text("utf-8").replace("stage: held", "stage: planned"))
    output = changelog(data, "edition-2026-11-21").output
    part = output.partition("### Changed without a note (1)")[2]
    assert "`trial-exercise-2020`" in part
    assert "stage: " in part and "→" in part


def test_two_revisions_are_compared(data: Path) -> None:
    git(data.parent, "commit", "--quiet", "-a", "-m", "second")
    git(data.parent, "tag", "edition-2026-11-22")
    output = changelog(data, "edition-2026-11-21", "edition-2026-11-22").output
    assert output.startswith("## edition-2026-11-21 → edition-2026-11-22\n")
    assert "### Corrected (1)" in output


def test_an_id_that_moved_is_told_with_where_it_leads(data: Path) -> None:
    text = (data / "elements/trial-exercise-2020.yml").read_text("utf-8")
    (data / "elements/trial-exercise-2020.yml").unlink()
    (data / "elements/trial-drill-2020.yml").write_text(
        text.replace("id: trial-exercise-2020", "id: trial-drill-2020")
    )
    append(data, "tombstones.yml", (
        "  - type: element\n    id: trial-exercise-2020\n    fate: moved\n"
        "    to: [trial-drill-2020]\n    date: '2026-11-22'\n"
        "    reason: {ru: Точнее., en: More exact.}\n"
    ))  # fmt: skip
    output = changelog(data, "edition-2026-11-21").output
    line = next(line for line in output.splitlines() if "New identifier" in line)
    assert "trial-exercise-2020" in line
    assert "trial-drill-2020" in line
    assert "More exact." in line


def test_without_a_base_the_records_tell_by_edition(data: Path) -> None:
    output = changelog(data).output
    parts = output.split("\n## ")
    assert parts[0].startswith("## Since the latest edition")
    assert "Before: 13 September" in parts[0]
    assert parts[1].startswith("Edition of 2026-11-21\n\nThe first edition. Records in the edition")


def test_without_git_the_records_tell_the_same(data: Path, tmp_path: Path) -> None:
    with_git = changelog(data).output
    shutil.rmtree(tmp_path / ".git")
    assert changelog(data).output == with_git


def test_where_there_is_no_such_tag_the_records_tell_what_came_after_the_day(
    data: Path, tmp_path: Path
) -> None:
    git(tmp_path, "tag", "-d", "edition-2026-11-21")
    result = CliRunner().invoke(main, ["changelog", "--data", str(data), "edition-2026-11-21"])
    assert result.exit_code == 0
    assert "### Corrected (1)" in result.stdout
    assert "told by the records themselves" in result.stderr
    shutil.rmtree(tmp_path / ".git")
    again = CliRunner().invoke(main, ["changelog", "--data", str(data), "2026-11-21"])
    assert again.stdout.replace("2026-11-21", "") == result.stdout.replace("2026-11-21", "")


def test_in_a_shallow_clone_the_records_tell(data: Path, tmp_path: Path) -> None:
    git(tmp_path, "commit", "--quiet", "-a", "-m", "second")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-tags", tmp_path.as_uri(), str(clone))
    result = CliRunner().invoke(
        main, ["changelog", "--data", str(clone / "data"), "edition-2026-11-21"]
    )
    assert result.exit_code == 0, result.output
    assert "### Corrected (1)" in result.stdout
    assert "shallow" in result.stderr


@pytest.mark.parametrize("base", ["no-such-tag", "edition-2026-02-30", "2026-13-01", "-x"])
def test_what_is_no_revision_and_no_day_is_wrong_use(base: str, data: Path) -> None:
    result = changelog(data, "--", base)
    assert result.exit_code == 2
    assert result.output.count("Error: ") == 1


def test_json_tells_the_same_in_fields(data: Path) -> None:
    (section,) = json.loads(changelog(data, "edition-2026-11-21", "--format", "json").output)
    assert section["section"] == "edition-2026-11-21 → the working copy"
    correction = next(c for c in section["changes"] if c["kind"] == "correction")
    assert correction["old"] == {"ru": "13 сентября", "en": "13 September"}
    assert correction["new"] == {"ru": "15 сентября", "en": "15 September"}
    assert correction["source"] == "trial-gazette"


def test_hostile_text_is_harmless_in_release_notes(data: Path) -> None:
    path = data / AGREEMENT
    text = path.read_text("utf-8").replace("The day was corrected.", "'<img src=x> @all [a](b)'")
    path.write_text(text)
    output = changelog(data).output
    assert "&lt;img src=x&gt; @<!-- -->all \\[a\\](b)" in output


def test_a_day_that_is_none_is_harmless_in_release_notes(data: Path) -> None:
    path = data / AGREEMENT
    path.write_text(path.read_text("utf-8").replace("date: '2026-11-22'", "date: '@all <b>'"))
    output = changelog(data, "edition-2026-11-21").output
    assert "(@<!-- -->all &lt;b&gt;)" in output


def test_what_is_the_same_on_both_sides_is_said_so(data: Path) -> None:
    assert "No record changed in this edition." in changelog(data, data, data).output
