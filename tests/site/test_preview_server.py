"""`make serve` as its users have it: a program, an address, a browser that is told of changes."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from dossier.site.serving import Answer, News, Server, with_reload
from dossier.site.watching import Changes
from tests.site.project import make_project, quiet_environment

PATIENCE = 60.0
FIGURES = "dossier/rendering/views/figures.py"
EXERCISE = "data/elements/trial-exercise-2020.yml"
PAGE = "elements/trial-exercise-2020.html"


class Running:
    """`preview.py` in a project of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.place = f"127.0.0.1:{probe.getsockname()[1]}"
        self.process = self.start()
        self.said: list[str] = []
        for line in self.process.stdout or ():
            self.said.append(line)
            if self.place in line:
                break
        # Nobody reads the rest, and a full pipe would stop the program.
        threading.Thread(target=lambda: list(self.process.stdout or ()), daemon=True).start()

    def start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "preview.py", "--address", self.place],
            cwd=self.folder,
            env=quiet_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def page(self, name: str) -> str:
        with urllib.request.urlopen(f"http://{self.place}/{name}", timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))

    def change(self, name: str, old: str, new: str) -> str:
        """Replace a text in a file of the project; returns the file as it was."""
        path = self.folder / name
        text = path.read_text("utf-8")
        assert old in text, f"{name} does not hold {old!r}"
        path.write_text(text.replace(old, new, 1), "utf-8")
        return text


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    preview = Running(make_project(tmp_path_factory.mktemp("serve") / "project", engine=True))
    try:
        yield preview
    finally:
        preview.process.terminate()
        preview.process.wait(20)


@pytest.mark.slow
def test_the_next_page_shows_changes_of_data_prose_templates_words_and_code(
    running: Running,
) -> None:
    running.change(EXERCISE, "Прошло пробное учение", "Прошло опытное учение")
    assert "Прошло опытное учение" in running.page(PAGE)
    assert "Прошло опытное учение" in running.page("chronology/index.html")

    running.change("docs/ru/index.md", "# index.md", "# Новый заголовок")
    assert "Новый заголовок" in running.page("index.html")

    template = "dossier/rendering/templates/element.html"
    running.change(template, '<p class="lede"', '<p class="lede tried"')
    assert 'class="lede tried"' in running.page(PAGE)

    running.change("dossier/language/locale/ru.yml", "kind: Вид\n", "kind: Разновидность\n")
    assert "Разновидность" in running.page(PAGE)

    running.change(FIGURES, "cooperation=len(own)", "cooperation=7001")
    assert "7001" in running.page("index.html")

    running.change("macros.py", "return result", 'return result + "<!--from-macros-->"')
    assert "<!--from-macros-->" in running.page("index.html")

    running.change("hooks.py", '"title"] = generated', '"title"] = "из хука " + generated')
    assert "из хука" in running.page(PAGE)


@pytest.mark.slow
def test_a_mistake_in_the_code_is_told_and_the_preview_goes_on(running: Running) -> None:
    code = running.change(FIGURES, "cooperation=", "cooperation=(")
    with pytest.raises(urllib.error.HTTPError) as told:
        running.page("index.html")
    assert told.value.code == 500
    page = told.value.read().decode()
    assert "SyntaxError" in page
    assert "data-since" in page, "it would not reload"
    (running.folder / FIGURES).write_text(code, "utf-8")
    assert "figures" in running.page("index.html")


@pytest.mark.slow
def test_a_taken_address_is_told_in_words_before_anything_is_built(running: Running) -> None:
    second = running.start()
    said, _ = second.communicate(timeout=PATIENCE)
    assert second.returncode == 1
    assert f"The address {running.place} is taken" in said
    assert "make serve ADDRESS=127.0.0.1:" in said
    assert "Traceback" not in said
    assert "watching" not in said


@pytest.mark.browser
@pytest.mark.slow
def test_an_open_page_reloads_with_its_finding_and_when_it_is_mended(
    running: Running, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(f"http://{running.place}/{PAGE}")
    whole = running.change(EXERCISE, "kind: exercise", "kind: exercice")
    page.get_by_text("ошибка[unknown-term]").wait_for(timeout=PATIENCE * 1000)
    (running.folder / EXERCISE).write_text(whole, "utf-8")
    page.locator(".dossier-error").wait_for(state="detached", timeout=PATIENCE * 1000)

    page.evaluate("window.kept = true")
    styles = running.folder / "overrides/assets/stylesheets/dossier.css"
    styles.write_text(styles.read_text("utf-8") + "\nbody { outline: 7px solid; }\n", "utf-8")
    page.wait_for_function(
        "document.body && getComputedStyle(document.body).outlineWidth === '7px'",
        timeout=PATIENCE * 1000,
    )
    assert page.evaluate("window.kept"), "styles alone reload no page"
    page.close()


def test_whoever_missed_a_change_is_told_to_load_the_page() -> None:
    news = News()
    first = news.version
    assert news.after(first, patience=0) == ("", first)
    news.tell("style")
    assert news.after(first, patience=0) == ("style", news.version)
    news.tell("style")
    assert news.after(first, patience=0) == ("page", news.version)
    assert news.after("of another start", patience=0) == ("page", news.version)


def test_only_styles_are_loaded_again_when_only_styles_changed(tmp_path: Path) -> None:
    (tmp_path / "overrides").mkdir()
    (tmp_path / "dossier").mkdir()
    changes = Changes(tmp_path)
    assert changes.kind() == ""
    (tmp_path / "overrides" / "a.css").write_text("a{}")
    assert changes.kind() == "page"
    (tmp_path / "overrides" / "a.css").write_text("a{ color: red }")
    assert changes.kind() == "style"
    (tmp_path / "dossier" / "a.py").write_text("1")
    assert changes.since_last() == {"code"}
    (tmp_path / "dossier" / "a.py").unlink()
    assert changes.since_last() == {"code"}


class Hello:
    def answer(self, path: str) -> Answer:
        return Answer(f"<body>{path}</body>".encode())


def test_a_path_is_read_as_it_is_written_and_a_page_gets_the_script() -> None:
    server = Server("127.0.0.1", 0)
    server.site = Hello()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host, port = server.server_address[:2]
    address: Any = f"http://{host!s}:{port}/%D0%B0.html?x=1"
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        body = answer.read().decode()
        assert answer.headers["Cache-Control"] == "no-store"
    server.shutdown()
    server.server_close()
    assert re.match(r"<body>а\.html<script data-since=", body)
    assert body.endswith("</script></body>")
    assert with_reload(b"no body", "1").startswith(b"no body<script")
