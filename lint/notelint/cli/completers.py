"""What completes the values of options in a shell."""

import click


def complete_rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Rule ids and categories, also behind a comma."""
    from notelint.rules import CATEGORIES, RULES_BY_ID

    before, comma, last = incomplete.rpartition(",")
    return [f"{before}{comma}{name}" for name in sorted({*RULES_BY_ID, *CATEGORIES}) if name.startswith(last)]


def complete_rule_ids(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Rule ids."""
    from notelint.rules import RULES_BY_ID

    return [name for name in sorted(RULES_BY_ID) if name.startswith(incomplete)]


def complete_exams(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Ids of the exams that the shipped packs know."""
    from pathlib import Path

    from notelint.config import load
    from notelint.reference import load_reference

    return [name for name in sorted(load_reference(load(None, Path.cwd())).blueprints) if name.startswith(incomplete)]
