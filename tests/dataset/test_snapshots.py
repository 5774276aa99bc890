"""The data of a git revision: what is unpacked, what is named, and what is refused before that."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.dataset import snapshots
from dossier.dataset.snapshots import SnapshotError, TooLarge, opened_commit
from tests.fixtures.trial import copy_trial
from tests.forge.github.conftest import git


@pytest.fixture
def data(tmp_path: Path) -> Path:
    data = copy_trial(tmp_path)
    git(tmp_path, "init", "-q", "-b", "main")
    return data


def committed(data: Path) -> str:
    git(data.parent, "add", "--all")
    git(data.parent, "commit", "-qm", "change")
    return git(data.parent, "rev-parse", "HEAD")


def test_a_folder_of_the_name_of_a_revision_is_not_taken_for_it(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit = committed(data)
    monkeypatch.chdir(data.parent)
    (data.parent / commit / "elements").mkdir(parents=True)
    with opened_commit(commit, data) as snapshot:
        assert snapshot.dataset.elements


def test_links_and_modules_are_named_and_not_written(data: Path) -> None:
    (data / "elements/link.yml").symlink_to("/etc/passwd")
    (data.parent / "docs/ru").mkdir(parents=True)
    (data.parent / "docs/ru/link.md").symlink_to("../../data")
    commit = committed(data)
    git(data.parent, "update-index", "--add", "--cacheinfo", f"160000,{commit},data/elements/m.yml")
    git(data.parent, "commit", "-qm", "module")
    with opened_commit("HEAD", data) as snapshot:
        folder = snapshot.dataset.data
        assert [finding.path for finding in snapshot.dataset.findings] == [
            "data/elements/link.yml", "data/elements/m.yml", "docs/ru/link.md",
        ]  # fmt: skip
        assert not any(path.is_symlink() for path in folder.parent.rglob("*"))


def test_files_that_are_no_records_are_not_read_but_reported(data: Path) -> None:
    (data / "elements/a.yaml").write_text("secret")
    committed(data)
    with opened_commit("HEAD", data) as snapshot:
        assert (snapshot.dataset.data / "elements/a.yaml").read_bytes() == b""
        (finding,) = snapshot.dataset.findings
        assert finding.path == "data/elements/a.yaml"


@pytest.mark.parametrize(("limit", "most"), [("MAX_FILES", 10), ("MAX_TOTAL", 5_000)])
def test_too_much_is_refused_before_anything_is_unpacked(
    limit: str, most: int, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed(data)
    monkeypatch.setattr(snapshots, limit, most)
    monkeypatch.setattr(snapshots, "_write", None)
    with pytest.raises(TooLarge, match="files with"), opened_commit("HEAD", data):
        pass


def test_git_is_cut_off_where_it_has_too_much_to_say(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed(data)
    monkeypatch.setattr(snapshots, "_MAX_ANSWER", 100)
    with pytest.raises(TooLarge, match="more than 100 bytes"):
        snapshots.git(data.parent, "ls-tree", "-r", "HEAD")


def test_what_git_refuses_is_told_in_its_words(data: Path) -> None:
    with pytest.raises(SnapshotError, match="not a git command"):
        snapshots.git(data.parent, "no-such-command")
