"""The issue forms: what is committed is what the engine makes, and GitHub can read it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.authoring.skeleton import blanks, skeleton
from dossier.dataset import Dataset
from dossier.forge.forms import Form, catalogue
from dossier.forge.forms.build import files, options
from tests.conftest import ROOT

GITHUB = ROOT / ".github"


def checked(schema: str, *paths: Path) -> str:
    """What check-jsonschema, which carries GitHub's schemas, has to say; nothing if all is well."""
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}",
         *map(str, paths)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_the_committed_files_are_those_that_the_engine_makes(real: Dataset) -> None:
    # Labels of terms may change in a browser: `check` then calls the file stale.
    for name, text in files(real).items():
        assert without_options((GITHUB / name).read_text("utf-8")) == without_options(text), (
            "run `dossier forms` and commit the files"
        )


def without_options(text: str) -> str:
    return re.sub(r"(?m)^    options:\n(?:    (?:- |  ).*\n)*", "", text)


def test_no_other_form_is_there(real: Dataset) -> None:
    there = {f"ISSUE_TEMPLATE/{path.name}" for path in (GITHUB / "ISSUE_TEMPLATE").iterdir()}
    assert there == {name for name in files(real) if name.startswith("ISSUE_TEMPLATE/")}


@pytest.mark.slow
def test_the_forms_are_forms_to_github() -> None:
    paths = [GITHUB / "ISSUE_TEMPLATE" / f"{form.file}.yml" for form in catalogue()]
    assert checked("github-issue-forms", *paths) == ""
    assert checked("github-issue-config", GITHUB / "ISSUE_TEMPLATE/config.yml") == ""


def test_a_broken_form_is_no_form_to_github(tmp_path: Path) -> None:
    text = (GITHUB / "ISSUE_TEMPLATE/source.yml").read_text("utf-8")
    (tmp_path / "source.yml").write_text(text.replace("type: dropdown", "type: list"), "utf-8")
    assert "list" in checked("github-issue-forms", tmp_path / "source.yml")


@pytest.mark.parametrize("form", [form for form in catalogue() if form.model],
                         ids=lambda form: form.file)  # fmt: skip
def test_a_form_asks_for_all_that_its_record_needs(form: Form, real: Dataset) -> None:
    assert form.model is not None
    needed = {".".join(path) for path in blanks(skeleton(form.model, "x", real, None))}
    given = {"checked", "claims.0.id", "review"}  # the intake knows these
    asked = {field.path for field in form.fields if field.required}
    assert needed - given == asked - {"accessed"} | (asked & needed)


@pytest.mark.parametrize("form", catalogue(), ids=lambda form: form.file)
def test_headings_and_options_can_be_told_apart(form: Form, real: Dataset) -> None:
    headings = [field.heading for field in form.fields]
    assert len(set(headings)) == len(headings)
    for field in form.fields:
        offered = list(options(field, real))
        assert not any(one != other and one.startswith(other + ", ")
                       for one in offered for other in offered)  # fmt: skip


def test_the_form_for_corrections_takes_the_record_from_an_address() -> None:
    form = next(form for form in catalogue() if form.file == "correction")
    assert form.fields[0].id == "record"
