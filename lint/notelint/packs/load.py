"""The files of packs -> checked entries with their places."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from notelint.packs.complaint import Complaint, model_complaints, schema_complaints
from notelint.packs.error import PackError
from notelint.packs.folders import ABOUT, KINDS, UNITS, VENDORS, pack_files
from notelint.packs.pack import ENTRIES, FILES, AttributeEntry, BlueprintFile, EntityEntry, PackFile, RequirementEntry, ValueEntry
from notelint.packs.problem import Problem, Where
from notelint.packs.yaml_file import Keys, YamlFile, read_yaml
from notelint.source.shipped import shipped

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Placed(Generic[Model]):
    """An entry, and where it is written."""

    entry: Model
    file: YamlFile
    keys: Keys = ()
    pack: str = ""

    def at(self, *keys: str | int) -> Where:
        """The place of what is in the entry under `keys`; of the entry itself, without."""
        return self.file.where((*self.keys, *keys))


@dataclass
class Entries:
    """Everything that is in some packs. `broken` holds, by kind, ids of entries that are wrong themselves, so that others may name them.

    `drafts` are entries that no person has confirmed: nothing else knows them. `units` are the files in which packs define units.
    """

    entities: list[Placed[EntityEntry]] = field(default_factory=list)
    attributes: list[Placed[AttributeEntry]] = field(default_factory=list)
    values: list[Placed[ValueEntry]] = field(default_factory=list)
    blueprints: list[Placed[BlueprintFile]] = field(default_factory=list)
    requirements: list[Placed[RequirementEntry]] = field(default_factory=list)
    about: list[Placed[PackFile]] = field(default_factory=list)
    accepted_words: list[str] = field(default_factory=list)
    identifiers: list[str] = field(default_factory=list)
    packs: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    vendors: list[str] = field(default_factory=list)
    units: list[tuple[str, Path]] = field(default_factory=list)
    drafts: list[Placed[Any]] = field(default_factory=list)
    broken: dict[str, set[str]] = field(default_factory=dict)

    def of_kind(self, kind: str) -> list[Any]:
        """The list that the entries of a folder go to."""
        entries: list[Any] = getattr(self, _LISTS.get(kind, kind))
        return entries


_LISTS = {"vocabulary": "entities", "pack": "about"}


def load_packs(packs: dict[str, Path]) -> tuple[Entries, list[Problem]]:
    """Read all packs (name as shown in messages -> folder): what is right in them, and what is wrong."""
    entries = Entries(packs=list(packs))
    problems: list[Problem] = []
    _load_text(shipped() / KINDS, KINDS, entries)
    for name, pack in packs.items():
        for path in pack_files(pack):
            shown = f"{name}/{path.relative_to(pack).as_posix()}"
            try:
                problems += _load(path, shown, name, entries)
            except PackError as error:
                problems += error.problems
                entries.broken.setdefault(path.parent.name, set()).add(ANY)
    return entries, problems


def _load(path: Path, shown: str, pack: str, entries: Entries) -> list[Problem]:
    if path.name == UNITS:
        entries.units.append((shown, path))
        return []
    return _load_text(path, shown, entries) if path.suffix == ".txt" else _load_yaml(path, shown, pack, entries)


ANY = "*"
"""In `broken`: a file could not be read at all, so that any id may have stood there."""


def _load_text(path: Path, shown: str, entries: Entries) -> list[Problem]:
    try:
        lines = [line.strip() for line in path.read_text(encoding="utf-8-sig").splitlines()]
    except UnicodeDecodeError as error:
        return [Problem(Where(shown), f"cannot be read: byte {error.start} is not UTF-8; save the file as UTF-8 text")]
    except OSError as error:
        return [Problem(Where(shown), f"cannot be read: {error.strerror}")]
    targets = {KINDS: entries.kinds, VENDORS: entries.vendors}
    folders = {"words": entries.accepted_words, "identifiers": entries.identifiers}
    target = folders[path.parent.name] if path.parent.name in folders else targets[path.name]
    target.extend(line for line in lines if line and not line.startswith("#"))
    return []


def _load_yaml(path: Path, shown: str, pack: str, entries: Entries) -> list[Problem]:
    file = read_yaml(path, shown)
    kind = path.stem if path.name == ABOUT else path.parent.name
    if file.data is None:
        return []
    complaints = [one for error in _validator(kind).iter_errors(_plain(file.data)) for one in schema_complaints(error)]
    complaints += _collect(file, kind, pack, entries, complaints)
    return [Problem(file.where(one.keys, name=one.name), one.text) for one in complaints]


def _collect(file: YamlFile, kind: str, pack: str, entries: Entries, complaints: list[Complaint]) -> Iterator[Complaint]:
    """Add the entries that nothing was said against; yields what their models say."""
    for keys, data in _items(file, kind):
        if any(one.keys[: len(keys)] == keys or len(one.keys) < len(keys) for one in complaints):
            entries.broken.setdefault(kind, set()).update(_id_of(data))
            continue
        try:
            placed = Placed(ENTRIES[kind].model_validate(data), file, keys, pack)
            (entries.drafts if getattr(placed.entry, "draft", False) else entries.of_kind(kind)).append(placed)
        except ValidationError as error:
            entries.broken.setdefault(kind, set()).update(_id_of(data))
            yield from (one._replace(keys=keys + one.keys) for one in model_complaints(error.errors(), data))


def _items(file: YamlFile, kind: str) -> Iterator[tuple[Keys, Any]]:
    if FILES[kind] is ENTRIES[kind]:
        yield (), file.data
        return
    key = next(iter(FILES[kind].model_fields))
    items = file.data.get(key) if isinstance(file.data, dict) else None
    for index, item in enumerate(items if isinstance(items, list) else []):
        yield (key, index), item


def _id_of(data: Any) -> set[str]:
    name = data.get("id") if isinstance(data, dict) else None
    return {name} if isinstance(name, str) else set()


@lru_cache
def _validator(kind: str) -> Any:
    import jsonschema  # noqa: PLC0415 - slow to import; not needed to know which files there are

    schema = json.loads((shipped() / f"{kind}.schema.json").read_text(encoding="utf-8"))
    return jsonschema.Draft202012Validator(schema)


def _plain(data: Any) -> Any:
    """Dates as strings: what JSON Schema knows."""
    if isinstance(data, dict):
        return {str(key): _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(item) for item in data]
    return data if data is None or isinstance(data, str | int | float | bool) else str(data)
