"""A `gh` that answers from a file and writes down what it is asked: GitHub for the tests."""

from __future__ import annotations

import json
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROGRAM = """#!{python}
import json, pathlib, sys
home = pathlib.Path({home!r})
asked = sys.argv[1:]
given = sys.stdin.read() if "-" in asked or "--body-file=-" in asked else ""
with (home / "calls.jsonl").open("a") as file:
    file.write(json.dumps([asked, given]) + "\\n")
answers = json.loads((home / "answers.json").read_text())
if asked[0] == "api":
    method = asked[asked.index("--method") + 1] if "--method" in asked else "GET"
    path = next(a for a in asked[1:] if a.startswith("repos/")).partition("?")[0]
    answer = answers.get(method + " " + path, [] if method == "GET" else {{}})
    if answer == "refuse" or "refuse" in answer and answer["refuse"] in given:
        sys.exit("HTTP 422: Unprocessable Entity")
    print(json.dumps([answer] if "--slurp" in asked else answer))
elif asked[:2] == ["pr", "create"]:
    print("https://github.com/example/dossier/pull/8")
"""


@dataclass(frozen=True)
class Forge:
    """The stub: what it answers, what it was asked."""

    home: Path

    @property
    def path(self) -> str:
        """A PATH on which `gh` is the stub."""
        return f"{self.home / 'bin'}{os.pathsep}{os.environ['PATH']}"

    def answer(self, **answers: Any) -> None:
        """Set what is answered: keys such as `GET repos/…`."""
        file = self.home / "answers.json"
        file.write_text(json.dumps(json.loads(file.read_text()) | answers))

    def calls(self) -> list[tuple[list[str], str]]:
        """Every command, with what it was given."""
        file = self.home / "calls.jsonl"
        return [tuple(json.loads(line)) for line in file.read_text().splitlines()] \
            if file.exists() else []  # fmt: skip

    def sent(self, method: str = "") -> list[tuple[str, dict[str, Any]]]:
        """What was written through the interface: the path, and the payload."""
        return [
            (asked[3], json.loads(given))
            for asked, given in self.calls()
            if "--method" in asked and method in ("", asked[2])
        ]


def make_forge(folder: Path) -> Forge:
    """A stub in a folder of its own."""
    (folder / "bin").mkdir(parents=True)
    (folder / "answers.json").write_text("{}")
    program = folder / "bin" / "gh"
    program.write_text(PROGRAM.format(python=sys.executable, home=str(folder)))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return Forge(folder)
