"""The commands as their users call them, and the ways to break a file of the data."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner, Result

from dossier.cli import main

ELEMENT = "elements/trial-exercise-2020.yml"
FIRST = re.compile(r"^(?P<path>\S+):\d+:\d+: error\[(?P<rule>[a-z-]+)\]: \S", re.MULTILINE)

Break = Callable[[Path], None]


def run(*arguments: object, env: dict[str, str] | None = None) -> Result:
    return CliRunner(env={"SOURCE_DATE_EPOCH": None, **(env or {})}).invoke(
        main, [str(argument) for argument in arguments]
    )


def write(text: str | bytes, name: str = ELEMENT) -> Break:
    """Replace a whole file."""

    def do(data: Path) -> None:
        (data / name).parent.mkdir(exist_ok=True)
        (data / name).write_bytes(text if isinstance(text, bytes) else text.encode())

    return do


def replace(old: str, new: str, name: str = ELEMENT) -> Break:
    """Replace a part of a file."""

    def do(data: Path) -> None:
        text = (data / name).read_text("utf-8")
        assert old in text
        (data / name).write_text(text.replace(old, new, 1), "utf-8")

    return do
