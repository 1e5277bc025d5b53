"""notelint rules."""

import click


@click.command("rules")
def command() -> None:
    """List the rules with category, severity and what they find."""
    from notelint.report.rules import rule_table

    click.echo(rule_table())
