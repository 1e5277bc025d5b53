"""notelint server."""

import click

from notelint.cli.setup import clear_errors, fail


@click.command("server")
@click.option("--tcp", metavar="HOST:PORT", help="Wait for one editor there, instead of speaking over standard input and output.")
@clear_errors
def command(tcp: str | None) -> None:
    """Check notes in an editor while they are written (language server protocol)."""
    try:
        from notelint.server.requests import make_server
    except ModuleNotFoundError as error:
        if error.name not in ("pygls", "lsprotocol"):
            raise
        fail("the language server needs more packages: pip install 'notelint[server]'")
    server = make_server()
    if not tcp:
        server.start_io()
        return
    host, _, port = tcp.rpartition(":")
    if not port.isdigit():
        fail(f"--tcp: expected HOST:PORT, got {tcp!r}")
    server.start_tcp(host or "127.0.0.1", int(port))
