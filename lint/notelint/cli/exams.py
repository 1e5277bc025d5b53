"""notelint exams."""

import click

from notelint.cli.setup import clear_errors, colour, fail, read_config

FORMATS = ("table", "json")


@click.command("exams")
@click.argument("name", required=False, metavar="[NAME]")
@click.option("--output-format", type=click.Choice(FORMATS), default="table", show_default=True, help="How the list is printed.")
@click.option("--config", "config_path", type=click.Path(exists=True, dir_okay=False), help="Configuration file to use.")
@click.option("--isolated", is_flag=True, help="Ignore all configuration files.")
@clear_errors
def command(name: str | None, output_format: str, config_path: str | None, isolated: bool) -> None:
    """List the exams that notes can be measured against: those shipped, and those of the project's own packs.

    With NAME only those that it names: an id, a code, or a title such as "AWS Certified Machine Learning Specialty 2025".
    """
    from notelint.reference import load_reference
    from notelint.reference.exams import find_exams
    from notelint.report.exams import exams_json, exams_table
    from notelint.report.style import Palette

    config = read_config((".",), config_path, isolated=isolated)
    blueprints = [blueprint for _, blueprint in sorted(load_reference(config).blueprints.items())]
    if name:
        blueprints = find_exams(name, blueprints)
        if not blueprints:
            fail(f"no exam is called {name!r}; `notelint exams` lists all")
    if output_format == "json":
        click.echo(exams_json(blueprints))
    else:
        palette = Palette(colour())
        click.echo(exams_table(blueprints, palette), color=palette.colour)
