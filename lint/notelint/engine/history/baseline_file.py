"""Where the baseline of a run is."""

from pathlib import Path

FILE = "notelint-baseline.json"


def find_baseline(root: Path) -> Path | None:
    """notelint-baseline.json in `root` or above it, up to a folder with .git."""
    for folder in (root, *root.parents):
        if (folder / FILE).is_file():
            return folder / FILE
        if (folder / ".git").exists():
            return None
    return None
