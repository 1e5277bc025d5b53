"""notelint schema: the packs that say what is true."""

import importlib

import click

_COMMANDS = {
    "check": "Check a pack together with the shipped ones.",
    "history": "Draft values from numbers that changed between two releases.",
    "harvest": "Draft values from a structured source.",
    "new": "Write a commented pack, or an exam, to start from.",
    "review": "Go through the drafts of a pack: accept, edit, reject.",
    "suggest": "Draft entries for the numbers in notes that no pack knows.",
    "watch": "Compare values with the newest release of what they were read from.",
}


class _SchemaCommands(click.Group):
    """Loads notelint.cli.schema.<name> for the command <name>."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command = importlib.import_module(f"notelint.cli.schema.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.command("schema", cls=_SchemaCommands)
def command() -> None:
    """Check the packs that say what is true, keep them true, and start one of your own."""
