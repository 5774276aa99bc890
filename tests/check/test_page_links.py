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
