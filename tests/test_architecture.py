"""The shape of the project: what may import what, how long a module may be, what no file names."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

ENGINE = ROOT / "dossier"
MOST_LINES = 300
CODE = {".py", ".js", ".html", ".j2", ".typ"}

# Nothing but the adapters (hooks.py, macros.py) knows the site generator.
GENERATORS = {"mkdocs", "mkdocs_macros", "material", "markdown", "properdocs", "zensical"}
# The command line is the top: nothing of the engine leans on it.
TOP = {"dossier.cli", "dossier.commands"}

# Put together here, so that this file does not hold what it looks for.
MACHINE = re.compile(r"(?<![\w.:/<-])/" + r"(?:work|root|tmp|home/\w+|Users/\w+)/")
HOSTS = ("python" + "hosted", "registry." + "npmjs", "deb." + "debian", "archive." + "ubuntu",
         "pypi.org" + "/simple", "proxy." + "golang")  # fmt: skip


def tracked() -> list[Path]:
    """The files of the project: tracked, or about to be."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def texts() -> Iterator[tuple[str, str]]:
    for path in tracked():
        try:
            yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")
        except UnicodeDecodeError:
            continue


def imports(path: Path) -> Iterator[str]:
    """The full names of the modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: imports are absolute"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules() -> list[Path]:
    return sorted(ENGINE.rglob("*.py"))


def named(path: Path) -> str:
    return path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")


@pytest.mark.parametrize("path", modules(), ids=named)
def test_the_engine_knows_no_site_generator(path: Path) -> None:
    assert {name.partition(".")[0] for name in imports(path)} & GENERATORS == set()


@pytest.mark.parametrize("path", modules(), ids=named)
def test_nothing_but_the_command_line_imports_the_command_line(path: Path) -> None:
    if named(path).startswith(("dossier.cli", "dossier.commands", "dossier.__main__")):
        return
    assert {name for name in imports(path) if name in TOP} == set()


def test_views_hold_no_markup_and_know_no_templates() -> None:
    markup = {"jinja2", "markupsafe", "dossier.rendering.renderer"}
    for path in (ENGINE / "rendering/views").glob("*.py"):
        assert not markup & set(imports(path)), path.name
        assert not re.search(r"</?[a-z]+>", path.read_text("utf-8")), path.name


def test_the_model_knows_nothing_of_what_is_made_from_it() -> None:
    allowed = ("dossier.model", "dossier.parsing.documents", "dossier.parsing.nodes")
    for path in (ENGINE / "model").glob("*.py"):
        own = {name for name in imports(path) if name.startswith("dossier.")}
        assert {name for name in own if not name.startswith(allowed)} == set(), path.name


def test_no_module_is_too_long_to_read() -> None:
    """A file of tests may be longer: it is a list that nobody reads from end to end."""
    long = {
        name: count
        for name, text in texts()
        if Path(name).suffix in CODE
        and not name.startswith("tests/")
        and (count := text.count("\n")) > MOST_LINES
    }
    assert long == {}


def test_every_module_says_what_it_is_for() -> None:
    silent = [named(p) for p in modules() if not ast.get_docstring(ast.parse(p.read_text("utf-8")))]
    assert silent == []


def test_no_template_marks_text_as_safe() -> None:
    unsafe = re.compile(r"\|\s*safe\b|autoescape\s+false|Markup\(")
    folders = (ENGINE / "rendering/templates", ROOT / "overrides")
    found = [
        path.name
        for folder in folders
        for path in folder.rglob("*.html")
        if unsafe.search(path.read_text("utf-8"))
    ]
    assert found == []


def test_no_file_names_a_place_on_a_machine() -> None:
    found = [(name, match[0]) for name, text in texts() if (match := MACHINE.search(text))]
    assert found == []


def test_no_file_names_the_host_of_a_package_registry() -> None:
    assert [(name, host) for name, text in texts() for host in HOSTS if host in text] == []


def test_both_languages_have_the_same_written_pages() -> None:
    russian, english = (
        {path.relative_to(folder) for path in folder.rglob("*.md")}
        for folder in (ROOT / "docs" / "ru", ROOT / "docs" / "en")
    )
    assert russian == english
