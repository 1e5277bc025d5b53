"""notelint exams."""

import click

from notelint.cli.setup import clear_errors, colour, read_config

FORMATS = ("table", "json")


@click.command("exams")
@click.option("--output-format", type=click.Choice(FORMATS), default="table", show_default=True, help="How the list is printed.")
@click.option("--config", "config_path", type=click.Path(exists=True, dir_okay=False), help="Configuration file to use.")
@click.option("--isolated", is_flag=True, help="Ignore all configuration files.")
@clear_errors
def command(output_format: str, config_path: str | None, isolated: bool) -> None:
    """List the exams that notes can be measured against: those shipped, and those of the project's own schema folder."""
    from notelint.reference import load_reference
    from notelint.report.exams import exams_json, exams_table
    from notelint.report.style import Palette

    config = read_config((".",), config_path, isolated=isolated)
    blueprints = [blueprint for _, blueprint in sorted(load_reference(config).blueprints.items())]
    if output_format == "json":
        click.echo(exams_json(blueprints))
    else:
        palette = Palette(colour())
        click.echo(exams_table(blueprints, palette), color=palette.colour)
