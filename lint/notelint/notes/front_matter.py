"""Front matter of a note against the note schema: what it says of exam, domain, task and entities."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from notelint.document import Document
from notelint.outlines.forms import has_tags
from notelint.reference import Blueprint, Reference
from notelint.source import Span
from notelint.source.close_names import close_names


class FrontMatterProblem(NamedTuple):
    """Something wrong at `span`, with what could be meant."""

    span: Span
    message: str
    suggestions: tuple[str, ...] = ()


_KINDS: dict[str, tuple[type, ...]] = {
    "exam": (str, list),
    "domain": (str, int, list),
    "task": (str, int, float, list),
    "entities": (list,),
    "sources": (list,),
}


_CLOSE = 0.82
"""How alike a misspelt key and the right one must be: "entries" is not "entities"."""


def shape_problems(document: Document, reference: Reference) -> Iterator[FrontMatterProblem]:
    """Front matter that does not parse; in a note for an exam also keys of the wrong kind and unknown exams and entities.

    Nothing is said of a template, whose tags (`{{date}}`) are filled in before anybody reads it.
    """
    front = document.front_matter
    if front is None or (front.data is None and has_tags(document)):
        return
    if front.data is None:
        start = front.content.start if front.error_offset is None else front.error_offset
        yield FrontMatterProblem(
            Span(start, max(start, min(start + 1, front.content.end))), f"front matter is not valid {front.format.upper()}: {front.error}"
        )
        return
    if "exam" not in front.data:
        return
    for key, kinds in _KINDS.items():
        value = front.data.get(key)
        if value is not None and not isinstance(value, kinds):
            expected = " or ".join("a list" if kind is list else "a text" if kind is str else "a number" for kind in kinds)
            yield FrontMatterProblem(value_span(document, key), f"{key}: expected {expected}, got {type(value).__name__}")
    yield from _misspelt_keys(document, front.data)
    yield from _unknown(document, "exam", reference.blueprints)
    yield from _unknown(document, "entities", reference.entities)


def _misspelt_keys(document: Document, data: dict[str, Any]) -> Iterator[FrontMatterProblem]:
    """Keys that are one slip from a key that the note does not have; singular and plural are keys of other programs."""
    missing = [key for key in _KINDS if key not in data]
    for key in data:
        close = () if key in _KINDS else close_names(key, missing, 1, _CLOSE)
        if close and abs(len(key) - len(close[0])) < 2 and key.removesuffix("s") != close[0].removesuffix("s"):
            yield FrontMatterProblem(value_span(document, key), f'{key}: unknown key; did you mean "{close[0]}"?', (close[0],))


def placement_problems(document: Document, reference: Reference) -> Iterator[FrontMatterProblem]:
    """Domains and tasks that no blueprint of the note's exams has."""
    front = document.front_matter
    if front is None or front.data is None:
        return
    blueprints = [reference.blueprints[exam] for exam in texts(front.data.get("exam")) if exam in reference.blueprints]
    if not blueprints:
        return
    for key, known in (("domain", _domains(blueprints)), ("task", _tasks(blueprints))):
        for value in texts(front.data.get(key)):
            if value not in known:
                names = ", ".join(blueprint.id for blueprint in blueprints)
                yield FrontMatterProblem(value_span(document, key, value), f"{names} has no {key} {value!r}; it has {', '.join(known)}")


def texts(value: Any) -> list[str]:
    """One value or a list of them as texts."""
    values = value if isinstance(value, list) else [] if value is None else [value]
    return [str(one) for one in values]


def value_span(document: Document, key: str, value: str = "") -> Span:
    """Where the value (or the key) is in the front matter."""
    front = document.front_matter
    assert front is not None
    text = document.source.text[front.content.start : front.content.end]
    at = next((index for index, line in _lines(text) if line.lstrip("\"' ").startswith(key)), 0)
    if value and (found := text.find(value, at + len(key))) >= 0:
        return Span(front.content.start + found, front.content.start + found + len(value))
    return Span(front.content.start + at, front.content.start + at + len(key))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    offset = 0
    for line in text.split("\n"):
        yield offset, line
        offset += len(line) + 1


def _unknown(document: Document, key: str, known: dict[str, Any]) -> Iterator[FrontMatterProblem]:

    assert document.front_matter is not None
    assert document.front_matter.data is not None
    for value in texts(document.front_matter.data.get(key)):
        if value not in known:
            close = tuple(close_names(value, known, 2, 0.75))
            hint = f'; did you mean "{close[0]}"?' if close else ""
            yield FrontMatterProblem(value_span(document, key, value), f"{key}: {value!r} is not in the schema{hint}", close)


def _domains(blueprints: list[Blueprint]) -> list[str]:
    return list(dict.fromkeys(domain.id for blueprint in blueprints for domain in blueprint.domains))


def _tasks(blueprints: list[Blueprint]) -> list[str]:
    return list(dict.fromkeys(task.id for blueprint in blueprints for domain in blueprint.domains for task in domain.tasks))
