"""The shape of the project: what may import what, how long a module may be, what no file names."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests import folders
from tests.conftest import ROOT

ENGINE = ROOT / "dossier"
MOST_LINES = 300
CODE = {".py", ".js", ".html", ".j2", ".typ"}


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


def modules() -> list[Path]:
    return sorted(ENGINE.rglob("*.py"))


def named(path: Path) -> str:
    return path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")


def lint_imports(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What import-linter says of the package in a folder."""
    command = "from importlinter.cli import lint_imports_command as run; run()"
    return subprocess.run(
        [sys.executable, "-c", command, "--no-cache", "--no-logo", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_folders_import_only_what_they_may() -> None:
    """The contracts in pyproject.toml: the order of folders, generators, views."""
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout


def test_an_import_that_climbs_is_named(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ENGINE, tmp_path / "dossier")
    with (tmp_path / "dossier/parsing/nodes.py").open("a") as file:
        file.write("\nimport dossier.check.report\n")
    done = lint_imports(tmp_path, "--contract", "folders")
    assert done.returncode == 1
    assert "dossier.parsing.nodes -> dossier.check.report" in done.stdout


def test_the_page_of_folders_shows_the_code_as_it_is() -> None:
    assert folders.PAGE.read_text("utf-8") == folders.page(), "run `make folders`"


def test_at_most_eight_modules_stand_loose_at_the_top() -> None:
    assert len([path for path in ENGINE.glob("*.py") if path.name != "__init__.py"]) <= 8


def test_views_hold_no_markup() -> None:
    for path in (ENGINE / "rendering/views").glob("*.py"):
        assert not re.search(r"</?[a-z]+>", path.read_text("utf-8")), path.name


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


def test_a_line_of_a_template_can_be_read_and_compared() -> None:
    folders = (ENGINE / "rendering", ROOT / "overrides")
    long = [
        f"{path.relative_to(ROOT)}:{number}"
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".html", ".typ")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if len(line) > 100 and "<script>" not in line  # its bytes are named in the policy
    ]
    assert long == []


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


def test_packages_are_installed_by_their_hashes_alone() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    locks = [line for line in makefile.splitlines() if re.match(r"\t@\$\(INSTALL\).*\.lock", line)]
    assert len(locks) == 2
    assert all("--require-hashes --only-binary :all:" in line for line in locks)
    for name in ("requirements.lock", "requirements-dev.lock"):
        entries = re.split(r"\n(?=\S)", (ROOT / name).read_text("utf-8"))
        packages = [entry for entry in entries if not entry.startswith("#")]
        assert packages
        assert [entry for entry in packages if "--hash=sha256:" not in entry] == []


def test_every_test_that_the_page_of_threats_names_is_there() -> None:
    page = (ROOT / "docs/development/threats.md").read_text("utf-8")
    named_tests = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", page)
    assert len(named_tests) > 20
    for path, test in named_tests:
        assert f"\ndef {test}(" in (ROOT / path).read_text("utf-8"), (path, test)
