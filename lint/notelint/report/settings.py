"""Every setting of a run, its value, and where it came from."""

import json
from collections.abc import Iterable
from dataclasses import asdict, is_dataclass
from typing import Any

from notelint.config import KEYS, Config
from notelint.links.sites import Site
from notelint.report.printable import printable


def settings(config: Config, sites: Iterable[Site]) -> str:
    """One line per setting: key = value  # origin; before them, what was found out about the notes."""
    lines = [f"# configuration: {config.path or 'none found'}", f"# root: {config.root}", *map(_site, sites)]
    for key, field in KEYS.items():
        value = getattr(config.options, field.name)
        lines.append(f"{key} = {_toml(value)}  # {config.origins.get(field.name, 'default')}")
    return "\n".join(map(printable, lines))


def _site(site: Site) -> str:
    """How the links of the notes in a folder resolve, and which file says so."""
    told = [f"# notes in {site.folder or '.'} are read with {site.program} ({site.told_by})"]
    if site.by_name:
        told.append("links find files by name")
    if site.base_path:
        told.append(f"absolute links begin with {site.base_path}")
    if folders := [source for source in site.sources if source]:
        told.append(f"links may also start in {', '.join(folders)}")
    if site.attachments:
        told.append(f"attachments are in {site.attachments}")
    return "; ".join(told)


def _toml(value: Any) -> str:
    if is_dataclass(value) and not isinstance(value, type):
        value = {key.replace("_", "-"): inner for key, inner in asdict(value).items() if inner is not None}
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_toml(key)} = {_toml(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(_toml(inner) for inner in value) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    if value is None:
        return '""'
    return json.dumps(printable(value), ensure_ascii=False) if isinstance(value, str) else str(value)
