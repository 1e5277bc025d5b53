"""The Reference of a run: taken from the user's cache folder where the same packs were compiled before."""

import os
import sys
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

import msgspec

from notelint import __version__
from notelint.config import Config, ConfigError
from notelint.reference.folders import is_pack, pack_files
from notelint.reference.locate import shipped, shipped_packs
from notelint.reference.reference import Reference
from notelint.source.digest import blake2b

_BASE = "general"
_WEEK = 7 * 24 * 3600
_DECODER = msgspec.msgpack.Decoder(Reference)


def packs_of(config: Config) -> dict[str, Path]:
    """Names as shown -> folders of the packs of a run: the chosen shipped ones, then the project's own; raises ConfigError."""
    own = own_pack(config)
    return chosen_packs(config) | ({config.options.schema: own} if own else {})


def chosen_packs(config: Config) -> dict[str, Path]:
    """The shipped packs of a run; the general one is always among them, since the others build on it. Raises ConfigError."""
    packs = shipped_packs()
    for name in config.options.packs:
        if name not in packs:
            raise ConfigError(f"{config.origins.get('packs', 'packs')}: unknown pack {name!r}; shipped are {', '.join(packs)}")
    wanted = {*config.options.packs, _BASE} if config.options.packs else set(packs)
    return {f"packs/{name}": path for name, path in packs.items() if name in wanted}


def own_pack(config: Config) -> Path | None:
    """The project's own pack, if it has one; a folder called schema/ may hold other things. Raises ConfigError where a configured one is not there."""
    own = config.root / config.options.schema
    if "schema" in config.origins and not own.is_dir():
        raise ConfigError(f"{config.origins['schema']}: schema: there is no folder {own}")
    return own if is_pack(own) else None


def load_reference(config: Config, key: str | None = None) -> Reference:
    """Compile the packs of a run or take them from the cache; `key` is their fingerprint, where it is known. Raises PackError and ConfigError."""
    packs = packs_of(config)
    reference = _compiled(packs, key or fingerprint(packs))
    return msgspec.structs.replace(reference, as_of=_as_of(config, reference))


def fingerprint(packs: dict[str, Path]) -> str:
    """Changes whenever a file of the packs, their names, the units or the tool's version do."""
    digest = blake2b(f"{__version__}\0{sys.version_info[:2]}".encode(), digest_size=16)
    files = [("units", shipped() / "units.txt"), *(("code", path) for path in sorted(Path(__file__).parent.glob("*.py")))]
    for name, pack in packs.items():
        files += [(name, path) for path in pack_files(pack)]
    for name, path in files:
        digest.update(f"{name}\0{path.parent.name}/{path.name}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def cache_folder() -> Path:
    """$NOTELINT_CACHE_DIR, else notelint/ in the user's cache folder of this system."""
    if chosen := os.environ.get("NOTELINT_CACHE_DIR"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "notelint"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "notelint"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "notelint"


def _compiled(packs: dict[str, Path], key: str) -> Reference:
    path = cache_folder() / f"reference-{key}.msgpack"
    try:
        return _DECODER.decode(path.read_bytes())
    except (OSError, msgspec.DecodeError):
        pass
    from notelint.reference.compile import compile_reference  # noqa: PLC0415 - imports pydantic, jsonschema and pint

    reference = compile_reference(packs, date(1970, 1, 1))
    write_atomically(path, msgspec.msgpack.encode(reference))
    return reference


def write_atomically(path: Path, data: bytes) -> None:
    """Write a cache file whole or not at all; a folder that cannot be written is no error. Older ones of its kind that nobody made for a week go."""
    import tempfile  # noqa: PLC0415 - few runs write here

    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as handle:
            handle.write(data)
        os.replace(handle.name, path)
    for other in path.parent.glob(f"{path.name.partition('-')[0]}-*{path.suffix}"):
        with suppress(OSError):
            if other != path and time.time() - other.stat().st_mtime > _WEEK:
                other.unlink()


def _as_of(config: Config, reference: Reference) -> date:
    for exam in config.options.exam:
        if exam not in reference.blueprints:
            known = ", ".join(sorted(reference.blueprints)) or "none"
            raise ConfigError(f"{config.origins.get('exam', 'exam')}: unknown exam {exam!r}; known are {known}")
    if config.options.as_of:
        return config.options.as_of
    days = [reference.blueprints[exam].as_of for exam in config.options.exam]
    return max(days) if days else date.today()  # noqa: DTZ011 - a day is meant, wherever the user is
