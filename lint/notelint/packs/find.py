"""The packs of a run: shipped ones, folders, and packs that are installed beside notelint."""

import os
from pathlib import Path

from notelint.config import Config, ConfigError
from notelint.packs.folders import is_pack, pack_files
from notelint.packs.hint import did_you_mean
from notelint.packs.locate import installed_pack, shipped_packs

_BASE = "general"
_ALL = "all"


def packs_of(config: Config) -> dict[str, Path]:
    """Names as shown -> folders of the packs of a run: the chosen ones, then the project's own; raises ConfigError."""
    own = own_pack(config)
    return chosen_packs(config) | ({config.options.schema: own} if own else {})


def chosen_packs(config: Config) -> dict[str, Path]:
    """The packs that `packs` of the configuration names, in order; all shipped ones without it. Raises ConfigError.

    A name is that of a shipped pack, "all" for all of them, the path of a folder, or the entry point of an installed package.
    The general pack is always among them, since the others build on it.
    """
    shipped = shipped_packs()
    names = config.options.packs
    wanted = set(shipped) if not names or _ALL in names else {*names, _BASE}
    found = {f"packs/{name}": path for name, path in shipped.items() if name in wanted}
    for name in names:
        if name not in shipped and name != _ALL:
            found[name] = _other(name, config)
    return found


def _other(name: str, config: Config) -> Path:
    folder = config.folder(name)
    config.boundary.check(folder)
    if is_pack(folder):
        return _inside(folder, config)
    origin = config.origins.get("packs", "packs")
    if os.sep in name or "/" in name or folder.is_dir():
        problem = "holds no files of a pack" if folder.is_dir() else "is not there"
        raise ConfigError(f"{origin}: the folder {folder} {problem}")
    installed = installed_pack(name)
    if installed is None:
        shipped = shipped_packs()
        hint = did_you_mean(name, shipped) or f"; shipped are {', '.join(shipped)}"
        raise ConfigError(f"{origin}: unknown pack {name!r}{hint}; others are folders or installed packages")
    if not is_pack(installed):
        raise ConfigError(f"{origin}: the installed pack {name!r} holds no files of a pack in {installed}")
    return installed


def own_pack(config: Config) -> Path | None:
    """The project's own pack, if it has one; a folder called schema/ may hold other things. Raises ConfigError where a configured one is not there."""
    own = config.folder(config.options.schema)
    config.boundary.check(own)
    if "schema" in config.origins and not own.is_dir():
        raise ConfigError(f"{config.origins['schema']}: schema: there is no folder {own}")
    return _inside(own, config) if is_pack(own) else None


def _inside(pack: Path, config: Config) -> Path:
    """Raises OSError if a file of the pack leads out of the project."""
    for path in pack_files(pack):
        config.boundary.check(path)
    return pack
