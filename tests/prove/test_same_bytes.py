"""The same records give the same bytes, whoever builds them, where, and by which generator."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.prove.same import differences
from tests.site.project import make_project, quiet_environment

OTHERS = ("3.13", "3.12", "3.11")


def build(project: Path, python: str, umask: int, **environment: str) -> Path:
    """The whole site of a project, PDF editions included."""
    ran = subprocess.run(
        [python, "-m", "dossier", "build"],
        cwd=project,
        env=quiet_environment(**environment),
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-4000:]
    return project / "site"


def test_a_difference_is_named_with_its_place(tmp_path: Path) -> None:
    for name, text in (("a", "same<b>one</b>"), ("b", "same<b>two</b>")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.html").write_text(text, "utf-8")
    (tmp_path / "b" / "more.html").touch()
    assert list(differences(tmp_path / "a", tmp_path / "b")) == [
        "more.html: only in the second site",
        "page.html: from byte 7 on b'same<b>one</b>' and b'same<b>two</b>'",
    ]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The trial project, built as most people would."""
    project = make_project(tmp_path_factory.mktemp("first") / "project", engine=True)
    return build(project, sys.executable, 0o022, TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="0")


@pytest.fixture(scope="module")
def other_python(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Another version of Python with the same locked packages; this one where there is no other.

    `OTHER_PYTHON` names one that does not stand on the path.
    """
    own = f"{sys.version_info[0]}.{sys.version_info[1]}"
    named = os.environ.get("OTHER_PYTHON", "")
    found = [which for it in OTHERS if it != own and (which := shutil.which(f"python{it}"))]
    for base in [named] if named else found:
        place = tmp_path_factory.mktemp("other")
        if subprocess.run([base, "-m", "venv", place], check=bool(named)).returncode == 0:
            python = str(place / "bin" / "python")
            lock = ["--require-hashes", "--only-binary", ":all:", "-r", "requirements.lock"]
            pip = [python, "-m", "pip", "install", "--quiet", *lock]
            subprocess.run(pip, cwd=ROOT, check=True)
            return python
    return sys.executable


@pytest.mark.slow
@pytest.mark.prove
def test_another_folder_locale_zone_umask_seed_and_python(
    first: Path, other_python: str, tmp_path: Path
) -> None:
    project = make_project(tmp_path / "другая папка" / "project", engine=True)
    second = build(
        project, other_python, 0o077, TZ="Asia/Kathmandu", LC_ALL="tr_TR.UTF-8",
        PYTHONHASHSEED="4242",
    )  # fmt: skip
    assert next(differences(first, second), "") == ""


@pytest.mark.slow
@pytest.mark.prove
def test_another_generator(first: Path, tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", engine=True)
    second = build(project, sys.executable, 0o022, GENERATOR="properdocs")
    page = (second / "index.html").read_text("utf-8")
    assert 'content="mkdocs-ProperDocs ' in page, "another generator built this"
    assert next(differences(first, second, generator=False), "") == ""
