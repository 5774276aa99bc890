"""The preview shows every change: of data, prose, templates, words and code; and every mistake."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from tests.site.project import make_project, quiet_environment

PATIENCE = 60.0  # seconds that a rebuild may take on a busy machine


class Preview:
    """A running `mkdocs serve` with the project that it shows."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}/"
        self.log = (folder / "serve.log").open("w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "mkdocs",
                "serve",
                "--livereload",
                "--dev-addr",
                f"127.0.0.1:{port}",
            ],
            cwd=folder,
            env=quiet_environment(),
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )

    def page(self, name: str) -> str:
        with urllib.request.urlopen(self.address + name, timeout=10) as answer:
            return str(answer.read().decode("utf-8"))

    def shows(self, name: str, wanted: str) -> str:
        """Wait until a page holds a text; fails with the server's last words."""
        end = time.monotonic() + PATIENCE
        seen = ""
        while time.monotonic() < end:
            assert self.process.poll() is None, f"the preview has ended:\n{self.said()}"
            try:
                seen = self.page(name)
            except OSError:
                seen = ""
            if wanted in seen:
                return seen
            time.sleep(0.1)
        pytest.fail(f"{name} never showed {wanted!r}; the preview said:\n{self.said()}")

    def said(self) -> str:
        return Path(self.log.name).read_text("utf-8")[-4000:]

    def change(self, name: str, old: str, new: str) -> str:
        """Replace a text in a file of the project; returns the file as it was."""
        path = self.folder / name
        text = path.read_text("utf-8")
        assert old in text, f"{name} does not hold {old!r}"
        path.write_text(text.replace(old, new, 1), "utf-8")
        return text

    def restore(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, "utf-8")


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    running = Preview(make_project(tmp_path / "project"))
    try:
        running.shows("index.html", "figures")
        yield running
    finally:
        running.process.terminate()
        try:
            running.process.wait(20)
        except subprocess.TimeoutExpired:
            running.process.kill()
            running.process.wait()
        running.log.close()


FIGURES = "dossier/rendering/views/figures.py"
TEMPLATE = "dossier/rendering/templates/element.html"
EXERCISE = "data/elements/trial-exercise-2020.yml"


@pytest.mark.slow
def test_the_preview_shows_changes_of_data_prose_templates_words_and_code(
    preview: Preview,
) -> None:
    preview.change(EXERCISE, "Прошло пробное учение", "Прошло опытное учение")
    preview.shows("elements/trial-exercise-2020.html", "Прошло опытное учение")
    assert "Прошло опытное учение" in preview.page("chronology/index.html")

    preview.change("docs/ru/index.md", "# index.md", "# Новый заголовок")
    preview.shows("index.html", "Новый заголовок")

    preview.change(TEMPLATE, '<p class="lede">', '<p class="lede tried">')
    preview.shows("elements/trial-exercise-2020.html", 'class="lede tried"')

    preview.change("dossier/language/locale/ru.yml", "kind: Вид\n", "kind: Разновидность\n")
    preview.shows("elements/trial-exercise-2020.html", "Разновидность")

    preview.change(FIGURES, "cooperation=len(own)", "cooperation=7001")
    preview.shows("index.html", "7001")

    preview.change("macros.py", "return result", 'return result + "<!--from-macros-->"')
    preview.shows("index.html", "<!--from-macros-->")

    preview.change("hooks.py", '"title"] = made', '"title"] = "из хука " + made')
    preview.shows("elements/trial-exercise-2020.html", "из хука")


@pytest.mark.slow
def test_the_preview_shows_findings_in_the_page_and_lives_on(preview: Preview) -> None:
    whole = preview.change(EXERCISE, "kind: exercise", "kind: exercice")
    broken = unescape(preview.shows("chronology/index.html", "unknown-term"))
    assert re.search(r"data/elements/trial-exercise-2020\.yml:\d+:\d+", broken)
    assert "did you mean `exercise`?" in broken

    preview.restore(EXERCISE, whole + "\n: [\n")
    preview.shows("chronology/index.html", "yaml-syntax")

    preview.restore(EXERCISE, whole)
    assert "dossier-error" not in preview.shows("chronology/index.html", "Прошло пробное учение")

    code = preview.change(FIGURES, "cooperation=len(own)", "cooperation=len(")
    preview.change(EXERCISE, "Прошло пробное учение", "Учение после ошибки")
    time.sleep(3)
    preview.restore(FIGURES, code)
    preview.shows("chronology/index.html", "Учение после ошибки")
