"""The place of a built site: where it is made, and how it takes the place of the one before.

A site is made in a folder of its own beside its place, so that both are on one disk, and changes
places with the old one in one step. A build that was killed leaves that folder; the next build
removes it, which the lock of a running build forbids.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

PREFIX = ".dossier-"
LOCK = "lock"
LIST = ".dossier-files"  # in a site: the names of its files, one a line
_AT_FDCWD = -2 if sys.platform == "darwin" else -100
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS


class PlaceError(Exception):
    """The place for a site cannot be used as it is; the message says what to do."""


def check(site: Path, kept: tuple[Path, ...]) -> None:
    """Refuse a place where a new site would delete what no build made, or what it is made from.

    `kept` are the folders that a site is made from: none may lie in the site, nor the site in
    one of them, but for the first, the project, which usually holds it. Raises `PlaceError`.
    """
    root, *sources = (folder.resolve() for folder in kept)
    place = site.resolve()
    if root.is_relative_to(place) or any(
        source.is_relative_to(place) or place.is_relative_to(source) for source in sources
    ):
        raise PlaceError(f"{site} holds what the site is made from, or lies in it: name another")
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise PlaceError(f"{site} is a link or no folder: name the folder itself")
    if not site.exists() or not any(site.iterdir()):
        return
    if not (site / LIST).is_file():
        raise PlaceError(f"{site} holds files and no build made it: empty it, or name another")
    listed = set((site / LIST).read_text("utf-8").splitlines())
    if others := sorted(set(_files(site)) - listed - {LIST}):
        named = ", ".join(others[:5]) + (", …" if len(others) > 5 else "")
        raise PlaceError(f"{site} holds files that no build made: {named}; move them elsewhere")


@contextlib.contextmanager
def workshop(site: Path) -> Iterator[Path]:
    """A folder beside the place of the site to make it in, gone at the end whatever happens."""
    site.parent.mkdir(parents=True, exist_ok=True)
    _sweep(site.parent)
    with tempfile.TemporaryDirectory(prefix=PREFIX, dir=site.parent) as name:
        folder = Path(name)
        unseen = folder / f"{LOCK}.new"
        with unseen.open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            # It gets its name when it is held: another build may be sweeping up.
            unseen.rename(folder / LOCK)
            yield folder


def put(new_site: Path, site: Path) -> None:
    """Let the site in `new_site`, a folder on the same disk, take its place; the old one ends.

    Readers see the old site or the new one; where the system cannot exchange two folders, none
    for the moment between two renames. Raises `OSError`, and the old site stays.
    """
    (new_site / LIST).write_text("".join(f"{name}\n" for name in sorted(_files(new_site))), "utf-8")
    if not site.exists():
        new_site.rename(site)
    elif not _exchange(new_site, site):
        old = new_site.with_name("old")
        site.rename(old)
        try:
            new_site.rename(site)
        except OSError:
            old.rename(site)
            raise


def _files(site: Path) -> Iterator[str]:
    return (p.relative_to(site).as_posix() for p in site.rglob("*") if not p.is_dir())


def _sweep(parent: Path) -> None:
    """Remove what killed builds have left; a running one holds its lock, children included."""
    for folder in parent.glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError), (folder / LOCK).open() as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)


def _exchange(first: Path, second: Path) -> bool:
    """Let two folders change places in one step; False where the system has no such call.

    renameat2(2) of Linux, renameatx_np(2) of macOS; Python has no name for either.
    """
    name = "renameatx_np" if sys.platform == "darwin" else "renameat2"
    call = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if call is None:
        return False
    if call(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(number, os.strerror(number), str(second))
