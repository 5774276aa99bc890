"""`dossier due`: what is to be looked at again, by the interval of its theme."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.dataset import load
from dossier.grading.freshness import DEFAULT_DAYS, Due, days_between_checks, due_records
from tests.making import dataset, element

# The trial records were checked on 21 November 2026, the open question on the 19th. Its themes:
# planned-cooperation (90 days), exercises (180), legal-base (365).


def due(*arguments: object, epoch: str | None = None) -> Result:
    runner = CliRunner(env={"SOURCE_DATE_EPOCH": epoch})
    return runner.invoke(main, ["due", *map(str, arguments)])


def ids(data: Path, day: str) -> list[str]:
    return [entry.record.id for entry in due_records(load(data), datetime.date.fromisoformat(day))]


def test_nothing_is_due_before_its_interval_has_passed(data: Path) -> None:
    assert ids(data, "2027-02-18") == []


def test_a_record_is_due_on_the_day_that_its_interval_ends(data: Path) -> None:
    plan = ["trial-month", "trial-plan-2019"]  # the dispute names the plan
    assert ids(data, "2027-02-19") == plan
    assert set(ids(data, "2027-05-18")) == {*plan, "trial-cost"}
    assert "trial-agreement-2018" not in ids(data, "2027-11-20")
    assert "trial-agreement-2018" in ids(data, "2027-11-21")


def test_the_longest_overdue_comes_first(data: Path) -> None:
    path = data / "elements/trial-exercise-2020.yml"
    path.write_text(path.read_text("utf-8").replace("checked: '2026-11-21'", "checked: '2025'"))
    assert ids(data, "2027-02-19")[-1] == "trial-month" or ids(data, "2027-02-19")[0] != ""
    entries = due_records(load(data), datetime.date(2028, 1, 1))
    assert [entry.since for entry in entries] == sorted(entry.since for entry in entries)


def test_a_record_of_several_themes_has_the_shortest_interval(data: Path) -> None:
    path = data / "elements/trial-agreement-2018.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("  - legal-base\n", "  - legal-base\n  - planned-cooperation\n"))
    assert "trial-agreement-2018" in ids(data, "2027-02-19")


def test_an_answered_question_is_not_due(data: Path) -> None:
    path = data / "questions/trial-cost.yml"
    text = path.read_text("utf-8").replace("state: searched_not_found", "state: answered")
    path.write_text(text + "answer: {ru: Столько., en: So much.}\n")
    assert "trial-cost" not in ids(data, "2030-01-01")


def planned(data: Path, date: str, checked: str) -> None:
    path = data / "elements/trial-exercise-2020.yml"
    text = path.read_text("utf-8").replace("stage: held", "stage: planned")
    text = re.sub(r"^date: .*$", f"date: '{date}'", text, flags=re.MULTILINE)
    path.write_text(re.sub(r"^checked: .*$", f"checked: '{checked}'", text, flags=re.MULTILINE))


def test_a_planned_event_is_due_once_its_day_has_passed(data: Path) -> None:
    planned(data, "2026-12", "2026-11-21")
    assert "trial-exercise-2020" not in ids(data, "2026-12-31")
    assert ids(data, "2027-01-01") == ["trial-exercise-2020"]
    line = due("--data", data, "--today", "2027-01-02").output.splitlines()[0]
    assert line == (
        "2027-01-01  data/elements/trial-exercise-2020.yml  planned for 2026-12, a day that has "
        "passed; checked 2026-11-21, 1 day over"
    )


def test_a_plan_that_was_looked_at_after_its_day_waits_for_its_interval(data: Path) -> None:
    planned(data, "2026-10", "2026-11-21")
    assert "trial-exercise-2020" not in ids(data, "2027-05-19")
    assert "trial-exercise-2020" in ids(data, "2027-05-20")


def test_an_exception_of_the_link_check_is_due_when_its_day_has_passed(data: Path) -> None:
    (data / "link-exceptions.yml").write_text(
        "id: link-exceptions\nexceptions:\n- url: https://agency.example.org/2020/06/trial\n"
        "  reason: The site turns away programs.\n  until: '2026-12-31'\n"
    )
    assert ids(data, "2026-12-31") == []
    assert ids(data, "2027-01-01") == ["link-exceptions"]
    line = due("--data", data, "--today", "2027-01-01").output.splitlines()[0]
    assert "the exception for https://agency.example.org/2020/06/trial holds no longer" in line


def test_a_plan_that_was_looked_at_on_its_day_is_due_the_day_after(data: Path) -> None:
    planned(data, "2026-11-21", "2026-11-21")
    assert ids(data, "2026-11-21") == []
    assert ids(data, "2026-11-22") == ["trial-exercise-2020"]


def test_records_of_one_day_come_by_their_ids() -> None:
    names = ["b", "a", "c"]
    records = dataset(*(element(name, themes=("unknown",)) for name in names))
    found = due_records(records, datetime.date(2026, 6, 30))
    assert [entry.record.id for entry in found] == ["a", "b", "c"]
    assert {(entry.theme, entry.days) for entry in found} == {(None, DEFAULT_DAYS)}


@pytest.mark.parametrize("first", ["planned-cooperation", "logistics-transit"])  # 90 days each
def test_of_themes_with_one_interval_the_first_named_is_told(first: str) -> None:
    themes = (first, "legal-base", "planned-cooperation", "logistics-transit")
    records = dataset(element("one", themes=themes))
    assert due_records(records, datetime.date(2027, 1, 1))[0].theme == first


def test_exceptions_of_one_day_come_by_their_addresses(data: Path) -> None:
    one, other = "https://agency.example.org/2020/06/trial", "https://example.org/a"
    exception = "- url: {}\n  reason: The site turns away programs.\n  until: '2026-12-31'\n"
    (data / "link-exceptions.yml").write_text(
        "id: link-exceptions\nexceptions:\n" + exception.format(other) + exception.format(one)
    )
    found = due_records(load(data), datetime.date(2027, 1, 1))
    assert [entry.about for entry in found] == [one, other]


@pytest.mark.parametrize(
    ("themes", "days"),
    [
        (("exercises",), 180),
        (("legal-base",), 365),
        (("legal-base", "planned-cooperation", "exercises"), 90),
        (("unknown", "legal-base"), 365),
    ],
)
def test_the_shortest_interval_of_the_themes_counts(themes: tuple[str, ...], days: int) -> None:
    record = element("one", themes=themes)
    assert days_between_checks(record, dataset(record)) == days


def test_what_is_due_by_a_plan_has_no_theme() -> None:
    day = datetime.date(2026, 1, 1)
    assert Due(element("one"), day, "plan", "2026", day).theme is None
    assert Due(element("one"), day, "interval", "exercises", day).theme == "exercises"


@pytest.mark.parametrize("checked", ["2026-11-21/..", "2026/", "yesterday"])
def test_a_check_without_a_last_day_stops_nothing(checked: str, data: Path) -> None:
    path = data / "elements/trial-exercise-2020.yml"
    text = path.read_text("utf-8").replace("checked: '2026-11-21'", f"checked: '{checked}'")
    path.write_text(text)
    assert "trial-exercise-2020" not in ids(data, "2030-01-01")


def test_json_tells_the_reason_in_fields(data: Path) -> None:
    found = json.loads(due("--data", data, "--today", "2027-02-20", "--format", "json").output)
    assert [entry["id"] for entry in found] == ["trial-month", "trial-plan-2019"]
    assert found[1] == {
        "path": "data/elements/trial-plan-2019.yml",
        "type": "element",
        "id": "trial-plan-2019",
        "title": {
            "ru": "Подписан пробный план на год",
            "en": "A trial plan for the year was signed",
        },
        "why": "interval",
        "about": "planned-cooperation",
        "checked": "2026-11-21",
        "days": 90,
        "since": "2027-02-19",
        "days_over": 1,
        "look_too": [],
    }


def test_a_line_says_where_since_when_and_why(data: Path) -> None:
    result = due("--data", data, "--today", "2027-02-20")
    assert result.output.splitlines() == [
        "2027-02-19  data/disputes/trial-month.yml  checked 2026-11-21, every 90 days "
        "(planned-cooperation), 1 day over",
        "2027-02-19  data/elements/trial-plan-2019.yml  checked 2026-11-21, every 90 days "
        "(planned-cooperation), 1 day over",
        "2 records are due on 2027-02-20",
    ]
    assert result.exit_code == 0


def test_markdown_is_a_list_of_tasks_and_makes_titles_harmless(data: Path) -> None:
    path = data / "elements/trial-plan-2019.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("en: A trial plan for the year was signed", "en: '<b> @all #1'"))
    result = due("--data", data, "--today", "2027-02-19", "--format", "markdown")
    assert result.output.startswith("**2 records are due on 2027-02-19.**\n\n- [ ] `data/disputes/")
    assert "&lt;b&gt; @<!-- -->all #<!-- -->1" in result.output


def test_the_day_is_given_and_never_taken_from_the_clock(data: Path) -> None:
    assert due("--data", data).exit_code == 2
    assert "--today" in due("--data", data).output
    # 2027-02-19
    assert "2 records are due" in due("--data", data, epoch="1802995200").output
    assert due("--data", data, "--today", "19.02.2027").exit_code == 2


def test_every_theme_has_an_interval() -> None:
    terms = load(Path(__file__).parents[2] / "data").terms("themes")
    days = {name: term.review_days for name, term in terms.items()}
    assert None not in days.values()
    assert days["planned-cooperation"] == days["logistics-transit"] == 90
    assert days["legal-base"] == 365
