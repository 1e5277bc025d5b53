"""The JSON Schema of notelint.toml, generated from the options."""

from typing import Any

from notelint.config.options import COVERAGE_KEYS, KEYS, LOUDNESS, OTHER_NAMES, SEVERITIES, SITES

_STRING = {"type": "string"}
_STRINGS = {"anyOf": [_STRING, {"type": "array", "items": _STRING}]}
_TYPES: dict[str, dict[str, Any]] = {
    "as-of": {"description": "A TOML date.", "anyOf": [{"type": "string", "format": "date"}, {"type": "object"}]},
    "schema": _STRING,
    "respect-gitignore": {"type": "boolean"},
    "site": {"enum": list(SITES)},
    "severity": {"type": "object", "additionalProperties": {"enum": list(LOUDNESS)}},
    "per-file-ignores": {"type": "object", "additionalProperties": _STRINGS},
    "fail-on": {"enum": list(SEVERITIES)},
}


def config_schema(rules: dict[str, Any]) -> dict[str, Any]:
    """What editors complete and check a configuration with; `[tool.notelint]` of a pyproject.toml has the same keys. `rules` is the schema of that table."""
    percentages = {name: {"type": "number", "minimum": 0, "maximum": 100} | _doc(field) for name, field in COVERAGE_KEYS.items()}
    types = _TYPES | {"rules": rules, "coverage": {"type": "object", "additionalProperties": False, "properties": percentages}}
    properties = {name: types.get(name, _STRINGS) | _doc(field) for name, field in KEYS.items()}
    former = {name: properties[now] | {"deprecated": True} for name, now in OTHER_NAMES.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:notelint:configuration:1",
        "title": "The configuration of notelint",
        "type": "object",
        "additionalProperties": False,
        "properties": properties | former,
    }


def _doc(field: Any) -> dict[str, str]:
    return {"description": field.metadata["doc"]}
