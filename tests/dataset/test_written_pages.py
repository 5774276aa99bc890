"""Written pages as the checks see them: whatever stands in `docs/`, reading it ends in a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.check import rules
from dossier.dataset import load
from dossier.dataset.written_pages import read_pages
from tests.fixtures.trial import copy_trial


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    copy_trial(tmp_path)
    for language in ("ru", "en"):
        (tmp_path / "docs" / language).mkdir(parents=True)
        (tmp_path / "docs" / language / "index.md").write_text("# Page\n", "utf-8")
    return tmp_path / "docs"


def told(docs: Path) -> list[str]:
    findings = rules.findings(load(docs.parent / "data"))
    return [f"{finding.path}: {finding.message}" for finding in findings]


def test_a_folder_with_the_name_of_a_page_is_no_page(docs: Path) -> None:
    (docs / "ru" / "notes.md").mkdir()
    assert [page.document.path for page in read_pages(docs)] == [
        "docs/ru/index.md",
        "docs/en/index.md",
    ]
    assert told(docs) == []


def test_a_page_that_cannot_be_read_is_told(docs: Path) -> None:
    (docs / "ru" / "index.md").unlink()
    (docs / "ru" / "index.md").symlink_to("gone.md")
    (finding,) = told(docs)
    assert finding.startswith("docs/ru/index.md: the macro call cannot be read: ")


def test_a_call_nested_without_end_is_told(docs: Path) -> None:
    (docs / "en" / "index.md").write_text("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", "utf-8")
    assert told(docs) == [
        "docs/en/index.md: the macro call cannot be read: it is nested too deeply"
    ]


@pytest.mark.parametrize(
    "call",
    ["element(1)", "element(none)", "cite('trial-agency', 5)", "grade(1.5)", "changes('ten')",
     "count(none)", "verdict(1, 2)", "terms(7)", "questions(5)", "theme(true)"],
)  # fmt: skip
def test_an_argument_of_another_sort_is_told(call: str, docs: Path) -> None:
    (docs / "ru" / "index.md").write_text(f"{{{{ {call} }}}}\n", "utf-8")
    (finding,) = told(docs)
    assert " is a text, not `" in finding or " is a whole number, not `" in finding
