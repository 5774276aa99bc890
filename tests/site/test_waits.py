"""The benchmark of what a reader waits for runs on the site as it is; its figures are no test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.browser import waits

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_filtering_and_searching_are_measured(built_site: Path, browser: Browser) -> None:
    measured = dict(waits(browser, built_site, 1, {"соглашение": "a word"}))
    assert list(measured) == [
        "filtering all cards",
        "search, a word: last key to first result",
        "sent for the searches",
    ]
    assert all(re.fullmatch(r"[1-9]\d* (?:ms|kB)", value) for value in measured.values())
