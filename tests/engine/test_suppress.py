"""Which findings a suppression silences."""

import pytest
from notelint.diagnostic import Diagnostic, Finding, Severity
from notelint.engine.run.suppress import suppress
from notelint.notes.suppression import Suppression
from notelint.source import Source, Span

SOURCE = Source("a.md", "one\ntwo\nthree\nfour\nfive\n")


def finding(first: int, last: int) -> Diagnostic:
    """From the first letter of a line to the last one of another."""
    span = Span(SOURCE.line_starts[first - 1], SOURCE.line_starts[last] - 1)
    return Diagnostic("misspelling", "spelling", Severity.ERROR, Finding(SOURCE.place(span), "wrong"))


def suppression(first: int, last: int, *rules: str) -> Suppression:
    return Suppression(SOURCE.place(Span(0, 0)), rules, first, last)


@pytest.mark.parametrize(
    ("lines", "covered", "silenced"),
    [
        ((2, 4), (2, 2), True),  # begins there
        ((2, 4), (4, 4), True),  # ends there
        ((2, 4), (3, 3), False),  # passes through
        ((2, 4), (1, 5), True),
        ((2, 4), (1, 1), False),
        ((2, 4), (5, 5), False),
        ((3, 3), (3, 3), True),
        ((3, 3), (2, 2), False),
    ],
)
@pytest.mark.parametrize("name", ["misspelling", "spelling", "all"])
def test_a_finding_is_silenced_where_it_begins_or_ends(lines: tuple[int, int], covered: tuple[int, int], silenced: bool, name: str) -> None:
    one = suppression(*covered, name)
    left, used = suppress([finding(*lines)], {"a.md": (one,)})
    assert (left == []) is silenced
    assert used == {one: {name} if silenced else set()}


def test_other_rules_and_other_notes_are_not_silenced() -> None:
    other = suppression(1, 5, "split-word", "links")
    assert suppress([finding(2, 2)], {"a.md": (other,), "b.md": (suppression(1, 5, "all"),)})[0] == [finding(2, 2)]


def test_of_several_suppressions_each_that_covers_the_finding_is_used() -> None:
    both = (suppression(2, 2, "misspelling", "split-word"), suppression(1, 5, "spelling"))
    left, used = suppress([finding(2, 3)], {"a.md": both})
    assert left == []
    assert used == {both[0]: {"misspelling"}, both[1]: {"spelling"}}
