"""Several files changed together: shown first, tried on a copy, written whole or not at all."""

from __future__ import annotations

import difflib
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dossier.check import report, rules
from dossier.dataset import Dataset, load
from dossier.formatting.files import replace_file
from dossier.parsing.findings import Finding

WIDTH = 90  # of a line that is shown; paragraphs of prose are one line


@dataclass
class Changeset:
    """New texts of files by their paths below `root`; None for a file that goes."""

    root: Path
    texts: dict[str, str | None] = field(default_factory=dict)

    def before(self, name: str) -> str:
        """The text of a file as it is on disk; nothing where there is none."""
        path = self.root / name
        return path.read_text("utf-8") if path.is_file() else ""

    def now(self, name: str) -> str:
        """The text of a file with what was changed so far."""
        return (self.texts[name] or "") if name in self.texts else self.before(name)

    def put(self, name: str, text: str | None) -> None:
        """Change a file; what leaves it as it is changes nothing."""
        if text is None or text != self.before(name):
            self.texts[name] = text

    def shown(self) -> Iterator[str]:
        """Each file with its lines that go (`-`) and come (`+`), each with its number."""
        for name, text in sorted(self.texts.items()):
            old, new = self.before(name).splitlines(), (text or "").splitlines()
            if text is None:
                yield f"{name}: -"
                continue
            yield f"{name}:" if old else f"{name}: +"
            for tag, first, last, start, end in difflib.SequenceMatcher(
                None, old, new, autojunk=False
            ).get_opcodes():
                if tag != "equal" and old:
                    at = _differing(old[first:last], new[start:end])
                    yield from (f"  {n + 1:>4} - {_cut(old[n], at)}" for n in range(first, last))
                    yield from (f"  {n + 1:>4} + {_cut(new[n], at)}" for n in range(start, end))

    def new_errors(self, before: Dataset, language: str) -> list[str]:
        """The errors that data and pages would have after the change and do not have, in lines."""
        known = {_gist(finding) for finding in rules.findings(before)}
        with tempfile.TemporaryDirectory(prefix="dossier-") as scratch:
            copy = Path(scratch)
            for folder in (before.data.name, "docs"):
                if (self.root / folder).is_dir():
                    shutil.copytree(self.root / folder, copy / folder, symlinks=True)
            for name, text in self.texts.items():
                _write(copy / name, text)
            findings = rules.findings(load(copy / before.data.name))
            fresh = [
                finding for finding in findings if finding.is_error and _gist(finding) not in known
            ]
            return list(report.as_text(fresh, copy, language))

    def write(self) -> None:
        """Write every file; when one cannot be written, all are put back and `OSError` raised."""
        kept = {
            name: path.read_bytes() if (path := self.root / name).is_file() else None
            for name in self.texts
        }
        done: list[str] = []
        try:
            for name in sorted(self.texts, key=lambda name: self.texts[name] is None):
                done.append(name)
                _write(self.root / name, self.texts[name])
        except OSError:
            for name in done:
                _restore(self.root / name, kept[name])
            raise


def _differing(old: list[str], new: list[str]) -> int:
    """Where the first of the lines begin to differ."""
    pair = zip(old[0], new[0], strict=False) if old and new else ()
    return next((at for at, (before, after) in enumerate(pair) if before != after), 0)


def _cut(line: str, at: int) -> str:
    """A long line around the place where it changed."""
    if len(line) <= WIDTH:
        return line
    start = max(0, at - WIDTH // 3)
    end = start + WIDTH
    return ("…" if start else "") + line[start:end] + ("…" if end < len(line) else "")


def _gist(finding: Finding) -> tuple[str, str, str]:
    """What makes a finding the same one, though its lines have moved."""
    return finding.path, finding.rule, str(finding.message)


def _write(path: Path, text: str | None) -> None:
    if text is None:
        path.unlink()
    elif path.exists():
        replace_file(path, text.encode())
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _restore(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    elif not path.is_file() or path.read_bytes() != data:
        path.write_bytes(data)
