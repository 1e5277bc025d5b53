"""The code blocks of a note, by language."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from notelint.document import Document, Node
from notelint.outlines.snippets.fault import Fault
from notelint.outlines.snippets.json import json_fault
from notelint.outlines.snippets.python import python_fault
from notelint.outlines.snippets.toml import toml_fault
from notelint.source import Span
from notelint.source.lazy_pattern import lazy_pattern


def _yaml_fault(code: str) -> Fault | None:
    from notelint.outlines.snippets.yaml import yaml_fault  # noqa: PLC0415 - few notes have YAML, and its reader takes long to import

    return yaml_fault(code)


_LANGUAGE = lazy_pattern(r"[{.\s]*([A-Za-z0-9+#_-]+)")
_READERS: dict[str, tuple[str, Callable[[str], Fault | None]]] = {
    "json": ("JSON", json_fault),
    "py": ("Python", python_fault),
    "python": ("Python", python_fault),
    "python3": ("Python", python_fault),
    "toml": ("TOML", toml_fault),
    "yaml": ("YAML", _yaml_fault),
    "yml": ("YAML", _yaml_fault),
}


class BrokenCode(NamedTuple):
    """`span` in the note; `instead` is what should be there, None where that is not known."""

    language: str
    span: Span
    problem: str
    instead: str | None


def faults(document: Document) -> Iterator[BrokenCode]:
    """The first certain fault of each fenced block that names a known language."""
    for block in document.code_blocks:
        language = _LANGUAGE.match(block.attributes["info"] or "")
        known = _READERS.get(language[1].lower()) if language else None
        if known is None or not block.attributes["closed"]:
            continue
        fault = known[1](block.attributes["code"])
        if fault is not None:
            yield BrokenCode(known[0], _span(document, block, fault), fault.problem, fault.instead)


def _span(document: Document, block: Node, fault: Fault) -> Span:
    """The place of a fault in the note: containers put something before each line, and nothing behind it."""
    code: str = block.attributes["code"]
    start = _to_source(document, block, code, fault.start)
    end = _to_source(document, block, code, fault.end)
    return Span(start, max(end, start))


def _to_source(document: Document, block: Node, code: str, offset: int) -> int:
    text, at = document.source.text, block.attributes["content"].start
    at = text.rfind("\n", 0, at) + 1
    for _ in range(code.count("\n", 0, offset)):
        at = text.find("\n", at) + 1
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    line_end = code.find("\n", offset)
    return max(end - ((line_end if line_end >= 0 else len(code)) - offset), at)
