"""Edits: overlap, byte order mark and line ends, and where places move."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notelint.engine.fixing.edits import Shift, Taken, edited, fits, keeps_the_rest
from notelint.source import Position, Source, Span

from tests.engine.toys import edit


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ((0, 3), (3, 5), True),
        ((0, 3), (2, 5), False),
        ((2, 5), (0, 3), False),
        ((0, 5), (1, 2), False),
        ((1, 2), (0, 5), False),
        ((2, 2), (2, 2), False),
        ((2, 2), (3, 3), True),
        ((0, 5), (5, 5), True),
        ((0, 5), (3, 3), False),
    ],
)
def test_overlap(first: tuple[int, int], second: tuple[int, int], together: bool) -> None:
    source = Source("a.md", "0123456789")
    taken = Taken()
    assert taken.take([edit(source, *first, "x")])
    assert taken.take([edit(source, *second, "y")]) is together


def test_an_identical_edit_is_shared_and_made_once() -> None:
    source = Source("a.md", "0123456789")
    taken = Taken()
    assert taken.take([edit(source, 2, 4, "x")])
    assert taken.take([edit(source, 2, 4, "x"), edit(source, 6, 7, "y")])
    assert edited(source, taken.edits()["a.md"]) == "01x45y789"


def test_a_fix_is_taken_whole_or_not_at_all() -> None:
    one, other = Source("a.md", "0123456789"), Source("b.md", "0123456789")
    taken = Taken()
    assert taken.take([edit(one, 2, 4, "x")])
    assert not taken.take([edit(other, 0, 1, "y"), edit(one, 3, 5, "z")])
    assert set(taken.edits()) == {"a.md"}
    assert not taken.take([edit(other, 0, 4, "y"), edit(other, 3, 5, "z")])


def test_byte_order_mark_and_line_ends_stay() -> None:
    source = Source("a.md", "\ufeffone\r\ntwo\r\nthree\u2028four\r\n")
    edits = [edit(source, 0, 3, "1"), edit(source, 4, 8, ""), edit(source, 13, 13, "\nand\n")]
    assert edited(source, edits) == "\ufeff1\r\nthree\r\nand\r\n\u2028four\r\n"


def test_a_new_line_ends_like_its_neighbours() -> None:
    assert edited(Source("a.md", "a\nb\r\nc"), [edit(Source("a.md", "a\nb\r\nc"), 2, 2, "x\n")]) == "a\nx\r\nb\r\nc"
    assert edited(Source("a.md", "a\r\nb"), [edit(Source("a.md", "a\r\nb"), 3, 3, "\n")]) == "a\r\nb\r\n"
    assert edited(Source("a.md", "a"), [edit(Source("a.md", "a"), 1, 1, "\nb")]) == "a\nb"


def test_fits_tells_edits_for_another_text() -> None:
    source = Source("a.md", "one\ntwo\n")
    right = edit(source, 4, 7, "2")
    assert fits(right, source)
    assert not fits(right, Source("a.md", "one\n"))
    assert not fits(right, Source("a.md", "o\nn\ne\ntwo\n"))
    assert right.place.start == Position(2, 1)


PIECES = ["a", "b", " ", "\n", "\r\n", "\r", "é", "漢", "😀", "\u2028", "\t"]
TEXT = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(TEXT, st.booleans(), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 6), st.sampled_from(["", "x", "yy", "é"])), max_size=6))
def test_text_outside_edits_is_untouched(text: str, mark: bool, wanted: list[tuple[int, int, str]]) -> None:
    source = Source("a.md", ("\ufeff" if mark else "") + text)
    taken = Taken()
    for start, length, replacement in wanted:
        at = min(start, len(source.text))
        taken.take([edit(source, at, min(at + length, len(source.text)), replacement)])
    edits = taken.edits().get("a.md", [])
    new = Source("a.md", edited(source, edits))
    expected = source.text
    for one in reversed(edits):
        expected = expected[: one.place.span.start] + one.replacement + expected[one.place.span.end :]
    assert keeps_the_rest(source, edits, new) == (new.text == expected)
    if "\r" in source.original.replace("\r\n", "") and new.text != expected:
        return
    assert new.text == expected
    assert new.original.startswith("\ufeff") == source.original.startswith("\ufeff")
    shift = Shift(edits)
    for at in range(len(source.text)):
        if not shift.touched(Span(at, at + 1)):
            moved = shift.moved(Span(at, at + 1))
            assert new.text[moved.start : moved.end] == source.text[at]
