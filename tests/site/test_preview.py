"""The preview shows every change and every mistake, whatever is written, and never ends by it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

import preview as adapter
from dossier.commands.new import TYPES
from dossier.model import BY_TYPE
from dossier.site import fallback
from dossier.site.mistakes import place_of
from tests.commands.breaking import ELEMENT, run
from tests.commands.test_bad_input import BAD
from tests.diff.test_command import git
from tests.site.project import make_project

pytestmark = pytest.mark.slow  # each shows pages of a project of its own

EXERCISE = "elements/trial-exercise-2020.html"
OTHER = "elements/trial-plan-2019.html"
HOME = "index.html"
# Where the mistakes of `BAD` may be told.
WHERE = (HOME, EXERCISE, OTHER, "sources/trial-agency.html", "elements/x.html")
TITLE = "Прошло пробное учение"
# One page for a file of any sort, and what makes the whole site wait: what MkDocs would follow.
WHOLE = {"a page that is a link to a device"}
# What is bad is found by the check, which tries each at each change; `make prove` takes the rest.
ALL = sorted(BAD)
SOME, REST = ALL[::3], [what for place, what in enumerate(ALL) if place % 3]
STARTED = [what for what in SOME + REST if what not in WHOLE]


class Shown:
    """A preview of a project of its own, asked without a network."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.preview = adapter.Preview(folder, "en")

    def page(self, path: str, status: int = 200) -> str:
        """A page as text, its entities read."""
        answer = self.preview.answer(path)
        text = answer.body.decode()
        assert answer.status == status, f"{path}: {answer.status}\n{text[:2000]}"
        return unescape(text)

    def change(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text("utf-8")
        assert old in text, f"{name} does not hold {old!r}"
        path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_project(tmp_path_factory.mktemp("preview") / "project")


@pytest.fixture
def project(pattern: Path, tmp_path: Path) -> Path:
    return copied(pattern, tmp_path / "project")


def copied(pattern: Path, folder: Path) -> Path:
    folder.mkdir()
    for entry in pattern.iterdir():
        if entry.name in ("data", "docs"):
            shutil.copytree(entry, folder / entry.name)
        elif entry.is_dir():
            (folder / entry.name).symlink_to(entry)
        else:
            shutil.copy(entry, folder)
    return folder


@pytest.fixture(scope="module")
def long_lived(pattern: Path, tmp_path_factory: pytest.TempPathFactory) -> Shown:
    return Shown(copied(pattern, tmp_path_factory.mktemp("lasting") / "project"))


@pytest.fixture
def lasting(long_lived: Shown, pattern: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shown]:
    """One preview for all tests that mend what they broke: it goes on as an editor's would."""
    monkeypatch.setenv("DOSSIER_PREVIEW", "1")
    yield long_lived
    restore(long_lived.folder, pattern)
    long_lived.page(HOME)
    os.environ.pop("DOSSIER_PREVIEW", None)


@pytest.fixture
def shown(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shown]:
    monkeypatch.setenv("DOSSIER_PREVIEW", "1")  # restored afterwards, whatever the hooks do
    monkeypatch.setattr(fallback, "_sound", None)
    yield Shown(project)
    os.environ.pop("DOSSIER_PREVIEW", None)


def restore(project: Path, pattern: Path) -> None:
    for name in ("data", "docs"):
        shutil.rmtree(project / name)
        shutil.copytree(pattern / name, project / name)


@pytest.mark.parametrize("what", SOME + [pytest.param(it, marks=pytest.mark.prove) for it in REST])
def test_bad_input_is_told_on_a_page_and_the_others_stand(
    what: str, lasting: Shown, pattern: Path
) -> None:
    shown = lasting
    assert TITLE in shown.page(EXERCISE)
    break_it, rule = BAD[what]
    if what in WHOLE:
        (shown.folder / "docs/ru/index.md").unlink()
        (shown.folder / "docs/ru/index.md").symlink_to("/dev/zero")
        assert "file-place" in shown.page(HOME, status=500)
    else:
        break_it(shown.folder / "data")
        told = [page for page in WHERE if f"[{rule}]" in shown.page(page, status_of(page, shown))]
        assert told, f"{rule} is told nowhere"
        assert "Обновится" not in shown.page(OTHER)
        assert "Подписан пробный план" in shown.page(OTHER)
        assert TITLE in shown.page(EXERCISE), "what it held before is gone"
        assert shown.page(EXERCISE).count("dossier-error") <= 1
        assert "Trial exercise" in shown.page(f"en/{EXERCISE}")
    restore(shown.folder, pattern)
    assert "dossier-error" not in shown.page(EXERCISE)
    assert "dossier-error" not in shown.page(HOME)


def status_of(path: str, shown: Shown) -> int:
    return shown.preview.answer(path).status


@pytest.mark.parametrize(
    "what", STARTED[:5] + [pytest.param(it, marks=pytest.mark.prove) for it in STARTED[5:]]
)
def test_a_preview_started_on_bad_input_shows_it_and_goes_on(
    what: str, shown: Shown, pattern: Path
) -> None:
    break_it, rule = BAD[what]
    break_it(shown.folder / "data")
    assert any(f"[{rule}]" in shown.page(page, status_of(page, shown)) for page in WHERE)
    restore(shown.folder, pattern)
    assert "dossier-error" not in shown.page(HOME)
    assert TITLE in shown.page(EXERCISE)


@pytest.mark.parametrize("kind", TYPES)
def test_a_file_that_dossier_new_writes_is_told_on_its_page(kind: str, lasting: Shown) -> None:
    shown = lasting
    data = shown.folder / "data"
    made = run("new", kind, "wholly-new", "--no-input", "--data", data)
    assert made.exit_code == 0, made.output
    place = BY_TYPE[kind].FOLDER
    page = place_of(f"data/{place}/wholly-new.yml", "ru")
    assert f"data/{place}/wholly-new.yml:" in shown.page(page)
    assert "placeholder" in shown.page(page)
    assert TITLE in shown.page(EXERCISE)
    (data / place / "wholly-new.yml").unlink()
    assert "wholly-new" not in shown.page(page, status_of(page, shown))


def test_a_finding_stands_once_on_top_in_the_language_of_the_site(shown: Shown) -> None:
    shown.page(EXERCISE)
    shown.change(f"data/{ELEMENT}", "kind: exercise", "kind: exercice")
    russian, english = shown.page(EXERCISE), shown.page(f"en/{EXERCISE}")
    assert russian.count("[unknown-term]") == english.count("[unknown-term]") == 1
    assert "ошибка[unknown-term]" in russian
    assert "error[unknown-term]" in english
    assert "Показан прежний вид" in russian
    assert russian.index("unknown-term") < russian.index('class="lede"')
    # Other pages name the file and lead to its page.
    home = shown.page("chronology/index.html")
    assert f'href="../{EXERCISE}">data/{ELEMENT}</a>' in home
    assert "[unknown-term]" not in home


def test_a_page_of_prose_shows_what_it_held_before_a_wrong_call(shown: Shown) -> None:
    shown.change("docs/ru/method.md", "## Confidence", "Прежние слова.\n\n## Confidence")
    assert "Прежние слова" in shown.page("method.html")
    shown.change("docs/ru/method.md", "Прежние слова", '{{ element("none-such") }}')
    page = shown.page("method.html")
    assert "[page-call]" in page
    assert "Прежние слова" in page
    assert "Macro Rendering Error" not in page


def test_a_broken_file_shows_what_the_last_commit_held(project: Path, shown: Shown) -> None:
    git(project, "init", "-q")
    git(project, "add", "data", "docs")
    git(project, "commit", "-q", "-m", "sound")
    (project / "data" / ELEMENT).write_text("id: [", "utf-8")
    page = shown.page(EXERCISE)
    assert "[yaml-syntax]" in page
    assert TITLE in page


def test_no_data_is_told_and_data_that_come_are_shown(shown: Shown, pattern: Path) -> None:
    shutil.rmtree(shown.folder / "data")
    assert "[file-place]" in shown.page(HOME)
    shutil.copytree(pattern / "data", shown.folder / "data")
    assert TITLE in shown.page(EXERCISE)


def test_a_broken_configuration_is_told_in_words_and_mended(shown: Shown) -> None:
    shown.page(HOME)
    shown.change("mkdocs.yml", "docs_dir: docs/ru", "docs_dir: docs/none")
    assert "docs_dir" in shown.page(HOME, status=500)
    shown.change("mkdocs.yml", "docs_dir: docs/none", "docs_dir: docs/ru")
    assert "figures" in shown.page(HOME)


def test_the_other_language_and_files_are_served_beside(shown: Shown) -> None:
    assert 'lang="en"' in shown.page("en/")
    style = shown.preview.answer("assets/stylesheets/dossier.css")
    assert style.kind == "text/css"
    assert style.body == (shown.folder / "overrides/assets/stylesheets/dossier.css").read_bytes()
    assert shown.preview.answer("no/such.html").status == 404
    assert shown.preview.answer("../../etc/passwd").status == 404


def test_a_file_that_only_a_build_makes_is_told_of_in_words(shown: Shown) -> None:
    for path in ("en/data/elements.csv", "en/print/dossier.pdf"):
        assert "made by `dossier build`" in shown.page(path, status=404)
