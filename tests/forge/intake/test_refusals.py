"""`dossier intake`: what makes no draft is explained in both languages, and nothing is written."""

from __future__ import annotations

import datetime
import json
import time
from pathlib import Path

import pytest

from dossier.dataset import load
from dossier.forge.event import read_event
from dossier.forge.intake.comment import as_comment
from dossier.forge.intake.take import take_in
from tests.forge.intake.asking import CORRECTION, ELEMENT, FORMS, REPLY, SOURCE, event_of
from tests.forge.intake.taking import filled, held, refused, take


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"field": ""}, "does not name the field"),
        ({"record": "docs/ru/method.md"}, "page of prose"),
        ({"record": "https://[example.org/elements/x"}, "page of prose"),
        ({"field": "claims.0.cites"}, "several values"),
        ({"field": "id", "old": "", "new": "other"}, "not changed through a form"),
        ({"reason_ru": ""}, "given in English only"),
        ({"new": "План подписан в конце января. " * 20}, "too long to stand in the history"),
    ],
)
def test_what_a_machine_cannot_judge_is_left_to_a_person(
    changes: dict[str, str], said: str, data: Path, tmp_path: Path
) -> None:
    output = refused(data, "correction", CORRECTION | changes, tmp_path)
    assert "For an editor to decide" in output and said in output
    assert "План подписан в" in output or changes.get("new", "") in output


def test_a_reply_is_never_published_by_a_machine(data: Path, tmp_path: Path) -> None:
    output = refused(data, "right-of-reply", REPLY, tmp_path)
    assert "makes certain who replies" in output
    assert "Мы с этой оценкой не согласны." in output


HOSTILE: list[tuple[str, dict[str, str], str, str]] = [
    ("element", {"title_ru": "x'\nreview: published"}, "must stand on one line", "одну строку"),
    ("element", {"claim_en": "Signed.\nreview: published"}, "markup in a file", "разметкой"),
    ("element", {"claim_ru": "- !!python/object:os.system x"}, "markup in a file", "разметкой"),
    ("element", {"title_en": "Plan {{ 7*7 }}"}, "expression in a template", "в шаблоне"),
    ("element", {"title_ru": "План {% include '/etc/passwd' %}"}, "template", "в шаблоне"),
    ("element", {"title_ru": "План ${{ secrets.TOKEN }}"}, "template", "в шаблоне"),
    ("element", {"id": "../../.github/workflows/x"}, "is not an id", "дать нельзя"),
    ("element", {"id": "trial-plan-2019"}, "there is an element", "уже занят"),
    ("element", {"id": "trial-plan"}, "was moved (now", "уже занят"),
    ("element", {"claim_ru": "очень " * 400}, "characters; there may be", "знаков"),
    ("element", {"title_ru": "Подписан план " * 12}, "at most 110", "не больше 110"),
    ("element", {"claim_en": "Signed\u202e yesterday."}, "control character (`U+202E`)", "невид"),
    ("element", {"claim_en": "Signed \x1b[31mred."}, "control character (`U+001B`)", "невид"),
    ("element", {"source": "javascript:alert(1)"}, "There is no source", "нет"),
    ("element", {"source": "https://nowhere.example.org/"}, "Send the form", "отправьте форму"),
    ("element", {"parties": "kz-mod, nobody"}, "There is no `nobody`", "В списке нет"),
    ("element", {"kind": "evil — зло · evil"}, "not in the list", "нет в списке"),
    ("element", {"date": "in spring"}, "can be read", "как дату"),
    ("element", {"date": "2031-01-01"}, "the latest day", "последний день в данных"),
    ("element", {"people": "Иван Иванов; министр"}, "has not these parts", "не те части"),
    ("element", {"related": "follows; trial-plan-2018"}, "mean `trial-plan-2019`", "trial-plan"),
    ("element", {"source_title": "Второй план"}, "tells of a new source", "о новом источнике"),
    ("element", {"source_2": "trial-agency"}, "given only in part", "не полностью"),
    ("element", {"title_ru": ""}, "There is no answer", "Ответа нет"),
    ("source", {"url": "javascript:alert(1)"}, "does not begin with", "не начинается с"),
    ("source", {"url": "https://user@evil.example.org/"}, "user's name", "куда он ведёт"),
    ("source", {"archive_url": "data:text/html,x"}, "does not begin with", "не начинается с"),
    ("source", {"url": "https://ministry.example.org/news/7"}, "has this source", "уже есть: `t"),
    ("source", {"reliability": "A"}, "choose another", "выберите другое"),
    ("source", {"language": "xx"}, "There is no `xx`", "В списке нет"),
    ("correction", {"record": "../../etc/passwd"}, "There is no record", "нет"),
    ("correction", {"record": "trial-plan-2018"}, "Did you mean `trial-plan-2019`", "trial-plan"),
    ("correction", {"old": "План подписан в мае."}, "says something else now", "другое"),
    ("correction", {"new": "План подписан в январе."}, "says this already", "уже так"),
    ("correction", {"field": "__class__"}, "There is no `__class__`", "нет поля"),
    ("correction", {"field": "a/../b"}, "is not the way to a field", "не путь"),
    ("correction", {"field": "date", "old": "", "new": "soon", "other": ""}, "be read", "как дату"),
    ("correction", {"reason_ru": "", "reason_en": ""}, "Say why", "Скажите почему"),
    ("correction", {"source": "nobody"}, "There is no source", "Источника"),
    ("correction", {"record": "trial-ministry", "field": "url", "old": "", "other": "",
                    "new": "javascript:alert(1)"}, "does not begin with", "не начинается с"),
    ("right-of-reply", {"url": "javascript:alert(1)"}, "does not begin with", "не начинается с"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "changes", "english", "russian"), HOSTILE)
def test_a_bad_answer_is_told_in_both_languages_and_nothing_is_written(
    form: str, changes: dict[str, str], english: str, russian: str, data: Path, tmp_path: Path
) -> None:
    good = {"element": ELEMENT, "source": SOURCE, "correction": CORRECTION, "right-of-reply": REPLY}
    output = refused(data, form, good[form] | changes, tmp_path)
    in_russian, in_english = output.split("\n---\n")
    assert english in in_english and russian in in_russian
    assert "No draft was made" in in_english and "Черновик не составлен" in in_russian


@pytest.mark.parametrize("lines", ["\n", " \n", "*a\n", "\t", "a: ", "- "])
def test_a_text_as_long_as_an_issue_may_be_is_answered_at_once(
    lines: str, data: Path, tmp_path: Path
) -> None:
    text = "x" + lines * (60_000 // len(lines)) + "x"
    before = time.process_time()
    refused(data, "element", ELEMENT | {"claim_ru": text}, tmp_path)
    assert time.process_time() - before < 5


def test_everything_that_is_wrong_is_said_at_once(data: Path, tmp_path: Path) -> None:
    answers = ELEMENT | {"title_ru": "{{ x }}", "parties": "kz-mod", "kind": "no", "date_basis": ""}
    output = refused(data, "element", answers, tmp_path).split("\n---\n")[1]
    assert [line[:3] for line in output.splitlines() if line[:1].isdigit()] == ["1. ", "2. ", "3. "]


def test_an_empty_field_a_bad_date_and_an_unknown_party_are_one_answer(
    data: Path, tmp_path: Path
) -> None:
    label = load(data).terms("actors")["kz-mod"].label.ru
    answers = ELEMENT | {"title_ru": "", "date": "2021-02-31", "parties": label[:-2]}
    output = refused(data, "element", answers, tmp_path)
    for said in ("Заголовок по-русски", "2021-02-31", "kz-mod"):
        assert said in output


def test_a_wrong_date_hides_nothing_that_is_wrong_beside_it(data: Path, tmp_path: Path) -> None:
    answers = ELEMENT | {"date": "in spring", "title_en": "A plan " * 16, "claim_ru": ""}
    output = refused(data, "element", answers, tmp_path).split("\n---\n")[1]
    for said in ("in spring", "at most 110", "There is no answer"):
        assert said in output


NEW = {f"source_{key}": value for key, value in SOURCE.items() if key not in ("url", "kind")}
WRONG = {"source": "javascript:alert(1)", "date": "in spring", "scope": ""}


@pytest.mark.parametrize(
    ("form", "answers", "questions"),
    [
        (
            "element", ELEMENT | NEW | WRONG | {"source_reliability": "A"},
            ["Cooperation or context", "Date of the element", "Source",
             "New source: Kind of source", "New source: Reliability"],
        ),
        (
            "source", SOURCE | {"url": "javascript:alert(1)", "title": "", "reliability": "A"},
            ["Title", "Address", "Reliability"],
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_the_order_of_the_form_and_no_consequence_with_it(
    form: str, answers: dict[str, str], questions: list[str], data: Path, tmp_path: Path
) -> None:
    output = refused(data, form, answers, tmp_path).split("\n---\n")[1]
    lines = [line for line in output.splitlines() if line[:1].isdigit()]
    assert [line.split(".")[1].strip(" *") for line in lines] == questions


def test_two_forms_for_one_event_are_told_of_each_other(data: Path, tmp_path: Path) -> None:
    payload = filled(data, "element", ELEMENT)
    assert take(data, payload, tmp_path).exit_code == 0
    name = "elements/a-second-plan-was-signed.yml"
    waiting = {name: (data / name).read_text("utf-8")}
    (data / name).unlink()
    event = tmp_path / "event.json"
    again = ELEMENT | {"id": "plan-of-2020"}
    event.write_text(json.dumps(filled(data, "element", again)), "utf-8")
    outcome = take_in(read_event(event), data, datetime.date(2026, 11, 25), waiting)
    assert "`a-second-plan-was-signed` tells the same event" in as_comment(outcome)
    event.write_text(json.dumps(payload), "utf-8")
    outcome = take_in(read_event(event), data, datetime.date(2026, 11, 25), waiting)
    assert "there is an element" in as_comment(outcome)


def test_hostile_markup_does_nothing_in_the_comment(data: Path, tmp_path: Path) -> None:
    text = "@everybody ![x](https://evil.example/x.png) <img src=x onerror=alert(1)> #1"
    output = refused(data, "right-of-reply", REPLY | {"reply": text}, tmp_path)
    for live in ("@everybody", "![x]", "<img", "https://evil", "#1"):
        assert live not in output


def test_an_answer_cannot_pose_as_another_question(data: Path, tmp_path: Path) -> None:
    heading = FORMS["element"].field("stage").heading
    injected = ELEMENT | {"claim_ru": f"План подписан.\n\n### {heading}\n\nin_force"}
    output = refused(data, "element", injected, tmp_path)
    assert "stands in the text more than once" in output


def test_a_heading_that_was_deleted_or_moved_is_missed(data: Path, tmp_path: Path) -> None:
    payload = filled(data, "element", ELEMENT)
    body = payload["issue"]["body"]
    first, second, *rest = body.split("\n\n### ")
    for mended, said in (
        ("\n\n### ".join([first, *rest]), "is missing from the text"),
        ("\n\n### ".join(["### " + second, first.removeprefix("### "), *rest]), "in the order"),
    ):
        before = held(data)
        result = take(data, event_of(mended), tmp_path)
        assert result.exit_code == 1 and said in result.output
        assert held(data) == before


def test_a_text_that_no_form_made_is_told_so(data: Path, tmp_path: Path) -> None:
    for body in ("", "Hello", "### Title\n\nx", None):
        result = take(data, event_of(body), tmp_path)  # type: ignore[arg-type]
        assert result.exit_code == 1
        assert "does not come from one of the forms" in result.output


@pytest.mark.parametrize(
    ("payload", "said"),
    [
        ("not json", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("[]", "it holds no object"),
        ("{}", "has no `issue`"),
        ("x" * 1_000_001, "more than 1,000,000 bytes"),
        ('{"issue": {"number": "7"}}', "has no number"),
        ('{"issue": {"number": 7, "pull_request": {}}}', "is a pull request"),
        ('{"issue": {"number": 7}, "repository": {"full_name": "a/b/../c"}}', "its repository"),
    ],
)
def test_what_is_no_event_is_wrong_use(payload: str, said: str, data: Path, tmp_path: Path) -> None:
    before = held(data)
    result = take(data, payload, tmp_path)
    assert result.exit_code == 2
    assert said in result.output.replace("\n", " ")
    assert held(data) == before


def test_an_id_that_was_merged_meanwhile_is_not_overwritten(data: Path, tmp_path: Path) -> None:
    payload = filled(data, "element", ELEMENT)
    take(data, payload, tmp_path)
    before = held(data)
    result = take(data, payload, tmp_path)
    assert result.exit_code == 1
    assert "`a-second-plan-was-signed-2` is free" in result.output
    assert held(data) == before
