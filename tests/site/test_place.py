"""Where a site is put: nothing is deleted that no build made, and killed builds leave nothing."""

from __future__ import annotations

import errno
import os
import random
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dossier.rendering.pdf.typeset import TypesettingError
from dossier.site import build as builder
from dossier.site import place, search
from dossier.site.edition import Edition
from tests.effort import share
from tests.making import dataset
from tests.site.project import contents, make_project, quiet_environment, run


def a_site(folder: Path, text: str = "before") -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(text, "utf-8")
    (folder / place.LIST).write_text("index.html\n", "utf-8")
    return folder


def test_a_new_site_takes_the_place_of_the_old_one_whole(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    with place.workshop(site) as folder:
        made = folder / "made"
        made.mkdir()
        (made / "other.html").write_text("after", "utf-8")
        place.put(made, site)
    assert (site / place.LIST).read_text("utf-8") == "other.html\n"
    assert sorted(path.name for path in site.iterdir()) == [place.LIST, "other.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_without_a_call_to_exchange_folders_two_renames_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "_exchange", lambda *_: False)
    site, made = a_site(tmp_path / "site"), a_site(tmp_path / "made", "after")
    place.put(made, site)
    assert (site / "index.html").read_text("utf-8") == "after"
    assert (tmp_path / "old" / "index.html").read_text("utf-8") == "before"


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("photos", "holds files and no build made it"),
        ("mixed", "holds files that no build made: CNAME"),
        ("link", "is a link or no folder"),
        ("file", "is a link or no folder"),
        ("project", "holds what the site is made from"),
        ("project/data/site", "holds what the site is made from"),
    ],
)
def test_a_place_that_would_lose_something_is_refused(
    where: str, told: str, tmp_path: Path
) -> None:
    (tmp_path / "project" / "data").mkdir(parents=True)
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "album.html").write_text("mine", "utf-8")
    (a_site(tmp_path / "mixed") / "CNAME").write_text("mine", "utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "photos")
    (tmp_path / "file").write_text("mine", "utf-8")
    before = contents(tmp_path)
    with pytest.raises(place.PlaceError, match=told):
        place.check(tmp_path / where, (tmp_path / "project", tmp_path / "project" / "data"))
    assert contents(tmp_path) == before


def test_what_a_killed_build_left_is_removed_and_a_running_one_is_not(tmp_path: Path) -> None:
    site = tmp_path / "site"
    left, other = tmp_path / f"{place.PREFIX}left", tmp_path / f"{place.PREFIX}others"
    left.mkdir()
    (left / place.LOCK).touch()
    other.mkdir()  # no lock of ours: somebody else's
    with place.workshop(site) as running, place.workshop(site) as second:
        assert running.is_dir()
        assert second.is_dir()
        assert not left.exists()
        assert other.is_dir()


@pytest.mark.slow
def test_killed_builds_leave_the_site_whole_and_the_next_build_sweeps_up(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    assert run("dossier", "build", "--no-pdf", cwd=project).returncode == 0
    before = contents(project / "site")
    command = [sys.executable, "-m", "dossier", "build", "--no-pdf"]
    moments = random.Random(14)
    for _ in range(3 if share(1) <= 500 else 100):  # a hundred in `make prove`
        reading, writing = os.pipe()
        process = subprocess.Popen(
            command,
            cwd=project,
            env=quiet_environment(),
            pass_fds=[writing],
            stdout=subprocess.DEVNULL,
        )
        os.close(writing)
        time.sleep(moments.uniform(0.1, 2.5))
        process.send_signal(signal.SIGKILL)
        process.wait()
        # The pipe ends when the last child that shares it has ended: none runs on.
        assert select.select([reading], [], [], 30)[0]
        os.close(reading)
        assert contents(project / "site") == before
    # Two builds at once: neither sweeps the other's work away, and the site is whole.
    both = [
        subprocess.Popen(command, cwd=project, env=quiet_environment(), stdout=subprocess.DEVNULL)
        for _ in range(2)
    ]
    assert [process.wait() for process in both] == [0, 0]
    assert contents(project / "site") == before
    assert not list(project.glob(f"{place.PREFIX}*"))


def test_a_running_build_holds_its_folder_from_the_first_moment(tmp_path: Path) -> None:
    with place.workshop(tmp_path / "site") as folder:
        assert [path.name for path in folder.iterdir()] == [place.LOCK]
        place._sweep(tmp_path)
        assert folder.is_dir()


@pytest.mark.parametrize("value", ["abc", "-1", "1e20", "9" * 30, "²"])
def test_a_build_time_that_is_none_is_said_and_nothing_is_built(value: str, tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    ran = run("dossier", "build", cwd=project, SOURCE_DATE_EPOCH=value)
    assert ran.returncode == 1
    assert "is not a number of seconds since 1970" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not (project / "site").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_place_without_the_right_to_write_is_said(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    project.chmod(0o500)
    ran = run("dossier", "build", "--no-pdf", cwd=project)
    project.chmod(0o700)
    assert ran.returncode == 1
    assert "the site could not be written" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "No space left"), (errno.EROFS, "Read-only"), (errno.EACCES, "denied")],
)
def test_a_disk_that_takes_nothing_is_said_in_words_and_the_site_stays(
    number: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    project = make_project(tmp_path / "project")
    before = contents(a_site(project / "site"))
    monkeypatch.setattr(builder, "_generate", full)
    with pytest.raises(builder.BuildError, match="could not be written") as caught:
        builder.build(project, project / "data", project / "site", lambda _: None, pdf=False)
    assert words in caught.value.details[0]
    assert contents(project / "site") == before
    assert not list(project.glob(f"{place.PREFIX}*"))


def test_a_missing_font_of_the_books_ends_the_build_with_its_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def typeset(*_: object) -> None:
        raise TypesettingError("the font GolosText-Regular.ttf is missing")

    monkeypatch.setattr(builder, "typeset", typeset)
    with pytest.raises(builder.BuildError, match="could not be typeset") as caught:
        builder._typeset(
            Edition(dataset(), (), tmp_path), {}, tmp_path, 0, lambda _: None, tmp_path
        )
    assert caught.value.details == ["the font GolosText-Regular.ttf is missing"]


def test_without_the_program_of_pagefind_the_remedy_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "gone"))
    indexing = search.indexing(tmp_path, a_site(tmp_path / "site"))
    with pytest.raises(search.SearchIndexError) as caught, indexing:
        pass
    first, second = str(caught.value).splitlines()
    assert first.startswith("FileNotFoundError") and "make clean setup" in second
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]
