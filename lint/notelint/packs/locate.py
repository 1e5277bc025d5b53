"""Where packs are."""

from pathlib import Path

from notelint.source.shipped import shipped

_GROUP = "notelint.packs"


def shipped_packs() -> dict[str, Path]:
    """Names of the shipped packs -> their folders, sorted."""
    folder = shipped() / "packs"
    return {entry.name: entry for entry in sorted(folder.iterdir()) if entry.is_dir()}


def installed_pack(name: str) -> Path | None:
    """The folder of the pack that an installed package offers as entry point `name` of the group "notelint.packs"; None where there is none.

    The entry point names a package, "my_pack", or a folder in it, "my_pack:data"; nothing of it is imported but the packages above it.
    """
    from importlib.metadata import entry_points  # noqa: PLC0415 - few runs have such packs, and this takes its time
    from importlib.util import find_spec  # noqa: PLC0415

    for entry in entry_points(group=_GROUP, name=name):
        spec = find_spec(entry.module)
        for location in (spec.submodule_search_locations if spec else None) or ():
            return Path(location, *entry.attr.split("."))
    return None
