"""What kept Zensical from building the pages stays mended; `make probe` builds them with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dossier.site import adapter
from tests.conftest import ROOT
from tests.prove.zensical import compared

TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
# Its templates are MiniJinja: strings have no methods of Python, and a page may have no `meta`.
FOREIGN = re.compile(r"forceescape|\.(?:split|format|items|startswith|endswith)\(")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_asks_for_nothing_that_zensical_lacks(path: Path) -> None:
    assert FOREIGN.findall(path.read_text("utf-8")) == []


def test_macros_work_without_the_file_of_the_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    told = {"extra": {"data": "data"}}
    assert adapter._data_of(told) == ROOT / "data"
    named = told | {"config_file_path": str(ROOT / "elsewhere" / "mkdocs.yml")}
    assert adapter._data_of(named) == ROOT / "elsewhere" / "data"


def test_the_report_names_pages_that_are_missing_and_words_that_differ(tmp_path: Path) -> None:
    for site, words in (("one", "same words"), ("other", "same <b>letters</b>")):
        (tmp_path / site).mkdir()
        text = f"<article><p class='edition'>{site}</p><p>{words}</p></article>"
        (tmp_path / site / "page.html").write_text(text, "utf-8")
        (tmp_path / site / "equal.html").write_text("<article>x</article>", "utf-8")
    (tmp_path / "one" / "more.html").touch()
    assert compared(tmp_path / "one", tmp_path / "other") == [
        "pages: 3 by MkDocs, 2 by the other, 2 by both",
        "the same words: 1 of 2",
        "missing: more.html",
        "other words: page.html",
        "page.html: “same words” | “same letters”",
    ]
