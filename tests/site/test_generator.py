"""Which site generator runs is the choice of whoever builds."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.site import generator


@pytest.mark.parametrize("named", ["jekyll", "os", "x" * 500])
def test_a_generator_that_is_not_known_is_named(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GENERATOR", named)
    (said,) = generator.run(tmp_path, tmp_path, {})
    assert said == f"GENERATOR: `{named[:40]}` is none of mkdocs, properdocs; correct it"
    assert list(tmp_path.iterdir()) == []


def test_a_generator_that_is_not_installed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GENERATOR", "properdocs")
    monkeypatch.setattr(generator, "find_spec", lambda _: None)
    (said,) = generator.run(tmp_path, tmp_path, {})
    assert said.startswith("GENERATOR: `properdocs` is not installed")
