"""`dossier explain`: what a rule asks, why, and how to obey it."""

from __future__ import annotations

import click

from dossier.validation import near


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Tell what RULE asks, why, and how to obey it; without RULE, list all rules."""
    from dossier import report, rules
    from dossier.fixes import all_fixes

    known = rules.all_rules()
    if rule is None:
        width = max(map(len, known))
        for entry in known.values():
            click.echo(f"{entry.id:{width}}  {entry.summary}")
    elif rule in known:
        click.echo(report.as_explanation(known[rule]), nl=False)
        if rule in all_fixes():
            click.echo("\n`dossier fmt --fix` mends what is certain, and leaves the rest to you.")
    else:
        hint = near(rule, list(known)) or "`dossier explain` lists them all."
        raise click.BadParameter(f"there is no rule {rule!r}: {hint}", param_hint="RULE")
