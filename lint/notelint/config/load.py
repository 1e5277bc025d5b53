"""A configuration file -> Options, or a ConfigError that names file, line and what was expected."""

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from notelint.config.options import (
    COVERAGE_KEYS,
    KEYS,
    LOUDNESS,
    MOST_GLOBS,
    OTHER_NAMES,
    SEVERITIES,
    SITES,
    CoverageGate,
    Options,
    is_plain,
)
from notelint.source.boundary import Boundary
from notelint.source.close_names import close_names
from notelint.source.limits import too_deep


class ConfigError(Exception):
    """A configuration that cannot be used; the text is one line for the user."""


@dataclass(frozen=True)
class Config:
    """Options, and for each key (`severity`, and `severity.broken-link` in it) where its value came from; `root` is the folder that relative paths and globs start at.

    `home` is where packs and baseline are, if they are taken from another commit; what is outside of `boundary` is not read.
    `base` is the folder that the paths of notes start at, "" for the working directory.
    """

    options: Options
    root: Path
    path: Path | None = None
    origins: dict[str, str] = field(default_factory=dict)
    home: Path | None = None
    boundary: Boundary = field(default_factory=Boundary)
    base: str = ""

    def folder(self, name: str) -> Path:
        """Where a folder with a pack is that the configuration names, whether it is there or not."""
        return (self.home or self.root) / name

    def override(self, **changes: Any) -> "Config":
        """The same with settings of the command line on top; None means not given."""
        given = {name: value for name, value in changes.items() if value is not None}
        origins = self.origins | dict.fromkeys(given, "command line")
        return replace(self, options=replace(self.options, **given), origins=origins)


def load(path: Path | None, root: Path) -> Config:
    """Read `path`; without one, the defaults with `root`. Raises ConfigError."""
    if path is None:
        return Config(Options(), root)
    return _ConfigReader(path).config()


class _ConfigReader:
    """One file being read: keeps the text, so that errors can name lines."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            raise ConfigError(f"{path}: cannot be read: byte {error.start} is not UTF-8; save the file as UTF-8 text") from None
        except OSError as error:
            raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
        self.prefix = ("tool", "notelint") if path.name == "pyproject.toml" else ()

    def config(self) -> Config:
        table = self._table()
        values: dict[str, Any] = {}
        origins: dict[str, str] = {}
        for written, raw in table.items():
            name = OTHER_NAMES.get(written, written)
            if name not in KEYS:
                raise self._unknown(name, list(KEYS), (name,))
            field_name = KEYS[name].name
            values[field_name] = self._value(name, raw)
            origins[field_name] = f"{self.path}:{self._line((written,))}"
            if isinstance(raw, dict):
                origins |= {f"{field_name}.{inner}": f"{self.path}:{self._line((name, inner))}" for inner in raw}
            if name == "rules":
                origins |= {
                    f"rules.{rule}.{option}": f"{self.path}:{self._line((name, rule, option))}"
                    for rule, chosen in raw.items()
                    for option in chosen
                }
        return Config(Options(**values), self.path.resolve().parent, self.path, origins)

    def _table(self) -> dict[str, Any]:
        data: Any = read_toml(self.path, self.text)
        for part in self.prefix:
            data = data.get(part, {}) if isinstance(data, dict) else data
        if not isinstance(data, dict):
            raise self._wrong((), "a table", data)
        return data

    def _value(self, name: str, raw: Any) -> Any:
        readers = {
            "exam": self._strings,
            "as-of": self._date,
            "schema": self._string,
            "respect-gitignore": self._boolean,
            "site": self._site,
            "severity": self._severities,
            "rules": self._rules,
            "per-file-ignores": self._ignores,
            "exclude": self._globs,
            "fail-on": self._fail_on,
            "coverage": self._coverage,
        }
        return readers.get(name, self._strings)((name,), raw)

    def _string(self, where: tuple[str, ...], raw: Any) -> str:
        if not isinstance(raw, str) or "\0" in raw:
            raise self._wrong(where, "a string", raw)
        return raw

    def _boolean(self, where: tuple[str, ...], raw: Any) -> bool:
        if not isinstance(raw, bool):
            raise self._wrong(where, "true or false", raw)
        return raw

    def _strings(self, where: tuple[str, ...], raw: Any) -> tuple[str, ...]:
        if isinstance(raw, str):
            return (raw,)
        if not isinstance(raw, list) or not all(isinstance(item, str) for item in raw):
            raise self._wrong(where, "a string or a list of strings", raw)
        return tuple(raw)

    def _globs(self, where: tuple[str, ...], raw: Any) -> tuple[str, ...]:
        globs = self._strings(where, raw)
        if sum(not is_plain(glob) for glob in globs) > MOST_GLOBS:
            raise self._too_many(where, "with * or ?")
        return globs

    def _too_many(self, where: tuple[str, ...], which: str) -> ConfigError:
        return ConfigError(f"{self.path}:{self._line(where)}: {where[0]}: expected at most {MOST_GLOBS:,} globs {which}")

    def _date(self, where: tuple[str, ...], raw: Any) -> date:
        if isinstance(raw, date) and not isinstance(raw, datetime):
            return raw
        try:
            return date.fromisoformat(raw)
        except (TypeError, ValueError):
            raise self._wrong(where, "a date such as 2025-06-30", raw) from None

    def _choice(self, where: tuple[str, ...], raw: Any, choices: tuple[str, ...]) -> str:
        if raw not in choices:
            raise self._wrong(where, f"one of {', '.join(choices)}", raw)
        return str(raw)

    def _site(self, where: tuple[str, ...], raw: Any) -> str:
        return self._choice(where, raw, SITES)

    def _fail_on(self, where: tuple[str, ...], raw: Any) -> str:
        return self._choice(where, raw, SEVERITIES)

    def _mapping(self, where: tuple[str, ...], raw: Any) -> dict[str, Any]:
        if not isinstance(raw, dict):
            raise self._wrong(where, "a table", raw)
        return raw

    def _severities(self, where: tuple[str, ...], raw: Any) -> dict[str, str]:
        return {name: self._choice((*where, name), value, LOUDNESS) for name, value in self._mapping(where, raw).items()}

    def _rules(self, where: tuple[str, ...], raw: Any) -> dict[str, dict[str, int]]:
        return {rule: self._numbers((*where, rule), chosen) for rule, chosen in self._mapping(where, raw).items()}

    def _numbers(self, where: tuple[str, ...], raw: Any) -> dict[str, int]:
        for name, value in self._mapping(where, raw).items():
            if isinstance(value, bool) or not isinstance(value, int):
                raise self._wrong((*where, name), "a whole number", value)
        return dict(raw)

    def _ignores(self, where: tuple[str, ...], raw: Any) -> dict[str, tuple[str, ...]]:
        globs = self._mapping(where, raw)
        if len(globs) > MOST_GLOBS:
            raise self._too_many(where, "in this table")
        return {glob: self._strings((*where, glob), value) for glob, value in globs.items()}

    def _coverage(self, where: tuple[str, ...], raw: Any) -> CoverageGate:
        values: dict[str, float] = {}
        for name, value in self._mapping(where, raw).items():
            if name not in COVERAGE_KEYS:
                raise self._unknown(name, list(COVERAGE_KEYS), (*where, name))
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 100:
                raise self._wrong((*where, name), "a percentage from 0 to 100", value)
            values[COVERAGE_KEYS[name].name] = float(value)
        return CoverageGate(**values)

    def _unknown(self, name: str, known: list[str], where: tuple[str, ...]) -> ConfigError:
        close = close_names(name.replace("_", "-"), known, 1, 0.6)
        hint = f'did you mean "{close[0]}"?' if close else f"known keys are {', '.join(known)}"
        return ConfigError(f'{self.path}:{self._line(where)}: unknown key "{name}"; {hint}')

    def _wrong(self, where: tuple[str, ...], expected: str, raw: Any) -> ConfigError:
        name = ".".join(where) or ".".join(self.prefix)
        return ConfigError(
            f"{self.path}:{self._line(where)}: {name}: expected {expected}, got {raw if isinstance(raw, date) else repr(raw)}"
        )

    def _line(self, where: tuple[str, ...]) -> int:
        """The line on which a key stands, looked for as text because tomllib keeps no positions; 1 where it is not found."""
        table: tuple[str, ...] = self.prefix
        for number, line in enumerate(self.text.splitlines(), 1):
            header = re.match(r"\s*+\[([^\[\]]++)\]", line)
            if header:
                table = tuple(_bare(part) for part in re.findall(r'"[^"]*"|\'[^\']*\'|[^.\s]+', header[1]))
                if table == (*self.prefix, *where):
                    return number
                continue
            name = re.match(r'\s*("[^"]*"|\'[^\']*\'|[\w.-]+)\s*=', line)
            if name and _names(table, name[1], (*self.prefix, *where)):
                return number
        return 1


def read_toml(path: Path, text: str) -> dict[str, Any]:
    """The tables of a configuration file; raises ConfigError."""
    import tomllib  # noqa: PLC0415 - a run without a configuration file need not wait for it

    deep = too_deep(text)
    if deep is not None:
        line = text.count("\n", 0, deep) + 1
        raise ConfigError(f"{path}:{line}:{deep - text.rfind(chr(10), 0, deep)}: nested too deeply")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(_with_place(str(path), str(error), text)) from None
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from None


def _with_place(path: str, message: str, text: str) -> str:
    """The parser tells line and column at the end of its message."""
    what, _, place = message.rpartition(" (at ")
    numbers = re.findall(r"\d+", place) or [str(len(text.splitlines()) or 1), "1"]
    return f"{path}:{':'.join(numbers[:2])}: not valid TOML: {what or message}"


def _bare(part: str) -> str:
    return part.strip("\"'")


def _names(table: tuple[str, ...], written: str, wanted: tuple[str, ...]) -> bool:
    dotted = (_bare(written),) if written[0] in "\"'" else tuple(written.split("."))
    full = (*table, *dotted)
    return full == wanted or (len(full) < len(wanted) and wanted[: len(full)] == full)
