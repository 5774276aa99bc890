"""Where a site is put: nothing is deleted that no build made, and killed builds leave nothing."""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dossier.site import place
from tests.effort import share
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
    for _ in range(share(0.01)):
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
    assert run("dossier", "build", "--no-pdf", cwd=project).returncode == 0
    assert contents(project / "site") == before
    assert not list(project.glob(f"{place.PREFIX}*"))


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


def test_a_full_disk_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dossier.site import build as builder

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    project = make_project(tmp_path / "project")
    monkeypatch.setattr(builder, "_generate", full)
    with pytest.raises(builder.BuildError, match="could not be written") as caught:
        builder.build(project, project / "data", project / "site", lambda _: None, pdf=False)
    assert "No space left" in caught.value.details[0]
    assert not list(project.glob(f"{place.PREFIX}*"))
