"""Packs that cannot be used."""

from collections.abc import Sequence

from notelint.packs.problem import Problem, at_most, in_order

_SHOWN = 20


class PackError(Exception):
    """Something in a pack that cannot be used; the text is at most 20 lines "file:line:column: error: what is wrong" for the user."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(at_most(_SHOWN, [str(problem) for problem in self.problems])))
