"""Building, without MkDocs: what is told, what is kept, and which time stands for a build."""

from __future__ import annotations

import calendar
from pathlib import Path

import pytest

from dossier.site import build as building
from dossier.site import place, verify
from dossier.site.build import BuildError, build, described, epoch
from dossier.site.edition import Edition, edition
from dossier.site.verify import Fault
from tests.making import dataset, element


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What a stand-in for MkDocs writes, by path; the same in both languages."""
    policy = '<meta http-equiv="Content-Security-Policy" content="x">'
    written = {"index.html": "<h1>new</h1>", "404.html": "<h1>lost</h1>"}

    def write(root: Path, data: Path, folder: Path, stamp: int, **_: object) -> None:
        for language in ("ru", "en"):
            for name, text in written.items():
                (folder / language / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / language / name).write_text(policy + text, "utf-8")

    monkeypatch.setattr(building, "_generate", write)
    monkeypatch.setattr(building, "_finish", lambda site, *_: ("", verify.read(site)))
    monkeypatch.setattr("dossier.site.verify._missing_citations", lambda *_: [])
    return written


def old_site(folder: Path) -> Path:
    """A site that a build has put there before."""
    site = folder / "site"
    site.mkdir()
    (site / "old.html").write_text("old", "utf-8")
    (site / place.LIST).write_text("old.html\n", "utf-8")
    return site


def test_errors_in_the_data_stop_the_build_with_all_findings(data: Path, tmp_path: Path) -> None:
    for name in ("trial-plan-2019", "trial-exercise-2020"):
        (data / "elements" / f"{name}.yml").write_text("id: [", "utf-8")
    steps: list[str] = []
    with pytest.raises(BuildError, match="the data has errors") as caught:
        build(tmp_path, data, tmp_path / "site", steps.append)
    text = "\n".join(caught.value.details)
    assert text.count("error[yaml-syntax]") == 2
    assert steps == ["checking the data"]
    assert not (tmp_path / "site").exists()


def test_a_clean_build_takes_the_place_of_the_site_before(
    data: Path, tmp_path: Path, pages: dict[str, str]
) -> None:
    site = old_site(tmp_path)
    made = build(tmp_path, data, site, lambda _: None, pdf=False)
    names = sorted(p.relative_to(site).as_posix() for p in site.rglob("*.html"))
    assert names == ["404.html", "en/404.html", "en/index.html", "index.html"]
    assert made.pages == 4
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "site"]


def test_faults_in_the_pages_leave_the_site_as_it_was(
    data: Path, tmp_path: Path, pages: dict[str, str]
) -> None:
    site = old_site(tmp_path)
    pages["index.html"] = '<a href="gone.html">x</a>'
    with pytest.raises(BuildError, match="the built site has faults") as caught:
        build(tmp_path, data, site, lambda _: None, pdf=False)
    assert caught.value.details[0] == "en/index.html: `gone.html` leads nowhere"
    assert sorted(path.name for path in site.iterdir()) == [place.LIST, "old.html"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "site"]


def test_a_site_can_be_built_where_there_is_none_yet(
    data: Path, tmp_path: Path, pages: dict[str, str]
) -> None:
    build(tmp_path, data, tmp_path / "deep" / "er" / "site", lambda _: None, pdf=False)
    assert (tmp_path / "deep" / "er" / "site" / "en" / "index.html").exists()


def test_the_summary_tells_records_grades_and_pages(
    data: Path, tmp_path: Path, pages: dict[str, str]
) -> None:
    told = "\n".join(described(build(tmp_path, data, tmp_path / "site", lambda _: None, pdf=False)))
    assert "3 elements" in told
    assert "1 documentary" in told
    assert "pages: 4" in told


def test_the_time_of_a_build_is_the_day_of_the_last_check(data: Path) -> None:
    assert epoch(edition(data)) == calendar.timegm((2026, 11, 21, 0, 0, 0))


def test_a_dataset_without_elements_has_the_time_zero() -> None:
    assert epoch(Edition(dataset(), (), Path())) == 0
    made = dataset(element("a", checked="1970-01-02"))
    assert epoch(Edition(made, (), Path())) == 86400


def test_many_faults_are_cut_to_what_can_be_read() -> None:
    lines = building._listed([Fault("page", str(n)) for n in range(60)])
    assert len(lines) == 51
    assert lines[-1] == "and 10 more"


@pytest.mark.parametrize("name", [".", "data", "docs"])
def test_a_folder_that_is_no_site_is_not_replaced(
    name: str, data: Path, tmp_path: Path, pages: dict[str, str]
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Page", "utf-8")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(BuildError, match="site"):
        build(tmp_path, data, tmp_path / name, lambda _: None, pdf=False)
    assert sorted(tmp_path.rglob("*")) == before


def test_when_the_new_site_cannot_be_put_in_place_the_old_one_stays(
    data: Path, tmp_path: Path, pages: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = old_site(tmp_path)
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name == "ru":
            raise OSError("busy")
        return rename(path, target)

    monkeypatch.setattr(place, "_exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(BuildError, match="could not be written"):
        build(tmp_path, data, site, lambda _: None, pdf=False)
    assert sorted(path.name for path in site.iterdir()) == [place.LIST, "old.html"]
