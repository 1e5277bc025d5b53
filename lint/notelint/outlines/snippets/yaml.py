"""YAML that does not parse."""

import re
from collections.abc import Iterable
from typing import Any

import yaml

from notelint.outlines.snippets.fault import Fault, is_sketch, offset_of, rest_of_line
from notelint.source.lazy_pattern import lazy_pattern

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE = lazy_pattern(r"\s*(?:-(?:\s|$)|[\w\"'$@~./*<-][^\n]*?:(?:\s|$)|#|[\[\]{}]|---)")
_SURE = lazy_pattern(
    r"mapping values are not allowed|did not find expected (?:key|'-' indicator|',' or)|found character.{0,80}cannot start|unexpected end of stream|block end",
    re.I,
)
_LARGEST = 50_000


def yaml_fault(code: str) -> Fault | None:
    """The first certain fault; None for templates, sketches and what is hardly YAML."""
    if len(code) > _LARGEST or is_sketch(code):
        return None
    try:
        for _ in yaml.parse(code, Loader=_Loader):
            pass
    except yaml.MarkedYAMLError as error:
        return _judge(code, error) if _is_yaml(code.splitlines()) else None
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return None


def _is_yaml(lines: Iterable[str]) -> bool:
    filled = [line for line in lines if line.strip()]
    return sum(_LINE.match(line) is not None for line in filled) * 10 >= len(filled) * 9


def _judge(code: str, error: yaml.MarkedYAMLError) -> Fault | None:
    mark, problem = error.problem_mark or error.context_mark, error.problem or ""
    if mark is None or not _SURE.search(problem):
        return None
    line = code.split("\n")[mark.line] if mark.line < code.count("\n") + 1 else ""
    start = offset_of(code, mark.line + 1, mark.column)
    if line[: len(line) - len(line.lstrip())].count("\t"):
        return Fault(offset_of(code, mark.line + 1), rest_of_line(code, start), "YAML is indented by spaces, not by tabs")
    if start >= len(code.rstrip()):
        start = offset_of(code, code.rstrip().count("\n") + 1)
    return Fault(start, rest_of_line(code, start), problem)
