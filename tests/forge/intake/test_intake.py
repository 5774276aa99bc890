"""`dossier intake`: a form becomes a draft that the rules accept."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from dossier.check import rules
from dossier.dataset import load
from dossier.forge.sentences import Sentences
from dossier.formatting import formatted
from dossier.model import Element, Source
from dossier.parsing import documents
from tests.forge.intake.asking import CORRECTION, ELEMENT, SOURCE
from tests.forge.intake.taking import filled, take, take_form


def test_a_form_for_an_element_becomes_a_record_that_the_rules_accept(
    data: Path, tmp_path: Path
) -> None:
    result = take_form(data, "element", ELEMENT, tmp_path)
    assert result.exit_code == 0, result.output
    assert "data/elements/a-second-plan-was-signed.yml" in result.output
    path = data / "elements/a-second-plan-was-signed.yml"
    assert formatted(path.read_bytes(), Element) == path.read_text("utf-8")
    assert [f for f in rules.findings(load(data)) if f.is_error] == []
    element = load(data).elements["a-second-plan-was-signed"]
    assert (element.parties, element.review) == (("kz-mod", "tr-mod"), "draft")
    assert element.claims[0].cites[0].locator == "paragraph 2"
    assert element.checked == "2026-11-25"


def test_parties_and_sources_may_be_named_as_readers_know_them(data: Path, tmp_path: Path) -> None:
    label = load(data).terms("actors")["kz-mod"].label.ru
    answers = ELEMENT | {
        "parties": f"{label}; tr-mod",
        "source": "http://www.ministry.example.org/news/7",
    }
    assert take_form(data, "element", answers, tmp_path).exit_code == 0
    element = load(data).elements["a-second-plan-was-signed"]
    assert element.parties == ("kz-mod", "tr-mod")
    assert element.added == "2026-11-25"
    assert element.claims[0].cites[0].source == "trial-ministry"


def test_two_themes_and_two_sources_are_taken(data: Path, tmp_path: Path) -> None:
    answers = ELEMENT | {
        "themes": "planned-cooperation,training-education",
        "source_2": "trial-agency",
        "shows_2_ru": "тот же месяц подписания плана",
        "shows_2_en": "the same month of signing of the plan",
    }
    assert take_form(data, "element", answers, tmp_path).exit_code == 0
    element = load(data).elements["a-second-plan-was-signed"]
    assert element.themes == ("planned-cooperation", "training-education")
    assert [cite.source for cite in element.claims[0].cites] == ["trial-ministry", "trial-agency"]


NEW_SOURCE = {f"source_{key}": value for key, value in SOURCE.items() if key != "url"}


def test_an_event_brings_its_new_source_with_it(data: Path, tmp_path: Path) -> None:
    answers = ELEMENT | NEW_SOURCE | {"source": f"{SOURCE['url']}?utm_source=x"}
    result = take_form(data, "element", answers, tmp_path)
    assert result.exit_code == 0, result.output
    made = load(data)
    cited = made.elements["a-second-plan-was-signed"].claims[0].cites[0].source
    source = made.sources[cited]
    assert (cited, source.url) == ("probnaya-gazeta-vtoroy-plan", SOURCE["url"])
    assert (source.added, source.title) == ("2026-11-25", "Второй план")
    assert [f for f in rules.findings(made) if f.is_error] == []
    assert f"data/sources/{cited}.yml" in result.output
    assert f"`{SOURCE['url']}?utm_source=x` → `{SOURCE['url']}`" in result.output


def test_people_and_ties_and_what_is_not_known_are_taken(data: Path, tmp_path: Path) -> None:
    answers = ELEMENT | {
        "people": "Иван Иванов; министр; Ivan Ivanov; minister\nПётр Петров; посол; "
        "Pyotr Petrov; ambassador",
        "related": "follows; trial-plan-2019",
        "date_note_ru": "День не назван.",
        "date_note_en": "The day is not named.",
    }
    result = take_form(data, "element", answers, tmp_path)
    assert result.exit_code == 0, result.output
    element = load(data).elements["a-second-plan-was-signed"]
    assert [person.role.en for person in element.people] == ["minister", "ambassador"]
    assert [(one.relation, one.element) for one in element.related] == [
        ("follows", "trial-plan-2019")
    ]
    assert element.date_note is not None and element.date_note.ru == "День не назван."


def test_a_form_that_names_a_moved_record_is_led_to_it(data: Path, tmp_path: Path) -> None:
    result = take_form(data, "correction", CORRECTION | {"record": "trial-plan"}, tmp_path)
    assert result.exit_code == 0, result.output
    assert "`trial-plan` → `trial-plan-2019`" in result.output
    assert load(data).elements["trial-plan-2019"].history[0].kind == "correction"


def test_a_form_for_a_source_becomes_a_record_and_a_remark(data: Path, tmp_path: Path) -> None:
    result = take_form(data, "source", SOURCE, tmp_path)
    assert result.exit_code == 0, result.output
    path = data / "sources/probnaya-gazeta-vtoroy-plan.yml"
    assert formatted(path.read_bytes(), Source) == path.read_text("utf-8")
    assert "никто не ссылается" in result.output
    assert "orphan-source" in result.output


def test_what_a_machine_can_mend_is_mended(data: Path, tmp_path: Path) -> None:
    answers = SOURCE | {"url": "https://second.example.org/1?utm_source=x&id=7"}
    result = take_form(data, "source", answers, tmp_path)
    assert result.exit_code == 0, result.output
    urls = {source.url for source in load(data).sources.values()}
    assert "https://second.example.org/1?id=7" in urls
    answers = ELEMENT | {"claim_ru": 'План "подписан" -- в феврале 2020 года.'}
    assert take_form(data, "element", answers, tmp_path).exit_code == 0
    element = load(data).elements["a-second-plan-was-signed"]
    assert "«подписан» — в" in element.claims[0].text.ru.replace("\u00a0", " ")


def test_a_correction_changes_the_value_and_keeps_the_old_one(data: Path, tmp_path: Path) -> None:
    path = data / "elements/trial-plan-2019.yml"
    path.write_text("# a remark of an editor\n" + path.read_text("utf-8"), "utf-8")
    result = take_form(data, "correction", CORRECTION, tmp_path)
    assert result.exit_code == 0, result.output
    plan = load(data).elements["trial-plan-2019"]
    assert plan.claims[0].text.ru == "План подписан в конце января."
    assert plan.claims[0].text.en == "The plan was signed in late January."
    change = plan.history[0]
    assert (change.date, change.kind, change.source) == (
        "2026-11-25", "correction", "trial-ministry",
    )  # fmt: skip
    assert change.old is not None and change.new is not None
    assert change.old.ru == "План подписан в январе."
    assert change.new.en == "The plan was signed in late January."
    assert path.read_text("utf-8").startswith("# a remark of an editor\n")
    assert formatted(path.read_bytes(), Element) == path.read_text("utf-8")


def test_a_second_correction_stands_below_the_first(data: Path, tmp_path: Path) -> None:
    take_form(data, "correction", CORRECTION, tmp_path)
    second = CORRECTION | {"field": "date", "old": "2019-01~", "new": "2019-01-30", "other": ""}
    assert take_form(data, "correction", second, tmp_path).exit_code == 0
    history = load(data).elements["trial-plan-2019"].history
    assert [change.new.ru for change in history if change.new] == [
        "План подписан в конце января.", "2019-01-30",
    ]  # fmt: skip


def test_the_data_are_loaded_once_and_nothing_is_copied(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    payload = filled(data, "element", ELEMENT)
    loads: list[Path] = []
    find_files = documents.find_files

    def counted(folder: Path, *given: Any) -> documents.Candidates:
        loads.append(folder)
        return find_files(folder, *given)

    monkeypatch.setattr(documents, "find_files", counted)
    monkeypatch.setattr(shutil, "copytree", None)
    assert take(data, payload, tmp_path).exit_code == 0
    assert loads == [data]


def test_both_languages_have_the_same_sentences() -> None:
    russian, english = (set(Sentences(language).texts) for language in ("ru", "en"))
    assert russian == english
    for key in english:
        places = [set(_places(Sentences(language).texts[key])) for language in ("ru", "en")]
        assert places[0] == places[1], key


def _places(text: str) -> list[str]:
    return [part.split("}")[0] for part in text.split("{")[1:]]
