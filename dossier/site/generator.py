"""Runs the site generator once a language, side by side, on data that is loaded already.

Each language is a child of this process: it finds the edition in memory, so that a build reads
and checks the data once in all. The generator is started by the name of its module and is
imported nowhere in the engine. `GENERATOR` in the environment names another one that reads the
same configurations: docs/development/generators.md.
"""

from __future__ import annotations

import os
import runpy
import sys
import traceback
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from dossier.site.beside import FORK, end_with_parent

GENERATORS = ("mkdocs", "properdocs")  # the first is taken where none is named
CONFIGS = {"ru": "mkdocs.yml", "en": "mkdocs.en.yml"}


def run(root: Path, folder: Path, environment: Mapping[str, str]) -> list[str]:
    """Build every language into a folder of its own; what failed comes back in lines.

    `root` is the folder with the configurations, `folder` the one that gets `ru/` and `en/`,
    `environment` what the generator finds in the environment beside what is there.
    """
    generator = os.environ.get("GENERATOR") or GENERATORS[0]
    if generator not in GENERATORS:
        return [f"GENERATOR: `{generator[:40]}` is none of {', '.join(GENERATORS)}; correct it"]
    if find_spec(generator) is None:
        return [f"GENERATOR: `{generator}` is not installed (pip install {generator})"]
    logs = {language: folder / f"{language}.log" for language in CONFIGS}
    alive = os.pipe()
    children = {
        language: FORK.Process(
            target=_generate,
            args=(
                generator,
                root,
                root / config,
                folder / language,
                dict(environment),
                logs[language],
                alive,
            ),
        )
        for language, config in CONFIGS.items()
    }
    for child in children.values():
        child.start()
    failures = []
    for language, child in children.items():
        child.join()
        if child.exitcode:
            output = logs[language].read_text("utf-8", errors="replace")
            failures += [f"[{CONFIGS[language]}]", *output.splitlines()]
        child.close()
    for end in alive:
        os.close(end)
    return failures


def _generate(
    generator: str,
    root: Path,
    config: Path,
    site: Path,
    environment: dict[str, str],
    log: Path,
    alive: tuple[int, int],
) -> None:
    """In the child: the generator's own command line, its output into a file."""
    end_with_parent(*alive)
    with log.open("wb") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    os.environ.update(environment)
    os.chdir(root)
    sys.argv = [generator, "build", "--strict", "-f", str(config), "-d", str(site)]
    try:
        runpy.run_module(generator, run_name="__main__", alter_sys=True)
    except Exception as error:
        if (fault := _of_a_template(error, root)) is None:
            raise
        sys.exit(fault)


def _of_a_template(error: Exception, root: Path) -> str | None:
    """What a template of the site did wrong, and on which line; None where it was none.

    Jinja gives the frames of a traceback the names and lines of its templates.
    """
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.suffix == ".html":
            name = path.relative_to(root) if path.is_relative_to(root) else path.name
            return (
                f"{name}:{frame.lineno}: error[template]: {type(error).__name__}: {error}\n"
                "  = help: mend this line of the template; no page was written"
            )
    return None
