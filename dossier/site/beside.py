"""Work in a process of its own beside this one, on what is loaded already."""

from __future__ import annotations

import multiprocessing
import os
import threading
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Generic, TypeVar, cast

T = TypeVar("T")
Progress = Callable[[str], None]
Work = Callable[[Progress], T]  # tells how far it is by lines for a person

# Only a forked child shares what its parent has loaded.
FORK = multiprocessing.get_context("fork")


class Beside(Generic[T]):
    """A child that does some work; it ends at the end of the `with`, whatever happens.

    What the work gives or raises must be possible to pickle.
    """

    def __init__(self, work: Work[T]) -> None:
        self._reading, writing = FORK.Pipe(duplex=False)
        self._alive = os.pipe()
        self._process = FORK.Process(target=_do, args=(work, writing, self._alive))
        self._process.start()
        writing.close()

    def result(self, progress: Progress) -> T:
        """What the work gives, when it is done; first its lines. Raises what the work raised."""
        try:
            while not isinstance(told := self._reading.recv(), _Outcome):
                progress(told)
        except EOFError:
            raise ChildProcessError("a part of the work ended before it was done") from None
        if told.error is not None:
            raise told.error
        return cast("T", told.value)

    def __enter__(self) -> Beside[T]:
        """The work is going on."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the child, if it has not ended."""
        self._process.terminate()
        self._process.join()
        self._process.close()
        self._reading.close()
        for end in self._alive:
            os.close(end)


class _Outcome:
    """What came of the work: a value or an error."""

    def __init__(self, value: object = None, error: Exception | None = None) -> None:
        self.value, self.error = value, error


def _do(work: Work[object], writing: Connection, alive: tuple[int, int]) -> None:
    """In the child: the work, its lines as they come, and what it gives."""
    end_with_parent(*alive)
    try:
        outcome = _Outcome(work(writing.send))
    except Exception as error:
        error.add_note(traceback.format_exc())
        outcome = _Outcome(error=error)
    writing.send(outcome)


def end_with_parent(reading: int, writing: int) -> None:
    """End this child when its parent has ended: only the parent holds the writing end."""

    def wait() -> None:
        os.read(reading, 1)
        os._exit(1)

    os.close(writing)
    threading.Thread(target=wait, daemon=True).start()
