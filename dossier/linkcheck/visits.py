"""All addresses of the dataset visited: hosts side by side, one host's pages one by one."""

from __future__ import annotations

import datetime
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from dossier.dataset import Dataset
from dossier.dates.edtf import DateError, parse
from dossier.linkcheck.request import Answer, Asker
from dossier.linkcheck.verdict import VERDICTS, Judged, judge, without_network
from dossier.model import Source
from dossier.model.annotations import Url
from dossier.model.links import LinkException
from dossier.parsing import nodes

ARCHIVE = "https://web.archive.org/web/"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address stands: a file, a line, the field; `source` is the source's id."""

    path: str
    line: int
    field: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """One address, everywhere it stands, the verdict, and what could stand in for it.

    `archive` is an archived copy or where to look for one; `archived` tells whether it is there,
    where that was asked.
    """

    url: str
    places: tuple[Place, ...]
    judged: Judged
    archive: str | None = None
    archived: bool | None = None
    exception: LinkException | None = None

    @property
    def wants_work(self) -> bool:
        """Whether somebody has to act: it is gone, and no exception says that this is known."""
        return self.judged.verdict == "dead" and self.exception is None


@dataclass
class Manners:
    """How hosts are treated: so many at once, and a pause between two requests to one host."""

    at_once: int = 8
    pause: float = 1.0
    _gates: dict[str, threading.Lock] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def asking(self, asker: Asker) -> Callable[[str, str], Answer]:
        """The asker, kept to these manners."""

        def ask(url: str, method: str) -> Answer:
            host = host_of(url)
            with self._gates.setdefault(host, threading.Lock()):
                if host in self._last:
                    time.sleep(max(0.0, self._last[host] + self.pause - time.monotonic()))
                try:
                    return asker.ask(url, method)
                finally:
                    self._last[host] = time.monotonic()

        return ask


def host_of(url: str) -> str:
    """The host of an address; nothing where it is not well formed."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def addresses(dataset: Dataset, sources: Iterable[str] = ()) -> dict[str, list[Place]]:
    """Every address of the records with its places; of some sources only, where they are named."""
    wanted = set(sources)
    places: dict[str, list[Place]] = defaultdict(list)
    for record, path, value, mark in dataset.marks:
        if not isinstance(mark, Url) or record is dataset.link_exceptions:
            continue
        if wanted and not (isinstance(record, Source) and record.id in wanted):
            continue
        line = nodes.locate(record.document.root, path).line
        source = record.id if isinstance(record, Source) else ""
        places[value].append(Place(record.document.path, line, str(path[-1]), source))
    return dict(places)


def visit(
    dataset: Dataset,
    places: dict[str, list[Place]],
    asker: Asker,
    manners: Manners,
    today: datetime.date,
    progress: Callable[[int, int], None],
    archive: str = ARCHIVE,
) -> list[Visit]:
    """Visit every address; the worst verdicts first, then in the order of addresses."""
    ask = manners.asking(asker)
    hosts: dict[str, list[str]] = defaultdict(list)
    for url in sorted(places):
        hosts[host_of(url)].append(url)
    done: dict[str, Judged] = {}

    def visit_host(urls: list[str]) -> None:
        for url in urls:
            done[url] = judge(url, ask)
            progress(len(done), len(places))

    with ThreadPoolExecutor(max_workers=manners.at_once) as pool:
        # The hosts with most addresses begin: they take longest.
        for task in [
            pool.submit(visit_host, urls) for urls in sorted(hosts.values(), key=len, reverse=True)
        ]:
            task.result()
    urls = sorted(done)
    verdicts = dict(zip(urls, without_network([done[url] for url in urls]), strict=True))
    excepted = _exceptions(dataset, today)

    def proposed(url: str, judged: Judged) -> str | None:
        if judged.verdict != "dead" and not judged.at_front_page:
            return None
        sources = [dataset.sources[place.source] for place in places[url] if place.source]
        return _copy(url, sources, verdicts) or _lookup(url, sources, archive)

    visits = [
        Visit(url, tuple(places[url]), judged, proposed(url, judged), exception=excepted.get(url))
        for url, judged in verdicts.items()
    ]
    return sorted(visits, key=lambda entry: (VERDICTS.index(entry.judged.verdict), entry.url))


def ask_archive(visits: list[Visit], asker: Asker, manners: Manners) -> list[Visit]:
    """The visits with the proposed copies looked for, and replaced by what was found."""
    ask = manners.asking(asker)

    def asked(entry: Visit) -> Visit:
        if entry.archive is None:
            return entry
        judged = judge(entry.archive, ask)
        if judged.verdict in ("ok", "moved"):
            return replace(entry, archive=judged.at or entry.archive, archived=True)
        return replace(entry, archived=False if judged.verdict == "dead" else None)

    return [asked(entry) for entry in visits]


def _exceptions(dataset: Dataset, today: datetime.date) -> dict[str, LinkException]:
    owner = dataset.link_exceptions
    exceptions = {}
    for exception in owner.exceptions if owner else ():
        try:
            if parse(exception.until).hi >= today:
                exceptions[exception.url] = exception
        except DateError:  # `date-format` reports it
            continue
    return exceptions


def _copy(url: str, sources: list[Source], verdicts: dict[str, Judged]) -> str | None:
    """The archived copy that a source names, unless that is gone as well."""
    for source in sources:
        copy = source.archive_url
        if copy and copy != url and (copy not in verdicts or verdicts[copy].verdict != "dead"):
            return copy
    return None


def _lookup(url: str, sources: list[Source], archive: str) -> str:
    """Where an archive shows the copy nearest to the day on which the source was consulted."""
    stamp = "2"  # the earliest that there is
    for source in sources[:1]:
        with suppress(DateError):
            stamp = parse(source.accessed).hi.strftime("%Y%m%d")
    return f"{archive}{stamp}/{url}"
