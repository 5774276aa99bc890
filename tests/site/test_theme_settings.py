"""What the theme's manual says about `mkdocs.yml` holds here: a setting changes the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from dossier.rendering.theme import NAME, features
from tests.site.project import make_project, run

pytestmark = pytest.mark.slow

PAGE = "elements/trial-exercise-2020.html"
WIDE = """\
INHERIT: mkdocs.yml
theme:
  language: en
  logo: assets/favicon.svg
  palette: {scheme: slate, primary: teal, accent: lime}
  features: [navigation.tabs, navigation.tabs.sticky]
  icon: {menu: material/dots-vertical}
"""


def parsed(folder: Path) -> LexborHTMLParser:
    return LexborHTMLParser((folder / PAGE).read_text("utf-8"))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, LexborHTMLParser]:
    """One page as the project has it, and as it is with five other settings."""
    project = make_project(tmp_path_factory.mktemp("settings") / "project")
    (project / "other.yml").write_text(WIDE, "utf-8")
    made = {}
    for name in ("mkdocs", "other"):
        done = run("mkdocs", "build", "-f", f"{name}.yml", "-d", f"out-{name}", cwd=project)
        assert done.returncode == 0, done.stderr[-3000:]
        made[name] = parsed(project / f"out-{name}")
    return made


def attribute(selector: str, name: str) -> Callable[[LexborHTMLParser], str | None]:
    def read(page: LexborHTMLParser) -> str | None:
        found = page.css_first(selector)
        return found.attributes.get(name) if found is not None else None

    return read


@pytest.mark.parametrize(
    ("setting", "seen", "before", "after"),
    [
        ("language", attribute("html", "lang"), "ru", "en"),
        ("palette", attribute("body", "data-md-color-primary"), "custom", "teal"),
        ("scheme", attribute("body", "data-md-color-scheme"), "default", "slate"),
        ("logo", attribute(".md-logo img", "src"), None, "../assets/favicon.svg"),
        ("a feature off", attribute(".md-path", "class"), "md-path", None),
        ("a feature on", attribute("header .md-tabs", "class"), None, "md-tabs"),
    ],
)
def test_a_setting_changes_the_page(
    setting: str,
    seen: Callable[[LexborHTMLParser], str | None],
    before: str | None,
    after: str | None,
    pages: dict[str, LexborHTMLParser],
) -> None:
    assert (seen(pages["mkdocs"]), seen(pages["other"])) == (before, after), setting


def test_an_icon_changes_the_page(pages: dict[str, LexborHTMLParser]) -> None:
    drawn = [attribute("[for=__drawer] path", "d")(page) for page in pages.values()]
    assert None not in drawn
    assert drawn[0] != drawn[1]


def test_another_theme_is_refused_in_words(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace(f"name: {NAME}\n", "name: readthedocs\n"), "utf-8"
    )
    built = run("mkdocs", "build", "-d", "out", cwd=project)
    assert built.returncode != 0
    assert f"the theme of the site is `{NAME}`" in built.stderr
    assert "Traceback" not in built.stderr
    checked = run("dossier", "check", cwd=project)
    assert checked.returncode == 1
    assert "error[theme-setting]" in checked.stdout


def test_the_names_of_features_are_those_of_the_installed_theme() -> None:
    known = features()
    for name in ("navigation.tabs", "navigation.path", "toc.follow", "content.code.annotate"):
        assert name in known
    assert not [name for name in known if name.startswith(("search.result", "clipboard"))]
