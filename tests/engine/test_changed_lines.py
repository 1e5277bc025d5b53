"""The lines that are new, and the notes that have moved."""

import random
import time
from difflib import SequenceMatcher

import pytest
from notelint.engine.history.changed_lines import changed_lines
from notelint.engine.history.moved import moved, sketch


def by_difflib(before: str, after: str) -> set[int]:
    matcher = SequenceMatcher(None, before.split("\n"), after.split("\n"), autojunk=False)
    return {line for kind, _, _, first, last in matcher.get_opcodes() if kind != "equal" for line in range(first + 1, last + 1)}


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("a\nb\nc", "a\nb\nc", set()),
        ("a\nb\nc", "a\nx\nc", {2}),
        ("a\nc", "a\nb\nc", {2}),
        ("a\nb\nc", "a\nc", set()),
        ("", "a\n\nb", {1, 3}),
        ("a\n\nb\n\nc", "a\n\nnew\n\nb\n\nc", {3, 4}),
        ("a\nb", "b\na", {1}),
    ],
)
def test_lines(before: str, after: str, changed: set[int]) -> None:
    assert changed_lines(before, after) == changed


def test_what_is_left_are_lines_of_before_in_order() -> None:
    dice = random.Random(1)
    more = fewest = 0
    for _ in range(500):
        old = [dice.choice(["", "a", "b", str(dice.random())]) for _ in range(dice.randint(0, 40))]
        new = list(old)
        for _ in range(dice.randint(0, 5)):
            at = dice.randint(0, len(new))
            new[at : at + dice.randint(0, 3)] = [dice.choice(["", "x", "a", str(dice.random())]) for _ in range(dice.randint(0, 3))]
        before, after = "\n".join(old), "\n".join(new)
        changed = changed_lines(before, after)
        rest = iter(before.split("\n"))
        left = [line for number, line in enumerate(after.split("\n"), 1) if number not in changed]
        assert all(any(line == one for one in rest) for line in left)
        fewest += len(by_difflib(before, after))
        more += len(changed)
    assert more <= fewest * 1.02


@pytest.mark.parametrize("unit", ["x\n", "x\ny\n", "l{}\n\n"])
def test_long_notes_take_linear_time(unit: str) -> None:
    before = "".join(unit.format(number) for number in range(40_000))
    after = "y\n" + "".join(unit.format(-number) for number in range(40_000)) + "z"
    began = time.process_time()
    changed_lines(before, after)
    assert time.process_time() - began < 5


def test_many_moved_notes_are_found() -> None:
    texts = {f"new/{number}.md": "\n".join(f"line number {number} {line} of the note" for line in range(20)) for number in range(2000)}
    sketches = {path.replace("new", "old"): sketch(text) for path, text in texts.items()}
    began = time.process_time()
    found = moved(sketches, texts)
    assert time.process_time() - began < 10
    assert found == {path.replace("new", "old"): path for path in texts}


def test_a_line_that_is_in_every_note_moves_nothing() -> None:
    texts = {f"{number}.md": f"This line is in every note.\nAnd this one is in number {number}." for number in range(60)}
    found = moved({"old.md": sketch("This line is in every note.\nAnd this one is in number 7.")}, texts)
    assert found == {"old.md": "7.md"}
