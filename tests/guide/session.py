"""A newcomer's session: a fresh clone in which the commands of a page are typed one by one."""

from __future__ import annotations

import contextlib
import os
import shlex
import subprocess
import sys
from pathlib import Path

import yaml
from click.testing import CliRunner

from dossier.cli import main
from dossier.formatting import formatted, model_of
from tests.guide.pages import PLACE, ROOT, Block

# Real work that tests of their own do; here it is only certain that the target is there and leads
# to the command that it stands for.
REHEARSED = {
    "make site": "dossier build",
    "make serve": "preview.py",
    "make test": "-m pytest",
    "make quick": "not slow and not browser",
}
STAMPS = (".site-ready", ".dev-ready")
OF_SHELL = frozenset("|&;<>$`*?#")


class Session:
    """The shell, the folder it is in, and what the last command printed."""

    def __init__(self, origin: Path, folder: Path) -> None:
        self.folder = folder
        self.printed = ""
        self.status = 0
        self._has_typed_it = False
        self.environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("DOSSIER_")},
            "REPOSITORY": str(origin),
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "GIT_AUTHOR_NAME": "A newcomer",
            "GIT_AUTHOR_EMAIL": "newcomer@example.org",
            "GIT_COMMITTER_NAME": "A newcomer",
            "GIT_COMMITTER_EMAIL": "newcomer@example.org",
        }
        # Of what `make test` was told, a `make` in here knows nothing.
        for name in ("CI", "ARGS", "MAKEFLAGS", "MAKEOVERRIDES", "MAKELEVEL"):
            self.environment.pop(name, None)

    def type(self, line: str) -> None:
        """Run one line; a `cd` stays in effect."""
        words = shlex.split(line)
        if words[0] == "cd":
            self.folder = self.folder / words[1]
            self._make_ready()
            return
        if line in REHEARSED:
            self._run(f"make -n {words[1]}")
            assert self.status == 0, self.printed
            assert REHEARSED[line] in self.printed
        elif Path(words[0]).name == "dossier" and self._has_typed_it and OF_SHELL.isdisjoint(line):
            self._call(words[1:])
        else:
            self._run(line)
            self._has_typed_it |= Path(words[0]).name == "dossier"

    def _run(self, line: str) -> None:
        done = subprocess.run(
            ["bash", "-ec", line],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=300,
        )
        self.printed, self.status = done.stdout, done.returncode

    def _call(self, arguments: list[str]) -> None:
        """Call the command itself, which is there after it was typed in a shell once."""
        unset = dict.fromkeys(os.environ.keys() - self.environment.keys())
        with contextlib.chdir(self.folder):
            ran = CliRunner(env={**self.environment, **unset}).invoke(main, arguments)
        if ran.exception and not isinstance(ran.exception, SystemExit):
            raise ran.exception
        self.printed, self.status = ran.output, ran.exit_code

    def _make_ready(self) -> None:
        """Lend the clone the packages that are installed here, as `make setup` would install."""
        environment = self.folder / ".venv"
        environment.mkdir(exist_ok=True)
        if not (environment / "bin").exists():
            (environment / "bin").symlink_to(Path(sys.executable).parent)
        for name in STAMPS:
            (environment / name).touch()

    def write(self, block: Block) -> None:
        """Put an example where its first line says: a whole file, or some fields of one."""
        match = PLACE.match(block.text)
        assert match, f"line {block.line}: the first line must say `# data/….yml`"
        path = self.folder / match["path"]
        model = model_of(path)
        assert model is not None, f"{path.name} is no record's file"
        text = block.text[match.end() :]
        if match["part"]:
            fields = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
            fields |= yaml.load(text, yaml.BaseLoader)
            whole = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)
            path.write_text(formatted(whole.encode(), model), "utf-8")
        else:
            assert formatted(text.encode(), model) == text, (
                f"line {block.line}: not as `fmt` has it"
            )
            path.write_text(text, "utf-8")

    def has_printed(self, expected: str) -> None:
        """Whether what a page shows is what was printed, line for line."""
        missing = [line for line in expected.rstrip().split("\n") if line not in self.printed]
        assert not missing, f"{missing}\nnot in:\n{self.printed}"


def origin(folder: Path) -> Path:
    """The project as it stands, as a repository that can be cloned and pushed to."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True,
    ).stdout.decode()  # fmt: skip
    work, bare = folder / "work", folder / "origin.git"
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (work / name).parent.mkdir(parents=True, exist_ok=True)
            (work / name).write_bytes((ROOT / name).read_bytes())
    identity = ["-c", "user.name=Origin", "-c", "user.email=origin@example.org"]
    for command in (
        ["init", "-q", "-b", "main"], ["add", "-A"], [*identity, "commit", "-qm", "The dossier"],
        ["clone", "-q", "--bare", ".", str(bare)],
    ):  # fmt: skip
        subprocess.run(["git", *command], cwd=work, check=True, capture_output=True)
    return bare
