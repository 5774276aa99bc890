"""Tests of a group run on one worker: a version of pytest forgot that without a word."""

from __future__ import annotations

import os

import pytest


@pytest.mark.xdist_group("a group")
def test_a_group_is_told_to_the_scheduler(request: pytest.FixtureRequest) -> None:
    alone = "PYTEST_XDIST_WORKER" not in os.environ
    assert alone or request.node.nodeid.endswith("@a group")
