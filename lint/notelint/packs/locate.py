"""Where schema/ is."""

from pathlib import Path


def shipped() -> Path:
    """The folder of shipped data: inside the installed package, else that of the checkout."""
    here = Path(__file__).resolve()
    inside = here.parents[1] / "schema"
    return inside if inside.is_dir() else here.parents[3] / "schema"


def shipped_packs() -> dict[str, Path]:
    """Names of the shipped packs -> their folders, sorted."""
    folder = shipped() / "packs"
    return {entry.name: entry for entry in sorted(folder.iterdir()) if entry.is_dir()}
