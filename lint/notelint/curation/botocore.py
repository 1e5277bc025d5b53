"""The models of AWS services in a release of botocore, as text that values can be looked up in."""

import gzip
import html
import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from notelint.curation.trees import FileTree, FolderTree, WheelTree

_TAG = re.compile(r"<[^<>]+>")
_DEEP = 3
"""Shapes within shapes that a member's text goes into."""


class Botocore:
    """One release. `release` is its version."""

    def __init__(self, tree: FileTree, prefix: str, release: str) -> None:
        self.release = release
        self._tree = tree
        self._prefix = prefix

    def services(self) -> list[tuple[str, str]]:
        """(service, API version) of each model."""
        pattern = re.compile(rf"{re.escape(self._prefix)}data/([^/]+)/(\d{{4}}-\d\d-\d\d)/service-2\.json(?:\.gz)?")
        return [(match[1], match[2]) for name in self._tree.names() if (match := pattern.fullmatch(name))]

    @lru_cache(maxsize=64)  # noqa: B019 - a command has one or two of these
    def model(self, service: str, api_version: str) -> dict[str, Any] | None:
        """The model of a service, None where the release has none."""
        folder = f"{self._prefix}data/{service}/{api_version}/service-2.json"
        packed = self._tree.read(f"{folder}.gz")
        data = gzip.decompress(packed) if packed else self._tree.read(folder)
        model: dict[str, Any] | None = json.loads(data) if data else None
        return model

    def passage(self, service: str, api_version: str, path: str) -> str | None:
        """The documentation, bounds, values and members below `path`, a line each; None where there is no such place."""
        model = self.model(service, api_version)
        node = _find(model, path) if model else None
        return "\n".join(_lines(model, node, set(), 0)) if model and node is not None else None


def open_botocore(where: Path | None) -> Botocore | None:
    """The botocore in a wheel, or in a folder that holds the package or is it; the installed one for None. None where there is none."""
    if where is None:
        from importlib.util import find_spec  # noqa: PLC0415 - only these commands look for it

        spec = find_spec("botocore")
        if not spec or not spec.submodule_search_locations:
            return None
        where = Path(next(iter(spec.submodule_search_locations)))
    if where.is_file():
        return _opened(WheelTree(where), "botocore/")
    for folder in (where, where / "botocore"):
        if (folder / "data").is_dir():
            return _opened(FolderTree(folder), "")
    return None


def _opened(tree: FileTree, prefix: str) -> Botocore | None:
    about = (tree.read(f"{prefix}__init__.py") or b"").decode()
    version = re.search(r"__version__ = ['\"]([\d.]+)", about)
    return Botocore(tree, prefix, version[1]) if version else None


def _find(model: dict[str, Any], path: str) -> Any:
    first, *rest = path.split(".")
    node = model["shapes"].get(first) or model["operations"].get(first) if path else {"documentation": model.get("documentation", "")}
    for key in rest:
        node = node.get(key) if isinstance(node, dict) else None
    return node


def _lines(model: dict[str, Any], node: Any, seen: set[str], depth: int) -> "list[str]":
    found: list[str] = []
    for key, value in node.items() if isinstance(node, dict) else ():
        if key == "documentation":
            found += plain(value).splitlines()
        elif key in ("min", "max") and isinstance(value, int | float):
            found.append(f"{key} {value}")
        elif key == "enum":
            found += value
        elif key == "shape" and isinstance(value, str) and value not in seen:
            seen.add(value)
            found += [value, *(_lines(model, model["shapes"].get(value), seen, depth + 1) if depth < _DEEP else [])]
        elif key == "members":
            for name, member in value.items():
                found += [name, *_lines(model, member, seen, depth)]
        elif isinstance(value, dict):
            found += _lines(model, value, seen, depth)
    return found


def plain(text: str) -> str:
    """HTML as text, a paragraph or list item each on a line of its own."""
    text = re.sub(r"</?(?:p|li|ul|ol|dl|dt|dd|note|important)>", "\n", text)
    return re.sub(r"[ \t]+", " ", html.unescape(_TAG.sub(" ", text))).strip()
