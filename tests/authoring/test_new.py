"""`dossier new`: what it writes passes the check once the blanks are filled, and not before."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dossier.authoring.skeleton import TYPES
from dossier.check import rules
from dossier.check.rules import all_rules
from dossier.cli import main
from dossier.commands import new as command
from dossier.dataset import load
from dossier.formatting import formatted
from dossier.parsing.findings import Finding

# What an editor would write for each TODO, in the order in which they come.
BLANKS: dict[str, list[str]] = {
    "element": [
        "Подписан второй план", "A second plan was signed", "cooperation", "protocol_plan", "word",
        "signed", "cooperation_only", "2020-02", "signing", "kz-mod", "planned-cooperation",
        "signed",
        "План подписан в феврале.", "The plan was signed in February.", "trial-ministry",
        "месяц подписания второго плана", "the month in which the second plan was signed",
    ],
    "source": [
        "media", "Второй план", "Пробная газета", "ru", "full", "https://second.example.org/1",
        "C", "edited-media",
    ],
    "obligation": [
        "csto", "Пробный устав", "The trial charter", "in_force", "consultation",
        "Стороны советуются раз в год.", "The sides consult once a year.",
        "С этой нормой сравнивают планы.", "The plans are compared with this provision.",
        "trial-gazette", "пересказ статьи пробного устава", "the article of the charter retold",
    ],
    "assessment": [
        "Пётр Образцов", "Pyotr Obraztsov", "researcher", "counter", "Автор не видит риска.",
        "The author sees no risk.", "trial-column", "вывод автора об отсутствии риска",
        "the author’s conclusion that there is no risk",
    ],
    "risk": [
        "Второй риск", "A second risk", "Цель сторон.", "The aim of the sides.",
        "trial-treaty-article-1", "Источник риска.", "The source of risk.", "Событие.",
        "The event.", "Последствие.", "The consequence.", "Прошло учение.",
        "An exercise was held.", "trial-exercise-2020", "Привычки меняются.", "Habits change.",
        "trial-concern", "trial-exercise-2020", "Учение прошло.", "The exercise was held.",
        "trial-plan-2019", "План ничего не меняет.", "The plan changes nothing.",
        "trial-concern", "trial-reply", "Даже одно учение меняет многое.",
        "Even one exercise changes much.", "Одно учение ничего не решает.",
        "One exercise decides nothing.",
        *("Сказано ведомством.", "Said by the ministry.", "trial-reply") * 5,
        "Обязательств не возникает.", "No obligations arise.",
        "cooperation_only", "weakens", "Обязательства слабеют.", "Obligations weaken.",
        "Влияния нет.", "There is no effect.", "Данных мало.", "There is little evidence.",
        "hypothesis",
    ],
    "scenario": [
        "Второй случай", "A second case", "Допустим, сторонам угрожают.",
        "Suppose that the sides are threatened.", "trial-treaty-article-1", "Стороны советуются.",
        "The sides consult.", "Решают обе стороны.", "Both sides decide.", "Штабы знакомы.",
        "The staffs are acquainted.", "trial-exercise-2020", "kazakhstan", "Может просить.",
        "It could ask.", "turkiye", "Может ответить.", "It could answer.", "trial-habits",
        "second-exercise", "Договор соблюдается.", "The treaty is kept.", "trial-habits",
    ],
    "dispute": [
        "В каком городе прошло учение", "In which town the exercise was held", "open", "north",
        "Агентство пишет о севере.", "The agency writes of the north.", "trial-agency",
        "север как место учения", "the north as the place of the exercise", "south",
        "Журнал пишет о юге.", "The journal writes of the south.", "trial-column",
        "юг как место учения", "the south as the place of the exercise",
        "Агентство ближе к событию.", "The agency is closer to the event.",
    ],
    "question": ["Сколько было участников?", "How many took part?"],
}  # fmt: skip


def run(data: Path, *arguments: str, **more: Any) -> Result:
    result = CliRunner(env={"SOURCE_DATE_EPOCH": None}).invoke(
        main, ["new", "--data", str(data), *arguments], **more
    )
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def new(data: Path, *arguments: str) -> Result:
    return run(data, "--no-input", "--today", "2026-11-21", *arguments)


def errors(data: Path) -> list[Finding]:
    return [finding for finding in rules.findings(load(data)) if finding.is_error]


def fill(path: Path, values: list[str]) -> None:
    """Put a value in the place of each TODO, as an editor would."""
    text = path.read_text("utf-8")
    head, body = text.split("\nid:", 1)
    parts = re.split(r"'?TODO'?(?=\n)", body)
    assert len(parts) == len(values) + 1, (len(parts) - 1, len(values))
    filled = parts[0] + "".join(v + part for v, part in zip(values, parts[1:], strict=True))
    path.write_text(f"{head}\nid:{filled}", "utf-8")


def test_every_type_has_a_test_of_its_own() -> None:
    assert set(BLANKS) == set(TYPES) == set(command.TYPES)


@pytest.mark.parametrize("kind", BLANKS)
def test_a_new_record_with_its_blanks_filled_passes_the_check(kind: str, data: Path) -> None:
    result = new(data, kind, "second")
    assert result.exit_code == 0, result.output
    path = data / TYPES[kind].FOLDER / "second.yml"
    assert f"TODOs left to fill: {len(BLANKS[kind])};" in result.output
    fill(path, BLANKS[kind])
    assert errors(data) == []


@pytest.mark.parametrize("kind", BLANKS)
def test_no_placeholder_passes_the_check(kind: str, data: Path) -> None:
    new(data, kind, "second")
    path = data / TYPES[kind].FOLDER / "second.yml"
    for left in range(len(BLANKS[kind])):
        new_text = path.read_text("utf-8")
        values = [*BLANKS[kind]]
        values[left] = "TODO"
        fill(path, values)
        assert "placeholder" in {finding.rule for finding in errors(data)}, left
        path.write_text(new_text, "utf-8")


@pytest.mark.parametrize("kind", BLANKS)
def test_each_blank_is_reported_once(kind: str, data: Path) -> None:
    new(data, kind, "second")
    path = f"data/{TYPES[kind].FOLDER}/second.yml"
    found = [finding for finding in errors(data) if finding.path == path]
    assert [finding.rule for finding in found] == ["placeholder"] * len(BLANKS[kind])


@pytest.mark.parametrize("kind", BLANKS)
def test_what_is_written_is_in_the_canonical_layout(kind: str, data: Path) -> None:
    new(data, kind, "second")
    path = data / TYPES[kind].FOLDER / "second.yml"
    assert formatted(path.read_bytes(), TYPES[kind]) == path.read_text("utf-8")
    assert all(len(line) <= 100 for line in path.read_text("utf-8").splitlines())


def test_allowed_values_stand_above_their_fields_and_long_lists_are_cut(data: Path) -> None:
    for number in range(30):
        path = data / "vocabulary/actors.yml"
        path.write_text(
            path.read_text("utf-8") + f"  actor-{number}:\n    label: {{ru: А, en: A}}\n", "utf-8"
        )
    new(data, "element", "second")
    text = (data / "elements/second.yml").read_text("utf-8")
    joined = re.sub(r"\n *# ", " ", text)
    assert "# word · deed · transfer. One of: word, deed, transfer.\nmode: TODO" in text
    assert "and 10 more in data/vocabulary/actors.yml.\nparties:" in joined
    assert "At most 110 characters." in joined
    assert "stage_note: What is not known about the stage." in joined
    assert "Such as '2018-09-13', '2018-09', '2018~' (EDTF).\ndate: 'TODO'" in joined
    assert "last checked. Such as '2026-11-22'.\nchecked: " in joined


def test_flags_fill_fields_in_lists_and_texts(data: Path) -> None:
    result = new(
        data, "element", "second",
        *(f"--set={pair}" for pair in [
            "title.ru=Подписан второй план", "title.en=A second plan was signed",
            "scope=cooperation", "kind=protocol_plan", "mode=word", "stage=signed",
            "obligation=cooperation_only", "date=2020-02", "date_basis=signing",
            "parties=kz-mod, tr-mod",
            "themes=planned-cooperation", "claims.0.id=signed", "claims.0.text.ru=План: подписан.",
            "claims.0.text.en=The plan: signed.", "claims.0.cites.0.source=trial-ministry",
            "claims.0.cites.0.shows.ru=месяц подписания второго плана",
            "claims.0.cites.0.shows.en=the month of signing of the second plan",
            "claims.0.cites.0.locator=lead", "stage_note.ru=О силе не сказано.",
            "related.0.element=trial-plan-2019", "related.0.relation=follows",
        ]),
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    assert "TODO" not in result.output
    assert errors(data) == []
    second = load(data).elements["second"]
    assert second.parties == ("kz-mod", "tr-mod")
    assert second.claims[0].text.ru == "План: подписан."
    assert second.related[0].element == "trial-plan-2019"


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        ("titel.ru=x", "did you mean `title`?"),
        ("title=x", "it has fields of its own, such as `title.ru` and `title.en`"),
        ("claims=x", "set the fields of its entries, such as `claims.0.id`"),
        ("claims.text.ru=x", "write the number of the entry, such as 0, before `text`"),
        ("claims.7.id=x", "the entry before it is missing"),
        ("mode", "is not FIELD=VALUE"),
        ("mode=", "nothing is given"),
        ("mode.x=y", "there is no such field"),
    ],
)
def test_a_flag_that_cannot_be_used_is_told(pair: str, said: str, data: Path) -> None:
    result = new(data, "element", "second", "--set", pair)
    assert result.exit_code == 2
    assert said in result.output
    assert not (data / "elements/second.yml").exists()


def test_the_day_of_the_check_is_given_or_stays_open(data: Path) -> None:
    run(data, "--no-input", "element", "second")
    assert "checked: 'TODO'" in (data / "elements/second.yml").read_text("utf-8")
    new(data, "source", "second")
    assert "accessed: '2026-11-21'" in (data / "sources/second.yml").read_text("utf-8")


def test_without_a_terminal_it_asks_for_no_input(data: Path) -> None:
    result = run(data, "question", "second", input="x\n")
    assert result.exit_code == 2
    assert "add --no-input" in result.output


def test_on_a_terminal_it_asks_until_a_term_fits(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "on_terminal", lambda: True)
    answers = [
        "medai", "media", "Второй план", "Пробная газета", "ru", "", "full",
        "https://second.example.org/1", "C", "edited-media", "second",
    ]  # fmt: skip
    result = run(data, "source", input="\n".join(answers) + "\n")
    assert "medai: did you mean `media`?" in result.output
    assert result.exit_code == 0, result.output
    assert "TODOs left to fill: 2;" in result.output
    text = (data / "sources/second.yml").read_text("utf-8")
    assert "kind: media" in text and "accessed: 'TODO'" in text


def test_it_speaks_russian_and_says_what_each_field_means(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "on_terminal", lambda: True)
    answers = ["medai", "x", "media", *[""] * 20]
    result = run(data, "source", "trial-agenc", "--language", "ru", input="\n".join(answers))
    assert "  Какого рода источник. Одно из: primary_document, " in result.output
    assert "  Кто опубликовал.\npublisher:" in result.output
    assert "medai: возможно, имелось в виду `media`" in result.output
    assert "x: такого слова среди них нет" in result.output
    assert f"записано: {data}/sources/trial-agenc.yml" in result.output
    assert "похожие идентификаторы: `trial-agency`" in result.output
    assert "осталось заполнить TODO: " in result.output


def test_a_text_in_two_languages_is_explained_once(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "on_terminal", lambda: True)
    output = run(data, "element", "second", input="\n" * 30).output
    assert output.count("What happened: ") == 1


def test_the_rule_that_reports_blanks_is_explained() -> None:
    assert "dossier new" in str(all_rules()["placeholder"].why)
