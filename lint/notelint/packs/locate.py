"""Where the shipped packs are."""

from pathlib import Path

from notelint.source.shipped import shipped


def shipped_packs() -> dict[str, Path]:
    """Names of the shipped packs -> their folders, sorted."""
    folder = shipped() / "packs"
    return {entry.name: entry for entry in sorted(folder.iterdir()) if entry.is_dir()}
