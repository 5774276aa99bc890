"""Which files belong to the dataset, and in which order they are read."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from dossier.check import report
from dossier.parsing import documents, nodes
from dossier.parsing.findings import Finding

FOLDERS = {"elements", "sources"}
FILES = {"tombstones.yml"}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name in ("elements/b.yml", "elements/a.yml", "sources/c.yml", "tombstones.yml"):
        (tmp_path / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / name).write_text("id: x\n")
    return tmp_path / "data"


def said(findings: Iterable[Finding]) -> list[str]:
    assert {(it.line, it.column, it.severity) for it in findings} <= {(1, 1, "error")}
    return [f"{it.path}: {it.message}; {it.remedy} [{it.rule}]" for it in findings]


def messages(data: Path) -> list[str]:
    found = said(documents.find_files(data, FOLDERS, FILES).findings)
    assert all(line.endswith(" [file-place]") for line in found)
    return [line.removesuffix(" [file-place]") for line in found]


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
    (data / "notes.txt").touch()
    of_a_type = "move it into one of `elements/`, `sources/`"
    assert messages(data) == [
        "data/elements/a.yaml: `a.yaml` does not end in `.yml`; rename it to end in `.yml`",
        "data/elements/old: a folder stands where a file is expected; put each record straight "
        "into the folder of its type, without sub-folders",
        f"data/events: `events` is not a record type; {of_a_type}",
        f"data/notes.txt: `notes.txt` is not a record type; {of_a_type}",
    ]


def test_a_link_within_the_data_is_followed_and_one_that_leads_out_is_not(data: Path) -> None:
    (data / "elements" / "d.yml").symlink_to("a.yml")
    assert messages(data) == []
    (data / "elements" / "e.yml").symlink_to(data.parent / "elsewhere.yml")
    (data / "risks").symlink_to(data.parent)
    assert messages(data) == [
        "data/elements/e.yml: this link leads out of `data/`; replace it by the file itself",
        "data/risks: this link leads out of `data/`; replace it by the file itself",
    ]


def test_links_in_a_circle_are_told(data: Path) -> None:
    (data / "elements" / "a.yml").unlink()
    (data / "elements" / "a.yml").symlink_to("a.yml")
    assert messages(data) == [
        "data/elements/a.yml: this link leads out of `data/`; replace it by the file itself"
    ]


def test_a_pipe_is_told_and_its_lines_are_not_asked_for(data: Path) -> None:
    os.mkfifo(data / "elements" / "d.yml")
    assert messages(data) == [
        "data/elements/d.yml: this is not a file that can be read; replace it by a plain file"
    ]
    (finding,) = documents.find_files(data, FOLDERS, FILES).findings
    assert len(list(report.as_text([finding], data.parent))) == 3


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert messages(tmp_path / "data") == [
        "data: there is no such data folder; name the folder that holds `elements/`, `sources/` "
        "and the rest"
    ]


def test_a_file_that_every_dossier_has_is_asked_for(tmp_path: Path) -> None:
    wanting = documents.missing(tmp_path / "data/dossier.yml", tmp_path / "data")
    assert said([wanting]) == [
        "data/dossier.yml: there is no `dossier.yml`; write it with `id: dossier` and the fields "
        "that the next check asks for [file-place]"
    ]


@pytest.mark.parametrize(
    ("error", "reason"),
    [(PermissionError(13, "Permission denied"), "Permission denied"), (OSError("odd"), "odd")],
)
def test_a_folder_that_cannot_be_read_is_told(
    error: OSError, reason: str, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(documents, "_add_written", refuse)
    assert said(documents.find_written(data / "sources").findings) == [
        f"sources/c.yml: cannot be read: {reason}; check the file's permissions [file-place]"
    ]
    monkeypatch.setattr(Path, "iterdir", refuse)
    told = f"the folder cannot be read: {reason}; check the folder's permissions"
    assert messages(data) == [f"data: {told}"]
    assert said(documents.find_written(data).findings) == [f"data: {told} [file-place]"]


def test_pages_and_what_lies_beside_them_are_found_and_what_cannot_be_one_is_told(
    tmp_path: Path,
) -> None:
    docs = tmp_path / "docs"
    for name in ("index.md", "ru/a.md", "ru/more/b.png", "ru/.hidden/c.txt", "ru/notes.mkd"):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).touch()
    for name, size in (("ru/full.md", nodes.MAX_BYTES), ("ru/large.md", nodes.MAX_BYTES + 1)):
        with (docs / name).open("wb") as file:
            file.truncate(size)
    os.mkfifo(docs / "ru" / "pipe.txt")
    for name, target in (("out.md", "../x.md"), ("ru/.#a.md", "lock"), ("ru/again", "more")):
        (docs / name).symlink_to(target)
    found = documents.find_written(docs)
    assert sorted((folder, path.relative_to(docs).as_posix()) for folder, path in found.files) == [
        ("index.md", "index.md"), ("ru", "ru/.hidden/c.txt"), ("ru", "ru/a.md"),
        ("ru", "ru/full.md"), ("ru", "ru/more/b.png"),
    ]  # fmt: skip
    assert sorted(said(found.findings)) == [
        "docs/out.md: this link leads out of `docs/`; replace it by the file itself [file-place]",
        "docs/ru/again: a link to a folder is not followed here; replace it by the folder itself "
        "[file-place]",
        "docs/ru/large.md: the page has 262,145 bytes; a page has at most 262,144; split the page "
        "[yaml-size]",
        "docs/ru/notes.mkd: `notes.mkd` does not end in `.md`; rename it to end in `.md` "
        "[file-place]",
        "docs/ru/pipe.txt: this is not a file that can be read; replace it by a plain file "
        "[file-place]",
    ]
    (tmp_path / "linked").symlink_to("docs")
    assert said(documents.find_written(tmp_path / "linked").findings) == [
        "linked: a link to a folder is not followed here; replace it by the folder itself "
        "[file-place]"
    ]
    assert documents.find_written(tmp_path / "nowhere") == documents.Candidates()


def test_paths_begin_with_the_data_folder_wherever_it_is(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(data.parent)
    for folder in (data, Path("data"), Path("./data")):
        document, findings = documents.read(folder / "elements" / "a.yml", folder)
        assert document is not None and document.path == "data/elements/a.yml"
        assert findings == []


def test_a_large_file_is_refused_before_it_is_read(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (data / "elements" / "a.yml").open("ab") as file:
        file.truncate(nodes.MAX_BYTES + 1)
    monkeypatch.setattr(Path, "read_bytes", None)
    document, findings = documents.read(data / "elements" / "a.yml", data)
    assert document is None
    assert said(findings) == [
        "data/elements/a.yml: the file has 262,145 bytes; a record has at most 262,144; split the "
        "record, or move long material to a source that is cited [yaml-size]"
    ]


def test_a_file_that_vanishes_is_told(data: Path) -> None:
    document, findings = documents.read(data / "elements" / "gone.yml", data)
    assert document is None
    assert said(findings) == [
        "data/elements/gone.yml: cannot be read: No such file or directory; check the file's "
        "permissions [file-place]"
    ]


def test_a_finding_in_a_file_names_the_file() -> None:
    document, findings = documents.parsed("a: 1\na: 2\n".encode("utf-8-sig"), "data/a.yml")
    assert document is not None and document.text == "a: 1\na: 2\n"
    assert [it.path for it in findings] == ["data/a.yml"]
    _, findings = documents.parsed(b"", "data/a.yml")
    assert [(it.path, it.rule) for it in findings] == [("data/a.yml", "yaml-empty")]
