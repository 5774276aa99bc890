"""Work in a process beside this one: what it tells, gives and raises, and that none is left."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from dossier.site.beside import Beside, Progress
from dossier.site.build import BuildError


def test_lines_come_in_their_order_and_then_what_the_work_gives() -> None:
    here, told = [1], list[str]()

    def work(progress: Progress) -> int:
        progress("first")
        here.append(2)  # in the child alone
        progress("second")
        return sum(here)

    with Beside(work) as beside:
        assert beside.result(told.append) == 3
    assert (told, here) == (["first", "second"], [1])


def test_what_the_work_raises_is_raised_with_the_place_where_it_was() -> None:
    def work(progress: Progress) -> None:
        raise BuildError("the site has faults", ["a.html: one"])

    with (
        pytest.raises(BuildError, match="the site has faults") as caught,
        Beside(work) as beside,
    ):
        beside.result(print)
    assert caught.value.details == ["a.html: one"]
    assert "test_beside.py" in caught.value.__notes__[0]


def test_work_that_is_killed_is_told_as_a_fault_of_the_system() -> None:
    def work(progress: Progress) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(OSError, match="ended before it was done"), Beside(work) as beside:
        beside.result(print)


def test_work_that_nobody_waits_for_is_ended(tmp_path: Path) -> None:
    def work(progress: Progress) -> None:
        progress("begun")
        time.sleep(60)
        (tmp_path / "done").touch()

    with pytest.raises(ValueError, match="something else"), Beside(work):
        raise ValueError("something else")
    assert not (tmp_path / "done").exists()
