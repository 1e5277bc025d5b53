"""The Reference of a run: taken from the user's cache folder where the same packs were compiled before."""

import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

import msgspec

from notelint import __version__
from notelint.config import Config, ConfigError
from notelint.packs.find import packs_of
from notelint.packs.folders import KINDS, UNITS, VENDORS, pack_files
from notelint.reference.reference import Reference
from notelint.source.digest import blake2b
from notelint.source.shipped import shipped
from notelint.source.user_cache import cache_folder, read_intact, write_atomically

_DECODER = msgspec.msgpack.Decoder(Reference)


def load_reference(config: Config, key: str | None = None) -> Reference:
    """Compile the packs of a run or take them from the cache; `key` is their fingerprint, where it is known. Raises PackError and ConfigError."""
    packs = packs_of(config)
    reference = _compiled(packs, key or fingerprint(packs))
    return msgspec.structs.replace(reference, as_of=_as_of(config, reference), rule_options=config.options.rules)


def fingerprint(packs: dict[str, Path]) -> str:
    """Changes whenever a file of the packs, their names, the units or the tool's version do."""
    digest = blake2b(f"{__version__}\0{sys.version_info[:2]}".encode(), digest_size=16)
    files = [("base", shipped() / name) for name in (UNITS, KINDS, VENDORS)] + [("code", path) for path in _code()]
    for name, pack in packs.items():
        files += [(name, path) for path in pack_files(pack)]
    for name, path in files:
        digest.update(f"{name}\0{path.parent.name}/{path.name}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _code() -> list[Path]:
    """The modules that make a Reference."""
    here = Path(__file__).parent
    return sorted([*here.glob("*.py"), *(here.parent / "packs").glob("*.py")])


def _compiled(packs: dict[str, Path], key: str) -> Reference:
    path = cache_folder() / f"reference-{key}.msgpack"
    with suppress(msgspec.DecodeError):
        if kept := read_intact(path):
            return _DECODER.decode(kept)
    from notelint.reference.compile import compile_reference  # noqa: PLC0415 - imports pydantic, jsonschema and pint

    reference = compile_reference(packs, date(1970, 1, 1))
    write_atomically(path, msgspec.msgpack.encode(reference))
    return reference


def _as_of(config: Config, reference: Reference) -> date:
    for exam in config.options.exam:
        if exam not in reference.blueprints:
            known = ", ".join(sorted(reference.blueprints)) or "none"
            raise ConfigError(f"{config.origins.get('exam', 'exam')}: unknown exam {exam!r}; known are {known}")
    if config.options.as_of:
        return config.options.as_of
    days = [reference.blueprints[exam].as_of for exam in config.options.exam]
    return max(days) if days else date.today()  # noqa: DTZ011 - a day is meant, wherever the user is
