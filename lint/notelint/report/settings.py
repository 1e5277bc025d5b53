"""Every setting of a run, its value, and where it came from."""

from dataclasses import asdict, is_dataclass
from typing import Any

from notelint.config import KEYS, Config


def settings(config: Config) -> str:
    """One line a setting: key = value  # origin."""
    lines = [f"# configuration: {config.path or 'none found'}", f"# root: {config.root}"]
    for key, field in KEYS.items():
        value = getattr(config.options, field.name)
        lines.append(f"{key} = {_toml(value)}  # {config.origins.get(field.name, 'default')}")
    return "\n".join(lines)


def _toml(value: Any) -> str:
    if is_dataclass(value) and not isinstance(value, type):
        value = {key.replace("_", "-"): inner for key, inner in asdict(value).items() if inner is not None}
    if isinstance(value, dict):
        return "{" + ", ".join(f'"{key}" = {_toml(inner)}' for key, inner in value.items()) + "}"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(_toml(inner) for inner in value) + "]"
    if value is None:
        return '""'
    return f'"{value}"' if isinstance(value, str) else str(value)
