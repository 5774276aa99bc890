"""Editions: what is cited can be fetched and checked, and nothing later leaks into an earlier."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import json
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.dataset import Dataset, load
from dossier.dataset.as_of import as_of
from dossier.export import outputs
from dossier.model import Editions, Source
from dossier.rendering.renderer import Renderer
from dossier.rendering.views.citing import stamp_of
from tests.conftest import ROOT
from tests.making import cite, claim, dataset, element, source, text

DAY = datetime.date(2026, 11, 22)


def _manifest(exported: Path, date: str) -> Any:
    return json.loads((exported / f"editions/{date}/manifest.json").read_bytes())


def _archive(exported: Path, date: str) -> zipfile.ZipFile:
    return zipfile.ZipFile(exported / f"editions/{date}/dossier-{date}.zip")


@pytest.fixture(scope="module")
def first(real: Dataset) -> Dataset:
    return as_of(real, DAY)


def test_a_citation_leads_to_the_very_bytes_it_was_made_from(
    exported: Path, real: Dataset, tmp_path: Path
) -> None:
    cited = Renderer(real, "en").reference("x", "elements/x.html").gost
    version = re.findall(r"data version (\w+)", cited)[0]
    date = real.editions.editions[-1].date if real.editions else ""
    assert _manifest(exported, date)["version"] == version
    with _archive(exported, date) as archive:
        archive.extractall(tmp_path)
    fetched = tmp_path / "records"
    (tmp_path / "again").mkdir()
    for document in real.documents:
        path = fetched / document.path.partition("/")[2]
        assert path.read_bytes() == (ROOT / document.path).read_bytes()
    shutil.move(fetched, tmp_path / "again" / "data")
    assert stamp_of(load(tmp_path / "again" / "data")).version == version


@pytest.mark.parametrize("commit", [None, "0123456789abcdef0123456789abcdef01234567"])
def test_an_edition_has_a_day_a_number_a_digest_a_tag_and_a_commit_once_it_is_told(
    commit: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DOSSIER_TAGS", f"{commit} refs/tags/edition-2026-11-22" if commit else "")
    one = dataset(source("s"), element("old", "2020", claim(cite("s"))))
    one.editions = Editions.model_validate(
        {"id": "editions", "editions": [{"date": "2026-11-22", "note": text("one")}]}
    )
    outputs.write_editions(one, tmp_path)
    told = _manifest(tmp_path, "2026-11-22")
    assert {name: told[name] for name in ("edition", "number", "version", "tag", "commit")} == {
        "edition": "2026-11-22", "number": 1, "version": stamp_of(one).version,
        "tag": "edition-2026-11-22", "commit": commit,
    }  # fmt: skip


def test_tags_that_cannot_be_read_stop_the_export(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DOSSIER_TAGS", "edition-2026-11-22")
    with pytest.raises(outputs.ExportError, match="git show-ref"):
        outputs.export(dataset(source("s")), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_every_file_of_an_archive_has_its_sum_in_the_manifest(
    exported: Path, real: Dataset
) -> None:
    for edition in real.editions.editions if real.editions else ():
        manifest = _manifest(exported, edition.date)
        archive = exported / f"editions/{edition.date}" / manifest["archive"]["path"]
        assert hashlib.sha256(archive.read_bytes()).hexdigest() == manifest["archive"]["sha256"]
        with _archive(exported, edition.date) as held:
            assert held.testzip() is None
            assert {
                name: hashlib.sha256(held.read(name)).hexdigest() for name in held.namelist()
            } == {file["path"]: file["sha256"] for file in manifest["files"]}


def test_editions_are_numbered_and_tell_what_they_brought(exported: Path, real: Dataset) -> None:
    editions = real.editions.editions if real.editions else ()
    assert [_manifest(exported, e.date)["number"] for e in editions] == [1, 2]
    last = json.loads((exported / f"editions/{editions[-1].date}/changes.json").read_bytes())
    came = {(c["type"], c["id"]) for c in last["changes"] if c["kind"] == "new"}
    assert came == {
        (record.TYPE, record.id) for record in real.all_records() if record.added is not None
    }
    assert all(c["note"]["ru"] for c in last["changes"] if c["kind"] == "correction")


def test_the_first_edition_holds_its_records_and_no_later_one(
    real: Dataset, first: Dataset
) -> None:
    for kind, records in real.records.items():
        expected = {id_ for id_, record in records.items() if record.added is None}
        lost = expected - set(first.records[kind])
        assert set(first.records[kind]) <= expected, kind
        # A question whose answer rests on later sources alone would tell the answer.
        later = {source.id for source in real.sources.values() if source.added is not None}
        for id_ in lost:
            assert kind == "question"
            assert {cite.source for cite in real.questions[id_].cites} <= later


def test_nothing_later_leaks_into_the_archive_of_the_first_edition(
    exported: Path, real: Dataset
) -> None:
    """No id of a later record, no later day, in any cell of any table."""
    later = {record.id for record in real.all_records() if record.added is not None}
    days = re.compile(r"2026-11-2[3-9]|2026-1[12]-30|2027-")
    with _archive(exported, "2026-11-22") as archive:
        names = [name for name in archive.namelist() if name.endswith(".csv")]
        for name in names:
            rows = csv.reader(io.TextIOWrapper(archive.open(name), "utf-8", newline=""))
            for row in rows:
                ids = {part for cell in row for part in re.split(r"; |#|/", cell)}
                assert not ids & later, (name, row[0], ids & later)
                assert not [cell for cell in row if days.fullmatch(cell)], (name, row[0])
    assert len(names) > 16


def test_a_source_published_later_takes_along_what_rests_on_it() -> None:
    late: Source = source("late", published="2026-12-01")
    data = dataset(
        source("early", published="2026-01"),
        late,
        element("one", "2020", claim(cite("early")), claim(cite("late"), id="second")),
        element("two", "2021", claim(cite("late"))),
        element("three", "2022", claim(cite("early"), cite("late")),
                related=({"element": "two", "relation": "follows"},)),
    )  # fmt: skip
    then = as_of(data, DAY)
    assert list(then.sources) == ["early"]
    assert {id_: [c.id for c in e.claims] for id_, e in then.elements.items()} == {
        "one": ["claim"], "three": ["claim"]
    }  # fmt: skip
    assert then.elements["three"].related == ()
    assert [c.source for c in then.elements["three"].claims[0].cites] == ["early"]


def test_later_notes_and_checks_are_not_told() -> None:
    changes = [
        {"date": day, "kind": "update", "note": text("x")} for day in ("2026-11-20", "2026-11-25")
    ]
    data = dataset(
        source("s", accessed="2026-11-25"),
        element("one", "2020", claim(cite("s")), checked="2026-11-26", history=changes),
    )
    then = as_of(data, DAY)
    assert [change.date for change in then.elements["one"].history] == ["2026-11-20"]
    assert (then.elements["one"].checked, then.sources["s"].accessed) == (
        "2026-11-22", "2026-11-22"
    )  # fmt: skip


def test_what_was_known_does_not_change_when_more_comes_in() -> None:
    early = (source("s", published="2020"), element("one", "2020", claim(cite("s"))))
    more = element("two", "2021", claim(cite("s")), added="2026-11-26")
    before, after = as_of(dataset(*early), DAY), as_of(dataset(*early, more), DAY)
    assert stamp_of(before) == stamp_of(after)


def test_records_that_wait_for_an_edition_are_not_in_the_last_one(tmp_path: Path) -> None:
    editions = Editions.model_validate(
        {"id": "editions", "editions": [{"date": "2026-11-22", "note": text("one")}]}
    )
    data = dataset(
        source("s"),
        element("old", "2020", claim(cite("s"))),
        element("new", "2021", claim(cite("s")), added="2026-11-25"),
    )
    data.editions = editions
    outputs.write(data, tmp_path)
    outputs.write_editions(data, tmp_path)
    assert _manifest(tmp_path, "2026-11-22")["made"] == "as of its day"
    with _archive(tmp_path, "2026-11-22") as archive:
        assert b"old" in archive.read("data/elements.csv")
        assert b"new," not in archive.read("data/elements.csv")


@pytest.mark.slow
def test_the_command_exports_what_was_known_on_a_day_and_nothing_later(
    real: Dataset, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    arguments = ["export", "--data", str(ROOT / "data"), "--as-of", "2026-11-22", str(out)]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    rows = (out / "data/elements.csv").read_text("utf-8").count("\n") - 1
    with _archive(out, "2026-11-22") as archive:
        assert archive.read("data/elements.csv").decode().count("\n") - 1 == rows
    assert sorted(path.name for path in (out / "editions").iterdir()) == ["2026-11-22"]
    # In no file of any format a record that came later: by its name, or in any of the texts.
    later = {record.id for record in real.all_records() if record.added is not None}
    named = {path.stem.partition(".")[0] for path in out.rglob("*") if path.is_file()}
    assert named & later == set()
    word = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
    texts = [p for p in out.rglob("*") if p.suffix in (".csv", ".json", ".md", ".ics", ".bib",
                                                       ".ris", ".txt", ".cff")]  # fmt: skip
    leaked = {p: found for p in texts if (found := later.intersection(
        word.findall(p.read_text("utf-8"))))}  # fmt: skip
    assert leaked == {}
    assert {path.suffix for path in texts} >= {".csv", ".json", ".md", ".ics", ".bib", ".ris"}
