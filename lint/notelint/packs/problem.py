"""What is wrong with a pack, and where."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Where(NamedTuple):
    """A place in a file of a pack; `path` as it is shown, line and column 1-based."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """`message` says what was expected and what to do; `other` is a second place that it is about; without `fatal`, the pack can be used nevertheless."""

    where: Where
    message: str
    other: Where | None = None
    fatal: bool = True

    def __str__(self) -> str:
        return f"{self.where}: {'error' if self.fatal else 'warning'}: {self.message}"


def in_order(problems: Sequence[Problem]) -> list[Problem]:
    """By file and place, each once."""
    return sorted(set(problems), key=lambda problem: (problem.where, problem.message))


def at_most(limit: int, lines: Sequence[str]) -> Iterator[str]:
    """The first lines, and how many more there are."""
    yield from lines[:limit]
    if len(lines) > limit:
        yield f"and {len(lines) - limit} more"
