"""`dossier build` replaces a site only by a whole one; plain MkDocs builds the same pages."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.site import place
from tests.conftest import ROOT
from tests.fixtures.trial import copy_trial
from tests.site.project import contents, make_project, run
from tests.site.reading import read


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site from before."""
    folder = tmp_path / "site"
    (folder / "en").mkdir(parents=True)
    (folder / "index.html").write_text("the site from before", "utf-8")
    (folder / "en" / "old.bin").write_bytes(bytes(range(256)))
    (folder / place.LIST).write_text("en/old.bin\nindex.html\n", "utf-8")
    return folder


def test_broken_data_leaves_the_site_as_it_was_and_tells_every_mistake(
    site: Path, tmp_path: Path
) -> None:
    data = copy_trial(tmp_path)
    element = data / "elements" / "trial-exercise-2020.yml"
    element.write_text(element.read_text("utf-8").replace("kind: exercise", "kind: no"), "utf-8")
    (data / "sources" / "trial-agency.yml").write_text("title: [", "utf-8")
    before = contents(site)

    ran = run("dossier", "build", "--data", str(data), "--site", str(site), cwd=ROOT)

    assert ran.returncode == 1
    assert "error[unknown-term]" in ran.stderr
    assert "error[yaml-syntax]" in ran.stderr
    assert f"{site} is as it was" in ran.stderr
    assert contents(site) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "site"]


def unknown_element(project: Path) -> str:
    page = project / "docs" / "ru" / "inline.md"
    page.write_text(page.read_text("utf-8") + '\n{{ element("trial-exercise-2021") }}\n', "utf-8")
    return "did you mean `trial-exercise-2020`?"


def missing_twin(project: Path) -> str:
    (project / "docs" / "ru" / "only-russian.md").write_text("# Одна\n", "utf-8")
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "  - only-russian.md\n", "utf-8")
    return "docs/ru/only-russian.md:1:1: error[page-twin]"


def dead_anchor(project: Path) -> str:
    page = project / "docs" / "ru" / "index.md"
    page.write_text(page.read_text("utf-8") + "\n[туда](disputes.md#trial-gone)\n", "utf-8")
    return "#trial-gone"


def link_out(project: Path) -> str:
    (project / "docs" / "en" / "notes.txt").symlink_to("/etc/hostname")
    return "docs/en/notes.txt:1:1: error[file-place]"


def script_in_a_page(project: Path) -> str:
    page = project / "docs" / "ru" / "index.md"
    page.write_text(page.read_text("utf-8") + "\n<script>alert(1)</script>\n", "utf-8")
    return "error[page-markup]: `<script>` is not allowed on a page"


def script_in_the_configuration(project: Path) -> str:
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text(text.replace("код — MIT.", "код — MIT. <script>alert(1)</script>"), "utf-8")
    return "index.html: the script `alert(1)` is none of the theme's"


def template_that_raises(project: Path) -> str:
    template = project / "overrides" / "main.html"
    block = "{% block htmltitle %}"
    text = template.read_text("utf-8")
    assert block in text
    template.write_text(text.replace(block, f"{block}{{{{ 1 // 0 }}}}"), "utf-8")
    line = text.partition(block)[0].count("\n") + 1
    return f"overrides/main.html:{line}: error[template]: ZeroDivisionError"


@pytest.mark.slow
@pytest.mark.parametrize(
    "harm",
    [
        unknown_element,
        template_that_raises,
        missing_twin,
        dead_anchor,
        script_in_a_page,
        script_in_the_configuration,
        link_out,
    ],
)
def test_a_page_that_is_wrong_leaves_the_site_as_it_was(
    harm: Callable[[Path], str], site: Path, tmp_path: Path
) -> None:
    project = make_project(tmp_path / "project")
    told = harm(project)
    before = contents(site)

    ran = run("dossier", "build", "--no-pdf", "--site", str(site), cwd=project)

    assert ran.returncode == 1, ran.stdout
    assert told in ran.stderr
    assert "Traceback" not in ran.stderr
    assert contents(site) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project", "site"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["notes.txt", "inline.md", "themes/data.json", "page.html", "pipe"]
)
def test_pages_beside_other_data_may_not_lead_out_either(
    name: str, site: Path, tmp_path: Path
) -> None:
    project = make_project(tmp_path / "project")
    data = copy_trial(tmp_path / "elsewhere")
    (project / "docs" / "en" / name).unlink(missing_ok=True)
    if name == "pipe":
        os.mkfifo(project / "docs" / "en" / name)
    else:
        (project / "docs" / "en" / name).symlink_to("/etc/hostname")
    before = contents(site)

    ran = run(
        *("dossier", "build", "--no-pdf", "--data", str(data), "--site", str(site)), cwd=project
    )

    assert ran.returncode == 1
    assert f"docs/en/{name}:1:1: error[file-place]" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert contents(site) == before


@pytest.mark.slow
def test_a_whole_site_takes_the_place_of_the_one_before(site: Path, tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    ran = run("dossier", "build", "--no-pdf", "--site", str(site), cwd=project)
    assert ran.returncode == 0, ran.stderr
    assert not (site / "en" / "old.bin").exists()
    assert "the site from before" not in (site / "index.html").read_text("utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project", "site"]


@pytest.mark.slow
def test_what_looks_like_a_template_in_the_data_is_text(site: Path, tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    looks = "{{ 7*7 }} {% raw %} {# x #}"
    for name, end in (
        ("elements/trial-plan-2019", "план на год"),
        ("elements/trial-plan-2019", "for the year was signed"),
        ("sources/trial-agency", "Trial exercise held"),
    ):
        path = project / "data" / f"{name}.yml"
        text = path.read_text("utf-8")
        title = re.compile(f"(?<=: )(.*{end})$", re.MULTILINE)
        path.write_text(title.sub(rf"'\1 {looks}'", text, count=1), "utf-8")
        assert path.read_text("utf-8") != text
    ran = run("dossier", "build", "--no-pdf", "--site", str(site), cwd=project)
    assert ran.returncode == 0, ran.stderr
    page = read(site / "elements" / "trial-plan-2019.html")
    assert looks in page.text


@pytest.mark.slow
@pytest.mark.parametrize("config", ["mkdocs.yml", "mkdocs.en.yml"])
def test_plain_mkdocs_builds_the_site_strictly(config: str, tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    more = () if config == "mkdocs.yml" else ("-f", config)
    ran = run("mkdocs", "build", "--strict", *more, "-d", str(tmp_path / "site"), cwd=project)
    assert ran.returncode == 0, ran.stdout[-3000:] + ran.stderr[-3000:]
    assert (tmp_path / "site" / "index.html").exists()


@pytest.mark.slow
def test_plain_mkdocs_stops_at_broken_data_with_every_finding(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    for name in ("trial-exercise-2020", "trial-plan-2019"):
        path = project / "data" / "elements" / f"{name}.yml"
        path.write_text(path.read_text("utf-8").replace("mode: ", "mode: x"), "utf-8")
    ran = run("mkdocs", "build", "-d", str(tmp_path / "site"), cwd=project)
    assert ran.returncode == 1
    for name in ("trial-exercise-2020", "trial-plan-2019"):
        assert f"data/elements/{name}.yml:" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.slow
def test_another_folder_hour_locale_and_hash_seed_give_the_same_bytes(tmp_path: Path) -> None:
    here = {"TZ": "America/St_Johns", "PYTHONHASHSEED": "3", "LC_ALL": "C.UTF-8"}
    there = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    for name, environment in (("here", here), ("else where/there", there)):
        ran = run("dossier", "build", cwd=make_project(tmp_path / name), **environment)
        assert ran.returncode == 0, ran.stderr[-3000:]
    one, other = contents(tmp_path / "here/site"), contents(tmp_path / "else where/there/site")
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
