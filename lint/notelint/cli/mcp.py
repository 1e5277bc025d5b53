"""notelint mcp."""

import click

from notelint.cli.setup import clear_errors, fail


@click.command("mcp")
@click.argument("roots", nargs=-1, type=click.Path(exists=True, file_okay=False))
@click.option("--allow-fix", is_flag=True, help="Offer a tool that makes the safe fixes in files.")
@clear_errors
def command(roots: tuple[str, ...], allow_fix: bool) -> None:
    """Serve coding agents over the Model Context Protocol, on standard input and output.

    Nothing outside of ROOTS, by default the working directory, is read, and nothing is changed without --allow-fix.
    """
    try:
        from notelint.agent.server import server
    except ModuleNotFoundError as error:
        if error.name is None or not error.name.startswith("mcp"):
            raise
        fail("notelint mcp needs the SDK of the protocol: pip install 'notelint[mcp]'")
    server(roots or (".",), allow_fix=allow_fix).run("stdio")
