"""The calendars, read by two programs that did not write them."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject

from dossier.dataset import Dataset
from dossier.export import calendars
from dossier.export.bundle import Bundle
from dossier.grading.freshness import due_records
from dossier.rendering import addresses
from tests.making import dataset, element, text


def _calendar(data: Dataset, name: str = "events.en") -> tuple[list[Any], Bundle]:
    bundle = Bundle(data, "")
    made = dict(calendars.files(bundle))[f"calendar/{name}.ics"]
    return list(icalendar.Calendar.from_ical(made).walk("VEVENT")), bundle


@pytest.mark.parametrize("language", ["ru", "en"])
def test_both_programs_read_every_event(exported: Path, real: Dataset, language: str) -> None:
    content = (exported / f"calendar/events.{language}.ics").read_bytes()
    events = {str(e["uid"]): e for e in icalendar.Calendar.from_ical(content).walk("VEVENT")}
    again = vobject.readOne(content.decode("utf-8"))
    assert {one.uid.value for one in again.vevent_list} == events.keys()
    for one in again.vevent_list:
        assert one.summary.value == str(events[one.uid.value]["summary"])
        assert one.dtstart.value == events[one.uid.value].decoded("dtstart")
    left_out = {note.place for note in _calendar(real)[1].report.notes if note.rule == "no-day"}
    assert len(events) + len(left_out) == len(real.elements)


def test_every_check_is_there(exported: Path, real: Dataset) -> None:
    content = (exported / "calendar/checks.ru.ics").read_bytes()
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    days = sorted(event.decoded("dtstart") for event in events)
    due = due_records(real, datetime.date.max)
    assert days == sorted(d.since for d in due if d.record.TYPE in addresses.PAGES)


@pytest.mark.parametrize(
    ("date", "days", "told"),
    [
        ("2018-09-13", ("2018-09-13", "2018-09-14"), False),
        ("2018-09-13/2018-09-15", ("2018-09-13", "2018-09-16"), False),
        ("2018-09", ("2018-09-01", "2018-10-01"), True),
        ("2018-09-13~", ("2018-09-13", "2018-09-14"), True),
        ("2018-09-13?", ("2018-09-13", "2018-09-14"), True),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(date: str, days: tuple[str, str], told: bool) -> None:
    (event,), _bundle = _calendar(dataset(element("one", date)))
    assert (str(event.decoded("dtstart")), str(event.decoded("dtend"))) == days
    assert ("(" in str(event["summary"])) is told


@pytest.mark.parametrize("date", ["2018", "19XX", "201X", "2018/..", "../2018-09", "2018/2020"])
def test_what_has_no_day_is_left_out_and_listed(date: str) -> None:
    events, bundle = _calendar(dataset(element("one", date)))
    assert events == []
    assert ("elements/one/date", "no-day") in {(n.place, n.rule) for n in bundle.report.notes}


def test_what_lies_ahead_is_tentative() -> None:
    data = dataset(element("plan", "2030-05-01", stage="planned"), element("fact", "2020-05-01"))
    status = {str(e["summary"]): str(e["status"]) for e in _calendar(data)[0]}
    assert status == {"plan": "TENTATIVE", "fact": "CONFIRMED"}


def test_signs_that_mean_something_to_a_calendar_come_back() -> None:
    title = "one; two, three\\n" + "и" * 100
    (event,), _bundle = _calendar(dataset(element("one", "2020-01-01", title=text(title[:110]))))
    assert str(event["summary"]) == title[:110]
