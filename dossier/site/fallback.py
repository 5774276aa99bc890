"""What the preview shows while files hold mistakes: the same pages with what was sound before.

A file with an error gives way to its last sound content, of this session or of the last commit.
Where there is none it is left out, and with it what cannot stand without it.
"""

from __future__ import annotations

from pathlib import Path

from dossier.dataset.loading import assembled
from dossier.dataset.memory import ReadFile
from dossier.dataset.snapshots import SnapshotError, opened_commit
from dossier.site.edition import Edition, checked

ROUNDS = 10  # of leaving out what leans on what was left out

_sound: Edition | None = None


def showable(edition: Edition) -> Edition:
    """The edition itself when its records are sound, or the best that can be shown of it."""
    global _sound
    if edition.shows:
        _sound = edition
        return edition
    if _sound is None or _sound.base != edition.base:
        _sound = _committed(edition.dataset.data)
    return _mended(edition, _sound) or _sound or _without_broken(edition)


def _committed(data: Path) -> Edition | None:
    """The edition of the last commit, if there is one without errors."""
    try:
        with opened_commit("HEAD", data) as snapshot:
            edition = checked(snapshot.dataset, data.absolute().parent)
    except (SnapshotError, OSError):
        return None
    return edition if edition.shows else None


def _mended(edition: Edition, before: Edition | None) -> Edition | None:
    """The edition with the last sound content of the broken files; None if that is not sound."""
    old = before.dataset.files if before else {}
    broken = _broken(edition)
    files = {path: file for path, file in edition.dataset.files.items() if path not in broken}
    files |= {path: old[path] for path in broken if path in old}
    if before and files == old:
        return before
    mended = _of(edition, files)
    return mended if mended.shows else None


def _without_broken(edition: Edition) -> Edition:
    """What stands without the broken files, and without what leans on them; at worst nothing."""
    for _ in range(ROUNDS):
        if edition.shows:
            return edition
        broken = _broken(edition)
        kept = {path: file for path, file in edition.dataset.files.items() if path not in broken}
        if len(kept) == len(edition.dataset.files):
            break  # it is a missing file that is wrong
        edition = _of(edition, kept)
    return _of(edition, {})


def _broken(edition: Edition) -> set[str]:
    return {finding.path for finding in edition.findings if finding.is_error}


def _of(edition: Edition, files: dict[str, ReadFile]) -> Edition:
    """An edition of some files, in the order in which they are read."""
    chosen = [files[path] for path in sorted(files, key=_in_order)]
    return checked(assembled(edition.dataset.data, chosen, edition.dataset.pages, []), edition.base)


def _in_order(path: str) -> tuple[str, ...]:
    return Path(path).parts
