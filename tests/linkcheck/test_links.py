"""`dossier links`: the report, its exceptions, and copies proposed for what is gone."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.dataset import load
from dossier.linkcheck.request import Answer, Asker
from dossier.linkcheck.verdict import judge, without_network
from dossier.linkcheck.visits import Manners, addresses, ask_archive, visit
from tests.fixtures.trial import copy_trial
from tests.linkcheck.server import Local, serving

SOURCES = ("trial-agency", "trial-column", "trial-gazette", "trial-ministry")


@pytest.fixture
def local() -> Iterator[Local]:
    with serving() as server:
        yield server


@pytest.fixture
def data(tmp_path: Path, local: Local) -> Path:
    """The trial dataset with its sources on the local server: /trial-agency and so on."""
    folder = copy_trial(tmp_path)
    for name in SOURCES:
        path = folder / "sources" / f"{name}.yml"
        lines = path.read_text("utf-8").splitlines()
        lines = [f"url: {local.url('/' + name)}" if line.startswith("url:") else line
                 for line in lines]  # fmt: skip
        path.write_text("\n".join(lines) + "\n", "utf-8")
    for path in (folder / "articles").glob("*.yml"):
        path.unlink()  # it has an address too
    return folder


def links(data: Path, local: Local, *arguments: object, **environment: str) -> Result:
    runner = CliRunner(env={"SOURCE_DATE_EPOCH": None, "DOSSIER_REPO_URL": None, **environment})
    fixed = ["links", "--data", data, "--allow-host", local.host, "--pause", "0", "--timeout", "5"]
    return runner.invoke(main, [str(argument) for argument in (*fixed, *arguments)])


def except_(data: Path, url: str, until: str) -> None:
    (data / "link-exceptions.yml").write_text(
        "id: link-exceptions\nexceptions:\n"
        f"  - {{url: '{url}', reason: The site turns away programs., until: '{until}'}}\n"
    )


def test_when_every_address_answers_there_is_one_line_and_status_0(
    data: Path, local: Local
) -> None:
    result = links(data, local)
    assert result.exit_code == 0, result.output
    assert result.output == (
        "4 addresses: 4 ok, 0 not asked, 0 unanswered, 0 refused, 0 moved, 0 dead\n"
    )
    assert sorted(path for _, _, path in local.asked) == [f"/{name}" for name in SOURCES]


def test_a_dead_address_is_told_with_its_place_and_where_a_copy_may_be(
    data: Path, local: Local
) -> None:
    local.routes["/trial-agency"] = 404
    result = links(data, local)
    url = local.url("/trial-agency")
    accessed = load(data).sources["trial-agency"].accessed.replace("-", "")
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert lines[0].startswith("data/sources/trial-agency.yml:")
    assert lines[0].endswith(f": dead: {url}")
    assert lines[1:3] == [
        "  status 404",
        f"  an archived copy may be at https://web.archive.org/web/{accessed}/{url}",
    ]
    assert "web.archive.org" not in str(local.asked)


def test_the_stored_copy_is_proposed_first_and_checked_as_well(data: Path, local: Local) -> None:
    copy = local.url("/copy-of-agency")
    with (data / "sources/trial-agency.yml").open("a") as file:
        file.write(f"archive_url: {copy}\n")
    local.routes["/trial-agency"] = 410
    result = links(data, local)
    assert f"an archived copy may be at {copy}\n" in result.output
    assert local.methods("/copy-of-agency") == ["HEAD"]
    local.routes["/copy-of-agency"] = 404
    assert "may be at https://web.archive.org/web/" in links(data, local).output


def test_a_refusal_and_a_silence_are_unknown_and_need_no_action(data: Path, local: Local) -> None:
    local.routes |= {"/trial-agency": 403, "/trial-column": 503}
    result = links(data, local)
    assert result.exit_code == 0
    assert "1 unanswered, 1 refused, 0 moved, 0 dead" in result.output


def test_an_exception_excuses_a_dead_address_until_its_day(data: Path, local: Local) -> None:
    local.routes["/trial-agency"] = 404
    except_(data, local.url("/trial-agency"), "2026-12-31")
    during = links(data, local, "--today", "2026-12-31")
    assert during.exit_code == 0
    assert "known: The site turns away programs. (until 2026-12-31)" in during.output
    assert links(data, local, "--today", "2027-01-01").exit_code == 1


def test_an_exception_for_an_address_that_answers_can_go(data: Path, local: Local) -> None:
    except_(data, local.url("/trial-agency"), "2026-12-31")
    assert "it answers again: take the exception out" in links(data, local).output


def test_some_sources_can_be_asked_alone(data: Path, local: Local) -> None:
    assert links(data, local, "trial-column").output.startswith("1 address: 1 ok")
    wrong = links(data, local, "trial-colum")
    assert wrong.exit_code == 2
    assert "did you mean `trial-column`?" in wrong.output


def test_json_tells_everything(data: Path, local: Local) -> None:
    local.routes["/trial-agency"] = (301, "/new")
    found = json.loads(links(data, local, "--format", "json").output)
    assert [entry["verdict"] for entry in found] == ["moved", "ok", "ok", "ok"]
    assert found[0]["moved_to"] == local.url("/new")
    assert found[0]["places"][0]["source"] == "trial-agency"
    assert found[0]["places"][0]["field"] == "url"


def test_markdown_makes_tasks_of_what_has_to_be_done(data: Path, local: Local) -> None:
    local.routes |= {"/trial-agency": 404, "/trial-column": 403}
    output = links(data, local, "--format", "markdown").output
    assert output.startswith("**4 addresses: 2 ok, 0 not asked, 0 unanswered, 1 refused")
    assert f"### Gone\n\n- [ ] `{local.url('/trial-agency')}` in `data/sources/" in output
    assert f"- `{local.url('/trial-column')}` in" in output


def test_an_address_that_is_not_well_formed_is_told_and_stops_nothing(
    data: Path, local: Local
) -> None:
    path = data / "sources/trial-agency.yml"
    path.write_text(path.read_text("utf-8").replace(local.url("/trial-agency"), "'http://[x'"))
    result = links(data, local)
    assert result.exit_code == 0, result.output
    assert "not_asked: http://[x" in result.output


def test_the_repository_is_named_to_those_who_are_asked(data: Path, local: Local) -> None:
    links(data, local, DOSSIER_REPO_URL="https://example.org/dossier")
    assert local.headers[0]["User-Agent"] == "dossier-links/1 (+https://example.org/dossier)"


def test_between_two_requests_to_one_host_there_is_the_pause(data: Path, local: Local) -> None:
    links(data, local, "--pause", "0.2")
    times = sorted(at for at, _, _ in local.asked)
    assert len(times) == 4
    assert min(later - earlier for earlier, later in pairwise(times)) >= 0.19


def test_a_copy_is_looked_for_in_the_archive_only_when_asked(data: Path, local: Local) -> None:
    local.routes |= {"/trial-agency": 404, "/trial-column": 404}
    dataset = load(data)
    asker = Asker(5.0, allowed=frozenset({local.host}))
    manners = Manners(pause=0)
    places = addresses(dataset)
    day = datetime.date(2026, 11, 22)
    found = visit(dataset, places, asker, manners, day, lambda *_: None, local.url("/web/"))
    proposed = {entry.url: entry.archive for entry in found}
    there = (proposed[local.url("/trial-agency")] or "").partition(local.host)[2]
    gone = (proposed[local.url("/trial-column")] or "").partition(local.host)[2]
    assert there.startswith("/web/2026")
    assert not [path for _, _, path in local.asked if path.startswith("/web/")]
    local.routes |= {there: (302, "/web/20261120/copy"), gone: 404}
    asked = {entry.url: entry for entry in ask_archive(found, asker, manners)}
    assert asked[local.url("/trial-agency")].archive == local.url("/web/20261120/copy")
    assert asked[local.url("/trial-agency")].archived is True
    assert asked[local.url("/trial-column")].archived is False


def test_without_a_network_no_address_is_called_dead() -> None:
    def ask(url: str, method: str) -> Answer:
        del method
        return answers[url]

    nowhere = Answer(trouble="no_name", detail="the host name leads nowhere")
    answers = {"http://a.example/": nowhere, "http://b.example/": nowhere}
    judged = [judge(url, ask) for url in answers]
    assert [entry.verdict for entry in without_network(judged)] == ["unanswered", "unanswered"]
    answers["http://b.example/"] = Answer(200)
    judged = [judge(url, ask) for url in answers]
    assert [entry.verdict for entry in without_network(judged)] == ["dead", "ok"]


def test_every_address_of_the_sources_is_known_with_its_line(data: Path) -> None:
    found = addresses(load(data))
    for url, places in found.items():
        for place in places:
            line = (data.parent / place.path).read_text("utf-8").splitlines()[place.line - 1]
            assert url in line
