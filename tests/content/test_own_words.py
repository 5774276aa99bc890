"""The dossier speaks in its own words: no run of eight words equals one of the article's."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.dataset import load
from dossier.model.annotations import Verbatim
from tests.content.word_runs import runs

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


@pytest.fixture(scope="module")
def article_runs() -> frozenset[str]:
    return frozenset((HERE / "article-runs.txt").read_text().split())


def test_the_hashes_recognise_a_run() -> None:
    text = "one two three four five six seven eight nine"
    assert set(runs("Two, three — four five; six seven EIGHT nine!")) <= set(runs(text))


def test_no_text_of_the_data_repeats_the_article(article_runs: frozenset[str]) -> None:
    dataset = load(ROOT / "data")
    # Titles of documents are bibliographic data and stay as they are, the article's own too.
    titles = frozenset(
        run
        for _, _, value, mark in dataset.marks
        if isinstance(mark, Verbatim)
        for run in runs(value)
    )
    repeated = [
        f"{record.document.path}: {'.'.join(map(str, path))}"
        for record, path, value, _ in dataset.marks
        if hasattr(value, "ru") and (article_runs - titles) & set(runs(value.ru))
    ]
    assert repeated == []


def test_no_page_repeats_the_article(article_runs: frozenset[str]) -> None:
    repeated = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "docs").rglob("*.md"))
        if article_runs & set(runs(path.read_text(encoding="utf-8")))
    ]
    assert repeated == []
