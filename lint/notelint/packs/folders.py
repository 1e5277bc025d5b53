"""What a pack is made of."""

from pathlib import Path

_FOLDERS = {"vocabulary": "*.yaml", "attributes": "*.yaml", "values": "*.yaml", "blueprints": "*.yaml", "requirements": "*.yaml"}
_FOLDERS |= {"words": "*.txt", "identifiers": "*.txt"}
UNITS, KINDS, VENDORS, ABOUT = "units.txt", "kinds.txt", "vendors.txt", "pack.yaml"
"""Files in the root of a pack."""


def pack_files(pack: Path) -> list[Path]:
    """The files of a pack, in order: its known files and folders only, so that a project's own schema/ may hold other things."""
    found = [path for name in (ABOUT, UNITS, KINDS, VENDORS) if (path := pack / name).is_file()]
    return found + [path for folder, ending in _FOLDERS.items() for path in sorted((pack / folder).glob(ending)) if path.is_file()]


def is_pack(folder: Path) -> bool:
    """Whether the folder holds files of a pack. The data folder of a checkout of notelint, which holds packs itself, is none."""
    return not (folder / "packs").is_dir() and bool(pack_files(folder))
