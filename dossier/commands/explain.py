"""`dossier explain`: what a rule asks, why, and how to obey it."""

from __future__ import annotations

import click

from dossier.commands._options import LANGUAGE
from dossier.messages.phrases import near


@click.command()
@click.argument("rule", required=False)
@LANGUAGE
def explain(rule: str | None, language: str) -> None:
    """Tell what RULE asks, why, and how to obey it; without RULE, list all rules."""
    from dossier.check import report, rules
    from dossier.check.fixes import all_fixes
    from dossier.language.words import Words

    known = rules.all_rules()
    if rule is None:
        width = max(map(len, known))
        for entry in known.values():
            click.echo(f"{entry.id:{width}}  {entry.summary.in_language(language)}")
    elif rule in known:
        click.echo(report.as_explanation(known[rule], language), nl=False)
        if rule in all_fixes():
            click.echo("\n" + Words(language)("explain.fixable"))
    else:
        hint = near(rule, list(known)) or "`dossier explain` lists them all."
        raise click.BadParameter(f"there is no rule {rule!r}: {hint}", param_hint="RULE")
