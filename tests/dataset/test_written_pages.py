"""Written pages as the checks see them: whatever stands in `docs/`, reading it ends in a page."""

from __future__ import annotations

import os
import socket
import time
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
    assert [page.document.path for page in read_pages(docs)[0]] == [
        "docs/ru/index.md",
        "docs/en/index.md",
    ]
    assert told(docs) == []


def test_a_page_that_cannot_be_read_is_told(docs: Path) -> None:
    (docs / "ru" / "index.md").unlink()
    (docs / "ru" / "index.md").symlink_to("gone.md")
    (finding,) = told(docs)
    assert finding == "docs/ru/index.md: this is not a file that can be read"


def test_a_link_that_stays_within_docs_is_followed(docs: Path) -> None:
    (docs / "ru" / "map.png").write_bytes(b"\x89PNG")
    (docs / "en" / "map.png").symlink_to("../ru/map.png")
    (docs / "en" / "index.md").unlink()
    (docs / "en" / "index.md").symlink_to("../ru/index.md")
    assert told(docs) == []


@pytest.mark.parametrize("name", ["ru/index.md", "ru/notes.txt", "en/map.png", "x.yml", "ru/.x"])
@pytest.mark.parametrize("target", ["../../secret", "/etc/hostname", "/dev/zero", "/etc"])
def test_a_link_that_leads_out_of_docs_is_told(target: str, name: str, docs: Path) -> None:
    (docs.parent / "secret").write_text("secret", "utf-8")
    (docs / name).unlink(missing_ok=True)
    (docs / name).symlink_to(target if name != "x.yml" else target.removeprefix("../"))
    assert told(docs) == [f"docs/{name}: this link leads out of `docs/`"]


def test_a_folder_that_is_a_link_is_told_for_it_may_lead_in_a_circle(docs: Path) -> None:
    (docs / "ru" / "again").symlink_to(".")
    (docs / "en" / "russian").symlink_to("../ru")
    assert told(docs) == [
        "docs/en/russian: a link to a folder is not followed here",
        "docs/ru/again: a link to a folder is not followed here",
    ]


def test_all_pages_together_cannot_be_a_link(docs: Path) -> None:
    docs.rename(docs.parent / "elsewhere")
    docs.symlink_to("elsewhere")
    assert told(docs) == ["docs: a link to a folder is not followed here"]


@pytest.mark.parametrize("name", ["ru/index.md", "en/map.png"])
def test_a_pipe_is_told_and_not_opened(name: str, docs: Path) -> None:
    (docs / name).unlink(missing_ok=True)
    os.mkfifo(docs / name)
    assert told(docs) == [f"docs/{name}: this is not a file that can be read"]


def test_a_socket_is_told(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(docs / "ru")  # an address of a socket is short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("index.txt")
        assert told(docs) == ["docs/ru/index.txt: this is not a file that can be read"]


def test_the_lock_of_an_editor_is_passed_over(docs: Path) -> None:
    (docs / "ru" / ".#index.md").symlink_to("editor@host.4711")
    assert told(docs) == []


def test_a_page_has_a_limit_of_size(docs: Path) -> None:
    with (docs / "ru" / "index.md").open("ab") as file:
        file.truncate(3 * 1024**3)
    assert told(docs) == [
        "docs/ru/index.md: the page has 3,221,225,472 bytes; a page has at most 262,144"
    ]


def test_a_page_under_another_ending_is_told_since_no_rule_would_read_it(docs: Path) -> None:
    (docs / "ru" / "notes.markdown").write_text("# Notes\n", "utf-8")
    assert told(docs) == ["docs/ru/notes.markdown: `notes.markdown` does not end in `.md`"]


def test_folders_as_deep_as_a_path_can_be_are_walked(docs: Path) -> None:
    deep = docs / "ru" / "/".join("a" * 900)
    deep.mkdir(parents=True)
    (deep / "x.txt").symlink_to("/etc/hostname")
    (finding,) = told(docs)
    assert finding.endswith("/x.txt: this link leads out of `docs/`")


@pytest.mark.parametrize("piece", ["{{ ", "{% ", "{# ", "{% raw %}", "<", "](", "`", "```\n"])
def test_a_page_of_nothing_but_beginnings_is_read_in_time(piece: str, docs: Path) -> None:
    (docs / "ru" / "index.md").write_text(piece * (200_000 // len(piece)), "utf-8")
    started = time.process_time()
    told(docs)
    assert time.process_time() - started < 5


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


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("<b>\n\n    <i>\n", "<b>"),
        ("- <b>\n\n    <i>\n\n        <u>\n", "- <b> <i>"),
        ("1. <b>\n\n    <i>\n\n<u>\n\n    <s>\n", "1. <b> <i> <u>"),
        ("<b\n    title=x>\n", "<b title=x>"),
        ("`<b>` <i> {{ grade('<u>') }}\n\n```\n<s>\n```\n", "<i>"),
        ("---\ntitle: <b>\n---\n<i>", "<i>"),
    ],
)
def test_markup_is_read_without_what_is_code(text: str, kept: str, tmp_path: Path) -> None:
    (tmp_path / "ru").mkdir()
    (tmp_path / "ru" / "page.md").write_text(text, "utf-8")
    ((page,), _) = read_pages(tmp_path)
    assert " ".join(page.markup().split()) == kept
    assert len(page.markup()) == len(text)
