"""Templates are compiled once for all runs, and never served out of date."""

from __future__ import annotations

import tempfile
from pathlib import Path

import jinja2
import pytest

from dossier.rendering.compiled import compiled


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def environment(folder: Path, text: str) -> jinja2.Environment:
    folder.mkdir(exist_ok=True)
    (folder / "page.html").write_text(text, "utf-8")
    loader = jinja2.FileSystemLoader(folder)
    return jinja2.Environment(loader=loader, bytecode_cache=compiled("tests"), autoescape=True)


def test_a_later_run_compiles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment(tmp_path / "one", "{{ 1 + 1 }}").get_template("page.html")

    later = environment(tmp_path / "one", "{{ 1 + 1 }}")
    monkeypatch.setattr(later, "compile", lambda *_: pytest.fail("it was compiled again"))
    assert later.get_template("page.html").render() == "2"


def test_a_change_and_a_copy_are_compiled_anew(tmp_path: Path) -> None:
    for folder, text, shown in (("one", "a", "a"), ("one", "b", "b"), ("two", "b", "b")):
        template = environment(tmp_path / folder, text).get_template("page.html")
        assert template.render() == shown
        assert template.filename == str(tmp_path / folder / "page.html")  # errors name it


def test_where_nothing_can_be_kept_templates_are_read_all_the_same(
    tmp_path: Path, temporary: Path
) -> None:
    own = environment(tmp_path / "one", "a")
    assert isinstance(own.bytecode_cache, jinja2.FileSystemBytecodeCache)
    Path(own.bytecode_cache.directory).rmdir()
    assert own.get_template("page.html").render() == "a"
    Path(own.bytecode_cache.directory).write_text("no folder", "utf-8")
    assert compiled("tests") is None
    assert sorted(path.name for path in temporary.iterdir()) == [
        Path(own.bytecode_cache.directory).name
    ]
