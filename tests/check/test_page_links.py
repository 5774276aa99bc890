"""Links of pages: a record that cannot be printed is no reason to call a good link dead."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dossier.check.rules import _site
from dossier.check.rules._site import SitePages
from dossier.dataset import Dataset


def test_pages_that_broken_records_cut_short_make_no_link_dead(
    trial: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not SitePages(trial, "ru").has("risks/gone.md")

    def broken(_: object) -> Iterator[None]:
        raise LookupError("no term `exercice`")

    monkeypatch.setattr(_site, "places", broken)
    assert SitePages(trial, "ru").has("risks/trial-habits.md")
