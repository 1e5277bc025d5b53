"""Where the baseline of a run is."""

from pathlib import Path

FILE = "notelint-baseline.json"


def find_baseline(root: Path) -> Path | None:
    """notelint-baseline.json in `root` or above it, up to the folder with .git; in `root` alone where there is none."""
    above = [root, *root.parents]
    last = next((index for index, folder in enumerate(above) if (folder / ".git").exists()), 0)
    return next((folder / FILE for folder in above[: last + 1] if (folder / FILE).is_file()), None)
