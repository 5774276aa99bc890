"""`dossier export`: where it writes, where it refuses, and what is left when it fails half-way."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.export import outputs
from dossier.export.bundle import Bundle
from tests.conftest import ROOT
from tests.fixtures.trial import TRIAL


def _run(data: Path, folder: Path) -> Result:
    return CliRunner().invoke(main, ["export", "--data", str(data), str(folder)])


def _bytes(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes()
            for p in folder.rglob("*") if p.is_file()}  # fmt: skip


def test_it_writes_into_a_new_folder_and_replaces_its_own(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    assert _run(data, out).exit_code == 0
    before = _bytes(out)
    assert _run(data, out).exit_code == 0
    assert _bytes(out) == before
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["out"]


def test_a_folder_with_other_files_stays_as_it_is(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "letter.txt").write_text("mine", "utf-8")
    result = _run(data, out)
    assert result.exit_code == 2
    assert "letter.txt" in result.output
    assert "nothing was written" in result.output
    assert _bytes(out) == {"letter.txt": b"mine"}


def test_a_file_put_into_an_export_is_not_deleted(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    _run(data, out)
    (out / "mine.txt").write_text("mine", "utf-8")
    assert _run(data, out).exit_code == 2
    assert (out / "mine.txt").exists()


@pytest.mark.parametrize("place", ["", "elements", "new/one", ".."])
def test_the_data_are_never_written_into(data: Path, place: str) -> None:
    before = _bytes(data)
    result = _run(data, data / place)
    assert result.exit_code == 2
    assert "name another folder" in result.output
    assert _bytes(data) == before


def test_a_folder_that_cannot_be_made_is_named(data: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    result = _run(data, tmp_path / "file" / "out")
    assert result.exit_code == 2
    assert "cannot be written" in result.output


def test_a_file_in_the_way_is_named(data: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x", "utf-8")
    result = _run(data, tmp_path / "out")
    assert result.exit_code == 2
    assert "is no folder" in result.output


def test_a_failure_half_way_leaves_the_export_before(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    _run(data, out)
    before = _bytes(out)

    def full(_bundle: Bundle) -> Iterator[tuple[str, bytes]]:
        yield "data/part.csv", b"half"
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(outputs.FORMATS, "database", full)
    result = _run(data, out)
    assert result.exit_code == 2
    assert "No space left on device" in result.output
    assert _bytes(out) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "out"]


def test_data_with_errors_are_not_exported(data: Path, tmp_path: Path) -> None:
    path = next((data / "elements").glob("*.yml"))
    path.write_text("id: broken\n", "utf-8")
    result = _run(data, tmp_path / "out")
    assert result.exit_code == 1
    assert not (tmp_path / "out").exists()


def test_the_bytes_depend_on_the_data_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another folder, locale, time zone, order of hashes and umask give the same files."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    here = tmp_path / "here"
    assert _run(TRIAL, here).exit_code == 0
    elsewhere = tmp_path / "else where" / "ё"
    shutil.copytree(TRIAL, elsewhere / "data")
    command = [sys.executable, "-m", "dossier", "export", "--data", "data", "out"]
    settings = {"TZ": "Asia/Kathmandu", "LC_ALL": "C", "PYTHONHASHSEED": "7",
                "PYTHONPATH": str(ROOT)}  # fmt: skip
    subprocess.run(command, cwd=elsewhere, env={**os.environ, **settings}, umask=0o077,
                   check=True, capture_output=True)  # fmt: skip
    assert _bytes(elsewhere / "out") == _bytes(here)
