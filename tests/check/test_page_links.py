"""Links of pages: a record that cannot be printed is no reason to call a good link dead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.check import rules
from dossier.check.rules import _site
from dossier.check.rules._site import SitePages
from dossier.dataset import Dataset, load
from dossier.rendering.renderer import Renderer, Settings
from dossier.site.pages import generated
from tests.fixtures.trial import copy_trial


def test_pages_that_broken_records_cut_short_make_no_link_dead(
    trial: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not SitePages(trial, "ru").has("risks/gone.md")

    def broken(_: object) -> Iterator[None]:
        raise LookupError("no term `exercice`")

    monkeypatch.setattr(_site, "places", broken)
    assert SitePages(trial, "ru").has("risks/trial-habits.md")


@pytest.mark.parametrize(
    ("link", "record", "old", "new"),
    [
        ("elements/trial-plan-2019.md#signed-in-january", "trial-plan-2019", "kind: ", "kind: ["),
        ("risks/trial-habits.md#evidence", "trial-exercise-2020", "date: '2020-06-15'", "date: x"),
        ("risks/trial-habits.md#evidence", "trial-exercise-2020", "kind: exercise", "kind: x"),
    ],
)
def test_a_record_that_cannot_be_read_or_printed_makes_no_link_dead(
    link: str, record: str, old: str, new: str, data: Path
) -> None:
    page = data.parent / "docs" / "en" / "note.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(f"# Note\n\n[there]({link})\n", "utf-8")
    path = data / "elements" / f"{record}.yml"
    assert dead_links(data) == []
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    assert dead_links(data) == []


def dead_links(data: Path) -> list[str]:
    return [str(it.message) for it in rules.findings(load(data)) if it.rule == "page-link"]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_page_is_known_and_none_is_made_for_it(
    language: str, trial: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [page.markdown_path for page in generated(Renderer(trial, language, Settings()))]
    monkeypatch.setattr(Renderer, "render", None)
    pages = SitePages(trial, language)
    assert [name for name in made if not pages.has(name)] == []
    assert len(made) > 30 and any(name.startswith("pictures/") for name in made)
    assert not pages.has("pictures/gone.md") and not pages.has("elements/gone.md")
    assert pages.has_anchor("elements/trial-plan-2019.md", "signed-in-january")


@pytest.mark.parametrize(
    ("page", "anchor", "is_there"),
    [
        ("elements/trial-plan-2019.md", "signed-in-january", True),
        ("elements/trial-plan-2019.md", "signed-in-march", False),
        ("elements/trial-exercise-2020.md", "signed-in-january", False),
        ("risks/trial-habits.md", "second-exercise", True),
        ("risks/trial-habits.md", "in-time", True),
        ("risks/trial-habits.md", "held", False),
        ("risks/gone.md", "held", True),
        ("note.md", "given", True),
        ("note.md", "trial-cost", True),
        ("note.md", "other", False),
        ("questions.md", "trial-cost", True),
        ("questions.md", "trial-price", False),
        ("articles/trial-article.md", "P1", True),
        ("articles/trial-article.md", "P1-agreement", True),
        ("articles/trial-article.md", "P1-plan", False),
        ("broken.md", "other", True),
    ],
)
def test_a_place_on_a_page_is_known_or_is_looked_for(
    page: str, anchor: str, is_there: bool, pages_of_both: dict[str, SitePages]
) -> None:
    for pages in pages_of_both.values():
        assert pages.has_anchor(page, anchor) is is_there


@pytest.mark.parametrize(
    ("name", "is_there"),
    [
        ("map.png", True),
        ("assets/site.css", True),
        ("gone.png", False),
        ("data/gone.csv", True),
        ("pictures/gone.svg", True),
        ("../x.pdf", True),
        ("llms.txt", True),
        ("robots.txt", True),
        ("sitemap.xml", True),
        ("sitemap.xml.gz", True),
        ("CITATION.cff", True),
        ("dossier-en.pdf", None),
        ("feed.xml", True),
        ("chronology/feed.xml", False),
        ("note.xml", True),
        ("questions.xml", True),
        ("gone.xml", False),
        ("a" * 5000, False),
    ],
)
def test_a_file_beside_the_pages_is_known(
    name: str, is_there: bool | None, pages_of_both: dict[str, SitePages]
) -> None:
    for language, pages in pages_of_both.items():
        assert pages.has_file(name) is (language == "en" if is_there is None else is_there)


@pytest.fixture(scope="module")
def pages_of_both(tmp_path_factory: pytest.TempPathFactory) -> dict[str, SitePages]:
    """The pages of the trial records, with a few written ones and two files beside them."""
    root = tmp_path_factory.mktemp("pages")
    written = {
        "note.md": "# Note { #given }\n\n{{ questions() }}\n",
        "questions.md": "# Questions\n",
        "articles/trial-article.md": "# Article\n",
        "broken.md": '# Broken\n\n{{ theme("gone") }}\n',
    }
    files = {f"docs/{language}/{name}": text
             for language in ("ru", "en") for name, text in written.items()}  # fmt: skip
    files |= {"docs/ru/map.png": "x", "docs/en/map.png": "x", "overrides/assets/site.css": "x"}
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    made = load(copy_trial(root))
    return {language: _site.pages_of(made, language) for language in ("ru", "en")}
