"""notelint explain."""

import click

from notelint.cli.completers import complete_rule_ids
from notelint.cli.setup import fail
from notelint.source.close_names import close_names


@click.command("explain")
@click.argument("rule", shell_complete=complete_rule_ids)
def command(rule: str) -> None:
    """Print the page of RULE: what it finds, why it matters, an example, what to write instead."""
    from notelint.report.rules import rule_page
    from notelint.rules import RULES_BY_ID

    if rule not in RULES_BY_ID:
        close = close_names(rule, RULES_BY_ID, 1)
        fail(f"unknown rule {rule!r}; " + (f'did you mean "{close[0]}"?' if close else "`notelint rules` lists them"))
    found = RULES_BY_ID[rule]
    click.echo(f"# {found.ID}\n\n*{found.CATEGORY}, {found.SEVERITY}*\n\n{rule_page(found)}")
