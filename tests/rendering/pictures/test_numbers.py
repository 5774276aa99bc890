"""The numbers of every picture equal those of the dataset, counted here from the bare YAML."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml

from dossier.dataset import load
from dossier.rendering.pictures.picture import Picture
from dossier.rendering.renderer import Renderer, Settings
from tests.conftest import ROOT

DATA = ROOT / "data"
Yaml = dict[str, Any]


@cache
def gallery(language: str) -> Any:
    return Renderer(load(DATA), language, Settings()).pictures


def shown(name: str) -> Picture:
    made = gallery("ru")[name]
    assert isinstance(made, Picture), made
    return made


@cache
def records(folder: str) -> tuple[Yaml, ...]:
    files = sorted((DATA / folder).glob("*.yml"))
    return tuple(yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in files)


def terms(axis: str) -> Yaml:
    path = DATA / "vocabulary" / f"{axis}.yml"
    found: Yaml = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)["terms"]
    return found


def own() -> Iterator[Yaml]:
    return (one for one in records("elements") if one.get("scope", "cooperation") == "cooperation")


def column(picture: Picture, place: int) -> list[int]:
    return [int(row[place].value) for row in picture.table.rows]


def test_words_and_deeds() -> None:
    picture = shown("words-and-deeds")
    counts = Counter((one["date"][:4], one["mode"]) for one in own() if one["date"][:4].isdigit())
    for place, mode in enumerate(terms("modes"), 1):
        total = sum(number for (_, found), number in counts.items() if found == mode)
        assert sum(column(picture, place)) == total
        assert str(total) in picture.title
        by_year = {row[0].value: row[place].value for row in picture.table.rows}
        assert by_year["2022"] == counts["2022", mode]
        assert by_year["1998–2002"] == sum(counts[str(y), mode] for y in range(1998, 2003))


def test_for_and_against() -> None:
    risks = sorted(records("risks"), key=lambda risk: int(risk["order"]))
    fields = ("evidence_for", "arguments_for", "evidence_against", "arguments_against")
    for place, field in enumerate(fields, 1):
        assert column(shown("for-and-against"), place) == [len(r.get(field, ())) for r in risks]


def test_indicators() -> None:
    picture = shown("indicators")
    watched = [one for risk in records("risks") for one in risk.get("indicators", ())]
    for place, direction in enumerate(("raises", "lowers"), 1):
        states = Counter(
            "not_checked" if i["state"] == "not_seen" and "searched" not in i else i["state"]
            for i in watched
            if i["direction"] == direction
        )
        assert column(picture, place) == [states[state] for state in terms("indicator_states")]
        assert f"{states['seen']} из {states.total()}" in picture.title.replace("\xa0", " ")
    assert picture.wide.links == len(watched)
    assert picture.narrow.links == 0, "too small for a finger, and sent twice"


def test_verdicts() -> None:
    picture = shown("verdicts")
    claims = [c for p in records("articles")[0]["paragraphs"] for c in p["claims"]]
    found = Counter((claim["verdict"], claim["kind"]) for claim in claims)
    drawn = {
        (str(row[0].value).replace("\xa0", " "), kind): cell.value
        for row in picture.table.rows
        for kind, cell in zip(picture.table.columns[1:], row[1:], strict=True)
    }
    for verdict, term in terms("verdicts").items():
        for kind, named in terms("ledger_kinds").items():
            label, head = (t["label"]["ru"].capitalize() for t in (term, named))
            assert drawn.get((label, head), 0) == found[verdict, kind]
    assert picture.wide.links == picture.narrow.links == len(claims)


def test_verdict_strip() -> None:
    picture = shown("verdict-strip")
    paragraphs = records("articles")[0]["paragraphs"]
    used = {claim["verdict"] for one in paragraphs for claim in one["claims"]}
    order = [verdict for verdict in terms("verdicts") if verdict in used]
    for row, one in zip(picture.table.rows, paragraphs, strict=True):
        found = Counter(claim["verdict"] for claim in one["claims"])
        assert [cell.value for cell in row] == [one["id"], *(found[name] for name in order)]
    facts = [[c["verdict"] for c in p["claims"] if c["kind"] == "fact"] for p in paragraphs]
    whole = sum(bool(one) and set(one) == {"confirmed"} for one in facts)
    told = [int(number) for number in re.findall(r"\d+", picture.title)]
    assert told == [whole, sum(map(bool, facts))]
    assert picture.wide.links == sum(len(one["claims"]) for one in paragraphs)


def test_evidence() -> None:
    picture = shown("evidence")
    assert sum(column(picture, 1)) == sum(len(one["claims"]) for one in records("elements"))


def test_documents() -> None:
    picture = shown("documents")
    found = [one for kind in ("elements", "obligations") for one in records(kind) if "steps" in one]
    assert len(picture.table.rows) == len(found)
    rungs = [key for key, term in terms("stages").items() if "rung" in term.get("flags", ())]
    assert len(picture.table.columns) == 1 + len(rungs)
    for place, rung in enumerate(rungs, 1):
        reached = sum(step["stage"] == rung for one in found for step in one["steps"])
        assert sum(bool(row[place].href) for row in picture.table.rows) == reached
        assert rung == "authorised" or f"— {reached}" in picture.title.replace("\xa0", " ")


def test_obligations() -> None:
    picture = shown("obligations")
    scopes = [s for s in terms("obligation_scopes") if any(
        one["scope"] == s for one in records("obligations"))]  # fmt: skip
    legal = {key for key, term in terms("kinds").items() if "legal" in term.get("flags", ())}
    for row, name in zip(picture.table.rows, terms("obligation_classes"), strict=True):
        told = [cell.value for cell in row[1:]]
        laws = Counter(o["scope"] for o in records("obligations") if o["obligation"] == name)
        papers = [e for e in own() if e["kind"] in legal and e["obligation"] == name]
        assert told == [*(laws[scope] for scope in scopes), len(papers)]


def test_exercises() -> None:
    picture = shown("exercises")
    every = [x for one in records("elements") for x in one.get("exercises", ())]
    assert len(picture.table.rows) == picture.wide.links == len(every)
    labels = {key: term["label"]["ru"] for key, term in terms("exercise_formats").items()}
    drawn = Counter(
        (str(row[2].value).replace("\xa0", " "), row[1].value) for row in picture.table.rows
    )
    assert drawn == Counter((labels[x["format"]], x["date"][:4]) for x in every)
    assert len({(x["name"]["ru"], x["date"]) for x in every}) == len(every), "one is told twice"


def test_projects() -> None:
    picture = shown("projects")
    every = [p for one in records("elements") for p in one.get("projects", ())]
    assert picture.wide.links == len(every)
    pairs = {(p["project"], p["step"]) for p in every}
    steps = list(terms("project_steps"))
    for row, project in zip(picture.table.rows, terms("projects"), strict=True):
        for place, step in enumerate(steps, 1):
            told = str(row[place].value)[:2].isdigit()
            assert told == ((project, step) in pairs), (project, step)


def dated(one: Yaml) -> bool:
    return bool(one.get("date")) and one["date"][:4].isdigit()


def test_timeline() -> None:
    picture = shown("timeline")
    every = [one for one in records("elements") if dated(one)]
    compared = [one.get("comparison") if one.get("scope") == "context" else None for one in every]
    lanes = Counter(
        theme
        for one, other in zip(every, compared, strict=True)
        if not other
        for theme in one["themes"]
    )
    totals = [lanes[theme] for theme in terms("themes") if lanes[theme]]
    totals += [compared.count(term) for term in terms("comparisons") if term in compared]
    assert column(picture, -1) == totals
    for row in picture.table.rows:
        assert sum(int(cell.value) for cell in row[1:-1]) == row[-1].value
    about = yaml.load((DATA / "dossier.yml").read_text("utf-8"), yaml.BaseLoader)
    led = [m for m in picture.wide.marks if getattr(m, "href", "").startswith("elements/")]
    assert len(led) == sum(totals) + len(about["landmarks"])
    number, year = (int(word) for word in re.findall(r"\d+", picture.title)[1::-1])
    assert number == sum(int(one["date"][:4]) >= year for one in every)
    assert 2 * number >= len(every) > 2 * sum(int(one["date"][:4]) > year for one in every)


def test_comparators() -> None:
    picture = shown("comparators")
    own_kinds = Counter(one["kind"] for one in own())
    labels = {term["label"]["ru"].casefold(): key for key, term in terms("kinds").items()}
    drawn = {
        labels[str(r[0].value).replace("\xa0", " ").casefold()]: r[1].value
        for r in picture.table.rows
    }
    assert {kind: number for kind, number in drawn.items() if number} == own_kinds
    other = sum(1 for one in records("elements") if one.get("comparison"))
    assert sum(int(c.value) for row in picture.table.rows for c in row[2:]) == other


@pytest.mark.parametrize("risk", records("risks"), ids=lambda risk: risk["id"])
def test_a_risk_in_time(risk: Yaml) -> None:
    picture = shown(f"risk-{risk['id']}")
    known = {one["id"]: one for kind in ("elements", "obligations") for one in records(kind)}
    chain = {name for link in risk["mechanism"] for name in link.get("elements", ())}
    norms = {*risk["objective_from"], *risk.get("obligations", ())}
    sides = [
        [one.get("element") or one.get("obligation") for one in risk.get(field, ())]
        for field in ("evidence_for", "evidence_against")
    ]
    roles = [chain, *sides, norms]
    expected = [sum(dated(known[name]) for name in names) for names in roles]
    assert len(picture.table.rows) == picture.wide.links == sum(expected)
    assert f"{expected[1]} датиров" in picture.title.replace("\xa0", " ")


def test_map() -> None:
    picture = shown("map")
    placed = [one for one in own() if one.get("places")]
    named = Counter(
        {"Nur-Sultan": "Astana"}.get(name, name)
        for one in placed
        for name in {place["en"] for place in one["places"]}
    )
    drawn = {str(row[0].value).replace("\xa0", " "): row for row in picture.table.rows}
    labels = {term["label"]["en"]: term["label"]["ru"] for term in terms("places").values()}
    for name, number in named.items():
        russian = labels.get(name) or next(
            place["ru"] for one in placed for place in one["places"] if place["en"] == name
        )
        row = drawn[russian[0].upper() + russian[1:]]
        assert row[2].value == len(row[3].parts) == number, name
    assert len(drawn) == len(named)
    assert str(len(placed)) in picture.title
    top = max(number for name, number in named.items() if name != "Istanbul")
    assert f"— {top}" in picture.title.replace("\xa0", " ")


def test_the_map_names_its_sources_and_holds_no_place_twice() -> None:
    found = json.loads((DATA / "map.json").read_text("utf-8"))
    assert found["licence"] == "public domain"
    assert all(re.fullmatch(r"[0-9a-f]{64}", found[key]["sha256"]) for key in ("outline", "places"))
    west, south, east, north = found["frame"]
    towns = {key: tuple(town["at"]) for key, town in found["settlements"].items()}
    assert len(set(towns.values())) == len(towns)
    assert set(towns) <= set(terms("places"))
    for x, y in [*towns.values(), *(point for ring in found["land"] for point in ring)]:
        assert west <= x <= east, (x, y)
        assert south <= y <= north, (x, y)


MONTHS = {"01": "января"}


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif value:
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def test_a_procedure_gives_only_days_that_its_records_give() -> None:
    scenario = next(one for one in records("scenarios") if "procedure" in one)
    picture = shown(f"procedure-{scenario['id']}")
    steps = scenario["procedure"]["steps"]
    assert len(picture.table.rows) == len(steps)
    known = {one["id"]: one for kind in ("elements", "obligations") for one in records(kind)}
    dates = {one["id"]: one.get("published", "") for one in records("sources")}
    for step, row in zip(steps, picture.table.rows, strict=True):
        shows = known[step.get("element") or step["obligation"]]
        said = [*strings(shows), *(dates[cite["source"]] for cite in shows.get("cites", ()))]
        for day in re.findall(r"(\d{4})-(\d\d)-(\d\d)", step.get("date", "")):
            words = f"{int(day[2])} {MONTHS[day[1]]}"
            assert any(words in text or "-".join(day) in text for text in said), (step, day)
            assert str(int(day[2])) in str(row[3].value)
        assert bool(row[1].parts) == bool(step.get("rules"))


@pytest.mark.parametrize("name", gallery("ru").ids)
def test_both_languages_say_the_same_numbers(name: str) -> None:
    made = [gallery(language)[name] for language in ("ru", "en")]
    assert type(made[0]) is type(made[1])
    if isinstance(made[0], Picture):
        ru, en = ([[c.value for c in row if c.is_number] for row in one.table.rows] for one in made)
        assert ru == en
        assert made[0].wide.links == made[1].wide.links
