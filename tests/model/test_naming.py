"""What a record is called: the same in the feed, in a difference and on its page."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from dossier.dataset import Dataset, load
from dossier.diff import fates
from dossier.model.naming import title_in
from dossier.rendering.feed import ATOM, feed
from dossier.rendering.pages import pages_of_records
from dossier.rendering.renderer import Renderer, Settings
from tests.fixtures.trial import TRIAL, copy_trial

ARTICLES = range(1, 9)


@pytest.fixture
def treaty(tmp_path: Path) -> Dataset:
    """The trial dossier with eight articles of one treaty, each new after the first edition."""
    data = copy_trial(tmp_path)
    pattern = next(
        text
        for path in sorted((data / "obligations").glob("*.yml"))
        if "\narticle:" in (text := path.read_text("utf-8"))
    )
    before, _, rest = pattern.partition("\narticle:")
    after = rest[rest.index("\n", rest.index("en:")) :]
    for number in ARTICLES:
        article = f"\narticle:\n  ru: статья {number}\n  en: Article {number}"
        text = before[before.index("\n") :] + article + after.rstrip() + "\nadded: '2026-11-23'\n"
        name = f"article-{number}"
        (data / "obligations" / f"{name}.yml").write_text(f"id: {name}{text}", "utf-8")
    (data / "editions.yml").write_text(
        "id: editions\neditions:\n- date: '2026-11-22'\n  note: {ru: Первое., en: The first.}\n"
    )
    return load(data)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_eight_articles_of_a_treaty_have_eight_titles_everywhere(
    treaty: Dataset, language: str
) -> None:
    renderer = Renderer(treaty, language, Settings())
    names = {title_in(treaty.obligations[f"article-{n}"], language) for n in ARTICLES}
    assert len(names) == 8

    atom = ET.fromstring(feed(renderer, "Trial", ""))
    titles = [title.text or "" for title in atom.iter(f"{{{ATOM}}}title")]
    in_feed = {title.partition(": ")[2].replace("\N{NO-BREAK SPACE}", " ") for title in titles}
    assert names <= in_feed

    changes = fates.changes(load(TRIAL), treaty)
    in_diff = {c.title[language] for c in changes if isinstance(c.title, dict)}
    assert names <= in_diff

    on_pages = {page.title for page in pages_of_records(renderer)}
    assert names <= on_pages
