"""What was typeset before: kept by a digest of all that it was made from.

A file of the folder holds the digest of what follows, then what was made. One that is damaged, cut
short or not ours is made anew; where the folder cannot be written, nothing is kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from collections.abc import Callable
from pathlib import Path

LENGTH = hashlib.sha256().digest_size


class Kept:
    """Bytes in a folder by the digest of their input; `again` counts those that were there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._asked: set[str] = set()
        self._lock = threading.Lock()
        self.again = 0

    def get(self, digest: str, make: Callable[[], bytes]) -> bytes:
        """What was made from the input with this digest, now or before."""
        path = self._folder / digest
        output = _read(path)
        with self._lock:
            self._asked.add(digest)
            self.again += output is not None
        if output is None:
            output = make()
            _write(path, output)
        return output

    def forget_others(self) -> None:
        """Leave only what was asked for: files of former editions would pile up."""
        with contextlib.suppress(OSError):
            for path in self._folder.iterdir():
                if path.name not in self._asked:
                    path.unlink(missing_ok=True)


def _read(path: Path) -> bytes | None:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    output = content[LENGTH:]
    return output if hashlib.sha256(output).digest() == content[:LENGTH] else None


def _write(path: Path, output: bytes) -> None:
    part = path.with_name(f"{path.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(hashlib.sha256(output).digest() + output)
        part.replace(path)
