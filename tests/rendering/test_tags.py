"""Which commits the tags of editions mark: read from what git prints, and told on the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.dataset import Dataset
from dossier.rendering import tags
from dossier.rendering.macro_data import DataMacros
from dossier.rendering.renderer import Renderer, Settings
from dossier.site.build import BuildError, build
from tests.forge.github.conftest import git

TAG = "edition-2026-11-22"
COMMIT = "0123456789abcdef0123456789abcdef01234567"


def _page(real: Dataset, repo_url: str = "") -> str:
    return DataMacros(Renderer(real, "en", Settings(repo_url=repo_url)), "editions.html").editions()


@pytest.mark.parametrize(
    "print_tags", [("show-ref", "--tags", "--dereference"), ("ls-remote", "--tags", ".")]
)
def test_both_commands_of_git_are_read(
    print_tags: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "one")
    git(tmp_path, "tag", "plain")
    git(tmp_path, "tag", "-a", TAG, "-m", "the edition")
    commit = git(tmp_path, "rev-parse", "HEAD").strip()
    monkeypatch.setenv("DOSSIER_TAGS", git(tmp_path, *print_tags))
    assert tags.from_environment() == {"plain": commit, TAG: commit}


def test_nothing_told_is_nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOSSIER_TAGS", raising=False)
    assert tags.from_environment() == {}


@pytest.mark.parametrize("told", [TAG, f"{COMMIT} refs/heads/main", f"{COMMIT[:12]} refs/tags/x"])
def test_what_git_does_not_print_stops_the_build(
    told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER_TAGS", told)
    with pytest.raises(BuildError) as raised:
        build(tmp_path, tmp_path, tmp_path / "site", lambda _step: None)
    assert told in raised.value.details[0]
    assert list(tmp_path.iterdir()) == []


def test_the_page_tells_the_commit_and_leads_to_it(
    real: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER_TAGS", f"{COMMIT} refs/tags/{TAG}")
    assert f"{TAG}, commit" in _page(real) and f"<code>{COMMIT[:12]}</code>" in _page(real)
    assert "/commit/" not in _page(real)
    address = f"https://gitlab.com/a/b/-/commit/{COMMIT}"
    assert f'<a href="{address}">' in _page(real, "https://gitlab.com/a/b")


def test_the_page_says_where_no_commit_is_known(
    real: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DOSSIER_TAGS", raising=False)
    assert f"{TAG}; it is not set yet, or was not known to the build" in _page(real)
    assert ", commit" not in _page(real)
