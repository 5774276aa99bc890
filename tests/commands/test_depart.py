"""`dossier rename`, `merge` and `retract`: all or nothing, shown first."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.authoring import changeset
from dossier.check import rules
from dossier.cli import main
from dossier.dataset import load
from dossier.model import Element
from tests.fixtures.trial import copy_trial

WHY = ["--ru", "Так точнее.", "--en", "It is more exact.", "--today", "2026-11-22"]
PAGE = """\
# Страница

По {{ element("trial-plan-2019", "плану") }} и [плану](elements/trial-plan-2019.html) учились
{{ cite("trial-agency", "lead") }}, см. {{ element("trial-exercise-2020") }}.
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    data = copy_trial(tmp_path)
    for language in ("ru", "en"):
        page = tmp_path / "docs" / language / "index.md"
        page.parent.mkdir(parents=True)
        page.write_text(PAGE, "utf-8")
    return data


def run(data: Path, *arguments: str, answer: str = "") -> Result:
    line = [arguments[0], *arguments[1:], "--data", str(data), *WHY]
    result = CliRunner().invoke(main, line, input=answer)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def tree(data: Path) -> dict[str, str]:
    root = data.parent
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def findings(data: Path) -> list[str]:
    return [f"{one.rule}: {one.message}" for one in rules.findings(load(data))]


def test_a_renamed_record_takes_everything_with_it(data: Path) -> None:
    result = run(data, "rename", "element", "trial-plan-2019", "trial-scheme-2019", "--yes")
    assert result.exit_code == 0, result.output
    files = tree(data)
    assert "data/elements/trial-plan-2019.yml" not in files
    assert "id: trial-scheme-2019\n" in files["data/elements/trial-scheme-2019.yml"]
    assert "- trial-scheme-2019#signed-in-january" in files["data/disputes/trial-month.yml"]
    assert 'element("trial-scheme-2019", "плану")' in files["docs/ru/index.md"]
    assert "(elements/trial-scheme-2019.html)" in files["docs/en/index.md"]
    left = [name for name, text in files.items() if "trial-plan-2019" in text]
    assert left == ["data/tombstones.yml"]
    assert findings(data) == []


def test_earlier_tombstones_lead_to_the_new_id_at_once(data: Path) -> None:
    run(data, "rename", "element", "trial-plan-2019", "trial-scheme-2019", "--yes")
    stones = load(data).stones
    assert stones["element", "trial-plan"].to == ("trial-scheme-2019",)
    assert stones["element", "trial-plan"].date == "2026-11-21", (
        "the move itself is as old as it was"
    )
    assert stones["element", "trial-plan-2019"].fate == "moved"
    assert stones["element", "trial-plan-2019"].reason.en == "It is more exact."


def test_what_will_be_done_is_shown_and_not_done_without_a_yes(data: Path) -> None:
    before = tree(data)
    result = run(data, "rename", "element", "trial-plan-2019", "trial-scheme-2019", answer="n\n")
    assert result.exit_code == 1 and "Nothing was changed." in result.output
    assert tree(data) == before
    for line in (
        "data/elements/trial-plan-2019.yml: -",
        "data/elements/trial-scheme-2019.yml: +",
        "+   - element: trial-scheme-2019",
    ):
        assert line in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("rename", "element", "trial-plan-2018", "x"), "there is no element `trial-plan-2018`"),
        (("rename", "element", "trial-plan", "x"), "it is `trial-plan-2019` now"),
        (("rename", "element", "trial-plan-2019", "trial-exercise-2020"), "already"),
        (("rename", "element", "trial-plan-2019", "trial-plan"), "old links lead to it"),
        (("rename", "element", "trial-plan-2019", "Plan 2019"), "write `plan-2019`"),
        (("merge", "element", "trial-plan-2019", "trial-plan-2019"), "into itself"),
    ],
)
def test_an_id_that_cannot_be_is_refused_in_words(
    arguments: tuple[str, ...], said: str, data: Path
) -> None:
    before = tree(data)
    result = run(data, *arguments, "--yes")
    assert result.exit_code == 2 and said in result.output
    assert tree(data) == before


def test_a_merged_source_is_cited_as_the_other_and_leads_there(data: Path) -> None:
    result = run(data, "merge", "source", "trial-agency", "trial-column", "--yes")
    assert result.exit_code == 0, result.output
    dataset = load(data)
    assert "trial-agency" not in dataset.sources
    assert dataset.of(Element)["trial-exercise-2020"].claims[0].cites[0].source == "trial-column"
    assert dataset.stones["source", "trial-agency"].to == ("trial-column",)
    note = dataset.sources["trial-column"].history[-1]
    assert note.date == "2026-11-22" and "It is more exact." in (note.note.en or "")
    assert 'cite("trial-column", "lead")' in tree(data)["docs/ru/index.md"]


def test_a_record_merged_into_another_is_not_tied_to_itself(data: Path) -> None:
    name = "elements/trial-exercise-2020.yml"
    (data / "disputes/trial-month.yml").unlink()
    result = run(data, "merge", "element", "trial-plan-2019", "trial-exercise-2020", "--yes")
    assert result.exit_code == 0, result.output
    assert load(data).of(Element)["trial-exercise-2020"].related == (), (data / name).read_text()
    assert "! the claim `signed-in-january` of `trial-plan-2019` goes: copy it" in result.output


def test_what_the_merged_record_has_and_the_other_lacks_stops_the_merge(data: Path) -> None:
    before = tree(data)
    result = run(data, "merge", "element", "trial-plan-2019", "trial-exercise-2020", "--yes")
    assert result.exit_code == 1
    assert "there is no claim `trial-exercise-2020#signed-in-january`" in result.output
    assert "Nothing was changed: mend this first." in result.output
    assert tree(data) == before


def test_a_retracted_record_leaves_words_behind_and_no_reference(data: Path) -> None:
    risk = data / "risks/trial-habits.yml"
    link = "    elements:\n      - trial-exercise-2020\n"
    risk.write_text(risk.read_text("utf-8").replace(link, "    assumption: true\n", 1), "utf-8")
    result = run(data, "retract", "element", "trial-exercise-2020", "--yes")
    assert result.exit_code == 0, result.output
    assert "см. Прошло пробное учение." in tree(data)["docs/ru/index.md"]
    assert "см. A trial exercise was held." in tree(data)["docs/en/index.md"]
    assert load(data).stones["element", "trial-exercise-2020"].fate == "retracted"


def test_a_claim_that_would_lose_its_only_source_stops_the_retraction(data: Path) -> None:
    before = tree(data)
    result = run(data, "retract", "source", "trial-agency", "--yes")
    assert result.exit_code == 1 and tree(data) == before
    assert "data/elements/trial-exercise-2020.yml" in result.output


def test_a_call_that_needs_a_person_is_named(data: Path) -> None:
    page = data.parent / "docs/ru/index.md"
    page.write_text(PAGE + '\n{{ grade("trial-exercise-2020") }}\n', "utf-8")
    result = run(data, "retract", "element", "trial-exercise-2020", "--yes")
    assert result.exit_code == 1
    assert "! docs/ru/index.md, line 6: a call names `trial-exercise-2020`" in result.output


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_changed(data: Path) -> None:
    broken = data / "disputes/trial-month.yml"
    broken.write_text(broken.read_text("utf-8").replace("resolution: open", "resolutoin: open"))
    result = run(data, "rename", "element", "trial-plan-2019", "trial-scheme-2019", "--yes")
    assert result.exit_code == 0, result.output
    assert "! data/disputes/trial-month.yml cannot be read: look for `trial-plan-2019`" in (
        result.output
    )


def test_a_file_that_cannot_be_written_leaves_all_as_it_was(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(data)
    real = changeset._write
    calls: list[Path] = []

    def failing(path: Path, text: str | None) -> None:
        if path.is_relative_to(data) and len(calls) == 2:
            raise OSError(28, "No space left on device")
        if path.is_relative_to(data):
            calls.append(path)
        real(path, text)

    monkeypatch.setattr(changeset, "_write", failing)
    result = run(data, "rename", "element", "trial-plan-2019", "trial-scheme-2019", "--yes")
    assert result.exit_code == 1 and "nothing was changed: No space left" in result.output
    assert len(calls) == 2 and tree(data) == before


def test_fmt_fix_writes_new_ids_in_data_and_on_pages(data: Path) -> None:
    name = data / "elements/trial-exercise-2020.yml"
    text = name.read_text("utf-8")
    name.write_text(text.replace("  - element: trial-plan-2019\n", "  - element: trial-plan\n"))
    page = data.parent / "docs/ru/index.md"
    page.write_text(PAGE.replace("trial-plan-2019", "trial-plan"), "utf-8")
    check = CliRunner().invoke(main, ["fmt", "--fix", "--check", str(data)])
    assert check.exit_code == 1 and "docs/ru/index.md" in check.output
    result = CliRunner().invoke(main, ["fmt", "--fix", str(data)])
    assert result.exit_code == 0, result.output
    assert name.read_text("utf-8") == text and page.read_text("utf-8") == PAGE


def test_of_a_long_line_the_place_that_changes_is_shown(data: Path) -> None:
    page = data.parent / "docs/ru/index.md"
    page.write_text("слово " * 100 + PAGE.replace("\n", " ") + "конец " * 100 + "\n", "utf-8")
    result = run(data, "rename", "element", "trial-plan-2019", "trial-scheme-2019", answer="n\n")
    lines = [one for one in result.output.splitlines() if " + …" in one]
    assert lines and all("trial-scheme-2019" in one and len(one) < 110 for one in lines)
