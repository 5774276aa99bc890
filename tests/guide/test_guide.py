"""Whatever the guide, the READMEs and the notes for contributors tell a reader to do, works.

Every fenced block is run in a fresh clone, page by page and from top to bottom: `sh` is typed,
`yaml` is written where its first line says, `text` must be what the command above it has printed.
A block of another kind, and a command in a sentence that no block and no test runs, are mistakes.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.guide.pages import PAGES, PLACE, ROOT, Block, blocks, commands_in_prose
from tests.guide.session import REHEARSED, Session, origin

# Commands that stand in sentences only, and the test that runs them.
ELSEWHERE = {
    "dossier check --watch": "tests/check/test_changed.py::watch",
    "dossier merge": "tests/commands/test_depart.py::merged_source",
    "dossier new element": "tests/authoring/test_new.py::on_a_terminal_it_asks",
    "dossier forms": "tests/forge/intake/test_forms.py::committed_files_are_those_that_the_engine",
    "dossier schema": "tests/authoring/test_schema.py::schema_is_what_the_model_says",
    "make serve ADDRESS=127.0.0.1:8010": "tests/site/test_preview_server.py::taken_address_is_told",
    "dossier archive": "tests/linkcheck/test_archive.py::a_copy_that_is_there_is_recorded",
    "dossier links": "tests/linkcheck/test_links.py::when_every_address_answers",
    "dossier explain RULE": "tests/commands/test_check.py::explain",
    "dossier retract": "tests/commands/test_depart.py::retracted_record",
    "make catalogue": "tests/messages/test_messages.py::make_catalogue",
}
TWINS = (("docs/ru/", "docs/en/"), (".ru.md", ".md"))


def twin_of(page: str) -> str:
    """The English page of a Russian one; an English page is its own."""
    for russian, english in TWINS:
        page = page.replace(russian, english)
    return page


def to_run(page: str) -> list[Block]:
    """The blocks of a page, but for the last ones of an English page that its Russian twin has."""
    found = list(blocks(page))
    twin = next((other for other in PAGES if other != page and twin_of(other) == page), None)
    others = list(blocks(twin)) if twin else []
    while found and others and same_in_both(found[-1]) == same_in_both(others.pop()):
        found.pop()
    return found


def same_in_both(block: Block) -> tuple[str, str]:
    """A block without what must differ: the language asked for, the comment on its place."""
    text = block.text.replace(" --language ru", "")
    return block.language, PLACE.sub(lambda match: match["path"], text)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return origin(tmp_path_factory.mktemp("origin"))


@pytest.fixture
def repository(published: Path, tmp_path: Path) -> Path:
    """A repository of one's own, which other pages cannot push to."""
    return Path(shutil.copytree(published, tmp_path / "origin.git"))


@pytest.mark.slow
@pytest.mark.parametrize(
    "page",
    [
        page if twin_of(page) != page else pytest.param(page, marks=pytest.mark.prove)
        for page in PAGES
        if to_run(page)
    ],
)
def test_every_block_of_a_page_does_what_it_says(
    page: str, repository: Path, tmp_path: Path
) -> None:
    session = Session(repository, tmp_path)
    found = to_run(page)
    if not any(block.text.startswith("git clone") for block in found):
        session.type('git clone -q "$REPOSITORY" dossier')
        session.type("cd dossier")
    for place, block in enumerate(found):
        following = found[place + 1].language if place + 1 < len(found) else ""
        if block.language == "sh":
            for line in block.text.splitlines():
                session.type(line)
                if following != "text":  # what goes wrong on purpose is shown below
                    assert session.status == 0, f"{page}:{block.line}: {line}\n{session.printed}"
        elif block.language == "yaml":
            session.write(block)
        elif block.language == "text":
            session.has_printed(block.text)
        else:
            pytest.fail(f"{page}:{block.line}: nothing runs a block of `{block.language}`")


@pytest.mark.parametrize("page", PAGES)
def test_no_command_in_a_sentence_is_one_that_nothing_runs(page: str) -> None:
    typed = {line for other in PAGES for block in blocks(other) for line in block.text.splitlines()}
    typed |= {line.removeprefix(".venv/bin/") for line in typed}
    idle = {
        command
        for command in commands_in_prose(page)
        if command.removeprefix(".venv/bin/") not in {*typed, *REHEARSED, *ELSEWHERE}
        and not any(line.startswith(f"{command} ") for line in typed)
    }
    assert idle == set()


@pytest.mark.parametrize("test", sorted(set(ELSEWHERE.values())))
def test_what_is_run_elsewhere_is_run_there(test: str) -> None:
    name, _, word = test.partition("::")
    assert re.search(rf"def test_\w*{word}", (ROOT / name).read_text("utf-8")), test


def test_a_page_is_the_same_in_both_languages_block_for_block() -> None:
    for page in PAGES:
        assert [block.language for block in blocks(page)] == [
            block.language for block in blocks(twin_of(page))
        ]


def test_what_a_page_asks_for_in_both_languages_is_run_once() -> None:
    index = "docs/ru/editing/index.md"
    assert to_run(index) == list(blocks(index))
    english = to_run(twin_of(index))
    assert english == list(blocks(twin_of(index)))[: len(english)], "its examples are English"
    assert english[-1].language == "text"
    assert to_run("docs/en/editing/review.md") == []
