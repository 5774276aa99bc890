"""Which files belong to the dataset, and in which order they are read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dossier.check import report
from dossier.parsing import documents, nodes

FOLDERS = {"elements", "sources"}
FILES = {"tombstones.yml"}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name in ("elements/b.yml", "elements/a.yml", "sources/c.yml", "tombstones.yml"):
        (tmp_path / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / name).write_text("id: x\n")
    return tmp_path / "data"


def messages(data: Path) -> list[str]:
    return [f"{p.path}: {p.message}" for p in documents.find_files(data, FOLDERS, FILES).findings]


def test_files_are_found_in_a_fixed_order(data: Path) -> None:
    found = documents.find_files(data, FOLDERS, FILES)
    assert [(folder, path.name) for folder, path in found.files] == [
        ("elements", "a.yml"), ("elements", "b.yml"), ("sources", "c.yml"), ("", "tombstones.yml"),
    ]  # fmt: skip
    assert found.findings == []


def test_hidden_files_and_notes_for_people_are_passed_over(data: Path) -> None:
    (data / ".DS_Store").touch()
    (data / "README.md").touch()
    (data / "elements" / "README.md").touch()
    (data / "elements" / ".a.yml.swp").touch()
    assert messages(data) == []


def test_what_does_not_belong_is_told(data: Path) -> None:
    (data / "events").mkdir()
    (data / "elements" / "a.yaml").touch()
    (data / "elements" / "old").mkdir()
    assert messages(data) == [
        "data/elements/a.yaml: `a.yaml` does not end in `.yml`",
        "data/elements/old: a folder stands where a file is expected",
        "data/events: `events` is not a record type",
    ]


def test_a_link_within_the_data_is_followed_and_one_that_leads_out_is_not(data: Path) -> None:
    (data / "elements" / "d.yml").symlink_to("a.yml")
    assert messages(data) == []
    (data / "elements" / "e.yml").symlink_to(data.parent / "elsewhere.yml")
    (data / "risks").symlink_to(data.parent)
    assert messages(data) == [
        "data/elements/e.yml: this link leads out of `data/`",
        "data/risks: this link leads out of `data/`",
    ]


def test_links_in_a_circle_are_told(data: Path) -> None:
    (data / "elements" / "a.yml").unlink()
    (data / "elements" / "a.yml").symlink_to("a.yml")
    assert messages(data) == ["data/elements/a.yml: this link leads out of `data/`"]


def test_a_pipe_is_told_and_its_lines_are_not_asked_for(data: Path) -> None:
    os.mkfifo(data / "elements" / "d.yml")
    assert messages(data) == ["data/elements/d.yml: this is not a file that can be read"]
    (finding,) = documents.find_files(data, FOLDERS, FILES).findings
    assert len(list(report.as_text([finding], data.parent))) == 3


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert messages(tmp_path / "data") == ["data: there is no such data folder"]


def test_a_folder_that_cannot_be_read_is_told(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert messages(data) == ["data: the folder cannot be read: Permission denied"]


def test_paths_begin_with_the_data_folder_wherever_it_is(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(data.parent)
    for folder in (data, Path("data"), Path("./data")):
        document, findings = documents.read(folder / "elements" / "a.yml", folder)
        assert document is not None and document.path == "data/elements/a.yml"
        assert findings == []


def test_a_large_file_is_refused_before_it_is_read(data: Path) -> None:
    with (data / "elements" / "a.yml").open("ab") as file:
        file.truncate(nodes.MAX_BYTES + 1)
    document, findings = documents.read(data / "elements" / "a.yml", data)
    assert document is None
    assert [finding.rule for finding in findings] == ["yaml-size"]


def test_a_file_that_vanishes_is_told(data: Path) -> None:
    document, findings = documents.read(data / "elements" / "gone.yml", data)
    assert document is None
    assert str(findings[0].message) == "cannot be read: No such file or directory"
