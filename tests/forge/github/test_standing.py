"""The standing issue, and the labels: one of each, brought up to date."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.forge.forms import catalogue
from dossier.forge.github.gh import BOT
from dossier.forge.github.labels import labels, labels_for
from dossier.forge.github.propose import APPROVED
from dossier.forge.github.remind import LABEL, MARKER, MOST_CHARACTERS
from tests.forge.github.forge_stub import Forge

ISSUES = "repos/example/dossier/issues"
OURS = {"number": 9, "user": {"login": BOT}, "body": f"{MARKER}\nold"}


def remind(tmp_path: Path, *reports: str) -> Result:
    files = []
    for number, report in enumerate(reports):
        files.append(tmp_path / f"{number}.md")
        files[-1].write_text(report, "utf-8")
    return CliRunner().invoke(main, ["remind", "--repository", "example/dossier",
                                     *map(str, files)])  # fmt: skip


def test_an_issue_is_opened_when_something_is_due(forge: Forge, tmp_path: Path) -> None:
    assert remind(tmp_path, "- [ ] a record\n", "No dead link.\n").exit_code == 0
    (path, sent), = forge.sent("POST")  # fmt: skip
    assert path == ISSUES and sent["labels"] == [LABEL]
    assert "- [ ] a record" in sent["body"] and "No dead link." in sent["body"]


def test_the_issue_is_renewed_and_closed_when_nothing_is_left(forge: Forge, tmp_path: Path) -> None:
    others = {"number": 8, "user": {"login": "reader"}, "body": f"{MARKER}\nmine"}
    forge.answer(**{f"GET {ISSUES}": [others, OURS]})
    remind(tmp_path, "- [ ] a record\n")
    remind(tmp_path, "nothing\n")
    assert [(path, sent["state"]) for path, sent in forge.sent()] == [
        (f"{ISSUES}/9", "open"), (f"{ISSUES}/9", "closed"),
    ]  # fmt: skip


def test_nothing_is_opened_when_nothing_is_due(forge: Forge, tmp_path: Path) -> None:
    result = remind(tmp_path, "nothing\n")
    assert "nothing is due" in result.output
    assert forge.sent() == []


def test_a_very_long_report_fits_an_issue(forge: Forge, tmp_path: Path) -> None:
    remind(tmp_path, "- [ ] a record\n" * 10_000)
    assert len(forge.sent()[0][1]["body"]) <= MOST_CHARACTERS


def test_what_github_refuses_is_told(forge: Forge, tmp_path: Path) -> None:
    forge.answer(**{f"POST {ISSUES}": "refuse"})
    result = remind(tmp_path, "- [ ] a record\n")
    assert result.exit_code == 1
    assert "HTTP 422" in result.output and "Traceback" not in result.output


def test_every_label_that_is_used_is_made(forge: Forge) -> None:
    result = CliRunner().invoke(main, ["labels"])
    assert result.exit_code == 0
    made = {asked[2] for asked, _ in forge.calls()}
    assert made == {label.name for label in labels()}
    assert {APPROVED, LABEL, *(form.label for form in catalogue())} <= made


def test_a_change_is_labelled_by_what_it_touches() -> None:
    assert labels_for(["data/elements/a.yml", "docs/ru/index.md"]) == ["elements", "prose"]
    assert labels_for(["README.md"]) == []


def test_every_path_of_a_label_is_there() -> None:
    from tests.conftest import ROOT
    from tests.test_architecture import tracked

    names = [path.relative_to(ROOT).as_posix() for path in tracked()]
    for label in labels():
        for path in label.paths:
            assert any(name.startswith(path) for name in names), path
