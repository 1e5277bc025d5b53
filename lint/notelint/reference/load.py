"""The files of packs -> checked models with their places."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jsonschema
from pydantic import ValidationError

from notelint.reference.error import PackError
from notelint.reference.locate import shipped
from notelint.reference.pack import FILES, AttributeEntry, BlueprintFile, EntityEntry, RequirementEntry, ValueEntry
from notelint.reference.yaml_file import YamlFile, read_yaml


@dataclass
class Entries:
    """Everything that stands in some packs, each entry with the place it stands at ("file:line:column")."""

    entities: list[tuple[str, EntityEntry]] = field(default_factory=list)
    attributes: list[tuple[str, AttributeEntry]] = field(default_factory=list)
    values: list[tuple[str, ValueEntry]] = field(default_factory=list)
    blueprints: list[tuple[str, BlueprintFile]] = field(default_factory=list)
    requirements: list[tuple[str, RequirementEntry]] = field(default_factory=list)
    accepted_words: list[str] = field(default_factory=list)
    identifiers: list[str] = field(default_factory=list)


def pack_files(pack: Path) -> list[Path]:
    """The data files of a pack, sorted: its known folders only, so that a project's own schema/ may hold other things."""
    found = [path for folder in FILES for path in sorted((pack / folder).glob("*.yaml"))]
    return found + [path for folder in ("words", "identifiers") for path in sorted((pack / folder).glob("*.txt"))]


def load_packs(packs: dict[str, Path]) -> Entries:
    """Read all packs (name as shown in messages -> folder); raises PackError with every problem found."""
    entries = Entries()
    errors: list[str] = []
    for name, pack in packs.items():
        for path in pack_files(pack):
            shown = f"{name}/{path.parent.name}/{path.name}"
            try:
                _load_file(path, shown, entries)
            except PackError as error:
                errors += error.errors
    if errors:
        raise PackError(errors)
    return entries


def _load_file(path: Path, shown: str, entries: Entries) -> None:
    if path.suffix == ".txt":
        lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
        target = entries.accepted_words if path.parent.name == "words" else entries.identifiers
        target.extend(line for line in lines if line and not line.startswith("#"))
        return
    read = read_yaml(path, shown)
    kind = path.parent.name
    errors = list(_schema_errors(read, kind))
    if errors:
        raise PackError(errors)
    model = _model(read, kind)
    if kind == "blueprints":
        entries.blueprints.append((read.where(()), model))
        return
    key = next(iter(FILES[kind].model_fields))
    names = {
        "vocabulary": entries.entities,
        "attributes": entries.attributes,
        "values": entries.values,
        "requirements": entries.requirements,
    }
    names[kind].extend((read.where((key, index)), entry) for index, entry in enumerate(getattr(model, key)))  # type: ignore[attr-defined]


def _schema_errors(read: YamlFile, kind: str) -> Iterator[str]:
    validator = _validator(kind)
    for error in validator.iter_errors(_plain(read.data)):
        best = jsonschema.exceptions.best_match([error]) or error
        yield f"{read.where(tuple(best.absolute_path))}: {_keys(best.absolute_path)}{best.message}"


def _validator(kind: str) -> Any:
    if kind not in _VALIDATORS:
        schema = json.loads((shipped() / f"{kind}.schema.json").read_text(encoding="utf-8"))
        _VALIDATORS[kind] = jsonschema.Draft202012Validator(schema)
    return _VALIDATORS[kind]


_VALIDATORS: dict[str, Any] = {}


def _model(read: YamlFile, kind: str) -> Any:
    try:
        return FILES[kind].model_validate(read.data)
    except ValidationError as error:
        raise PackError([f"{read.where(tuple(one['loc']))}: {_keys(one['loc'])}{one['msg']}" for one in error.errors()]) from None


def _keys(path: Any) -> str:
    shown = ".".join(str(part) for part in path)
    return f"{shown}: " if shown else ""


def _plain(data: Any) -> Any:
    """Dates as strings: what JSON Schema knows."""
    if isinstance(data, dict):
        return {str(key): _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(item) for item in data]
    return data if data is None or isinstance(data, str | int | float | bool) else str(data)
