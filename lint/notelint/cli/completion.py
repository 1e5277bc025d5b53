"""notelint completion."""

import os

import click

from notelint.cli.setup import fail

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

    name = shell or os.path.basename(os.environ.get("SHELL", ""))
    found = get_completion_class(name)
    if found is None or name not in _SHELLS:
        fail(f"no completion for {name or 'an unknown shell'}: give one of {', '.join(_SHELLS)}")
    completion = found(main, {}, "notelint", "_NOTELINT_COMPLETE")
    click.echo(completion.source_template % completion.source_vars())
