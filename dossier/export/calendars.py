"""Calendars (iCalendar, RFC 5545): what happened or is to happen, and what is to be checked.

A calendar knows days only. An event known to the day or the month is told with what is known in
its title; one that is known to a year or coarser, or has an open side, is left out and listed.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterator
from functools import cache
from typing import Any

import icalendar

from dossier.dates import edtf
from dossier.dates.edtf import Moment
from dossier.export.bundle import Bundle
from dossier.grading.freshness import due_records
from dossier.language.words import LANGUAGES
from dossier.model import Element, Record
from dossier.model.naming import title_in
from dossier.rendering import addresses
from dossier.rendering.renderer import Renderer

ONE_DAY = datetime.timedelta(days=1)
LONGEST = datetime.timedelta(days=62)  # what would fill more of a calendar tells no day


def files(bundle: Bundle) -> Iterator[tuple[str, bytes]]:
    """A calendar of events and one of checks, in each language."""
    for language in LANGUAGES:
        renderer = Renderer(bundle.dataset, language)
        yield (
            f"calendar/events.{language}.ics",
            _calendar(renderer, "calendar.events", _events(renderer, bundle)),
        )
        yield (
            f"calendar/checks.{language}.ics",
            _calendar(renderer, "calendar.checks", _checks(renderer, bundle)),
        )


def _calendar(renderer: Renderer, title: str, events: Iterator[icalendar.Event]) -> bytes:
    calendar: Any = icalendar.Calendar()
    calendar.add("prodid", "-//dossier//export//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{renderer.words('site_name')}: {renderer.words(title)}")
    # Each event is written as it is made: ten thousand of them at once would fill the memory.
    head, end, after = calendar.to_ical().rpartition(b"END:VCALENDAR")
    return b"".join((head, *(event.to_ical() for event in events), end, after))


def _events(renderer: Renderer, bundle: Bundle) -> Iterator[icalendar.Event]:
    ahead = renderer.dataset.flagged("stages", "ahead")
    for element in renderer.dataset.elements.values():
        moment = edtf.parse(element.date)
        if not _fits(moment):
            bundle.report.note("ics", f"elements/{element.id}/date", "no-day")
            continue
        title = element.title.in_language(renderer.language)
        if moment.certainty not in ("exact", "interval") or moment.precision == "month":
            title = f"{title} ({renderer.when_text(element.date)})"
        event = _event(renderer, bundle, element, f"events/{element.id}", title)
        event.add("dtstart", moment.lo)
        event.add("dtend", moment.hi + ONE_DAY)
        event.add("status", "TENTATIVE" if element.stage in ahead else "CONFIRMED")
        event.add("description", _described(element, renderer))
        event.add("categories", [renderer.term("kinds", element.kind).label.in_language(
            renderer.language)])  # fmt: skip
        yield event


def _fits(moment: Moment) -> bool:
    """Whether a calendar can hold it: two sides, and no more days than a reader would look at."""
    return moment.certainty not in ("open", "unknown") and moment.hi - moment.lo <= LONGEST


def _described(element: Element, renderer: Renderer) -> str:
    basis = renderer.term("date_bases", element.date_basis).label.in_language(renderer.language)
    stage = renderer.term("stages", element.stage).label.in_language(renderer.language)
    said = element.lead_claim.text.in_language(renderer.language)
    return f"{renderer.when_text(element.date)} ({basis}); {stage}. {said}"


def _checks(renderer: Renderer, bundle: Bundle) -> Iterator[icalendar.Event]:
    """The day on which each record is due to be looked at again."""
    for due in due_records(renderer.dataset, datetime.date.max):
        if due.record.TYPE not in addresses.PAGES:
            continue
        title = renderer.words("calendar.check", title=title_in(due.record, renderer.language))
        event = _event(renderer, bundle, due.record, f"checks/{due.record.TYPE}/{due.record.id}",
                       title)  # fmt: skip
        event.add("dtstart", due.since)
        event.add("dtend", due.since + ONE_DAY)
        yield event


def _event(
    renderer: Renderer, bundle: Bundle, record: Record, name: str, title: str
) -> icalendar.Event:
    event: Any = icalendar.Event()
    # Never changes, so that a calendar knows the event again.
    event.add("uid", str(uuid.uuid5(uuid.UUID(renderer.dataset.about.feed), name)))
    event["dtstamp"] = _stamp(bundle.moment)
    event.add("summary", bundle.clean(title, f"calendar/{name}"))
    event.add("transp", "TRANSPARENT")
    if bundle.site:
        folder = addresses.folder_of(renderer.language)
        event.add("url", f"{bundle.site}/{folder}{addresses.address_of(record)}")
    return event  # type: ignore[no-any-return]


@cache
def _stamp(moment: datetime.datetime) -> Any:
    """The time of the export as a calendar writes it, worked out once for all events."""
    return icalendar.vDDDTypes(moment)
