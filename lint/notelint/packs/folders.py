"""What a pack is made of."""

from pathlib import Path

_YAML = ("vocabulary", "attributes", "values", "blueprints", "requirements")
_TEXT = ("words", "identifiers")


def pack_files(pack: Path) -> list[Path]:
    """The data files of a pack, in order: its known folders only, so that a project's own schema/ may hold other things."""
    endings = dict.fromkeys(_YAML, "*.yaml") | dict.fromkeys(_TEXT, "*.txt")
    return [path for folder, ending in endings.items() for path in sorted((pack / folder).glob(ending)) if path.is_file()]


def is_pack(folder: Path) -> bool:
    """Does the folder hold files of a pack? The data folder of a checkout of notelint, which has units.txt, is none."""
    return not (folder / "units.txt").is_file() and bool(pack_files(folder))
