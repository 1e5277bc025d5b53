"""Where the shipped data is."""

from pathlib import Path


def shipped() -> Path:
    """The folder schema/: inside the installed package, else that of the checkout."""
    here = Path(__file__).resolve()
    inside = here.parents[1] / "schema"
    return inside if inside.is_dir() else here.parents[3] / "schema"
