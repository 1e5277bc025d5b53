"""notelint completion, and what completes the values of options."""

import os

import click

_SHELLS = ("bash", "fish", "zsh")
_WHERE = {
    "bash": "in ~/.bashrc:   source <(notelint completion bash)",
    "fish": "once:           notelint completion fish > ~/.config/fish/completions/notelint.fish",
    "zsh": "in ~/.zshrc:    source <(notelint completion zsh)",
}


@click.command("completion", epilog="\b\n" + "\n".join(_WHERE.values()))
@click.argument("shell", type=click.Choice(_SHELLS), required=False)
def command(shell: str | None) -> None:
    """Print the script that completes commands, options, rules and exams in SHELL (default: the one in $SHELL)."""
    from click.shell_completion import get_completion_class

    from notelint.cli import main
    from notelint.cli.setup import fail

    name = shell or os.path.basename(os.environ.get("SHELL", ""))
    found = get_completion_class(name)
    if found is None or name not in _SHELLS:
        fail(f"no completion for {name or 'an unknown shell'}: give one of {', '.join(_SHELLS)}")
    completion = found(main, {}, "notelint", "_NOTELINT_COMPLETE")
    click.echo(completion.source_template % completion.source_vars())


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
