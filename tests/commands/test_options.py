"""Options that several commands have mean the same in all of them."""

from __future__ import annotations

import click
from click.testing import CliRunner

from dossier.cli import main
from tests.fixtures.trial import TRIAL


def test_every_command_with_a_language_takes_it_from_the_environment_too() -> None:
    context = click.Context(main)
    with_language = {
        name: option
        for name in main.list_commands(context)
        for command in [main.get_command(context, name)]
        for option in (command.params if command else [])
        if option.name == "language"
    }
    assert {"check", "fmt", "new", "explain", "diff"} <= set(with_language)
    assert {option.envvar for option in with_language.values()} == {"DOSSIER_LANGUAGE"}


def test_the_language_of_the_environment_is_spoken() -> None:
    arguments = ["diff", str(TRIAL), "--data", str(TRIAL)]
    russian = CliRunner().invoke(main, arguments, env={"DOSSIER_LANGUAGE": "ru"})
    assert russian.exit_code == 0, russian.output
    assert russian.output == CliRunner().invoke(main, [*arguments, "--language", "ru"]).output
    assert russian.output != CliRunner().invoke(main, arguments).output
