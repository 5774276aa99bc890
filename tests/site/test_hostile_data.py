"""Text of the data stays text: whatever it looks like, it is neither run nor read as markup."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.parsing import nodes
from dossier.rendering import addresses
from dossier.rendering.pdf import downloads
from tests.site.project import make_project, quiet_environment
from tests.site.reading import Reading, plain, read

HOSTILE = (
    "{{ 7*7 }} {% raw %} {% endraw %} {# note #} <script>alert(1)</script> </title> </svg> "
    "<img src=x onerror=alert(2)> \"double\" 'single' a|b|c _under_ *star* **strong** "
    "[link](javascript:alert(3)) ![x](y) &amp; &lt; \\ \\n `code` ``` ${x} ~~~ ^up^ $$ {: #id }"
    "\n# heading\n\n    indented\n- item\n| a | b |\n|---|---|\n"
)
ADDRESS = "https://example.org/?q={{ 7*7 }}\"><script>alert(4)</script>&amp;'_*"
# What a written page says of itself.
META = 'Quotes " and \' "><script>alert(5)</script> &amp; <b>bold</b> & -->'
# Bibliographic text is kept in one language; these fields hold it.
VERBATIM = frozenset({"title", "author", "publisher", "original_title"})

# MkDocs with the rules silenced: they would refuse most of this before it reached a page.
RULES = "from dossier.check import rules; rules.findings = lambda *_: []"
MKDOCS = f"{RULES}; import mkdocs.__main__ as m"


class Poison:
    """Replaces every text of a record and remembers what was put where."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.put: dict[str, dict[str, str]] = {"ru": {}, "en": {}}

    def record(self, value: dict[str, Any], path: tuple[str, ...] = ()) -> dict[str, Any]:
        if value.keys() <= {"ru", "en"} and isinstance(value.get("ru"), str):
            return {language: self.text(path, language) for language in ("ru", "en")}
        return {key: self.field(key, item, (*path, str(key))) for key, item in value.items()}

    def field(self, key: str, value: Any, path: tuple[str, ...]) -> Any:
        if isinstance(value, dict):
            return self.record(value, path)
        if isinstance(value, list):
            return [
                self.record(item, (*path, str(i))) if isinstance(item, dict) else item
                for i, item in enumerate(value)
            ]
        if key == "url":
            return ADDRESS + self.name
        if key in VERBATIM or path[-2:] == ("quote", "text"):
            text = self.text(path, "ru")
            self.put["en"][".".join(path)] = text
            return text
        return value

    def text(self, path: tuple[str, ...], language: str) -> str:
        place = ".".join((self.name, *path, language))
        self.put[language][".".join(path)] = f"{HOSTILE}{place}"
        return self.put[language][".".join(path)]


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple[str, Poison]]]:
    """The trial project with every text replaced, built; and what was put on which page."""
    project = make_project(tmp_path_factory.mktemp("hostile") / "project")
    places: list[tuple[str, Poison]] = []
    for page in (project / "docs").glob("*/editing/index.md"):
        front = {"title": META, "description": META, "scripts": [META]}
        page.write_text(f"---\n{yaml.safe_dump(front)}---\n", "utf-8")
    for path in sorted((project / "data").glob("*/*.yml")):
        record = nodes.plain(nodes.read(path.read_bytes())[0])
        folder = path.parent.name
        poison = Poison(f"{folder}.{path.stem}")
        path.write_text(yaml.safe_dump(poison.record(record), allow_unicode=True), "utf-8")
        kind = folder.removesuffix("s")
        if kind in addresses.PAGES:
            places.append((addresses.address(kind, path.stem).partition("#")[0], poison))
    running = [
        subprocess.Popen(
            [
                sys.executable,
                "-c",
                f"{MKDOCS}; m.cli()",
                "build",
                "--strict",
                "-f",
                config,
                "-d",
                str(project / "site" / language),
            ],
            cwd=project,
            env=quiet_environment(
                CI="true", DOSSIER_SITE_URL="https://example.org/", **{downloads.MADE: "1"}
            ),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for language, config in (("ru", "mkdocs.yml"), ("en", "mkdocs.en.yml"))
    ]
    for process in running:
        said, _ = process.communicate()
        assert process.returncode == 0, said[-4000:]
    return project / "site", places


def pages(site: Path) -> Iterator[tuple[str, Reading]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), read(path)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_text_arrives_on_the_page_of_its_record_letter_for_letter(
    language: str, poisoned: tuple[Path, list[tuple[str, Poison]]]
) -> None:
    site, places = poisoned
    # Where citations are kept short, the page of the source says what it shows.
    sources = "".join(read(path).text for path in (site / language / "sources").iterdir())
    lost = []
    for page, poison in places:
        seen = read(site / language / page).text
        lost += [
            f"{poison.name}.{field}"
            for field, text in poison.put[language].items()
            if plain(text) not in (seen + sources if field.endswith(".shows") else seen)
        ]
    assert lost == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("page", "field"),
    [
        ("chronology/index.html", "elements.trial-plan-2019.title"),
        ("chronology/index.html", "elements.trial-plan-2019.claims.0.text"),
        ("themes/exercises.html", "elements.trial-exercise-2020.title"),
        ("inline.html", "elements.trial-exercise-2020.title"),
        ("inline.html", "elements.trial-plan-2019.title"),
        ("inline.html", "risks.trial-habits.title"),
        ("inline.html", "obligations.trial-treaty-article-1.instrument"),
        ("sources/index.html", "vocabulary.languages.terms.ru.label"),
        ("actors/index.html", "vocabulary.actors.terms.kazakhstan.label"),
        ("risks/index.html", "risks.trial-habits.balance"),
    ],
)
def test_macros_hand_the_text_through_markdown_unread(
    page: str, field: str, poisoned: tuple[Path, list[tuple[str, Poison]]]
) -> None:
    site, _ = poisoned
    for language in ("ru", "en"):
        assert plain(f"{HOSTILE}{field}.{language}") in read(site / language / page).text


@pytest.mark.slow
def test_a_publisher_cited_in_running_text_is_not_read_as_markdown(
    poisoned: tuple[Path, list[tuple[str, Poison]]],
) -> None:
    site, _ = poisoned
    text = plain(f"{HOSTILE}sources.trial-agency.publisher.ru")
    assert text in read(site / "ru" / "inline.html").text


@pytest.mark.slow
def test_nothing_of_the_data_is_run_or_computed(
    poisoned: tuple[Path, list[tuple[str, Poison]]],
) -> None:
    site, _ = poisoned
    amiss = []
    for name, page in pages(site):
        handlers = [
            (seen.tag, key)
            for seen in page.elements
            for key in seen.attributes
            if key.startswith("on") or key in ("srcdoc", "formaction")
        ]
        foreign = [
            seen.tag
            for seen in page.elements
            if (seen.tag == "img" and seen.attributes.get("src") in ("x", "y"))
            or (seen.attributes.get("href") or "").startswith("javascript:")
            or seen.attributes.get("id") == "id"
        ]
        data = '[{"@context": "https://schema.org"'  # metadata for search engines, never run
        run = [it for it in page.scripts if "alert(" in it and not it.strip().startswith(data)]
        if handlers or foreign or run or re.search(r"\b49\b", page.text):
            amiss.append((name, handlers, foreign, run))
    assert amiss == []


@pytest.mark.slow
def test_an_address_stays_inside_its_attribute(
    poisoned: tuple[Path, list[tuple[str, Poison]]],
) -> None:
    site, _ = poisoned
    for language in ("ru", "en"):
        page = read(site / language / "sources" / "trial-agency.html")
        assert f"{ADDRESS}sources.trial-agency" in list(page.attributes("href"))


@pytest.mark.slow
def test_the_title_of_a_page_is_the_text_itself(
    poisoned: tuple[Path, list[tuple[str, Poison]]],
) -> None:
    site, _ = poisoned
    page = read(site / "ru" / "elements" / "trial-plan-2019.html")
    title = page.part(lambda seen: seen.tag == "title")
    assert plain(HOSTILE).partition("</title>")[0] in title


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ru", "en"])
def test_what_a_written_page_says_of_itself_stays_text(
    language: str, poisoned: tuple[Path, list[tuple[str, Poison]]]
) -> None:
    site, _ = poisoned
    page = read(site / language / "editing" / "index.html")
    said = {
        seen.attributes.get("name") or seen.attributes.get("property"): seen.attributes["content"]
        for seen in page.elements
        if seen.tag == "meta" and "content" in seen.attributes
    }
    assert [said[name] for name in ("description", "og:title", "og:description")] == [META] * 3
    assert any(address.endswith(META) for address in page.attributes("src"))
    assert page.part(lambda seen: seen.tag == "title").startswith(META)
    for other in ("index.html", "actors/index.html"):
        text = (site / language / other).read_text("utf-8")
        assert "alert(5)" in text
        assert "<script>alert(5)" not in text
