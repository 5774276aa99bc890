"""What is taken from others is what the lists say, under licences that the project can bear."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from supply import bill, packages, vendored
from tests.conftest import ROOT

# Licences that let a site be published and the code be passed on as it is.
FREE = frozenset(
    ["MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "MPL-2.0", "PSF-2.0", "ISC", "0BSD"]
)


def test_vendored_files_are_as_listed() -> None:
    assert list(vendored.problems(vendored.listed())) == []


def test_a_changed_a_lost_and_an_unlisted_file_are_named(tmp_path: Path) -> None:
    for folder in vendored.FOLDERS:
        shutil.copytree(ROOT / folder, tmp_path / folder)
    fonts = tmp_path / "overrides/assets/fonts"
    (fonts / "golos-text-latin.woff2").write_bytes(b"other")
    (fonts / "golos-text-turkish.woff2").unlink()
    (fonts / "new.woff2").write_bytes(b"new")
    found = list(vendored.problems(vendored.listed(), tmp_path))
    assert [line.split(": ")[0].rpartition("/")[2] for line in found] == [
        "golos-text-latin.woff2",
        "golos-text-turkish.woff2",
        "new.woff2",
    ]


def test_sums_are_written_anew_where_a_file_was_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    text = '# note\nname = "Work"\n"a" = "00"\n'
    assert vendored.updated(text, tmp_path) == text.replace("00", vendored.sum_of(tmp_path / "a"))


def test_every_package_of_the_site_is_under_a_free_licence() -> None:
    for package in packages.packages(ROOT / "requirements.lock"):
        if package.size:
            parts = set(package.licence.replace(" AND ", " OR ").split(" OR "))
            assert parts & FREE, f"{package.name}: {package.licence or 'no licence is stated'}"


def test_the_page_of_packages_names_what_the_locks_pin() -> None:
    rows = {
        tuple(cell.strip() for cell in line.split("|")[1:3])
        for line in packages.PAGE.read_text("utf-8").splitlines()
        if line.startswith("| ")
    }
    for lock in packages.LOCKS.values():
        missing = set(packages.locked(ROOT / lock).items()) - rows
        assert missing == set(), "run `python -m supply.packages`"


@pytest.mark.slow
def test_the_bill_of_materials_names_packages_with_sums_and_vendored_files() -> None:
    made = bill.bill()
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    parts = {part["name"]: part for part in made["components"]}
    pinned = packages.locked(ROOT / "requirements.lock")
    assert {name: parts[name]["version"] for name in pinned} == pinned
    jinja = parts["jinja2"]
    assert jinja["licenses"] == [{"expression": "BSD-3-Clause"}]
    assert jinja["externalReferences"][0]["hashes"][0]["alg"] == "SHA-256"
    works = vendored.listed()
    assert [parts[work["name"]]["version"] for work in works] == [w["version"] for w in works]
