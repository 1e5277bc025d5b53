"""Templates -> text. Whatever comes out of a note is escaped."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from notelint.report.printable import harmless


def render(template: str, /, **values: Any) -> str:
    """Fill a template of report/templates/."""
    return _environment().get_template(f"{template}.j2").render(**values)


def asset(name: str) -> str:
    """The text of a style sheet or script that goes into a page as it is."""
    environment = _environment()
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("notelint.report"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: harmless(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
