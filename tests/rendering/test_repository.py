"""Hosts of repositories: where a mistake is reported, a file edited, and when nothing is said."""

from __future__ import annotations

from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from dossier.dataset import Dataset
from dossier.parsing.markup import elements
from dossier.rendering.pages import places
from dossier.rendering.renderer import Renderer, Settings
from dossier.rendering.repository import forge_of


def test_on_github_the_form_opens_with_the_record_filled_in() -> None:
    forge = forge_of("https://github.com/example/dossier/")
    assert forge.propose("transit-agreement-2024") == (
        "https://github.com/example/dossier/issues/new"
        "?template=correction.yml&record=transit-agreement-2024"
    )
    assert forge.edit("data/elements/transit-agreement-2024.yml") == (
        "https://github.com/example/dossier/edit/main/data/elements/transit-agreement-2024.yml"
    )


@pytest.mark.parametrize(
    ("repo", "edit", "propose"),
    [
        ("https://gitlab.com/a/b", "https://gitlab.com/a/b/-/edit/main/x.yml",
         "https://gitlab.com/a/b/-/issues/new?issue%5Btitle%5D=x"),
        ("https://git.gitlab.example/a/b.git", "https://git.gitlab.example/a/b/-/edit/main/x.yml",
         "https://git.gitlab.example/a/b/-/issues/new?issue%5Btitle%5D=x"),
        ("https://codeberg.org/a/b", "https://codeberg.org/a/b/_edit/main/x.yml",
         "https://codeberg.org/a/b/issues/new?title=x"),
    ],
)  # fmt: skip
def test_other_hosts_have_addresses_of_their_own(repo: str, edit: str, propose: str) -> None:
    forge = forge_of(repo)
    assert (forge.edit("x.yml"), forge.propose("x")) == (edit, propose)


@pytest.mark.parametrize(
    "repo",
    ["", "https://example.org/a/b", "javascript://github.com/%0aalert(1)", "git@github.com:a/b",
     "https://[github.com"],
)  # fmt: skip
def test_where_the_host_is_unknown_or_no_page_nothing_is_linked(repo: str) -> None:
    forge = forge_of(repo)
    assert (forge.edit("x.yml"), forge.propose("x")) == ("", "")


@pytest.mark.parametrize(
    ("repo", "commit"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/commit/abc"),
        ("https://gitlab.com/a/b", "https://gitlab.com/a/b/-/commit/abc"),
        ("https://codeberg.org/a/b", "https://codeberg.org/a/b/commit/abc"),
        ("https://example.org/a/b", ""),
    ],
)
def test_a_commit_has_an_address_on_every_known_host(repo: str, commit: str) -> None:
    assert forge_of(repo).commit("abc") == commit


def test_a_host_that_its_name_does_not_tell_can_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_FORGE", "gitlab")
    assert forge_of("https://code.example/a/b").kind == "gitlab"


def test_the_branch_that_editors_change_can_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_BRANCH", "work/now")
    forge = forge_of("https://gitlab.com/a/b")
    assert forge.edit("x.yml") == "https://gitlab.com/a/b/-/edit/work/now/x.yml"


def test_what_is_put_into_an_address_cannot_change_it() -> None:
    forge = forge_of("https://github.com/a/b")
    assert forge.propose("x&template=other.yml#y").endswith("record=x%26template%3Dother.yml%23y")


def test_pointing_at_a_sentence_fills_in_its_field_and_its_wording() -> None:
    asked = forge_of("https://github.com/example/dossier").propose("a", "date", "2019 & 2020")
    fields = parse_qs(urlsplit(asked).query)
    assert fields == {
        "template": ["correction.yml"], "record": ["a"], "field": ["date"], "old": ["2019 & 2020"],
    }  # fmt: skip
    long = forge_of("https://github.com/a/b").propose("a", "title.ru", "ж" * 2000)
    assert "old=" not in long and "field=title.ru" in long
    assert "title=a%3A+date" in forge_of("https://codeberg.org/a/b").propose("a", "date", "x")


def test_each_claim_of_a_page_leads_to_the_form_that_corrects_it(trial: Dataset) -> None:
    settings = Settings(repo_url="https://github.com/example/dossier")
    page = next(places(trial))[1](Renderer(trial, "en", settings))
    element = next(iter(trial.elements.values()))
    links = [link.attributes["href"] for link in elements(page.html()) if link.tag == "a"]
    asked = [parse_qs(urlsplit(unescape(link or "")).query) for link in links]
    told = [(it["field"][0], it["old"][0]) for it in asked if "field" in it]
    assert told == [
        (f"claims.{number}.text.en", claim.text.en) for number, claim in enumerate(element.claims)
    ]
