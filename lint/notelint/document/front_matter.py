"""Front matter: YAML or TOML at the very top of a note."""

import tomllib
from typing import Any

import msgspec

from notelint.source import Source, Span
from notelint.source.lazy_pattern import lazy_pattern
from notelint.source.limits import MOST_DIGITS, MOST_NESTED, is_endless_number, too_deep

_YAML = lazy_pattern(r"---[ \t]*\n(?![ \t]*\n)((?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_TOML = lazy_pattern(r"\+\+\+[ \t]*\n((?:.*\n)*?)\+\+\+[ \t]*(?:\n|\Z)")
_TOML_PLACE = lazy_pattern(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_LARGEST = 500_000
_MOST_VALUES = 100_000
"""Values once the aliases are written out: a dozen lines of aliases of aliases can stand for millions."""


class FrontMatter(msgspec.Struct, frozen=True):
    """YAML between `---` lines or TOML between `+++` lines at the very top; `data` is None where it does not parse, `error` says why."""

    span: Span
    content: Span
    format: str
    data: dict[str, Any] | None
    error: str | None = None
    error_offset: int | None = None


class _FrontMatterError(Exception):
    def __init__(self, message: str, offset: int | None = None) -> None:
        super().__init__(message)
        self.offset = offset


def read_front_matter(source: Source) -> FrontMatter | None:
    """The front matter of a note, or None if it has none."""
    kind = {"---": "yaml", "+++": "toml"}.get(source.text[:3])
    match = (_YAML if kind == "yaml" else _TOML).match(source.text) if kind else None
    if match is None or kind is None:
        return None
    span, content = Span(0, match.end()), Span(*match.span(1))
    try:
        data = _load_yaml(match.group(1)) if kind == "yaml" else _load_toml(match.group(1))
    except _FrontMatterError as failure:
        offset = None if failure.offset is None else min(content.start + failure.offset, content.end)
        return FrontMatter(span, content, kind, None, str(failure), offset)
    return FrontMatter(span, content, kind, data)


def _check_size(text: str) -> None:
    if len(text) > _LARGEST:
        raise _FrontMatterError(f"front matter is longer than {_LARGEST} characters")
    if (deep := too_deep(text)) is not None:
        raise _FrontMatterError("front matter is too deeply nested", deep)


class _Counter:
    """Counts the values of YAML event by event; also looks at `- - -`, for libyaml makes nodes by recursion in C, which ends the process."""

    def __init__(self) -> None:
        self._open: list[tuple[str | None, int]] = []
        self._sizes: dict[str, int] = {}
        self._total = 0

    def take(self, event: Any) -> None:
        """Raise the error for what is too much."""
        import yaml  # noqa: PLC0415 - few notes have front matter

        if isinstance(event, yaml.CollectionStartEvent):
            self._open.append((event.anchor, self._total))
            self._total += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = self._open.pop()
            self._keep(anchor, self._total - before)
        elif isinstance(event, yaml.ScalarEvent):
            self._total += 1
            self._keep(event.anchor, 1)
            if event.implicit[0] and is_endless_number(event.value):
                raise _FrontMatterError(f"a number of more than {MOST_DIGITS} digits", _start(event))
        elif isinstance(event, yaml.AliasEvent):
            if any(anchor == event.anchor for anchor, _ in self._open):
                raise _FrontMatterError("a value that contains itself", _start(event))
            self._total += self._sizes.get(event.anchor or "", 1)
        if self._total > _MOST_VALUES:
            raise _FrontMatterError(f"front matter stands for more than {_MOST_VALUES} values", _start(event))
        if len(self._open) > MOST_NESTED:
            raise _FrontMatterError("front matter is too deeply nested", _start(event))

    def _keep(self, anchor: str | None, size: int) -> None:
        if anchor is not None:
            self._sizes[anchor] = size


def _start(event: Any) -> int | None:
    return event.start_mark.index if event.start_mark else None


def _load_yaml(text: str) -> dict[str, Any]:
    import yaml  # noqa: PLC0415

    _check_size(text)
    counter = _Counter()
    try:
        for event in yaml.parse(text, Loader=_loader()):
            counter.take(event)
        data = yaml.load(text, Loader=_loader())  # noqa: S506
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = error.problem or error.context or "cannot be read as YAML"
        raise _FrontMatterError(message, _offset(text, mark.line, mark.column) if mark else None) from None
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError, TypeError) as error:
        raise _FrontMatterError(str(error).split("\n")[0] or "cannot be read as YAML") from None
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise _FrontMatterError("front matter must be a mapping of names to values", 0)
    return {str(key): value for key, value in data.items()}


def _loader() -> Any:
    import yaml  # noqa: PLC0415

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _load_toml(text: str) -> dict[str, Any]:
    _check_size(text)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        message = str(error)[: place.start()] if place else str(error)
        if place is None or place.group(1) is None:
            raise _FrontMatterError(message, len(text) if place else None) from None
        raise _FrontMatterError(message, _offset(text, int(place.group(1)) - 1, int(place.group(2)) - 1)) from None
    except (RecursionError, ValueError) as error:
        raise _FrontMatterError(str(error) or "cannot be read as TOML") from None


def _offset(text: str, line: int, column: int) -> int:
    start = 0
    for _ in range(line):
        start = text.find("\n", start) + 1 or len(text)
    return min(start + column, len(text))
