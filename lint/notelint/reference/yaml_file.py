"""A YAML file with the line and column of everything in it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from notelint.reference.error import PackError

Keys = tuple[str | int, ...]
_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class YamlFile:
    """`data` as Python values; `path` as it is shown."""

    path: str
    data: Any
    _positions: dict[Keys, tuple[int, int]]

    def where(self, keys: Keys) -> str:
        """Where the value stands, "file:line:column": under `keys`, or of the nearest one above that stands in the file."""
        while keys and keys not in self._positions:
            keys = keys[:-1]
        line, column = self._positions.get(keys, (1, 1))
        return f"{self.path}:{line}:{column}"


def read_yaml(path: Path, shown: str) -> YamlFile:
    """Read one document; raises PackError where it is not YAML, names a key twice or cannot be read."""
    try:
        loader = _Loader(path.read_bytes())
        node = loader.get_single_node()
        positions: dict[Keys, tuple[int, int]] = {}
        _locate(node, (), positions, shown)
        return YamlFile(shown, loader.construct_document(node) if node else None, positions)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
        raise PackError([f"{shown}:{at}: not valid YAML: {error.problem or error.context}"]) from None
    except (yaml.YAMLError, OSError, UnicodeError, ValueError) as error:
        raise PackError([f"{shown}:1:1: cannot be read: {error}"]) from None


def _locate(node: Any, keys: Keys, positions: dict[Keys, tuple[int, int]], shown: str) -> None:
    if node is None:
        return
    positions[keys] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        _locate_mapping(node, keys, positions, shown)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            _locate(item, (*keys, index), positions, shown)


def _locate_mapping(node: yaml.MappingNode, keys: Keys, positions: dict[Keys, tuple[int, int]], shown: str) -> None:
    seen: dict[str, int] = {}
    for name, value in node.value:
        line = name.start_mark.line + 1
        if name.value in seen:
            raise PackError(
                [f'{shown}:{line}:{name.start_mark.column + 1}: key "{name.value}" stands here again, first on line {seen[name.value]}']
            )
        seen[name.value] = line
        _locate(value, (*keys, name.value), positions, shown)
