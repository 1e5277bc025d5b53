"""A YAML file with the line and column of everything in it."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

import yaml

from notelint.packs.error import PackError
from notelint.packs.problem import Problem, Where
from notelint.source.limits import MOST_DIGITS, is_endless_number

Keys = tuple[str | int, ...]
_Base: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DATE = "tag:yaml.org,2002:timestamp"
_TEXT = "tag:yaml.org,2002:str"
_DATES = ("as-of", "since", "until")
_FORMER_KEYS = {"checked": "as-of"}
"""Keys of the first edition -> what they are called now."""
_DEEPEST = 100
_MOST = 1_000_000
"""Values in a file; aliases of aliases can make millions out of a few lines."""


class _Loader(_Base):  # type: ignore[misc]  # the base is the one written in C, where there is one
    """Leaves dates as the text that is written: what is wrong with one is told with its place."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[Any]]] = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != _DATE] for first, resolvers in _Base.yaml_implicit_resolvers.items()
    }


@dataclass(frozen=True)
class YamlFile:
    """`data` as Python values; `path` as it is shown."""

    path: str
    data: Any
    _values: dict[Keys, tuple[int, int]] = field(default_factory=dict)
    _names: dict[Keys, tuple[int, int]] = field(default_factory=dict)

    def where(self, keys: Keys, *, name: bool = False) -> Where:
        """Where the value under `keys` is (or the name of the last key), or the nearest one above it that is in the file."""
        if name and keys in self._names:
            return Where(self.path, *self._names[keys])
        while keys and keys not in self._values:
            keys = keys[:-1]
        return Where(self.path, *self._values.get(keys, (1, 1)))


def read_yaml(path: Path, shown: str) -> YamlFile:
    """Read one document; raises PackError where it is not YAML, names a key twice or cannot be read."""
    try:
        data = path.read_bytes()
        _check_depth(data, shown)
        loader = _Loader(data)
        node = loader.get_single_node()
        places = _Places(shown)
        places.add(node, ())
        return YamlFile(shown, loader.construct_document(node) if node else None, places.values, places.names)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = Where(shown, mark.line + 1, mark.column + 1) if mark else Where(shown)
        if deep := _too_deep(data.decode("utf-8", "replace")):
            raise PackError([Problem(Where(shown, *deep), "nested too deeply")]) from None
        raise PackError([Problem(where, f"not valid YAML: {error.problem or error.context}")]) from None
    except yaml.reader.ReaderError as error:
        raise PackError([Problem(Where(shown), f"cannot be read: {error.reason}; save the file as UTF-8 text")]) from None
    except RecursionError:
        raise PackError([Problem(Where(shown), "a value contains itself, or is nested too deeply")]) from None
    except OSError as error:
        raise PackError([Problem(Where(shown), f"cannot be read: {error.strerror}")]) from None
    except (yaml.YAMLError, ValueError) as error:
        raise PackError([Problem(Where(shown), f"not valid YAML: {error}")]) from None


def _check_depth(data: bytes, shown: str) -> None:
    """Nodes are made by recursion in C, which ends the process where it goes too deep."""
    depth = 0
    for event in yaml.parse(data, Loader=_Loader):
        if isinstance(event, yaml.ScalarEvent) and event.implicit[0] and is_endless_number(event.value):
            raise PackError([Problem(Where(shown, *_position(event)), f"a number of more than {MOST_DIGITS} digits")])
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise PackError([Problem(Where(shown, *_position(event)), "nested too deeply")])


def _too_deep(text: str) -> tuple[int, int] | None:
    """Line and column of the bracket that opens one level too many. Newer releases of libyaml refuse such a text before they tell any event of it."""
    depth = 0
    for bracket in re.finditer(r"[\[{\]}]", text):
        depth += 1 if bracket[0] in "[{" else -1
        if depth >= _DEEPEST:
            return text.count("\n", 0, bracket.start()) + 1, bracket.start() - text.rfind("\n", 0, bracket.start())
    return None


class _Places:
    """Collects the positions of all values and names below a node."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.values: dict[Keys, tuple[int, int]] = {}
        self.names: dict[Keys, tuple[int, int]] = {}

    def add(self, node: Any, keys: Keys) -> None:
        if node is None:
            return
        self.values[keys] = _position(node)
        if len(self.values) > _MOST:
            raise PackError([Problem(Where(self.path, *_position(node)), "too many values for one file")])
        if isinstance(node, yaml.MappingNode):
            self._add_mapping(node, keys)
        elif isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                self.add(item, (*keys, index))

    def _add_mapping(self, node: yaml.MappingNode, keys: Keys) -> None:
        for name, value in node.value:
            if not isinstance(name, yaml.ScalarNode):
                raise PackError([Problem(Where(self.path, *_position(name)), "expected a word as key, got a list or a mapping")])
            _normalise(name, value)
            inner = (*keys, name.value)
            if inner in self.names:
                first = self.names[inner][0]
                raise PackError(
                    [Problem(Where(self.path, *_position(name)), f'key "{name.value}" stands here again, first on line {first}')]
                )
            self.names[inner] = _position(name)
            self.add(value, inner)


def _normalise(name: yaml.ScalarNode, value: yaml.Node) -> None:
    """Keys are written with "-", also where the file has "_" or a former name; a year is a date, not a number."""
    name.value = name.value.replace("_", "-")
    name.value = _FORMER_KEYS.get(name.value, name.value)
    if name.value in _DATES and isinstance(value, yaml.ScalarNode) and value.value.isdigit():
        value.tag = _TEXT


def _position(node: Any) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1
